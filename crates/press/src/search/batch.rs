//! Many queries at once.

use newsletter::date::Date;
use newsletter_search::Request;
use serde::Deserialize;
use serde_json::{Value, json};
use thiserror::Error;

use super::{Dist, SearchError, json};

/// A line of a batch. What else it says is for others, such as the answers that are expected.
#[derive(Debug, Deserialize)]
struct Line {
    id: Value,
    query: String,
    section: Option<Sections>,
    from: Option<String>,
    to: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Sections {
    One(String),
    Several(Vec<String>),
}

/// Why a batch stops.
#[derive(Debug, Error)]
pub enum BatchError {
    /// A line is not what it should be.
    #[error(
        "line {line}: {message}: write {{\"id\", \"query\", \"section\"?, \"from\"?, \"to\"?}}"
    )]
    Line {
        /// 1-based.
        line: usize,
        /// What is wrong with it.
        message: String,
    },
    /// The index cannot be searched.
    #[error(transparent)]
    Search(#[from] SearchError),
}

/// The results of every line of `queries`, a line for each; at most `limit` results a line.
pub fn batch(dist: &mut Dist, queries: &str, limit: usize) -> Result<String, BatchError> {
    let mut printed = String::new();
    for (number, line) in queries.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let (id, request) = request(line, limit)
            .map_err(|message| BatchError::Line { line: number + 1, message })?;
        let answer = dist.search(&request)?;
        let results: Vec<Value> = answer.hits.iter().map(|hit| json(dist, hit)).collect();
        printed.push_str(&json!({ "id": id, "results": results }).to_string());
        printed.push('\n');
    }
    Ok(printed)
}

fn request(line: &str, limit: usize) -> Result<(Value, Request), String> {
    let line: Line = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let date = |text: Option<String>| text.map(|text| parse_date(&text)).transpose();
    let sections = match line.section {
        None => Vec::new(),
        Some(Sections::One(section)) => vec![section],
        Some(Sections::Several(sections)) => sections,
    };
    let request = Request {
        query: line.query,
        sections,
        from: date(line.from)?,
        to: date(line.to)?,
        limit,
        ..Request::default()
    };
    Ok((line.id, request))
}

/// A day as `2023-09-05`.
pub fn parse_date(text: &str) -> Result<Date, String> {
    newsletter_search::query::first_day(text)
        .filter(|_| text.len() == 10)
        .ok_or_else(|| format!("`{text}` is no day such as 2023-09-05"))
}

//! Findings that are known: what `press check` printed before, so that only new ones are shown.

use std::collections::BTreeMap;

use super::text;
use crate::finding::Finding;

/// How often each finding is known, wherever in its file it stands: lines move.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeMap<String, usize>,
}

impl Baseline {
    /// Reads the text format; lines with a hint and other lines are passed over.
    pub fn read(printed: &str) -> Self {
        let mut known = BTreeMap::new();
        for key in printed.lines().filter_map(without_place) {
            *known.entry(key).or_default() += 1;
        }
        Self { known }
    }

    /// The findings that are not known. Of a finding that is there more often than it is known, the
    /// last ones are new.
    pub fn unknown(mut self, findings: Vec<Finding>) -> Vec<Finding> {
        let is_new = |finding: &Finding| {
            let known =
                without_place(&text::line(finding)).and_then(|key| self.known.get_mut(&key));
            match known {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    false
                }
                _ => true,
            }
        };
        findings.into_iter().filter(is_new).collect()
    }
}

/// `path: severity[code]: message` from a line of the text format; `None` for any other line.
fn without_place(line: &str) -> Option<String> {
    let (place, rest) = line.split_once(": ")?;
    let (path, column) = place.rsplit_once(':')?;
    let (path, line_number) = path.rsplit_once(':')?;
    let is_number = |text: &str| text.parse::<u32>().is_ok();
    (is_number(column) && is_number(line_number)).then(|| format!("{path}: {rest}"))
}

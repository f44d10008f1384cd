//! Any bytes as a search index and as a query: refused or searched, never worse. The input is a query
//! up to the first line feed, then the root and other files, each beginning with the magic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsletter_search::{Index, MAGIC, Request};

fuzz_target!(|bytes: &[u8]| {
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (query, rest) = bytes.split_at(end);
    let starts: Vec<usize> = (0..rest.len()).filter(|at| rest[*at..].starts_with(&MAGIC)).collect();
    let ends = starts.iter().skip(1).copied().chain([rest.len()]);
    let mut files = starts.iter().zip(ends).map(|(start, end)| rest[*start..end].to_vec());
    let Some(Ok(mut index)) = files.next().map(|root| Index::open(&root)) else { return };
    let query = String::from_utf8_lossy(query).into_owned();
    let request = Request { query, limit: 10, ..Request::default() };
    for file in files {
        for id in index.search(&request).needed {
            // What is refused is missed again.
            let _ = index.supply(id, file.clone());
        }
    }
    let answer = index.search(&request).answer;
    assert!(answer.hits.len() <= 10);
});

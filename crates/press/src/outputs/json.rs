//! JSON documents.

use serde::Serialize;

/// A document on one line, with a line feed at its end.
pub(crate) fn text(document: &impl Serialize) -> String {
    match serde_json::to_string(document) {
        Ok(json) => json + "\n",
        Err(_) => unreachable!("our documents are numbers, text, lists and maps with text as keys"),
    }
}

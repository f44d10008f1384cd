//! Findings for programs. The shape is described in `docs/checking.md`; keys may be added to it.

use serde::Serialize;

use super::printed;
use crate::finding::Finding;

#[derive(Serialize)]
struct Row<'finding> {
    path: String,
    line: u32,
    column: u32,
    severity: String,
    code: &'finding str,
    message: &'finding str,
    hint: &'finding str,
}

pub(super) fn print(findings: &[Finding]) -> String {
    let rows: Vec<Row<'_>> = findings
        .iter()
        .map(|finding| Row {
            path: printed(&finding.path),
            line: finding.position.line.0,
            column: finding.position.column.0,
            severity: finding.severity.to_string(),
            code: finding.code,
            message: &finding.message,
            hint: &finding.hint,
        })
        .collect();
    match serde_json::to_string_pretty(&rows) {
        Ok(json) => json + "\n",
        Err(_) => unreachable!("numbers and text are JSON"),
    }
}

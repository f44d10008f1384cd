//! Scripts as they are sent.

/// Without lines that are comments, without indentation and empty lines. No script of ours has a text that
/// goes on over a line's end.
pub(super) fn squeezed(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let kept = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    kept.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::squeezed;

    #[test]
    fn comments_and_indentation_go_and_addresses_stay() {
        let script = "// a\n\nconst b = \"https://c\";\n  // d\n  e();\n";
        assert_eq!(squeezed(script), "const b = \"https://c\";\ne();");
    }
}

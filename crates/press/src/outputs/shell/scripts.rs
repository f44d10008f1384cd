//! The scripts of every document, without what only people need.

use super::tag::Tag;

/// The document with its inline scripts as short as they can be without another parser: lines of
/// comment and indentation go. None of our scripts has a text of several lines.
pub(super) fn squeezed(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut end = 0;
    for tag in Tag::all(html, "script").filter(Tag::holds_code) {
        let Some(length) = html.get(tag.end..).and_then(|rest| rest.find("</script>")) else {
            break;
        };
        kept.push_str(html.get(end..tag.end).unwrap_or_default());
        end = tag.end + length;
        let lines = html.get(tag.end..end).unwrap_or_default().lines().map(str::trim);
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with("//")) {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept.push_str(html.get(end..).unwrap_or_default());
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_lines_stay() {
        let html = "<a><script x>\n  // Why.\n  a();\n\n    b(\"c // d\")\n</script> <i>";
        let expect = "<a><script x>a();\nb(\"c // d\")\n</script> <i>";
        assert_eq!(squeezed(html), expect);
        assert_eq!(squeezed(expect), expect, "squeezed twice");
    }

    #[test]
    fn what_does_not_run_stays() {
        for html in [
            "<script type=\"text/markdown\">  a\n</script>",
            "<script src=\"a.js\"></script>",
            "<a>",
        ] {
            assert_eq!(squeezed(html), html);
        }
    }
}

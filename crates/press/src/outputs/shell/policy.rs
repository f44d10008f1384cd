//! What a document may do: run what it was built with, and ask this site alone for files.

use super::tag::Tag;
use crate::hash::sha256_base64;

/// The content security policy of a document with these inline scripts and styles. Data blocks do not run
/// and need no hash.
pub(super) fn of(html: &str) -> String {
    let scripts = hashes(html, "script");
    let styles = hashes(html, "style");
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
        connect-src 'self'; font-src 'self'; img-src 'self'; manifest-src 'self'; worker-src 'self'; \
        frame-src 'self'; base-uri 'none'; form-action 'self'"
    )
}

/// The hashes of all elements of a name that run, each once, with a space before each.
pub(crate) fn hashes(html: &str, name: &str) -> String {
    let end = format!("</{name}>");
    let mut hashes: Vec<String> = Tag::all(html, name)
        .filter(Tag::holds_code)
        .filter_map(|tag| {
            let rest = html.get(tag.end..)?;
            Some(sha256_base64(rest.get(..rest.find(&end)?)?.as_bytes()))
        })
        .collect();
    hashes.sort();
    hashes.dedup();
    hashes.iter().flat_map(|hash| [" 'sha256-", hash, "'"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_is_hashed_and_data_is_not() {
        let html = "<script>a</script><script>a</script><script type=\"text/markdown\">b</script>\
            <script src=\"c.js\"></script><style>d</style>";
        let policy = of(html);
        assert_eq!(policy.matches("'sha256-").count(), 2, "{policy}");
        // printf a | openssl dgst -sha256 -binary | base64
        assert!(
            policy.contains("'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='"),
            "{policy}"
        );
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    }
}

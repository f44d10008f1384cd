//! Link targets and image sources as addresses of this deployment.

use crate::rules::Site;

/// What a target as written becomes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Address {
    /// Within this deployment: the path, beginning with the base path.
    Local(String),
    /// Somewhere else, with its scheme.
    Remote(String),
    /// No target at all.
    Empty,
    /// A scheme that is not allowed, or characters that hide one.
    Forbidden,
}

/// Resolves `target` as it stands in the issue at `path`.
pub(crate) fn resolve(target: &str, path: &str, site: &Site) -> Address {
    let target = target.trim_matches(|character: char| character.is_ascii_whitespace());
    if target.is_empty() {
        return Address::Empty;
    }
    // Browsers drop tabs and line feeds inside an address before they look for its scheme.
    if target.contains(|character: char| character.is_control()) {
        return Address::Forbidden;
    }
    if let Some(own) = site.url.as_deref().and_then(|url| below(target, url)) {
        return Address::Local(join(&site.base_path, own));
    }
    if target.starts_with("//") {
        return Address::Remote(["https:", &spaces_encoded(target)].concat());
    }
    if let Some(scheme) = scheme(target) {
        let is_allowed =
            ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
        return if is_allowed {
            Address::Remote(spaces_encoded(target))
        } else {
            Address::Forbidden
        };
    }
    let target = spaces_encoded(target).replace('\\', "%5C");
    Address::Local(match target.as_bytes().first() {
        Some(b'/') => join(&site.base_path, &target),
        Some(b'#' | b'?') => join(&site.base_path, path) + &target,
        _ => join(&site.base_path, &relative(&target, path)),
    })
}

/// The scheme, lower or upper case, without its colon.
pub(super) fn scheme(target: &str) -> Option<&str> {
    let end = target.find([':', '/', '?', '#', '\\'])?;
    target.get(end..)?.starts_with(':').then(|| target.get(..end))?
}

/// What of `target` comes after the site's own address, beginning with `/`, `?` or `#`; `http` and
/// `https` count as the same.
fn below<'target>(target: &'target str, url: &str) -> Option<&'target str> {
    let without_scheme = |address: &str| address.find("://").map(|at| at + 3);
    let own = url.get(without_scheme(url)?..)?;
    let scheme_len = without_scheme(target)?;
    let is_web =
        ["http://", "https://"].contains(&target.get(..scheme_len)?.to_ascii_lowercase().as_str());
    let candidate = target.get(scheme_len..)?;
    let rest = candidate.get(own.len()..)?;
    let is_own = is_web && candidate.get(..own.len())?.eq_ignore_ascii_case(own);
    (is_own && (rest.is_empty() || rest.starts_with(['/', '?', '#']))).then_some(rest)
}

/// The base path and a path below it, with one slash between them.
fn join(base_path: &str, path: &str) -> String {
    [base_path.trim_end_matches('/'), "/", path.trim_start_matches(['/', '\\'])].concat()
}

/// A relative path, resolved against the folder of `path`.
fn relative(target: &str, path: &str) -> String {
    let (target, suffix) = target.split_at(target.find(['?', '#']).unwrap_or(target.len()));
    let folder = path.rfind('/').and_then(|slash| path.get(..slash)).unwrap_or_default();
    let mut segments: Vec<&str> = folder.split('/').filter(|segment| !segment.is_empty()).collect();
    let mut written = target.split('/').peekable();
    while let Some(segment) = written.next() {
        let is_last = written.peek().is_none();
        match segment {
            ".." => {
                segments.pop();
            }
            "." => {}
            "" if !is_last => {}
            _ => segments.push(segment),
        }
        if is_last && matches!(segment, "." | "..") {
            segments.push("");
        }
    }
    segments.join("/") + suffix
}

fn spaces_encoded(target: &str) -> String {
    target.replace(' ', "%20")
}

#[cfg(test)]
mod tests {
    use super::{Address, resolve};
    use crate::rules::Site;

    fn check(target: &str, expect: &Address) {
        let site = Site {
            base_path: "/news/".to_owned(),
            url: Some("https://example.org/paper".to_owned()),
            images: Vec::new(),
        };
        assert_eq!(&resolve(target, "/2023/20230905", &site), expect, "{target:?}");
    }

    fn check_local(target: &str, expect: &str) {
        check(target, &Address::Local(expect.to_owned()));
    }

    fn check_remote(target: &str, expect: &str) {
        check(target, &Address::Remote(expect.to_owned()));
    }

    #[test]
    fn paths_of_this_site_get_the_base_path() {
        check_local("/2022/20220209", "/news/2022/20220209");
        check_local("/2022/20220209#merges", "/news/2022/20220209#merges");
        check_local("/", "/news/");
        check_local("20230829", "/news/2023/20230829");
        check_local("./20230829?a=b:c", "/news/2023/20230829?a=b:c");
        check_local("../2022/x/", "/news/2022/x/");
        check_local("../../../x", "/news/x");
        check_local("..", "/news/");
        check_local("#merges", "/news/2023/20230905#merges");
        check_local("?q=x", "/news/2023/20230905?q=x");
        check_local(" a b ", "/news/2023/a%20b");
    }

    #[test]
    fn the_sites_own_address_becomes_a_path() {
        check_local("https://example.org/paper/2022/20220209#a", "/news/2022/20220209#a");
        check_local("http://EXAMPLE.org/paper", "/news/");
        check_local("https://example.org/paper?q=x", "/news/?q=x");
        check_remote("https://example.org/papers", "https://example.org/papers");
        check_remote("https://example.org.evil/paper", "https://example.org.evil/paper");
    }

    #[test]
    fn allowed_schemes_pass() {
        check_remote("https://kubernetes.io/a b", "https://kubernetes.io/a%20b");
        check_remote("HTTP://kubernetes.io", "HTTP://kubernetes.io");
        check_remote("mailto:jane@example.org", "mailto:jane@example.org");
        check_remote("//kubernetes.io/x", "https://kubernetes.io/x");
    }

    #[test]
    fn other_schemes_and_hidden_ones_do_not() {
        for target in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            ":x",
            "x\u{0}y",
            "java\u{85}script:x",
        ] {
            check(target, &Address::Forbidden);
        }
        check("", &Address::Empty);
        check("  ", &Address::Empty);
    }

    #[test]
    fn a_path_never_becomes_another_origin() {
        check_local("/\\evil.example", "/news/%5Cevil.example");
        check_local("\\\\evil.example", "/news/2023/%5C%5Cevil.example");
        check_local("https://example.org/paper//evil.example", "/news/evil.example");
        check_local("https://example.org/paper/\\evil.example", "/news/evil.example");
        let root = Site { base_path: "/".to_owned(), ..Site::default() };
        let resolved = |target: &str| resolve(target, "/issue", &root);
        assert_eq!(resolved(".//evil.example"), Address::Local("/evil.example".to_owned()));
        assert_eq!(resolved("/\\evil.example"), Address::Local("/%5Cevil.example".to_owned()));
    }
}

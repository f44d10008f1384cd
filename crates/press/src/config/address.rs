//! The two addresses of a deployment: its base path and its public address.

use super::ConfigError;

/// The path that everything is served under, with a slash at both ends, from what `--public-url` or
/// `baseurl` says: a path or a whole address.
pub(crate) fn base_path(given: &str) -> Result<String, ConfigError> {
    let path = match given.split_once("://") {
        Some((_, rest)) => rest.find('/').and_then(|at| rest.get(at..)).unwrap_or(""),
        None => given,
    };
    let is_relative = path.split('/').any(|part| part == "." || part == "..");
    if is_relative || path.contains(['?', '#', '"', '<', '\\']) {
        return Err(ConfigError::BasePath { given: given.to_owned() });
    }
    Ok(match path.trim_matches('/') {
        "" => "/".to_owned(),
        inner => format!("/{inner}/"),
    })
}

/// A public address without the slash at its end; `None` if it is no web address.
pub(crate) fn site_url(given: &str) -> Option<String> {
    let rest = given.strip_prefix("https://").or_else(|| given.strip_prefix("http://"))?;
    let is_usable = !rest.trim_matches('/').is_empty()
        && !rest.contains(|c: char| c.is_whitespace() || matches!(c, '?' | '#' | '"' | '<'));
    is_usable.then(|| given.trim_end_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_path_begins_and_ends_with_a_slash() {
        for (given, expect) in [
            ("/", "/"),
            ("", "/"),
            ("lwkd", "/lwkd/"),
            ("/lwkd", "/lwkd/"),
            ("/lwkd/", "/lwkd/"),
            ("https://k8s.example/lwkd/", "/lwkd/"),
            ("https://k8s.example", "/"),
        ] {
            assert_eq!(base_path(given).unwrap(), expect, "{given}");
        }
    }

    #[test]
    fn a_relative_base_path_is_refused_by_name() {
        for given in ["./", "../lwkd", "/a\"b"] {
            let error = base_path(given).unwrap_err().to_string();
            assert!(error.contains(given), "{error}");
        }
    }

    #[test]
    fn a_site_url_is_a_web_address_without_a_last_slash() {
        assert_eq!(site_url("https://lwkd.info/").as_deref(), Some("https://lwkd.info"));
        assert_eq!(site_url("lwkd.info"), None);
        assert_eq!(site_url("https://"), None);
        assert_eq!(site_url("javascript:alert(1)"), None);
    }
}

//! Reads single keys out of the TOML files of the repository. Not a TOML parser: it knows sections,
//! strings, numbers and arrays of strings, which is all that `Trunk.toml`, `deny.toml`, `budgets.toml`
//! and `Cargo.lock` hold where this tool looks, and so `cargo xtask` compiles in seconds.

/// The value of `key` in `[section]` (`""`: before the first section), comments and quotes removed.
pub(crate) fn value(text: &str, section: &str, key: &str) -> Option<String> {
    let found = raw(text, section, key)?;
    Some(found.trim_matches('"').to_owned())
}

/// The strings of the array `key` in `[section]`; empty if there is no such key.
pub(crate) fn strings(text: &str, section: &str, key: &str) -> Vec<String> {
    let found = raw(text, section, key).unwrap_or_default();
    found.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The version that `Cargo.lock` holds of a package; the first one if there are several.
pub(crate) fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.trim_end_matches('"').to_owned())
}

fn raw(text: &str, section: &str, key: &str) -> Option<String> {
    let mut lines = section_lines(text, section);
    let mut found = lines.by_ref().find_map(|line| {
        let (name, value) = line.split_once('=')?;
        (name.trim() == key).then(|| value.trim().to_owned())
    })?;
    if found.starts_with('[') {
        while !found.ends_with(']') {
            found.push_str(lines.next()?);
        }
    }
    Some(found)
}

fn section_lines<'a>(text: &'a str, section: &str) -> impl Iterator<Item = &'a str> {
    let header = format!("[{section}]");
    let mut inside = section.is_empty();
    text.lines().map(without_comment).filter(move |line| {
        let is_header = line.starts_with('[') && line.ends_with(']') && !line.contains('"');
        if is_header {
            inside = *line == header;
        }
        inside && !is_header && !line.is_empty()
    })
}

fn without_comment(line: &str) -> &str {
    let mut quoted = false;
    let end = line.find(|c| {
        quoted ^= c == '"';
        c == '#' && !quoted
    });
    line.get(..end.unwrap_or(line.len())).unwrap_or(line).trim()
}

#[cfg(test)]
mod tests {
    use super::{locked_version, strings, value};

    const TEXT: &str = "top = 1 # first\n[build]\nname = \"a#b\" # why\nlist = [\n  \"x\", # the x\n  \"y\",\n]\n[[hooks]]\nname = \"hook\"\n[tools]\nname = \"z\"\n";

    #[test]
    fn value_is_found_in_its_section_only() {
        assert_eq!(value(TEXT, "", "top").as_deref(), Some("1"));
        assert_eq!(value(TEXT, "build", "name").as_deref(), Some("a#b"));
        assert_eq!(value(TEXT, "tools", "name").as_deref(), Some("z"));
        assert_eq!(value(TEXT, "build", "top"), None);
    }

    #[test]
    fn array_over_several_lines_is_read() {
        assert_eq!(strings(TEXT, "build", "list"), ["x", "y"]);
        assert!(strings(TEXT, "build", "missing").is_empty());
    }

    #[test]
    fn locked_version_is_that_of_the_package_named() {
        let lock = "[[package]]\nname = \"ab\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"abc\"\nversion = \"2.0.0\"\n";
        assert_eq!(locked_version(lock, "abc").as_deref(), Some("2.0.0"));
        assert_eq!(locked_version(lock, "b"), None);
    }
}

//! The description of the files names what they have.

use bundle_format::{DEADLINES_MAGIC, MAGIC, VERSION};

use crate::{deadlines, manifests};

#[test]
fn the_documentation_has_every_field_and_the_version() {
    let document = include_str!("../../../../docs/archive-format.md");
    let printed = format!("{:#?}\n{:#?}", manifests::complete(), deadlines::complete());
    let fields =
        printed.lines().filter_map(|line| line.trim_start().split_once(": ")).map(|(name, _)| name);
    let mut count = 0;
    for field in fields.filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '_')) {
        assert!(document.contains(&format!("`{field}`")), "`{field}` is not described");
        count += 1;
    }
    assert!(count > 30, "only {count} fields were found");
    for magic in [MAGIC, DEADLINES_MAGIC] {
        let magic = String::from_utf8_lossy(&magic).into_owned();
        assert!(document.contains(&format!("| `{magic}` |")), "{magic}");
    }
    assert!(document.contains(&format!("the version, `{VERSION}`, little-endian")));
}

//! The module that other sites load: the element `<masthead-embed>`.

use super::script;
use crate::hash::sha256_base64;
use crate::outputs::files::{Collision, Files, Origin};

/// Sites name it with the hash of its content, so it never changes: another version has another name.
const FILE: &str = "embed/v1.js";

fn content() -> String {
    script::squeezed(include_str!("../../../js/v1.js")) + "\n"
}

/// What the attribute `integrity` of its script element holds.
pub(super) fn integrity() -> String {
    format!("sha256-{}", sha256_base64(content().as_bytes()))
}

pub(super) fn plan(files: &mut Files) -> Result<(), Collision> {
    files.add(FILE, Origin::Archive("the embedding module".to_owned()), content().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_version_never_changes() {
        // Sites that name this hash refuse any other content: what is to change belongs into `v2.js`.
        assert_eq!(integrity(), "sha256-bWIahXws4/D3HQJmJbLOwQWe+nijqezW18LdWfGcKcU=");
    }
}

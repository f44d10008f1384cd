//! Addresses in full, as those need them who read a page elsewhere.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::archive::Archive;

/// What an address cannot hold as it is. Paths have no `?`, `#`, `%` and `\`.
const UNSAFE: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'{').add(b'}');

/// The public address of what is at `path`, which begins with `/`; `None` if the archive's own is not
/// known.
pub(super) fn absolute(archive: &Archive, path: &str) -> Option<String> {
    archive.manifest.site_url.as_ref().map(|site| format!("{site}{}", encoded(path)))
}

/// [`absolute`], or the address on the host that serves the page.
pub(super) fn reference(archive: &Archive, path: &str) -> String {
    absolute(archive, path)
        .unwrap_or_else(|| [archive.base_path.trim_end_matches('/'), &encoded(path)].concat())
}

fn encoded(path: &str) -> String {
    utf8_percent_encode(path, UNSAFE).to_string()
}

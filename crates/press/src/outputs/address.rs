//! Whole addresses, for files that are read elsewhere than on the site: in a feed reader, by a
//! program, in a mail.

use newsletter::SafeHtml;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::archive::Archive;

/// What RFC 3986 leaves alone in a fragment, as far as ids hold it.
const KEPT_IN_FRAGMENT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What RFC 3986 leaves alone in a path, as Jekyll does.
const KEPT_IN_PATH: &AsciiSet = &KEPT_IN_FRAGMENT
    .remove(b'/')
    .remove(b':')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// What stands before the paths of an archive.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Addresses<'archive> {
    base_path: &'archive str,
    /// Without a slash at the end.
    root: &'archive str,
}

impl<'archive> Addresses<'archive> {
    /// With the public address; `None` if it is not known.
    pub(crate) fn public(archive: &'archive Archive) -> Option<Self> {
        let root = archive.manifest.site_url.as_deref()?;
        Some(Self { base_path: &archive.base_path, root })
    }

    /// With the public address, or from the root of the host if it is not known.
    pub(crate) fn known(archive: &'archive Archive) -> Self {
        Self::public(archive).unwrap_or(Self {
            base_path: &archive.base_path,
            root: archive.base_path.trim_end_matches('/'),
        })
    }

    /// Of a page or file, from its path below the base path, which begins with `/`.
    pub(crate) fn of(&self, path: &str) -> String {
        format!("{}{}", self.root, utf8_percent_encode(path, KEPT_IN_PATH))
    }

    /// Of a heading or item on the page at `path`.
    pub(crate) fn of_place(&self, path: &str, anchor: &str) -> String {
        format!("{}#{}", self.of(path), utf8_percent_encode(anchor, KEPT_IN_FRAGMENT))
    }

    /// The markup with whole addresses.
    pub(crate) fn within(&self, html: &SafeHtml) -> SafeHtml {
        html.with_whole_addresses(self.base_path, self.root)
    }
}

#[cfg(test)]
mod tests {
    use super::Addresses;

    #[test]
    fn paths_and_anchors_are_encoded_where_they_must_be() {
        let addresses = Addresses { base_path: "/news/", root: "https://a.example/news" };
        assert_eq!(addresses.of("/"), "https://a.example/news/");
        assert_eq!(
            addresses.of("/2023/über \"x\""),
            "https://a.example/news/2023/%C3%BCber%20%22x%22"
        );
        assert_eq!(addresses.of_place("/x", "é-1"), "https://a.example/news/x#%C3%A9-1");
    }
}

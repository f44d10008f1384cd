//! Whole addresses, for files that are read elsewhere than on the site: in a feed reader, by a
//! program, in a mail.

use masthead::route::{self, BasePath};
use newsletter::SafeHtml;

use crate::archive::Archive;

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
        format!("{}{}", self.root, BasePath::new("/").file(path))
    }

    /// Of a heading or item on the page at `path`.
    pub(crate) fn of_place(&self, path: &str, anchor: &str) -> String {
        let place = route::entry(path).with_fragment(anchor);
        format!("{}{}", self.root, BasePath::new("/").href(&place))
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

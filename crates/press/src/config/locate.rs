//! Where an archive's configuration lies when nobody names it.

use std::path::{Path, PathBuf};

/// The name of the project's own configuration.
const MASTHEAD_FILE: &str = "masthead.toml";

const JEKYLL_FILE: &str = "_config.yml";

/// The project's own configuration beside the posts folder or one folder above.
pub(crate) fn masthead_near(posts: &Path) -> Option<PathBuf> {
    near(posts, MASTHEAD_FILE)
}

/// A configuration of either kind in the working folder.
pub(crate) fn here() -> Option<PathBuf> {
    [MASTHEAD_FILE, JEKYLL_FILE].into_iter().map(PathBuf::from).find(|file| file.is_file())
}

/// Jekyll's configuration beside the posts folder or one folder above.
pub(crate) fn jekyll_near(posts: &Path) -> Option<PathBuf> {
    near(posts, JEKYLL_FILE)
}

fn near(posts: &Path, name: &str) -> Option<PathBuf> {
    let beside = folder_above(posts);
    let above = folder_above(&beside);
    [beside, above].into_iter().map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// The folder that holds `path`, in the same spelling: relative paths stay relative, so that they
/// can be printed.
pub(crate) fn folder_above(path: &Path) -> PathBuf {
    match (path.file_name(), path.parent()) {
        (Some(_), Some(parent)) if parent.as_os_str().is_empty() => PathBuf::from("."),
        (Some(_), Some(parent)) => parent.to_owned(),
        _ => path.join(".."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_above_keeps_its_spelling() {
        for (path, expect) in [
            ("archive/_posts", "archive"),
            ("archive/_posts/", "archive"),
            ("_posts", "."),
            (".", "./.."),
            ("..", "../.."),
            ("../_posts", ".."),
        ] {
            assert_eq!(folder_above(Path::new(path)), Path::new(expect), "{path}");
        }
    }

    #[test]
    fn a_file_beside_the_posts_goes_before_one_above() {
        let folder = tempfile::tempdir().unwrap();
        let posts = folder.path().join("site/_posts");
        std::fs::create_dir_all(&posts).unwrap();
        assert_eq!(masthead_near(&posts), None);
        std::fs::write(folder.path().join(MASTHEAD_FILE), "").unwrap();
        assert_eq!(masthead_near(&posts), Some(folder.path().join(MASTHEAD_FILE)));
        std::fs::write(folder.path().join("site").join(MASTHEAD_FILE), "").unwrap();
        assert_eq!(masthead_near(&posts), Some(folder.path().join("site/masthead.toml")));
    }
}

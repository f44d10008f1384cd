//! A site as its files show it: built into a folder of its own, opened without `press`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use bundle_format::{Manifest, decode, markdown_path};
use newsletter::entity::EntityPatterns;
use newsletter::{Parsed, Rules};
use press::archive::Archive;
use press::config::{Arguments, Configuration};
use tempfile::TempDir;

/// An `index.html` as Trunk leaves it, cut down to what differs between documents.
pub(crate) const SHELL: &str = concat!(
    "<!doctype html><html lang=\"\" data-app=\"off\" data-base=\"/\" data-manifest=\"\" data-program=\"\"><head>",
    "<title></title><meta name=\"description\" content=\"\">",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"\"></head><body>",
    "<div id=\"reader\" data-path=\"\"></div><template id=\"end\"></template></body></html>"
);

/// A built site.
pub(crate) struct Site {
    pub(crate) folder: TempDir,
    pub(crate) archive: Archive,
}

pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// The root of the repository.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// An archive of the posts that try to break things, each under a section heading and with a hostile
/// head of its own.
pub(crate) fn hostile() -> Site {
    let folder = tempfile::tempdir().unwrap();
    let head = "---\ntitle: \"\\u0001\\u001b ]]> <b>&amp; \\uFFFE\\uFFFF\"\nslug: \"a b\\u0007/%<\"\n---\n\n";
    let config = "title = \"A \\u0000 & ]]> <archive>\"\nsite_url = 'https://a.example'\n\
        [feeds]\nissues = 1000\nitems = 100000\n";
    fs::write(folder.path().join("masthead.toml"), config).unwrap();
    let posts = folder.path().join("posts");
    fs::create_dir(&posts).unwrap();
    let mut hostile = BTreeMap::new();
    gather(&repository().join("tests/hostile"), "", &mut hostile);
    for (number, (name, bytes)) in hostile.into_iter().enumerate() {
        let own = [head.as_bytes(), b"## Deprecated\n\n\xff\xfe\n\n", &bytes].concat();
        fs::write(posts.join(format!("2024-01-{:02}-{name}", number + 1)), own).unwrap();
        fs::write(posts.join(&name), bytes).unwrap();
    }
    Site::of_posts(posts)
}

pub(crate) fn read(arguments: &Arguments) -> Archive {
    Archive::read(&Configuration::resolve(arguments).unwrap()).unwrap()
}

impl Site {
    /// Builds what `arguments` name, around [`SHELL`].
    pub(crate) fn build(arguments: &Arguments) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("index.html"), SHELL).unwrap();
        let site = Self { archive: read(arguments), folder };
        press::build(&site.archive, site.folder.path(), None, None).unwrap();
        site
    }

    pub(crate) fn of_posts(posts: PathBuf) -> Self {
        Self::build(&Arguments { posts: Some(posts), ..Arguments::default() })
    }

    /// The text of a file of the site.
    pub(crate) fn text(&self, file: &str) -> String {
        fs::read_to_string(self.folder.path().join(file)).unwrap()
    }

    /// The value of an attribute of a document's root element.
    pub(crate) fn root_attribute(&self, file: &str, name: &str) -> String {
        let html = self.text(file);
        let (_, rest) = html.split_once(&format!(" {name}=\"")).unwrap();
        rest.split('"').next().unwrap().to_owned()
    }

    /// The manifest that the home page names.
    pub(crate) fn manifest(&self) -> Manifest {
        let name = self.root_attribute("index.html", "data-manifest");
        decode(&fs::read(self.folder.path().join(name)).unwrap()).unwrap()
    }

    /// The rules of the manifest, and the patterns for entities, which it leaves out.
    pub(crate) fn rules(&self) -> Rules {
        let patterns = EntityPatterns::new(&self.archive.patterns).unwrap();
        let base_path = self.root_attribute("index.html", "data-base");
        Rules { patterns, ..self.manifest().rules(&base_path) }
    }

    /// What the app makes of the Markdown at an address, entities apart.
    pub(crate) fn parsed(&self, address: &str) -> Parsed {
        let file = self.folder.path().join(markdown_path(address).trim_start_matches('/'));
        let markdown = String::from_utf8_lossy(&fs::read(file).unwrap()).into_owned();
        newsletter::parse(&markdown, address, &self.rules())
    }

    /// Every file with its bytes.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        gather(self.folder.path(), "", &mut files);
        files
    }
}

fn gather(folder: &Path, above: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{above}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            gather(&path, &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}

/// Whether a file is a document of the app, and not one for frames.
pub(crate) fn is_document(file: &str) -> bool {
    !file.starts_with("embed/")
        && Path::new(file).extension().is_some_and(|ending| ending == "html")
}

/// A folder with these files, by their paths.
pub(crate) fn folder_with(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

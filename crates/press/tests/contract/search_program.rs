//! The program that searches lies beside its index, and is found from everywhere.

use std::fs;
use std::path::Path;

use bundle_format::search_folder;
use press::config::Arguments;
use tempfile::TempDir;

use crate::site::{Site, fixture, read};

fn program(worker: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (file, text) in
        [("engine.wasm", "wasm"), ("worker.js", worker), ("search.js", "module"), ("other", "")]
    {
        fs::write(folder.path().join(file), text).unwrap();
    }
    folder
}

fn site_with(program: &Path) -> Site {
    let site = Site::of_posts(fixture("jekyll/_posts"));
    press::build(&site.archive, site.folder.path(), None, Some(program)).unwrap();
    site
}

/// The folder that the app looks into.
fn folder_of(site: &Site) -> String {
    search_folder(site.manifest().search)
}

#[test]
fn index_and_program_share_the_folder_that_the_manifest_names() {
    let site = site_with(program("worker").path());
    let folder = folder_of(&site);
    assert_eq!(site.text(&format!("{folder}/worker.js")), "worker");
    for file in ["engine.wasm", "search.js", "root.bin", "terms.pack", "texts.pack"] {
        assert!(site.folder.path().join(&folder).join(file).is_file(), "{file}");
    }
    assert!(!site.folder.path().join(&folder).join("other").exists());
}

#[test]
fn the_module_at_the_root_leads_to_the_one_beside_the_index() {
    let site = site_with(program("worker").path());
    let expect = format!("export * from \"./{}/search.js\";\n", folder_of(&site));
    assert_eq!(site.text("search.js"), expect);
}

#[test]
fn another_program_is_in_another_folder() {
    let folder_with = |worker| folder_of(&site_with(program(worker).path()));
    assert_eq!(folder_with("one"), folder_with("one"));
    assert_ne!(folder_with("one"), folder_with("other"));
}

#[test]
fn without_a_program_there_is_the_index_alone() {
    let site = Site::of_posts(fixture("jekyll/_posts"));
    let folder = site.folder.path().join(folder_of(&site));
    assert!(folder.join("root.bin").is_file());
    assert!(!folder.join("worker.js").exists());
    assert!(!site.folder.path().join("search.js").exists());
}

#[test]
fn what_is_missing_of_the_program_is_said_before_anything_is_written() {
    let program = program("worker");
    fs::remove_file(program.path().join("engine.wasm")).unwrap();
    let out = tempfile::tempdir().unwrap();
    let archive =
        read(&Arguments { posts: Some(fixture("jekyll/_posts")), ..Arguments::default() });
    let error = press::build(&archive, out.path(), None, Some(program.path())).unwrap_err();
    assert!(error.to_string().contains("engine.wasm"), "{error}");
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0);
}

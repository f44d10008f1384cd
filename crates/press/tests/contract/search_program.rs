//! The program that searches and its index lie apart, and are found from everywhere.

use std::fs;
use std::path::Path;

use bundle_format::{search_folder, search_program_folder};
use press::config::Arguments;
use tempfile::TempDir;

use crate::site::{Site, fixture, folder_with, read};

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

/// The folder of the index.
fn index_of(site: &Site) -> String {
    search_folder(site.manifest().search)
}

/// The folder of the program.
fn program_of(site: &Site) -> String {
    search_program_folder(site.manifest().search_program.unwrap())
}

#[test]
fn index_and_program_are_in_the_folders_that_the_manifest_names() {
    let site = site_with(program("worker").path());
    let (index, program) = (index_of(&site), program_of(&site));
    assert_eq!(site.text(&format!("{program}/worker.js")), "worker");
    let is_file = |path: String| site.folder.path().join(path).is_file();
    for file in ["root.bin", "pack-0.bin"] {
        assert!(is_file(format!("{index}/{file}")), "{file}");
    }
    for file in ["engine.wasm", "search.js"] {
        assert!(is_file(format!("{program}/{file}")), "{file}");
    }
    assert!(!is_file(format!("{program}/other")));
}

#[test]
fn the_module_at_the_root_knows_both_folders() {
    let site = site_with(program("worker").path());
    let module = site.text("search.js");
    assert!(module.contains(&format!("from \"./{}/search.js\"", program_of(&site))), "{module}");
    assert!(module.contains(&format!("new URL(\"./{}/\", ", index_of(&site))), "{module}");
}

#[test]
fn another_program_leaves_the_index_where_it_was() {
    let (one, other) = (program("one"), program("other"));
    let folders = |program: &TempDir| {
        let site = site_with(program.path());
        (index_of(&site), program_of(&site))
    };
    assert_eq!(folders(&one), folders(&one));
    assert_eq!(folders(&one).0, folders(&other).0);
    assert_ne!(folders(&one).1, folders(&other).1);
}

#[test]
fn another_issue_leaves_the_program_where_it_was() {
    let program = program("worker");
    let folders = |posts: &[(&str, &str)]| {
        let posts = folder_with(posts);
        let site = Site::of_posts(posts.path().to_owned());
        press::build(&site.archive, site.folder.path(), None, Some(program.path())).unwrap();
        (index_of(&site), program_of(&site))
    };
    let (old, new) = (("2024-01-01-a.md", "Lamps\n"), ("2024-01-08-b.md", "Lenses\n"));
    let (before, after) = (folders(&[old]), folders(&[old, new]));
    assert_ne!(before.0, after.0);
    assert_eq!(before.1, after.1);
}

#[test]
fn without_a_program_there_is_the_index_alone() {
    let site = Site::of_posts(fixture("jekyll/_posts"));
    assert!(site.folder.path().join(index_of(&site)).join("root.bin").is_file());
    assert_eq!(site.manifest().search_program, None);
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

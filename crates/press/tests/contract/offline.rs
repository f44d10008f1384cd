//! What works without the network: the worker's list is whole, what is saved is the archive, and a new
//! issue is no new version of the program.

use std::fs;

use press::config::Arguments;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::site::{SHELL, Site, fixture, folder_with, is_document, read};

const WORKER: &str = "service-worker.js";

/// A program around [`SHELL`]: styles, an icon and glue.
fn program(glue: &str) -> TempDir {
    let head = concat!(
        "<head><link rel=\"icon\" href=\"/icon-1.svg\"><link rel=\"stylesheet\" href=\"/style-1.css\">",
        "<script data-glue=\"/app-1.js\"></script>"
    );
    let icon = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'>\
        <rect width='8' height='8' fill='#00f'/><path d='M2 2h4v4H2z' fill='#fff'/></svg>";
    folder_with(&[
        ("index.html", &SHELL.replace("<head>", head)),
        ("icon-1.svg", icon),
        ("style-1.css", ":root { --paper: #fbfaf7 } @font-face { src: url(\"fonts/a.woff2\") }"),
        ("fonts/a.woff2", "font"),
        ("fonts/a.LICENSE.txt", "licence"),
        ("app-1.js", glue),
        ("unnamed-1.js", "left over"),
    ])
}

fn build(arguments: &Arguments, program: TempDir) -> Site {
    let site = Site { archive: read(arguments), folder: program };
    press::build(&site.archive, site.folder.path(), None, None).unwrap();
    site
}

fn of_posts(posts: &[(&str, &str)], glue: &str) -> Site {
    let folder = folder_with(posts);
    build(
        &Arguments { posts: Some(folder.path().to_owned()), ..Arguments::default() },
        program(glue),
    )
}

fn sample() -> Site {
    let arguments = Arguments {
        posts: Some(fixture("jekyll/_posts")),
        public_url: Some("/lwkd/".to_owned()),
        ..Arguments::default()
    };
    build(&arguments, program("glue"))
}

fn json(site: &Site, file: &str) -> Value {
    serde_json::from_str(&site.text(file)).unwrap()
}

fn pointer(site: &Site) -> Value {
    json(site, "version.json")
}

fn inventory(site: &Site) -> Vec<Value> {
    let name = pointer(site)["inventory"].as_str().unwrap().to_owned();
    json(site, &name)["files"].as_array().unwrap().clone()
}

fn bytes(site: &Site, file: &Value) -> Vec<u8> {
    fs::read(site.folder.path().join(file.as_str().unwrap())).unwrap()
}

fn sha256(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// A constant that stands before the worker's own text.
fn constant(site: &Site, name: &str) -> Value {
    let worker = site.text(WORKER);
    let beginning = format!("const {name} = ");
    let line = worker.lines().find_map(|line| line.strip_prefix(&beginning)).unwrap();
    serde_json::from_str(line.strip_suffix(';').unwrap()).unwrap()
}

#[test]
fn the_worker_lists_the_program_and_nothing_of_the_archive() {
    let site = sample();
    let files = constant(&site, "FILES");
    let names: Vec<_> =
        files.as_array().unwrap().iter().map(|file| file[0].as_str().unwrap()).collect();
    let script = format!("offline-{}.js", constant(&site, "VERSION").as_str().unwrap());
    assert_eq!(
        names,
        [
            "app-1.js",
            "fonts/a.woff2",
            "icon-1.svg",
            "style-1.css",
            "icons/icon-192.png",
            "icons/icon-512.png",
            "icons/maskable-512.png",
            "icons/monochrome-512.png",
            "shell.html",
            &script,
        ]
    );
    for file in files.as_array().unwrap() {
        let bytes = bytes(&site, &file[0]);
        assert_eq!(file[1], sha256(&bytes), "{file}");
        assert_eq!(file[2], bytes.len(), "{file}");
    }
    assert_eq!(constant(&site, "BASE"), "/lwkd/");
}

#[test]
fn every_document_says_the_version_of_the_program() {
    let site = sample();
    let version = constant(&site, "VERSION");
    assert_eq!(pointer(&site)["program"], version);
    for file in site.files().keys().filter(|file| is_document(file)) {
        assert_eq!(site.root_attribute(file, "data-program"), version.as_str().unwrap(), "{file}");
    }
    assert_eq!(site.root_attribute("shell.html", "data-manifest"), "");
}

#[test]
fn a_new_issue_is_another_content_of_the_same_program() {
    let (old, new) = (("2024-01-01-a.md", "Lamps\n"), ("2024-01-08-b.md", "Lenses\n"));
    let (one, other) = (of_posts(&[old], "glue"), of_posts(&[old, new], "glue"));
    assert_eq!(one.text(WORKER), other.text(WORKER));
    assert_eq!(one.text("shell.html"), other.text("shell.html"));
    for key in ["manifest", "inventory", "issues", "bytes"] {
        assert_ne!(pointer(&one)[key], pointer(&other)[key], "{key}");
    }
}

#[test]
fn another_program_is_another_worker() {
    let post = ("2024-01-01-a.md", "Lamps\n");
    let (one, other) = (of_posts(&[post], "one"), of_posts(&[post], "other"));
    assert_ne!(constant(&one, "VERSION"), constant(&other, "VERSION"));
    assert_eq!(pointer(&one)["manifest"], pointer(&other)["manifest"]);
    assert_eq!(pointer(&one)["inventory"], pointer(&other)["inventory"]);
}

#[test]
fn the_inventory_holds_every_text_once_in_few_files() {
    let site = sample();
    let files = inventory(&site);
    let mut texts = Vec::new();
    for file in &files {
        let pack = bytes(&site, &file["file"]);
        assert_eq!(file["sha256"], sha256(&pack), "{file}");
        assert_eq!(file["bytes"], pack.len(), "{file}");
        let mut rest = pack.as_slice();
        for text in file["texts"].as_array().into_iter().flatten() {
            let (own, next) = rest.split_at(usize::try_from(text[2].as_u64().unwrap()).unwrap());
            assert_eq!(own, bytes(&site, &text[0]), "{text}");
            assert!(sha256(own).starts_with(text[1].as_str().unwrap()), "{text}");
            texts.push(text[0].as_str().unwrap().to_owned());
            rest = next;
        }
        assert!(texts.is_empty() || file["kind"] != "texts" || rest.is_empty(), "{file}");
    }
    texts.sort();
    let all = site.files().into_keys().filter(|file| file.ends_with(".md")).collect::<Vec<_>>();
    assert_eq!(texts, all);
    let issues: u64 = files.iter().filter_map(|file| file["issues"].as_u64()).sum();
    assert_eq!(issues, pointer(&site)["issues"].as_u64().unwrap());
    let sum: u64 = files.iter().filter_map(|file| file["bytes"].as_u64()).sum();
    assert_eq!(sum, pointer(&site)["bytes"].as_u64().unwrap());
}

#[test]
fn the_inventory_holds_the_index_as_packs() {
    let files = inventory(&sample());
    let index = files.iter().filter(|file| file["kind"] == "index");
    let names: Vec<_> = index
        .map(|file| file["file"].as_str().unwrap().rsplit('/').next().unwrap().to_owned())
        .collect();
    assert_eq!(names, ["pack-0.bin", "root.bin"]);
}

#[test]
fn the_web_app_manifest_stays_below_the_base_path() {
    let site = sample();
    let manifest = json(&site, "manifest.webmanifest");
    for key in ["id", "start_url", "scope"] {
        assert_eq!(manifest[key], "/lwkd/", "{key}");
    }
    assert!(!manifest["name"].as_str().unwrap().is_empty());
    assert_eq!(manifest["theme_color"], "#fbfaf7");
    let icons = manifest["icons"].as_array().unwrap();
    let purposes: Vec<_> = icons.iter().map(|icon| icon["purpose"].as_str().unwrap()).collect();
    assert_eq!(purposes, ["any", "any", "maskable", "monochrome"]);
    for icon in icons {
        let file = icon["src"].as_str().unwrap().strip_prefix("/lwkd/").unwrap();
        let measured = imagesize::size(site.folder.path().join(file)).unwrap();
        assert_eq!(icon["sizes"], format!("{}x{}", measured.width, measured.height));
    }
    assert_eq!(manifest["share_target"]["action"], "/lwkd/search");
    let shortcuts = manifest["shortcuts"].as_array().unwrap();
    let urls: Vec<_> = shortcuts.iter().map(|shortcut| shortcut["url"].as_str().unwrap()).collect();
    assert_eq!(urls, ["/lwkd/#latest-title", "/lwkd/search"]);
}

#[test]
fn a_worker_that_is_withdrawn_keeps_nothing() {
    let site = sample();
    press::withdraw(&site.archive, site.folder.path()).unwrap();
    let worker = site.text(WORKER);
    assert!(worker.contains("registration.unregister()"));
    assert!(worker.starts_with("const BASE = \"/lwkd/\";"));
    assert!(!worker.contains("\"fetch\""));
}

//! The API, read by a program that knows nothing but its schema and its documentation.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;

use flate2::read::GzDecoder;
use press::config::Arguments;
use serde_json::{Value, json};

use crate::real_archive;
use crate::site::{Site, folder_with, hostile, repository};

const FOLDER: &str = "api/v1/";

fn sample() -> Site {
    Site::of_posts(repository().join("public/posts"))
}

/// Every document of the API, by its path below the folder.
fn documents(site: &Site) -> BTreeMap<String, Value> {
    let files = site.files().into_iter().filter_map(|(file, bytes)| {
        let name = file.strip_prefix(FOLDER)?.to_owned();
        let is_document = name != "archive.jsonl.gz";
        is_document.then(|| (name, serde_json::from_slice(&bytes).unwrap()))
    });
    files.collect()
}

fn lines(site: &Site) -> Vec<Value> {
    let bytes = fs::read(site.folder.path().join(FOLDER).join("archive.jsonl.gz")).unwrap();
    let mut text = String::new();
    GzDecoder::new(&*bytes).read_to_string(&mut text).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Validates every document by the schema that is published beside it; gives how many there are.
fn validated(site: &Site) -> usize {
    let mut documents = documents(site);
    let schema = documents.remove("schema.json").unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for (name, document) in &documents {
        let errors = validator.iter_errors(document);
        let errors: Vec<_> =
            errors.map(|error| format!("{error} at {}", error.instance_path())).collect();
        assert_eq!(errors, [""; 0], "{name}");
    }
    documents.len()
}

#[test]
fn every_document_is_as_the_schema_says() {
    let site = sample();
    let families = site.archive.manifest.families.len();
    assert_eq!(validated(&site), 1 + site.archive.posts.len() + families + 7);
}

#[test]
fn every_document_of_hostile_posts_is_too() {
    assert!(validated(&hostile()) > 30);
}

#[test]
fn every_document_of_the_real_archive_is_too() {
    let Some(posts) = real_archive::posts() else { return };
    let site_url = Some("https://lwkd.info".to_owned());
    let site = Site::build(&Arguments { posts: Some(posts), site_url, ..Arguments::default() });
    assert!(validated(&site) > 309);
    assert_eq!(lines(&site).len(), 309);
}

#[test]
fn the_schema_refuses_what_is_not_documented() {
    let mut documents = documents(&sample());
    let validator = jsonschema::draft202012::new(&documents["schema.json"]).unwrap();
    for name in ["index.json", "sections/deprecated.json", "entities/pr.json"] {
        let document = documents.get_mut(name).unwrap();
        assert!(validator.is_valid(document), "{name}");
        document["other"] = Value::Null;
        assert!(!validator.is_valid(document), "{name}");
    }
}

#[test]
fn the_index_leads_to_every_document() {
    let site = sample();
    let mut documents = documents(&site);
    let index = documents.remove("index.json").unwrap();
    let lists = ["issues", "sections", "entities"].into_iter();
    let entries = lists.flat_map(|list| index[list].as_array().unwrap());
    let named = entries.map(|entry| &entry["json"]).chain([&index["schema"]]);
    let named = named.map(|address| {
        let address = address.as_str().unwrap();
        address.strip_prefix("https://lwkd.info/api/v1/").unwrap().to_owned()
    });
    let mut named: Vec<_> = named.collect();
    assert_eq!(index["deadlines"], "https://lwkd.info/deadlines.json");
    assert!(site.files().contains_key("deadlines.json"));
    named.sort();
    assert_eq!(named, documents.into_keys().collect::<Vec<_>>());
}

#[test]
fn an_issue_has_every_item_with_its_address_and_what_it_mentions() {
    let site = sample();
    let documents = documents(&site);
    for post in &site.archive.posts {
        let document = &documents[&format!("issues{}.json", post.entry.path)];
        let sections = document["sections"].as_array().unwrap().iter();
        let items: Vec<_> =
            sections.flat_map(|section| section["items"].as_array().unwrap()).collect();
        assert_eq!(items.len(), post.issue.items().count());
        for (ours, item) in items.into_iter().zip(post.issue.items()) {
            assert_eq!(
                ours["url"],
                format!("https://lwkd.info{}#{}", post.entry.path, item.anchor)
            );
            assert_eq!(ours["text"], item.text);
            let keys: Vec<_> =
                ours["entities"].as_array().unwrap().iter().map(|entity| &entity["key"]).collect();
            let expect: Vec<_> = item.entities.iter().map(|entity| &entity.key).collect();
            assert_eq!(keys, expect);
        }
    }
}

#[test]
fn a_section_lists_the_items_that_its_issues_have_of_it() {
    let documents = documents(&sample());
    let index = documents["index.json"]["issues"].as_array().unwrap();
    let mut expect = Vec::new();
    for issue in index {
        let path = issue["path"].as_str().unwrap();
        let sections = documents[&format!("issues{path}.json")]["sections"].as_array().unwrap();
        let is_of_it = |section: &&Value| {
            section["families"].as_array().unwrap().iter().any(|family| family == "featured-prs")
        };
        for section in sections.iter().filter(is_of_it) {
            for item in section["items"].as_array().unwrap() {
                let title = &item["heading"]["text"];
                expect.push(json!({
                    "url": item["url"], "kind": item["kind"], "title": title, "text": item["text"]
                }));
            }
        }
    }
    let listed = documents["sections/featured-prs.json"]["issues"].as_array().unwrap().iter();
    let listed: Vec<_> =
        listed.flat_map(|issue| issue["items"].as_array().unwrap()).cloned().collect();
    assert!(listed.iter().any(|item| item["title"].is_string()));
    assert!(listed.iter().any(|item| item["title"].is_null()));
    assert_eq!(listed, expect);
}

#[test]
fn an_entity_leads_to_all_items_that_mention_it() {
    let site = sample();
    let prs = &documents(&site)["entities/pr.json"]["entities"];
    let mut mentions = 0;
    for post in &site.archive.posts {
        for item in post.issue.items() {
            let address = format!("https://lwkd.info{}#{}", post.entry.path, item.anchor);
            for entity in item.entities.iter().filter(|entity| entity.kind == "pr") {
                let found = prs[&entity.key].as_array().unwrap();
                assert!(found.iter().any(|found| *found == *address), "{}", entity.key);
                mentions += 1;
            }
        }
    }
    let listed = prs.as_object().unwrap().values().map(|found| found.as_array().unwrap().len());
    assert_eq!(listed.sum::<usize>(), mentions);
    assert!(mentions > 100, "{mentions}");
}

#[test]
fn the_download_holds_the_document_of_every_issue_and_no_time() {
    let site = sample();
    let documents = documents(&site);
    let lines = lines(&site);
    assert_eq!(lines.len(), site.archive.posts.len());
    for (line, post) in lines.iter().zip(&site.archive.posts) {
        assert_eq!(line, &documents[&format!("issues{}.json", post.entry.path)]);
    }
    let bytes = fs::read(site.folder.path().join(FOLDER).join("archive.jsonl.gz")).unwrap();
    assert_eq!(bytes[4..8], [0; 4], "gzip's time");
    assert_eq!(documents["index.json"]["download"]["bytes"], bytes.len());
}

#[test]
fn an_items_hash_changes_with_it_alone() {
    let post = |first: &str| format!("---\ntitle: A\n---\n* {first}\n* [B](/b)\n");
    let folder = folder_with(&[("posts/2024-01-01-a.md", &post("A"))]);
    let hashes = |public_url: &str| -> Vec<String> {
        let site = Site::build(&Arguments {
            posts: Some(folder.path().join("posts")),
            public_url: Some(public_url.to_owned()),
            ..Arguments::default()
        });
        let documents = documents(&site);
        let items =
            documents["issues/2024/01/01/a.json"]["sections"][0]["items"].as_array().unwrap();
        items.iter().map(|item| item["hash"].as_str().unwrap().to_owned()).collect()
    };
    let before = hashes("/");
    assert_eq!(before, hashes("/elsewhere/"));
    fs::write(folder.path().join("posts/2024-01-01-a.md"), post("Other")).unwrap();
    let after = hashes("/");
    assert_ne!(before[0], after[0]);
    assert_eq!(before[1], after[1]);
}

#[test]
fn the_documentation_names_every_key_and_address() {
    let document = fs::read_to_string(repository().join("docs/api.md")).unwrap();
    let schema = &documents(&sample())["schema.json"];
    let mut keys = Vec::new();
    gather_keys(schema, &mut keys);
    keys.sort_unstable();
    keys.dedup();
    assert!(keys.len() > 30, "{keys:?}");
    for key in keys {
        assert!(document.contains(&format!("`{key}`")), "`{key}` is not in docs/api.md");
    }
    let addresses =
        document.lines().filter_map(|line| line.strip_prefix("| `/api/v1/")?.split('`').next());
    let addresses: Vec<_> = addresses.collect();
    let shown = "2023-09-05 22:00:00 +0000\ntitle: A";
    let folder = folder_with(&[
        ("masthead.toml", "permalink = '/:year/:year:month:day'"),
        ("posts/a.md", &format!("---\ndate: {shown}\n---\n")),
    ]);
    let files = Site::of_posts(folder.path().join("posts")).files();
    assert!(addresses.len() > 5);
    for address in addresses {
        assert!(files.contains_key(&format!("{FOLDER}{address}")), "{address}");
    }
}

/// The keys of all objects that a schema describes.
fn gather_keys<'schema>(schema: &'schema Value, keys: &mut Vec<&'schema str>) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::Object(properties)) = members.get("properties") {
                keys.extend(properties.keys().map(String::as_str));
            }
            members.values().for_each(|member| gather_keys(member, keys));
        }
        Value::Array(entries) => entries.iter().for_each(|entry| gather_keys(entry, keys)),
        _ => {}
    }
}

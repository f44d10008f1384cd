//! The index that a build writes is the one that the manifest names and that the engine reads.

use std::path::Path;

use bundle_format::search_folder;
use newsletter_search::{BuildId, Index, PartId, ROOT_FILE, Request, pack_file};
use press::search::{Dist, SearchError, batch, json};

use crate::site::{Site, fixture};

fn sample() -> Site {
    Site::of_posts(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/posts"))
}

fn request(query: &str) -> Request {
    Request { query: query.to_owned(), limit: 1_000, ..Request::default() }
}

#[test]
fn the_manifest_names_the_index_and_the_folder_has_every_part() {
    let site = sample();
    let search = site.manifest().search;
    let files = site.files();
    let folder = search_folder(search);
    let file = |name: &str| files[&format!("{folder}/{name}")].clone();
    let mut index = Index::open(&file(ROOT_FILE)).unwrap();
    assert_eq!(index.build_id(), BuildId(search));
    let parts: Vec<PartId> = index.parts().collect();
    for id in &parts {
        index.supply(*id, file(&id.file())).unwrap();
    }
    let mut packed = Vec::new();
    for (number, len) in (0..).zip(index.packs().to_vec()) {
        let pack = file(&pack_file(number));
        assert_eq!(pack.len(), usize::try_from(len).unwrap());
        for (id, range) in index.contents(&pack).unwrap() {
            assert!(pack[range] == file(&id.file()), "{id:?}");
            packed.push(id);
        }
    }
    assert_eq!(packed, parts);
    let all = files.keys().filter(|name| name.starts_with(&format!("{folder}/"))).count();
    assert_eq!(all, 1 + parts.len() + index.packs().len());
    let items: usize = site.archive.posts.iter().map(|post| post.issue.items().count()).sum();
    assert_eq!(usize::try_from(index.item_count()).unwrap(), items);
}

#[test]
fn every_entity_of_the_sample_finds_the_items_that_mention_it() {
    let site = sample();
    let mut dist = Dist::open(site.folder.path()).unwrap();
    let mut count = 0;
    for post in &site.archive.posts {
        for item in post.issue.items() {
            let numbered = item.entities.iter().filter(|entity| entity.kind == "pr");
            for entity in numbered {
                let answer = dist.search(&request(&entity.key)).unwrap();
                let is_it = |hit: &newsletter_search::Hit| {
                    let content = hit.content.as_ref().unwrap();
                    content.path == post.entry.path && content.anchor == item.anchor.as_str()
                };
                assert!(answer.hits.iter().any(is_it), "{} in {}", entity.key, post.entry.path);
                count += 1;
            }
        }
    }
    assert!(count > 50, "only {count} were looked for");
}

#[test]
fn a_batch_answers_line_by_line_in_the_documented_form() {
    let site = Site::of_posts(fixture("jekyll/_posts"));
    let mut dist = Dist::open(site.folder.path()).unwrap();
    let answer = dist.search(&request("lamps")).unwrap();
    let hit = json(&dist, answer.hits.first().unwrap());
    let keys: Vec<&str> = hit.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["date", "heading", "match", "score", "section", "slug", "text", "url"]);
    let lines = "{\"id\":1,\"query\":\"lamps\"}\n\n{\"id\":\"b\",\"query\":\"zeppelin\"}\n";
    let printed = batch(&mut dist, lines, 1).unwrap();
    let printed: Vec<&str> = printed.lines().collect();
    assert_eq!(
        printed,
        [format!("{{\"id\":1,\"results\":[{hit}]}}"), "{\"id\":\"b\",\"results\":[]}".to_owned(),]
    );
    let error = batch(&mut dist, "{}", 1).unwrap_err().to_string();
    assert!(error.starts_with("line 1: "), "{error}");
}

#[test]
fn a_folder_without_an_index_says_what_to_do() {
    let empty = tempfile::tempdir().unwrap();
    let error = Dist::open(empty.path()).unwrap_err();
    assert!(matches!(error, SearchError::NoIndex(_)), "{error}");
    assert!(error.to_string().contains("press build"));
}

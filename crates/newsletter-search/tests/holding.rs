//! How parts come and go: in packs, one by one, and not for ever.

#![expect(
    clippy::unwrap_used,
    reason = "this is how tests fail; Clippy exempts only functions marked as tests"
)]

mod archive;

use archive::Archive;
use newsletter_search::{BuildId, Index, PartId, Request};

/// More items than one part of texts has.
fn archive() -> Archive {
    let items = (0..40).map(|number| format!("* Lamp {number} burns oil\n"));
    let post: String = ["## News\n\n".to_owned()].into_iter().chain(items).collect();
    Archive::of(&[&post])
}

fn request(query: &str, limit: usize) -> Request {
    Request { query: query.to_owned(), limit, ..Request::default() }
}

/// Supplies what is needed until the answer is final; gives the parts in that order.
fn fill(archive: &Archive, index: &mut Index, request: &Request) -> Vec<PartId> {
    let mut supplied = Vec::new();
    loop {
        let needed = index.search(request).needed;
        if needed.is_empty() {
            return supplied;
        }
        for id in needed {
            let part = archive.built.parts.iter().find(|(part, _)| *part == id).unwrap();
            index.supply(id, part.1.clone()).unwrap();
            supplied.push(id);
        }
    }
}

#[test]
fn with_all_packs_nothing_is_missing() {
    let archive = archive();
    let mut built = archive.built.clone();
    built.stamp(BuildId(7));
    let mut index = Index::open(&built.root).unwrap();
    let packs: Vec<Vec<u8>> = built.packs(BuildId(7)).collect();
    let lengths: Vec<usize> = packs.iter().map(Vec::len).collect();
    let told = index.packs().iter().map(|len| usize::try_from(*len).unwrap());
    assert!(told.eq(lengths));
    for pack in packs {
        index.supply_pack(pack).unwrap();
    }
    assert!(index.parts().all(|id| index.has(id)));
    for query in ["lamp", "lmap", "l", "\"burns oil\"", "burnt lamps"] {
        let outcome = index.search(&request(query, 99));
        assert!(outcome.needed.is_empty() && outcome.later.is_empty(), "{query}");
    }
}

#[test]
fn a_pack_of_another_build_is_refused() {
    let archive = archive();
    let mut built = archive.built.clone();
    built.stamp(BuildId(7));
    let mut index = Index::open(&built.root).unwrap();
    let pack = archive.built.packs(BuildId(8)).next().unwrap();
    assert!(index.contents(&pack).is_err());
    assert!(index.supply_pack(pack).is_err());
    assert!(!index.parts().any(|id| index.has(id)));
}

#[test]
fn what_was_not_looked_into_for_longest_is_dropped_first() {
    let archive = archive();
    let mut index = archive.index.clone();
    let last = Request { offset: 39, ..request("lamp", 40) };
    let late = fill(&archive, &mut index, &last);
    let early = fill(&archive, &mut index, &request("lamp", 1));
    let (PartId::Texts(_), PartId::Texts(_)) = (late[1], early[0]) else { panic!("{late:?}") };
    let held: usize = index.parts().filter(|id| index.has(*id)).map(|id| len(&archive, id)).sum();
    index.keep(held);
    assert!(index.has(late[1]));
    index.keep(held - 1);
    assert!(!index.has(late[1]) && index.has(early[0]));
    index.keep(0);
    assert!(!index.parts().any(|id| index.has(id)));
}

#[test]
fn what_was_dropped_is_needed_again_and_gives_the_same_answer() {
    let archive = archive();
    let mut index = archive.index.clone();
    let request = request("oil lamps", 20);
    let needed = fill(&archive, &mut index, &request);
    let answer = index.search(&request).answer;
    index.keep(0);
    assert_eq!(fill(&archive, &mut index, &request), needed);
    assert_eq!(index.search(&request).answer, answer);
}

fn len(archive: &Archive, id: PartId) -> usize {
    archive.built.parts.iter().find(|(part, _)| *part == id).unwrap().1.len()
}

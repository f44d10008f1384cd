//! Manifests to test with: one small and complete, and any at all.

use bundle_format::{
    Family, Fingerprint, Image, IssueEntry, Licence, Manifest, PageEntry, SectionEntry,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// Every field filled, every list with at least one entry, both shapes of every option but one.
pub(crate) fn complete() -> Manifest {
    Manifest {
        title: "Last Month in Lighthouses".to_owned(),
        short_title: "LMIL".to_owned(),
        description: "Lamps, lenses & fog signals.".to_owned(),
        language: "en".to_owned(),
        site_url: Some("https://lighthouses.example".to_owned()),
        edit_url: None,
        licence: Some(Licence {
            name: "CC BY 4.0".to_owned(),
            url: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        }),
        families: vec![Family {
            id: "lamps".to_owned(),
            name: "Lamps".to_owned(),
            headings: vec!["Lamp*".to_owned(), "Ampoules électriques".to_owned()],
            is_featured: true,
        }],
        images: vec![Image { path: "/images/lens.png".to_owned(), width: 640, height: 480 }],
        issues: vec![IssueEntry {
            path: "/2023/20230905".to_owned(),
            file: "2023-09-03-lamps.md".to_owned(),
            title: "September 3, 2023".to_owned(),
            published: 1_693_951_200,
            words: 523,
            fingerprint: Fingerprint { hash: 0x0123_4567_89ab_cdef, len: 4_000 },
            headlines: vec!["A new lens".to_owned()],
            sections: vec![
                SectionEntry { families: vec![], items: 1 },
                SectionEntry { families: vec![0], items: 12 },
            ],
        }],
        pages: vec![PageEntry {
            path: "/keepers".to_owned(),
            file: "keepers.md".to_owned(),
            title: "Keepers".to_owned(),
            fingerprint: Fingerprint { hash: u64::MAX, len: 0 },
        }],
        search: 0x41c7_0000_0000_0001,
        search_program: Some(0xd2f3_0000_0000_0001),
        deadlines: Some(0x0d2f),
    }
}

/// Any manifest at all, with short lists.
pub(crate) fn any_manifest() -> impl Strategy<Value = Manifest> {
    let words = (text(), text(), text(), text());
    let options = (option(text()), option(text()), option((text(), text())));
    let rules = (vec(family(), 0..3), vec(image(), 0..3));
    let entries = (vec(issue(), 0..4), vec(page(), 0..3));
    let hashes = (any::<u64>(), option(any::<u64>()), option(any::<u64>()));
    (words, options, rules, entries, hashes).prop_map(|(words, options, rules, entries, hashes)| {
        Manifest {
            title: words.0,
            short_title: words.1,
            description: words.2,
            language: words.3,
            site_url: options.0,
            edit_url: options.1,
            licence: options.2.map(|(name, url)| Licence { name, url }),
            families: rules.0,
            images: rules.1,
            issues: entries.0,
            pages: entries.1,
            search: hashes.0,
            search_program: hashes.1,
            deadlines: hashes.2,
        }
    })
}

fn text() -> impl Strategy<Value = String> {
    "\\PC{0,12}"
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    vec(text(), 0..3)
}

fn option<S: Strategy>(value: S) -> impl Strategy<Value = Option<S::Value>> {
    proptest::option::of(value)
}

fn family() -> impl Strategy<Value = Family> {
    (text(), text(), texts(), any::<bool>()).prop_map(|(id, name, headings, is_featured)| Family {
        id,
        name,
        headings,
        is_featured,
    })
}

fn image() -> impl Strategy<Value = Image> {
    (text(), any::<u32>(), any::<u32>()).prop_map(|(path, width, height)| Image {
        path,
        width,
        height,
    })
}

fn issue() -> impl Strategy<Value = IssueEntry> {
    let names = (text(), text(), text());
    let numbers = (any::<i64>(), any::<u32>(), fingerprint());
    (names, numbers, texts(), vec(section(), 0..4)).prop_map(
        |((path, file, title), (published, words, fingerprint), headlines, sections)| IssueEntry {
            path,
            file,
            title,
            published,
            words,
            fingerprint,
            headlines,
            sections,
        },
    )
}

fn fingerprint() -> impl Strategy<Value = Fingerprint> {
    (any::<u64>(), any::<u32>()).prop_map(|(hash, len)| Fingerprint { hash, len })
}

fn section() -> impl Strategy<Value = SectionEntry> {
    (vec(any::<u8>(), 0..3), any::<u32>())
        .prop_map(|(families, items)| SectionEntry { families, items })
}

fn page() -> impl Strategy<Value = PageEntry> {
    (text(), text(), text(), fingerprint()).prop_map(|(path, file, title, fingerprint)| PageEntry {
        path,
        file,
        title,
        fingerprint,
    })
}

//! Headings and the families they belong to.

use super::{Families, Family, edits};

fn families() -> Families {
    let family = |id: &str, name: &str, headings: &[&str]| Family {
        id: id.to_owned(),
        name: name.to_owned(),
        headings: headings.iter().map(|&heading| heading.to_owned()).collect(),
        is_featured: false,
    };
    Families::new(vec![
        family("news", "Developer News", &[]),
        family("featured", "Featured PRs", &["Featured PR*"]),
        family("merges", "Other Merges", &["Merges", "Bug Fixes"]),
        family("deprecated", "Deprecated", &["Deprecations", "Removals"]),
        family("versions", "Version Updates", &["Version Update*"]),
        family("meetings", "Meetings", &["* Meeting", "*steering*summary*"]),
        family("reversions", "Reversions", &[]),
        family("talks", "Q & A", &["R2-D2 talks"]),
        family("other", "Other", &[]),
    ])
}

fn ids(families: &Families, heading: &str) -> String {
    let found = families.of_heading(heading).into_iter();
    found.map(|index| families.get(index).unwrap().id.as_str()).collect::<Vec<_>>().join(" ")
}

fn check(heading: &str, expect: &str) {
    assert_eq!(ids(&families(), heading), expect, "{heading:?}");
}

#[test]
fn case_punctuation_and_numbers_do_not_count() {
    check("Developer News", "news");
    check("developer  NEWS:", "news");
    check("Developer_News.", "news");
    check("1.17 Merges", "merges");
    check("r2 d2 Talks", "talks");
}

#[test]
fn a_star_stands_for_anything() {
    check("Featured PRS", "featured");
    check("Featured PR", "featured");
    check("Version Updates (in 1.18)", "versions");
    check("Community Meeting", "meetings");
    check("Meeting", "other");
    check("The Steering Committee's Summary of it", "meetings");
    check("Summary of Steering", "other");
}

#[test]
fn a_compound_heading_belongs_to_several_unless_it_fits_as_a_whole() {
    check("Deprecations and Reversions", "deprecated reversions");
    check("Deprecations/Removals", "deprecated");
    check("Merges & Version Updates, Reversions", "merges versions reversions");
    check("Bug Fixes and Graphs", "merges");
    check("Merges, Removals, and Reversions", "merges deprecated reversions");
    check("Q and A", "talks");
    check("Q & A", "talks");
    check("Sandstone Merges", "other");
}

#[test]
fn what_fits_nowhere_is_other_if_there_is_such_a_family() {
    check("Graph of the Week", "other");
    check("", "other");
    let none = Families::default();
    assert_eq!(none.of_heading("Merges"), []);
    assert!(none.is_empty() && none.nearest("Merges").is_none());
}

#[test]
fn the_nearest_family_is_named_only_if_it_is_near() {
    let families = families();
    let nearest = |heading: &str| families.nearest(heading).map(|family| family.id.as_str());
    assert_eq!(nearest("Develpoer News"), Some("news"));
    assert_eq!(nearest("Reversion"), Some("reversions"));
    assert_eq!(nearest("Feature PRs"), Some("featured"));
    assert_eq!(nearest("Graph of the Week"), None);
    assert_eq!(nearest(&"x".repeat(100_000)), None);
}

#[test]
fn a_swap_of_neighbours_is_one_edit() {
    let count = |one: &str, other: &str| {
        edits(&one.chars().collect::<Vec<_>>(), &other.chars().collect::<Vec<_>>())
    };
    assert_eq!(count("abcd", "abcd"), 0);
    assert_eq!(count("abcd", "acbd"), 1);
    assert_eq!(count("abcd", "abd"), 1);
    assert_eq!(count("abd", "abcd"), 1);
    assert_eq!(count("abcd", "axcd"), 1);
    assert_eq!(count("", "abc"), 3);
    assert_eq!(count("ca", "abc"), 3);
}

#[test]
fn families_that_cannot_be_numbered_are_dropped() {
    let many = Families::new(vec![families().get(super::FamilyIndex(0)).unwrap().clone(); 300]);
    assert_eq!(many.iter().count(), 256);
}

//! Heads of single documents, read back as a browser would.

use bundle_format::{IssueEntry, Manifest};
use newsletter::Issue;
use newsletter::date::Timestamp;

use super::*;
use crate::archive::{Post, Source};
use crate::outputs::Origin;

const HOSTILE: &str = "</title></script><!--<script>\"alert('&')\"";

fn archive(site_url: Option<&str>) -> Archive {
    let manifest = Manifest {
        title: "The Lighthouse Letter".to_owned(),
        short_title: "Letter".to_owned(),
        language: "en".to_owned(),
        site_url: site_url.map(str::to_owned),
        ..Manifest::default()
    };
    Archive::of_manifest(manifest, "/letter/")
}

fn post(title: &str) -> Post {
    let source = Source {
        path: "a.md".into(),
        bytes: Vec::new(),
        text: String::new(),
        fingerprint: bundle_format::Fingerprint::default(),
    };
    let entry = IssueEntry {
        path: "/2023/über <a>".to_owned(),
        title: title.to_owned(),
        published: 1_693_922_400,
        ..IssueEntry::default()
    };
    Post {
        source,
        entry,
        issue: Issue::default(),
        identity: String::new(),
        revised: Timestamp(1_693_922_400),
        announcements: Vec::new(),
    }
}

fn document<'post>(subject: Subject<'post>, path: &str, name: &str) -> Document<'post> {
    Document {
        file: "a.html".to_owned(),
        path: path.to_owned(),
        subject,
        name: name.to_owned(),
        title: name.to_owned(),
        description: name.to_owned(),
        previous: Some("/2023/older".to_owned()),
        next: None,
        origin: Origin::Archive("a".to_owned()),
    }
}

fn of_issue(title: &str, site_url: Option<&str>) -> String {
    let post = post(title);
    let document = document(Subject::Issue(&post), &post.entry.path, title);
    markup(&document, &archive(site_url), &Cards::default(), &[])
}

#[test]
fn a_hostile_title_stays_a_title() {
    let html = of_issue(HOSTILE, Some("https://letter.example"));
    assert_eq!(html.matches("</").count(), 1, "{html}");
    let (tags, script) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    assert!(!tags.contains("<script") && !tags.contains("<!--"), "{tags}");
    let attribute =
        "content=\"&lt;/title&gt;&lt;/script&gt;&lt;!--&lt;script&gt;&quot;alert('&amp;')&quot;\"";
    assert!(tags.contains(&format!("<meta property=\"og:title\" {attribute}>")), "{tags}");
    let data: serde_json::Value =
        serde_json::from_str(script.strip_suffix("</script>").unwrap()).unwrap();
    assert_eq!(data["@graph"][0]["headline"], HOSTILE);
}

#[test]
fn addresses_are_whole_and_encoded() {
    let html = of_issue("A", Some("https://letter.example"));
    let address = "https://letter.example/2023/%C3%BCber%20%3Ca%3E";
    for tag in [
        format!("<link rel=\"canonical\" href=\"{address}\">"),
        format!("<meta property=\"og:url\" content=\"{address}\">"),
        format!("type=\"text/markdown\" title=\"Markdown\" href=\"{address}.md\">"),
        "<link rel=\"prev\" href=\"https://letter.example/2023/older\">".to_owned(),
    ] {
        assert!(html.contains(&tag), "{tag} is not in {html}");
    }
}

#[test]
fn without_a_public_address_nothing_claims_one() {
    let html = of_issue("A", None);
    for absent in ["canonical", "og:url", "og:image", "ld+json", "https:"] {
        assert!(!html.contains(absent), "{absent} is in {html}");
    }
    for there in
        ["href=\"/letter/2023/older\"", "href=\"/letter/2023/%C3%BCber%20%3Ca%3E.md\"", "og:title"]
    {
        assert!(html.contains(there), "{there} is not in {html}");
    }
}

#[test]
fn what_is_not_there_and_what_is_found_is_not_to_be_listed() {
    let site = Some("https://letter.example");
    let head = |subject, path| {
        markup(&document(subject, path, "A"), &archive(site), &Cards::default(), &[])
    };
    let missing = head(Subject::NotFound, "/404");
    assert!(missing.contains("<meta name=\"robots\" content=\"noindex\">"), "{missing}");
    assert!(!missing.contains("og:") && !missing.contains("canonical"), "{missing}");
    assert!(head(Subject::Search, "/search").contains("noindex"));
    assert!(!head(Subject::Year, "/2023").contains("noindex"));
}

#[test]
fn what_is_empty_is_left_out() {
    let archive = archive(Some("https://letter.example"));
    let document =
        Document { description: String::new(), ..document(Subject::Year, "/2023", "2023") };
    let html = markup(&document, &archive, &Cards::default(), &[]);
    assert!(!html.contains("og:description") && !html.contains("content=\"\""), "{html}");
}

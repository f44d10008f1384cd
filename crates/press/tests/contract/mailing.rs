//! What `press email` sends.

use std::path::PathBuf;

use press::config::Arguments;
use press::email::{CLIPPED_AT_BYTES, Mail, MailError};

use crate::real_archive;
use crate::site::{folder_with, hostile, read, repository};

fn mail(posts: PathBuf, site_url: Option<&str>, slug: &str) -> Result<Mail, MailError> {
    let site_url = site_url.map(str::to_owned);
    Mail::new(&read(&Arguments { posts: Some(posts), site_url, ..Arguments::default() }), slug)
}

fn mail_of(post: &str) -> Mail {
    let folder = folder_with(&[("posts/a.md", post)]);
    mail(folder.path().join("posts"), Some("https://a.example"), "a").unwrap()
}

#[test]
fn the_mail_of_a_post_has_its_title_and_no_front_matter() {
    let mail = mail(repository().join("public/posts"), None, "2023-09-03-update").unwrap();
    assert_eq!(mail.subject, "Week Ending September 3, 2023");
    assert!(mail.markdown.starts_with("## Developer News\n"), "{}", mail.markdown);
    assert!(!mail.markdown.contains("layout:"));
    assert!(mail.html.contains("<title>Week Ending September 3, 2023</title>"));
    assert!(!mail.is_clipped());
}

#[test]
fn addresses_are_whole_and_lead_to_the_page() {
    let mail = mail_of(
        "---\ntitle: A\ndate: 2024-01-01\n---\n## News\n\n* [here](#news) [there](/b) ![i](/i.png)\n",
    );
    let page = "https://a.example/2024/01/01/a.html";
    for whole in [&format!("({page}#news)"), "(https://a.example/b)", "(https://a.example/i.png)"] {
        assert!(mail.markdown.contains(whole), "{whole}: {}", mail.markdown);
    }
    for whole in [&format!("\"{page}#news\""), "\"https://a.example/i.png\""] {
        assert!(mail.html.contains(whole), "{whole}: {}", mail.html);
    }
    assert!(!mail.html.contains("=\"/") && !mail.html.contains("=\"#"), "{}", mail.html);
}

#[test]
fn a_mail_in_html_fetches_nothing_and_runs_nothing() {
    let mail = mail(repository().join("public/posts"), None, "2025-12-21-update").unwrap();
    for element in ["<script", "<link", "@import", "url("] {
        assert!(!mail.html.contains(element), "{element}");
    }
}

#[test]
fn a_mail_that_gmail_would_clip_says_so() {
    let of = |letters: usize| mail_of(&format!("---\ntitle: A\n---\n{}\n", "a".repeat(letters)));
    let frame = of(1).html.len() - 1;
    assert!(!of(CLIPPED_AT_BYTES - frame).is_clipped());
    assert!(of(CLIPPED_AT_BYTES - frame + 1).is_clipped());
}

#[test]
fn a_title_cannot_leave_the_subject() {
    let mail = mail_of("---\ntitle: \"A\\nBcc: x@a.example <b>\"\n---\nText\n");
    assert_eq!(mail.subject, "A Bcc: x@a.example <b>");
    assert!(mail.html.contains("<h1>A Bcc: x@a.example &lt;b&gt;</h1>"), "{}", mail.html);
}

#[test]
fn what_is_missing_is_said_with_what_to_do() {
    let posts = || repository().join("public/posts");
    let unknown = mail(posts(), None, "2023-09-04").unwrap_err().to_string();
    assert!(
        unknown.contains("`2023-09-04`") && unknown.contains("`2026-07-19-update`"),
        "{unknown}"
    );
    let folder = folder_with(&[("posts/a.md", "---\ntitle: A\n---\n")]);
    let private = mail(folder.path().join("posts"), None, "a").unwrap_err().to_string();
    assert!(private.contains("--site-url"), "{private}");
}

#[test]
fn every_hostile_post_becomes_a_mail() {
    let archive = hostile().archive;
    for post in &archive.posts {
        let mail = Mail::new(&archive, post.slug()).unwrap();
        let is_illegal = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        assert!(!mail.markdown.contains(is_illegal), "{}", post.slug());
        assert!(!mail.html.contains("<script"), "{}", post.slug());
    }
}

#[test]
fn every_post_of_the_real_archive_becomes_a_mail() {
    let Some(posts) = real_archive::posts() else { return };
    let site_url = Some("https://lwkd.info".to_owned());
    let archive = read(&Arguments { posts: Some(posts), site_url, ..Arguments::default() });
    for post in &archive.posts {
        let mail = Mail::new(&archive, post.slug()).unwrap();
        assert!(!mail.is_clipped(), "{}", post.slug());
        assert!(
            !mail.markdown.contains("](/") && !mail.markdown.contains("](#"),
            "{}",
            post.slug()
        );
    }
}

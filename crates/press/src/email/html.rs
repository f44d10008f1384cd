//! A mail as one HTML document: its styles are in it, since mail programs fetch none.

use super::MailError;
use crate::archive::{Archive, Post};
use crate::outputs::{Addresses, Content, push_escaped};

/// One column, and letters as the mail program has them. Dark colours are left to the program, which
/// knows better what the reader wants.
const STYLES: &str = "body{margin:0;padding:24px 16px}\
    .mail{max-width:640px;margin:0 auto;font:16px/1.5 Georgia,serif}\
    h1,h2,h3,h4{line-height:1.25;margin:1.5em 0 .5em}\
    h1{font-size:26px}h2{font-size:21px}h3,h4{font-size:17px}\
    p,ul,ol,blockquote,pre,table{margin:0 0 1em}li{margin:0 0 .4em}\
    code,pre{font:14px/1.45 Menlo,Consolas,monospace}pre{white-space:pre-wrap}\
    img{max-width:100%;height:auto}blockquote{padding-left:1em;border-left:3px solid #999}\
    td,th{padding:.2em .6em;border:1px solid #999}.small{font-size:14px}";

pub(super) fn document(archive: &Archive, post: &Post, subject: &str) -> Result<String, MailError> {
    let addresses = Addresses::public(archive).ok_or(MailError::NoPublicAddress)?;
    let manifest = &archive.manifest;
    let path = post.entry.path.as_str();
    let content = Content { addresses, path, has_marks: false }.of_issue(&post.issue);
    let mut html = String::from("<!doctype html>\n<html lang=\"");
    push_escaped(&manifest.language, &mut html);
    html.push_str("\"><head><meta charset=\"utf-8\">");
    html.push_str("<meta name=\"viewport\" content=\"width=device-width\"><title>");
    push_escaped(subject, &mut html);
    html.extend(["</title><style>", STYLES, "</style></head>\n<body><div class=\"mail\">\n"]);
    html.push_str("<p class=\"small\">");
    push_link(&addresses.of("/"), &manifest.title, &mut html);
    html.push_str("</p>\n<h1>");
    push_escaped(subject, &mut html);
    html.extend(["</h1>\n", &content, "<hr>\n<p class=\"small\">"]);
    push_link(&addresses.of(path), "Read this issue on the web", &mut html);
    if let Some(licence) = &manifest.licence {
        html.push_str(" · ");
        push_link(&licence.url, &licence.name, &mut html);
    }
    html.push_str("</p>\n</div></body></html>\n");
    Ok(html)
}

fn push_link(address: &str, words: &str, html: &mut String) {
    html.push_str("<a href=\"");
    push_escaped(address, html);
    html.push_str("\">");
    push_escaped(words, html);
    html.push_str("</a>");
}

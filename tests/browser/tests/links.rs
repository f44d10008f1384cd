//! Every link and every file that a page asks for is there, at the root of a host and below a path.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use browser_tests::site::{BASE, Site};
use percent_encoding::percent_decode_str;

#[test]
fn nothing_is_missing_at_the_root_of_a_host() {
    check(&Site::built().unwrap_or_else(|missing| panic!("{missing}")), "/");
}

#[test]
fn nothing_is_missing_below_a_path() {
    check(&Site::built_below().unwrap_or_else(|missing| panic!("{missing}")), BASE);
}

/// A post of the sample has this link without its scheme, as the real archive does; `press check` names it.
const WITHOUT_SCHEME: &str = "/github.com/kubernetes/kubernetes/pull/89901";

fn check(folder: &Path, base: &str) {
    let pages = pages(folder);
    assert!(pages.len() > 40, "{} pages", pages.len());
    let mut missing = BTreeSet::new();
    let mut count = 0;
    for (page, html) in &pages {
        for address in addresses(html) {
            let is_elsewhere = address.contains("://")
                || ["mailto:", "data:"].iter().any(|scheme| address.starts_with(scheme));
            if is_elsewhere || address.ends_with(WITHOUT_SCHEME) {
                continue;
            }
            count += 1;
            if !is_there(folder, base, &address, page, &pages) {
                missing.insert(format!("{address} on {page}"));
            }
        }
    }
    assert!(count > 2000, "{count} links");
    assert!(missing.is_empty(), "{missing:#?}");
}

/// What a page links to and what it asks for.
fn addresses(html: &str) -> Vec<String> {
    let attributes =
        [" href=\"", " src=\"", " action=\"", " data-glue=\"", " data-wasm=\"", "url(\""];
    let markup = without_scripts(html);
    let values = attributes.into_iter().flat_map(|attribute| {
        markup.split(attribute).skip(1).filter_map(|rest| rest.split('"').next())
    });
    values
        .map(|value| {
            let address = value.replace("&amp;", "&");
            percent_decode_str(&address).decode_utf8_lossy().into_owned()
        })
        .collect()
}

/// The markup alone: what scripts write is not there yet.
fn without_scripts(html: &str) -> String {
    let mut markup = String::new();
    let mut rest = html;
    while let Some((before, script)) = rest.split_once("<script") {
        let (attributes, script) = script.split_once('>').unwrap_or((script, ""));
        markup.push_str(before);
        markup.push_str(attributes);
        rest = script.split_once("</script>").map_or("", |(_, rest)| rest);
    }
    markup + rest
}

fn is_there(
    folder: &Path,
    base: &str,
    address: &str,
    page: &str,
    pages: &BTreeMap<String, String>,
) -> bool {
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    let path = path.split('?').next().unwrap_or_default();
    let file = if path.is_empty() {
        page.to_owned()
    } else {
        let Some(below) = path.strip_prefix(base) else { return false };
        let names = [below.to_owned(), format!("{below}.html"), format!("{below}index.html")];
        let Some(file) = names.into_iter().find(|name| folder.join(name).is_file()) else {
            return false;
        };
        file
    };
    let has_place =
        |html: &String| fragment.is_empty() || html.contains(&format!(" id=\"{fragment}\""));
    pages.get(&file).is_none_or(has_place)
}

fn pages(folder: &Path) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(folder.join(&inner)).into_iter().flatten().flatten() {
            let path = inner.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "html") {
                let html = fs::read_to_string(entry.path()).unwrap_or_default();
                pages.insert(path.to_string_lossy().replace('\\', "/"), html);
            }
        }
    }
    pages
}

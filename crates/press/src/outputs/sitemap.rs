//! For search engines: which addresses there are and when their content changed last
//! (<https://www.sitemaps.org/protocol.html>), and where that list is. Filtered views, the search and
//! the page for what is not there are in no list.

use bundle_format::{SECTIONS_PATH, section_page_path, year_path};
use newsletter::date::Timestamp;

use super::address::Addresses;
use super::files::{Collision, Files, Origin};
use super::xml::Xml;
use crate::archive::{Archive, Post};

const SITEMAP: &str = "/sitemap.xml";
const ROBOTS: &str = "/robots.txt";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Plans both files. The list holds whole addresses, so without a public address there is none.
pub(crate) fn plan(archive: &Archive, files: &mut Files) -> Result<(), Collision> {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(addresses) = Addresses::public(archive) {
        let origin = Origin::Archive("the list of addresses".to_owned());
        files.add(SITEMAP, origin, sitemap(archive, &addresses).into_bytes())?;
        robots.extend(["Sitemap: ", &addresses.of(SITEMAP), "\n"]);
    }
    files.add(ROBOTS, Origin::Archive("what robots may do".to_owned()), robots.into_bytes())
}

fn sitemap(archive: &Archive, addresses: &Addresses<'_>) -> String {
    let mut xml = Xml::new();
    xml.open("urlset", &[("xmlns", NAMESPACE)]);
    for (path, changed) in pages(archive) {
        xml.open("url", &[]);
        xml.element("loc", &[], &addresses.of(&path));
        if let Some(changed) = changed {
            xml.element("lastmod", &[], &changed.to_string());
        }
        xml.close();
    }
    xml.finish()
}

/// Every canonical path, with the last change of the posts that are shown there; plain pages have no
/// date.
fn pages(archive: &Archive) -> Vec<(String, Option<Timestamp>)> {
    let posts = &archive.posts;
    let all = last_change(posts.iter());
    let mut pages = vec![("/".to_owned(), all), (SECTIONS_PATH.to_owned(), all)];
    for (family, index) in archive.manifest.families.iter().zip(0..) {
        let with_it = posts.iter().filter(|post| post.entry.items_in(index).is_some());
        let changed = last_change(with_it);
        let numbers = 1..=archive.manifest.section_pages(index);
        pages.extend(numbers.map(|number| (section_page_path(&family.id, number), changed)));
    }
    for of_year in posts.chunk_by(|one, other| one.entry.year() == other.entry.year()) {
        let year = of_year.first().map(|post| year_path(post.entry.year()));
        pages.extend(year.map(|path| (path, last_change(of_year.iter()))));
    }
    pages.extend(posts.iter().map(|post| (post.entry.path.clone(), Some(post.revised))));
    pages.extend(archive.pages.iter().map(|page| (page.entry.path.clone(), None)));
    pages
}

fn last_change<'post>(posts: impl Iterator<Item = &'post Post>) -> Option<Timestamp> {
    posts.map(|post| post.revised).max()
}

//! No page asks any other site for anything, nor this one for what it does not have.

use browser_tests::reader::Reader;

use crate::sample::KINDS;

crate::behaviours![every_request_goes_to_this_site, nothing_is_asked_for_in_vain];

/// Pages with images, beside one of each kind.
const WITH_IMAGES: [&str; 2] = ["/2018/20180416", "/2020/20201102"];

fn every_request_goes_to_this_site(reader: &mut Reader) {
    let elsewhere = "
        const sources = ['src', 'srcset', 'poster', 'data'].flatMap((name) =>
          [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name)));
        // What says where the page belongs is not asked for.
        const asked = 'link[href]:not([rel=canonical], [rel=alternate], [rel=prev], [rel=next])';
        const links = [...document.querySelectorAll(asked)].map((link) => link.href);
        const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
        return [...sources, ...links, ...loaded].filter((url) => new URL(url, location).origin !== location.origin)";
    for path in KINDS.map(|(_, path)| path).into_iter().chain(WITH_IMAGES) {
        open_whole(reader, path);
        assert_eq!(reader.texts_from(elsewhere, &[]), Vec::<String>::new(), "{path}");
        assert!(
            reader.number_from("return performance.getEntriesByType('resource').length", &[]) > 5.0
        );
    }
}

fn nothing_is_asked_for_in_vain(reader: &mut Reader) {
    for path in KINDS.map(|(_, path)| path).into_iter().chain(WITH_IMAGES) {
        open_whole(reader, path);
    }
    let requests = reader.site.requests().into_iter();
    let vain: Vec<_> = requests
        .filter(|request| request.status != Some(200) && request.target != "/nowhere")
        .collect();
    assert_eq!(vain, []);
}

/// Opens a page with everything on it, lazy images included.
fn open_whole(reader: &Reader, path: &str) {
    reader.open(path);
    let images = "
        const images = [...document.images];
        images.find((image) => !image.complete)?.scrollIntoView();
        return document.readyState === 'complete' && images.every((image) => image.complete && image.naturalWidth > 0)";
    reader.wait_for("all images", images, &[]);
}

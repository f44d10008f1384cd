//! The whole archive is saved in few files, goes on where it was cut off, and is not said to be saved
//! before it is.

use browser_tests::edition::Edition;
use browser_tests::engine::Engine;
use browser_tests::find::{button, heading, link, named, text};
use browser_tests::reader::Reader;
use browser_tests::site::{Answer, Request};
use serde_json::json;

use crate::offline::visit;

crate::behaviours![
    after_saving_every_issue_can_be_read_and_found_without_the_server,
    saving_takes_few_requests,
    saving_can_be_stopped_and_goes_on_where_it_was,
    saving_goes_on_after_its_tab_has_died,
    a_damaged_file_is_not_taken_for_the_archive,
    a_server_that_goes_away_is_said_to_be_gone,
    a_full_disk_is_said_to_be_full,
    what_is_new_is_saved_by_itself_where_that_was_chosen,
    what_has_changed_is_said_where_nothing_was_chosen,
];

const SAVED: &str = "The whole archive is saved: 16 issues, …";
const SAVE: &str = "Save the archive (…";
const PACKS: &str = ".pack";

fn after_saving_every_issue_can_be_read_and_found_without_the_server(reader: &mut Reader) {
    visit(reader, "/saved");
    save(reader);
    reader.site.stop();
    reader.come_back();
    reader.open("/2018/20180416");
    reader.wait_to_see(&heading("Week Ending April 15, 2018"));
    let image = "const [image] = document.querySelectorAll('main img'); image.scrollIntoView();
        return image.complete && image.naturalWidth > 0";
    reader.wait_for("its image", image, &[]);
    // The top bar, and the box with it, has made room.
    reader.press("/");
    reader.press("bazel");
    reader.wait_to_see(&link("…").inside(named("list", "Results")).first());
    reader.open("/authors");
    reader.wait_to_see(&heading("Authors…"));
}

fn saving_takes_few_requests(reader: &mut Reader) {
    visit(reader, "/saved");
    let before = reader.site.requests().len();
    save(reader);
    // Nine years, the plain pages, two images; the index is there already.
    let requests = reader.site.requests().split_off(before);
    assert!(requests.len() <= 16, "{requests:#?}");
}

fn saving_can_be_stopped_and_goes_on_where_it_was(reader: &mut Reader) {
    visit(reader, "/saved");
    reader.site.answer(PACKS, Answer::Hold);
    reader.click(&button(SAVE));
    reader.wait_until_offline_is("saving");
    reader.click(&button("Stop saving"));
    reader.wait_until_offline_is("ready");
    reader.site.recover();
    save(reader);
}

fn saving_goes_on_after_its_tab_has_died(reader: &mut Reader) {
    visit(reader, "/saved");
    let last = last_pack(reader);
    reader.site.answer(&last, Answer::Status(503));
    reader.click(&button(SAVE));
    reader.wait_to_see(&text("The site cannot be reached. Saving goes on…"));
    let before = reader.site.requests().len();
    reader.come_back();
    reader.site.recover();
    reader.open("/saved");
    reader.wait_until_offline_is("saved");
    let again: Vec<_> = reader.site.requests().split_off(before);
    // What fails is asked for again while the tab comes back, as often as that takes.
    let is_sent = |request: &&Request| request.status == Some(200);
    let packs = again.iter().filter(is_sent).filter(|request| request.target.ends_with(PACKS));
    let packs: Vec<_> = packs.map(|request| request.target.clone()).collect();
    assert!(packs.contains(&last), "{last} is not among {packs:?}");
    assert!(packs.len() < 4, "only what was missing is fetched: {packs:?}");
}

fn a_damaged_file_is_not_taken_for_the_archive(reader: &mut Reader) {
    visit(reader, "/saved");
    let last = last_pack(reader);
    for (answer, words) in [
        (Answer::Bytes(b"something else".to_vec()), "A file came with other content…"),
        (Answer::BreakOff, "The site cannot be reached. Saving goes on…"),
    ] {
        reader.site.answer(&last, answer);
        reader.click(&button(SAVE));
        reader.wait_to_see(&text(words));
        reader.wait_until_offline_is("ready");
        reader.site.recover();
    }
    save(reader);
}

fn a_server_that_goes_away_is_said_to_be_gone(reader: &mut Reader) {
    visit(reader, "/saved");
    reader.site.stop();
    reader.click(&button(SAVE));
    reader.wait_to_see(&text("The site cannot be reached. Saving goes on…"));
    reader.site.restart();
    save(reader);
}

fn a_full_disk_is_said_to_be_full(reader: &mut Reader) {
    // Only here can a test make the disk small.
    if reader.engine() != Engine::Chromium {
        return;
    }
    visit(reader, "/saved");
    let origin = reader.site.origin();
    let quota = |size| json!({ "origin": origin, "quotaSize": size });
    reader.command_chromium("Storage.overrideQuotaForOrigin", &quota(1));
    reader.click(&button(SAVE));
    reader.wait_to_see(&text("There is no room left for it on this device.…"));
    reader.wait_until_offline_is("ready");
    reader.command_chromium("Storage.overrideQuotaForOrigin", &json!({ "origin": origin }));
    save(reader);
}

fn what_is_new_is_saved_by_itself_where_that_was_chosen(reader: &mut Reader) {
    visit(reader, "/saved");
    reader.click(&named("checkbox", "Always keep the archive saved…"));
    save(reader);
    let next = next_week();
    reader.site.deploy(next.path());
    let before = reader.site.requests().len();
    reader.click(&link("Sections"));
    reader.wait_to_see(&link("New: Week Ending July 26, 2026"));
    reader.open("/saved");
    reader.wait_to_see(&text("The whole archive is saved: 17 issues, …"));
    let requests = reader.site.requests().split_off(before);
    let packs = requests.iter().filter(|request| request.target.starts_with("/packs/issues-"));
    assert_eq!(packs.count(), 1, "{requests:#?}");
    reader.site.stop();
    reader.come_back();
    reader.open("/2026/20260728");
    reader.wait_to_see(&heading("Lanterns"));
}

fn what_has_changed_is_said_where_nothing_was_chosen(reader: &mut Reader) {
    visit(reader, "/saved");
    save(reader);
    let next = next_week();
    reader.site.deploy(next.path());
    reader.reload();
    reader.wait_until_offline_is("stale");
    reader.click(&button("Save what is new…"));
    reader.wait_to_see(&text("The whole archive is saved: 17 issues, …"));
}

/// The site with one more issue.
pub(crate) fn next_week() -> Edition {
    Edition::of_the_site().with_post(
        "2026-07-26-update.md",
        "---\ntitle: Week Ending July 26, 2026\ndate: 2026-07-28 22:00:00\n---\n\n## Lanterns\n\n- A lantern was lit.\n",
    )
}

fn save(reader: &Reader) {
    reader.click(&button(SAVE));
    reader.wait_until_offline_is("saved");
    reader.wait_to_see(&text(SAVED));
}

/// The path of the last of the packs of texts.
fn last_pack(reader: &Reader) -> String {
    let list = "
        const pointer = await (await fetch('/version.json')).json();
        const inventory = await (await fetch('/' + pointer.inventory)).json();
        return inventory.files.filter(({ file }) => file.startsWith('packs/')).at(-1).file";
    let script = format!("return (async () => {{ {list} }})()");
    let file = reader.wait_for("the inventory", &script, &[]);
    format!("/{}", file.as_str().unwrap_or_default())
}

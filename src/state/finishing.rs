//! How far the reader comes in an issue, for as long as the page that asked.

use std::sync::Arc;

use leptos::html::P;
use leptos::prelude::*;
use newsletter::Issue;

use super::reading::Reading;
use crate::platform::{timer, viewport};

/// How long an issue's end has to be on screen. A larger number takes fewer for readers who only pass by.
const SEEN_MS: i32 = 1000;

/// How long the page has to rest before its place is remembered.
const REST_MS: i32 = 300;

/// Remembers the issue at `path` as opened, and where the reader rests in it.
pub fn follow(reading: &Reading, path: &str, issue: &Issue) {
    let (memory, path) = (reading.memory, path.to_owned());
    let anchors = anchors(issue);
    let scrolls = StoredValue::new(0_u32);
    let watch = StoredValue::new_local(None);
    Effect::new(move || {
        memory.open(&path);
        let (path, anchors) = (path.clone(), anchors.clone());
        watch.set_value(Some(viewport::on_scroll(move |_| {
            scrolls.update_value(|scrolls| *scrolls = scrolls.wrapping_add(1));
            let (now, path, anchors) = (scrolls.get_value(), path.clone(), anchors.clone());
            timer::after_ms(REST_MS, move || {
                // Gone with the page, or further down by now.
                if scrolls.try_get_value() == Some(now) {
                    let place = (viewport::scroll_y() > 0)
                        .then(|| viewport::current_of(&anchors))
                        .flatten()
                        .and_then(|place| anchors.get(place));
                    memory.reach(&path, place.map_or("", String::as_str));
                }
            });
        })));
    });
}

/// The anchors of all headings and items, in document order.
fn anchors(issue: &Issue) -> Arc<Vec<String>> {
    let of_section = |section: &newsletter::Section| {
        let heading = section.heading.as_ref().map(|heading| heading.anchor.as_str().to_owned());
        let items = section.items().map(|item| item.anchor.as_str().to_owned());
        heading.into_iter().chain(items).collect::<Vec<_>>()
    };
    Arc::new(issue.sections.iter().flat_map(of_section).collect())
}

/// Remembers the issue at `path` as read when its `end` has been on screen and nothing of it `is_whole`
/// leaves out. Gives what the reader says by hand, after which their word counts.
pub fn when_finished(
    reading: &Reading,
    path: &str,
    end: NodeRef<P>,
    is_whole: Signal<bool>,
) -> Callback<bool> {
    let (memory, announcer, path) = (reading.memory, reading.announcer, path.to_owned());
    let is_by_hand = StoredValue::new(false);
    let turns = StoredValue::new(0_u32);
    let watch = StoredValue::new_local(None);
    Effect::new({
        let path = path.clone();
        move || {
            let Some(end) = end.get() else { return };
            let path = path.clone();
            watch.set_value(viewport::on_seen(&end, move |is_seen| {
                turns.update_value(|turns| *turns = turns.wrapping_add(1));
                let (now, path) = (turns.get_value(), path.clone());
                let on_time = move || {
                    // Gone with the page, or out of sight by now.
                    if turns.try_get_value() == Some(now)
                        && !is_by_hand.get_value()
                        && is_whole.get_untracked()
                    {
                        memory.set_read(&path, true);
                    }
                };
                if is_seen {
                    timer::after_ms(SEEN_MS, on_time);
                }
            }));
        }
    });
    Callback::new(move |is_read| {
        is_by_hand.set_value(true);
        memory.set_read(&path, is_read);
        announcer.say(if is_read { "Marked as read" } else { "Marked as unread" });
    })
}

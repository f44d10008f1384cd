//! How far the reader comes in an issue, for as long as the page that asked.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;
use newsletter::{Issue, Section};

use super::reading::Reading;
use crate::platform::{timer, viewport};

/// How long an issue's end has to be on screen. A larger number takes fewer for readers who only pass by.
const SEEN_MS: i32 = 1000;

/// How long the page has to rest before its place is remembered.
const REST_MS: i32 = 300;

/// The last of several things that were to happen later. None happens once the page is gone.
#[derive(Debug, Clone, Copy)]
struct Later(StoredValue<u32>);

impl Later {
    fn new() -> Self {
        Self(StoredValue::new(0))
    }

    /// What was to happen does not.
    fn cancel(self) -> Option<u32> {
        self.0.try_update_value(|number| {
            *number = number.wrapping_add(1);
            *number
        })
    }

    /// Calls back after so many milliseconds, unless something else comes in between.
    fn after_ms(self, milliseconds: i32, on_time: impl FnOnce() + 'static) {
        let Some(number) = self.cancel() else { return };
        timer::after_ms(milliseconds, move || {
            if self.0.try_get_value() == Some(number) {
                on_time();
            }
        });
    }
}

/// Remembers the issue at `path` as opened, and where the reader rests in it.
pub fn follow(reading: &Reading, path: &str, issue: &Issue) {
    let (memory, path, anchors) = (reading.memory, path.to_owned(), anchors(issue));
    let resting = Later::new();
    let watch = StoredValue::new_local(None);
    Effect::new(move || {
        memory.open(&path);
        let (path, anchors) = (path.clone(), anchors.clone());
        watch.set_value(Some(viewport::on_scroll(move |_| {
            let (path, anchors) = (path.clone(), anchors.clone());
            resting.after_ms(REST_MS, move || memory.reach(&path, anchor_here(&anchors)));
        })));
    });
}

/// The anchor where the reader is; empty at the top of the page.
fn anchor_here(anchors: &[String]) -> &str {
    let place = (viewport::scroll_y() > 0).then(|| viewport::current_of(anchors)).flatten();
    place.and_then(|place| anchors.get(place)).map_or("", String::as_str)
}

/// The anchors of all headings and items, in document order.
fn anchors(issue: &Issue) -> Arc<Vec<String>> {
    let of_section = |section: &Section| {
        let heading = section.heading.as_ref().map(|heading| heading.anchor.as_str().to_owned());
        let items = section.items().map(|item| item.anchor.as_str().to_owned());
        heading.into_iter().chain(items).collect::<Vec<_>>()
    };
    Arc::new(issue.sections.iter().flat_map(of_section).collect())
}

/// Remembers the issue at `path` as read when its `end` has been on screen and nothing is left out of it,
/// so that it `is_whole`. Gives what hears the reader's own word, which counts from then on.
pub fn when_finished(
    reading: &Reading,
    path: &str,
    end: NodeRef<Div>,
    is_whole: Signal<bool>,
) -> Callback<bool> {
    let (memory, announcer, path) = (reading.memory, reading.announcer, path.to_owned());
    let is_by_hand = StoredValue::new(false);
    let seeing = Later::new();
    let watch = StoredValue::new_local(None);
    let seen_path = path.clone();
    Effect::new(move || {
        let Some(end) = end.get() else { return };
        let path = seen_path.clone();
        watch.set_value(viewport::on_seen(&end, move |is_seen| {
            if !is_seen {
                seeing.cancel();
                return;
            }
            let path = path.clone();
            seeing.after_ms(SEEN_MS, move || {
                if is_whole.get_untracked() && !is_by_hand.get_value() {
                    memory.set_read(&path, true);
                }
            });
        }));
    });
    Callback::new(move |is_read| {
        is_by_hand.set_value(true);
        memory.set_read(&path, is_read);
        announcer.say(if is_read { "Marked as read" } else { "Marked as unread" });
    })
}

//! What only a browser can prove, one behaviour a file, each in every engine.
//!
//! `cargo xtask test --browser` builds the sample archive and runs this. A name such as
//! `firefox::theme::` runs a part.

#![expect(
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]
#![expect(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "the addresses of the site's files are in lower case"
)]

mod accessibility;
mod base_path;
mod broken_off;
mod carrying;
mod copying;
mod deadlines;
mod deep_links;
mod embedding;
mod embedding_accessibility;
mod embedding_dialog;
mod embedding_heights;
mod embedding_hosts;
mod failing_archive;
mod failing_posts;
mod failing_program;
mod failing_search;
mod fonts;
mod host;
mod keyboard;
mod my_sections;
mod navigation;
mod odd_posts;
mod offline;
mod origins;
mod preferences;
mod prerendered;
mod reading;
mod reflow;
mod remembering;
mod returning;
mod sample;
mod saving;
mod searching;
mod section_filter;
mod section_page;
mod shortcuts;
mod theme;
mod updates;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use browser_tests::engine::Engine;
use browser_tests::reader::Reader;
use browser_tests::site::Site;
use browser_tests::webdriver::Session;
use libtest_mimic::{Arguments, Trial};

/// The name of a behaviour, as a sentence, and its steps.
type Behaviour = (&'static str, fn(&mut Reader));

/// Behaviours under the names of their functions.
macro_rules! behaviours {
    ($($name:ident),* $(,)?) => {
        pub(crate) const ALL: &[crate::Behaviour] = &[$((stringify!($name), $name)),*];
    };
}
use behaviours;

const FILES: &[(&str, &[Engine], &[Behaviour])] = &[
    ("prerendered", &Engine::ALL, prerendered::ALL),
    ("reading", &Engine::ALL, reading::ALL),
    ("odd_posts", &Engine::ALL, odd_posts::ALL),
    ("origins", &Engine::ALL, origins::ALL),
    ("navigation", &Engine::ALL, navigation::ALL),
    ("returning", &Engine::ALL, returning::ALL),
    ("deep_links", &Engine::ALL, deep_links::ALL),
    ("section_filter", &Engine::ALL, section_filter::ALL),
    ("my_sections", &Engine::ALL, my_sections::ALL),
    ("remembering", &Engine::ALL, remembering::ALL),
    ("carrying", &Engine::ALL, carrying::ALL),
    ("searching", &Engine::ALL, searching::ALL),
    ("failing_search", &Engine::ALL, failing_search::ALL),
    ("section_page", &Engine::ALL, section_page::ALL),
    ("deadlines", &Engine::ALL, deadlines::ALL),
    ("fonts", &Engine::ALL, fonts::ALL),
    ("theme", &Engine::ALL, theme::ALL),
    ("keyboard", &Engine::ALL, keyboard::ALL),
    ("shortcuts", &Engine::ALL, shortcuts::ALL),
    ("copying", &Engine::ALL, copying::ALL),
    ("failing_posts", &Engine::ALL, failing_posts::ALL),
    ("failing_archive", &Engine::ALL, failing_archive::ALL),
    ("failing_program", &Engine::ALL, failing_program::ALL),
    ("broken_off", &Engine::ALL, broken_off::ALL),
    ("embedding", &Engine::ALL, embedding::ALL),
    ("embedding_dialog", &Engine::ALL, embedding_dialog::ALL),
    ("embedding_heights", &Engine::ALL, embedding_heights::ALL),
    ("embedding_hosts", &Engine::ALL, embedding_hosts::ALL),
    ("offline", &Engine::ALL, offline::ALL),
    ("saving", &Engine::ALL, saving::ALL),
    ("updates", &Engine::ALL, updates::ALL),
    ("base_path", &Engine::ALL, base_path::ALL),
    ("reflow", &Engine::ALL, reflow::ALL),
    ("accessibility", &Engine::ALL, accessibility::ALL),
    ("embedding_accessibility", &Engine::ALL, embedding_accessibility::ALL),
    ("preferences", &[Engine::Chromium], preferences::ALL),
];

/// Browsers that wait for their next reader. Starting one takes longer than most tests.
type Idle = Arc<Mutex<BTreeMap<Engine, Vec<Session>>>>;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let idle = Idle::default();
    let mut trials = Vec::new();
    for engine in Engine::chosen() {
        for (file, engines, behaviours) in FILES {
            for (name, behaviour) in behaviours.iter().filter(|_| engines.contains(&engine)) {
                let idle = idle.clone();
                trials.push(Trial::test(format!("{}::{file}::{name}", engine.name()), move || {
                    run(engine, *behaviour, &idle);
                    Ok(())
                }));
            }
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    // Closes the browsers.
    drop(idle);
    conclusion.exit_code()
}

/// Runs a behaviour in a browser that is idle, or in a new one. A browser in which something failed
/// is closed: it may be in any state.
fn run(engine: Engine, behaviour: fn(&mut Reader), idle: &Idle) {
    let folder = Site::built().unwrap_or_else(|missing| panic!("{missing}"));
    let sessions = || idle.lock().unwrap_or_else(PoisonError::into_inner);
    let known = sessions().entry(engine).or_default().pop();
    let session = known.unwrap_or_else(|| Session::start(engine));
    let mut reader = Reader::new(session, Site::serve(folder));
    behaviour(&mut reader);
    sessions().entry(engine).or_default().push(reader.leave());
}

//! Searching: what the address asks for, and what the worker answers.
//!
//! The worker is started on intent. `<html data-search="idle|loading|ready|complete|failed">` says
//! where it is.

use bundle_format::{search_folder, search_program_folder};
use leptos::prelude::*;
use newsletter_search::ROOT_FILE;

use super::archive::Archive;
use super::load::LoadError;
use super::trouble::Trouble;
pub use crate::platform::search_worker::{Answer, Hit, Piece, Question};
use crate::platform::search_worker::{Failure, Message, SearchWorker};
use crate::platform::{document, fetch};
use crate::route::Query;

const WORKER: &str = "worker.js";
const ENGINE: &str = "engine.wasm";

/// Hits that are shown at first, and added by each "Show more".
pub const PAGE: u32 = 10;

/// Searching, as far as it has come.
#[derive(Clone, Copy)]
pub struct Search {
    worker: StoredValue<Option<SearchWorker>, LocalStorage>,
    /// The `href`s of the program's folder and of the index's, with a slash at the end; the first is
    /// absent from a site that was built without the program.
    folders: StoredValue<(Option<String>, String)>,
    asked: StoredValue<(u32, Question)>,
    answered: RwSignal<Option<(Question, Answer)>>,
    failure: RwSignal<Option<LoadError>>,
    trouble: Trouble,
}

impl Search {
    /// Nothing is started yet.
    pub fn idle(archive: &Archive, trouble: Trouble) -> Self {
        document::set_root_attribute("data-search", Some("idle"));
        Self {
            worker: StoredValue::new_local(None),
            folders: StoredValue::new(folders(archive)),
            asked: StoredValue::new((0, Question::default())),
            answered: RwSignal::new(None),
            failure: RwSignal::new(None),
            trouble,
        }
    }

    /// Goes over to the index of `archive`; what has failed in the old one is asked again.
    pub fn renew(self, archive: &Archive) {
        let folders = folders(archive);
        if self.folders.with_value(|before| *before == folders) {
            return;
        }
        self.folders.set_value(folders);
        self.worker.set_value(None);
        document::set_root_attribute("data-search", Some("idle"));
        if self.failure.get_untracked().is_some() {
            self.retry();
        } else {
            self.asked.update_value(|(id, asked)| (*id, *asked) = (*id + 1, Question::default()));
            self.answered.set(None);
        }
    }

    /// Starts the worker, unless it runs.
    pub fn start(self) {
        if self.worker.with_value(Option::is_some) {
            return;
        }
        document::set_root_attribute("data-search", Some("loading"));
        let worker = self.folders.with_value(|(program, index)| {
            let program = program.as_ref()?;
            // What the worker asks for first, so that it need not wait for the worker's own text.
            fetch::prepare(&format!("{program}{ENGINE}"));
            fetch::prepare(&format!("{index}{ROOT_FILE}"));
            let url = format!("{program}{WORKER}");
            SearchWorker::start(&url, index, move |message| self.hear(message))
        });
        if worker.is_none() {
            self.fail(Failure::Blocked);
        }
        self.worker.set_value(worker);
    }

    /// Asks what an address says, for at most `limit` hits. Without words there is nothing to ask.
    pub fn ask(self, query: &Query, limit: u32) {
        let question = question(query, limit);
        if question.words.trim().is_empty() {
            self.asked.update_value(|(id, asked)| (*id, *asked) = (*id + 1, Question::default()));
            self.answered.set(None);
            return;
        }
        if self.asked.with_value(|(_, asked)| *asked == question) {
            return;
        }
        self.asked.update_value(|(id, asked)| (*id, *asked) = (*id + 1, question));
        self.start();
        self.send();
    }

    /// Asks again what could not be answered.
    pub fn retry(self) {
        self.failure.set(None);
        self.start();
        self.send();
    }

    /// The newest answer, and the question that it answers.
    pub fn answered(self) -> ReadSignal<Option<(Question, Answer)>> {
        self.answered.read_only()
    }

    /// Something of the newest answer; of an empty one while there is none.
    pub fn with_answer<T>(self, read: impl FnOnce(&Answer) -> T) -> T {
        self.answered.with(|answered| match answered {
            Some((_, answer)) => read(answer),
            None => read(&Answer::default()),
        })
    }

    /// Why the last question has no answer.
    pub fn failure(self) -> ReadSignal<Option<LoadError>> {
        self.failure.read_only()
    }

    fn send(self) {
        self.worker.with_value(|worker| {
            if let Some(worker) = worker {
                self.asked.with_value(|(id, question)| worker.ask(*id, question));
            }
        });
    }

    fn hear(self, message: Message) {
        match message {
            Message::Ready => document::set_root_attribute("data-search", Some("ready")),
            Message::Complete => document::set_root_attribute("data-search", Some("complete")),
            Message::Answer(id, answer) => {
                let (newest, question) = self.asked.get_value();
                if id == newest {
                    if self.failure.get_untracked().is_some() {
                        document::set_root_attribute("data-search", Some("ready"));
                        self.failure.set(None);
                    }
                    self.answered.update(|answered| {
                        let shown = answered.take().filter(|(before, _)| before.is_like(&question));
                        let shown = shown.map_or_else(Vec::new, |(_, shown)| shown.hits);
                        let answer = settled(shown, *answer, question.limit);
                        *answered = Some((question, answer));
                    });
                }
            }
            Message::Failed(failure) => self.fail(failure),
        }
    }

    fn fail(self, failure: Failure) {
        document::set_root_attribute("data-search", Some("failed"));
        if failure == Failure::Blocked {
            self.worker.set_value(None);
        }
        if matches!(failure, Failure::Missing | Failure::Broken | Failure::Version) {
            self.trouble.report();
        }
        self.failure.set(Some(match failure {
            Failure::Offline => LoadError::Offline,
            Failure::Missing => LoadError::Missing,
            Failure::Version => LoadError::Version,
            Failure::Broken => LoadError::Format(bundle_format::FormatError::Damaged),
            Failure::Blocked => LoadError::Blocked,
        }));
    }
}

/// The `href`s of the folders of the program and of the index, as in [`Search`].
fn folders(archive: &Archive) -> (Option<String>, String) {
    let manifest = &archive.manifest;
    let href = |folder: String| archive.base.file(&format!("{folder}/"));
    let program = manifest.search_program.map(|hash| href(search_program_folder(hash)));
    (program, href(search_folder(manifest.search)))
}

/// What an address asks for.
pub fn question(query: &Query, limit: u32) -> Question {
    Question {
        words: query.words.clone(),
        sections: query.sections.clone(),
        from: query.from.clone(),
        to: query.to.clone(),
        is_newest_first: query.is_newest_first,
        limit,
    }
}

/// A more complete answer to the same question, or the answer to one for more hits: what is shown
/// already stays where it is, and what is new stands below.
fn settled(mut shown: Vec<Hit>, answer: Answer, limit: u32) -> Answer {
    for hit in answer.hits {
        match shown.iter_mut().find(|known| known.url == hit.url) {
            Some(known) => *known = hit,
            None => shown.push(hit),
        }
    }
    shown.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Answer { hits: shown, ..answer }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::search_worker::Hit;

    fn answer(urls: &[&str]) -> Answer {
        let hit = |url: &&str| Hit {
            url: (*url).to_owned(),
            date: String::new(),
            title: String::new(),
            section: String::new(),
            heading: Vec::new(),
            text: Vec::new(),
        };
        Answer { hits: urls.iter().map(hit).collect(), ..Answer::default() }
    }

    #[test]
    fn what_is_shown_stays_in_place_when_more_is_found() {
        let settled = |shown: &[&str], found: &[&str], limit| {
            super::settled(answer(shown).hits, answer(found), limit)
        };
        assert_eq!(settled(&["b", "d"], &["a", "b", "c", "d"], 9), answer(&["b", "d", "a", "c"]));
        assert_eq!(settled(&["b", "d"], &["a", "b"], 3), answer(&["b", "d", "a"]));
        assert_eq!(settled(&["b", "d"], &["a", "c"], 2), answer(&["b", "d"]));
        assert_eq!(settled(&[], &["a", "b"], 2), answer(&["a", "b"]));
    }
}

//! Searching: what the address asks for, and what the worker answers.
//!
//! The worker is started on intent. `<html data-search="idle|loading|ready|complete|failed">` says
//! where it is.

use bundle_format::search_folder;
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
    /// The `href` of its folder, with a slash at the end.
    folder: StoredValue<String>,
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
            folder: StoredValue::new(folder(archive)),
            asked: StoredValue::new((0, Question::default())),
            answered: RwSignal::new(None),
            failure: RwSignal::new(None),
            trouble,
        }
    }

    /// Goes over to the index of `archive`; what has failed in the old one is asked again.
    pub fn renew(self, archive: &Archive) {
        let folder = folder(archive);
        if self.folder.with_value(|before| *before == folder) {
            return;
        }
        self.folder.set_value(folder);
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
        let worker = self.folder.with_value(|folder| {
            // What the worker asks for first, so that it need not wait for the worker's own text.
            fetch::prepare(&format!("{folder}{ENGINE}"));
            fetch::prepare(&format!("{folder}{ROOT_FILE}"));
            SearchWorker::start(&format!("{folder}{WORKER}"), move |message| self.hear(message))
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
                        let shown = answered.take().filter(|(before, _)| *before == question);
                        *answered =
                            Some((question, settled(shown.map(|(_, shown)| shown), *answer)));
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
        if matches!(failure, Failure::Missing | Failure::Broken) {
            self.trouble.report();
        }
        self.failure.set(Some(match failure {
            Failure::Offline => LoadError::Offline,
            Failure::Missing => LoadError::Missing,
            Failure::Broken => LoadError::Format(bundle_format::FormatError::Damaged),
            Failure::Blocked => LoadError::Blocked,
        }));
    }
}

/// The `href` of the folder of the index, with a slash at the end.
fn folder(archive: &Archive) -> String {
    archive.base.file(&format!("{}/", search_folder(archive.manifest.search)))
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

/// A more complete answer to the same question: hits that are shown already stay where they are.
fn settled(shown: Option<Answer>, mut answer: Answer) -> Answer {
    let Some(shown) = shown else { return answer };
    let place = |url: &str| shown.hits.iter().position(|hit| hit.url == url).unwrap_or(usize::MAX);
    // Stable: what is new keeps its order, below.
    answer.hits.sort_by_key(|hit| place(&hit.url));
    answer
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
        let more = settled(Some(answer(&["b", "d"])), answer(&["a", "b", "c", "d"]));
        assert_eq!(more, answer(&["b", "d", "a", "c"]));
        assert_eq!(settled(None, answer(&["a", "b"])), answer(&["a", "b"]));
    }
}

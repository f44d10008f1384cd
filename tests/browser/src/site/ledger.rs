//! What the test has said about answers, and what browsers have asked for.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::{Answer, Request};

/// Longer than any test waits for anything.
const LIMIT: Duration = Duration::from_secs(20);

/// Written by the test and by the server.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    state: Mutex<State>,
    /// Rings with every change of the state.
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// Endings of paths; a later rule goes before an earlier one.
    rules: Vec<(String, Answer)>,
    requests: Vec<Request>,
}

impl Ledger {
    pub(super) fn set_rule(&self, ending: &str, answer: Answer) {
        self.change(|state| state.rules.push((ending.to_owned(), answer)));
    }

    pub(super) fn clear_rules(&self) {
        self.change(|state| state.rules.clear());
    }

    pub(super) fn requests(&self) -> Vec<Request> {
        self.state().requests.clone()
    }

    pub(super) fn wait_for_request(&self, ending: &str) {
        self.wait_for(ending, |_| true);
    }

    pub(super) fn wait_for_status(&self, ending: &str, status: u16) {
        self.wait_for(ending, |request| request.status == Some(status));
    }

    fn wait_for(&self, ending: &str, is_meant: impl Fn(&Request) -> bool) {
        let is_there = |state: &State| {
            let mut requests = state.requests.iter();
            requests.any(|request| path_of(&request.target).ends_with(ending) && is_meant(request))
        };
        let state = self.wait_while(|state| !is_there(state));
        assert!(is_there(&state), "{ending} was not asked for, but: {:?}", state.requests);
    }

    /// Adds a request to the list; its place there.
    pub(super) fn note(&self, target: &str) -> usize {
        let mut place = 0;
        self.change(|state| {
            place = state.requests.len();
            state.requests.push(Request { target: target.to_owned(), status: None });
        });
        place
    }

    /// Says what came of the request at a place of the list.
    pub(super) fn set_status(&self, place: usize, status: u16) {
        self.change(|state| {
            if let Some(request) = state.requests.get_mut(place) {
                request.status = Some(status);
            }
        });
    }

    /// What is said about a path, once it is not held any more.
    pub(super) fn rule(&self, path: &str) -> Option<Answer> {
        self.wait_while(|state| state.rule(path) == Some(Answer::Hold)).rule(path)
    }

    fn wait_while(&self, condition: impl FnMut(&mut State) -> bool) -> MutexGuard<'_, State> {
        let waited = self.changed.wait_timeout_while(self.state(), LIMIT, condition);
        waited.unwrap_or_else(PoisonError::into_inner).0
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state());
        self.changed.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn rule(&self, path: &str) -> Option<Answer> {
        let rule = self.rules.iter().rev().find(|(ending, _)| path.ends_with(ending.as_str()));
        rule.map(|(_, answer)| answer.clone())
    }
}

/// A request's target without its query.
pub(super) fn path_of(target: &str) -> &str {
    target.split('?').next().unwrap_or(target)
}

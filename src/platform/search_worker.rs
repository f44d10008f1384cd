//! The worker that searches: asked by messages, answered by messages. The protocol is documented in
//! `crates/search-worker/js/worker.js`.

use js_sys::{Array, JsString};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// A running worker; it ends when this is dropped.
pub struct SearchWorker {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut()>,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// As typed.
    pub words: String,
    /// Ids of section families; empty for all.
    pub sections: Vec<String>,
    /// The first day, such as `2023-01-01`; empty for the first there is.
    pub from: String,
    /// The last day; empty for the last there is.
    pub to: String,
    /// Whether hits are ordered by date.
    pub is_newest_first: bool,
    /// How many hits are wanted at most.
    pub limit: u32,
}

impl Question {
    /// Whether it asks for the same hits in the same order, perhaps for more of them.
    pub fn is_like(&self, other: &Self) -> bool {
        Self { limit: other.limit, ..self.clone() } == *other
    }
}

/// What the worker says.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// It can be asked.
    Ready,
    /// It has all that is needed to answer without the network, but for texts.
    Complete,
    /// The answer to the question with this number.
    Answer(u32, Box<Answer>),
    /// It could not answer.
    Failed(Failure),
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// A part of the index did not come. The next question tries again.
    Offline,
    /// A part of the index is not there any more.
    Missing,
    /// The index is of another version than the program.
    Version,
    /// A part of the index is damaged.
    Broken,
    /// The worker does not run.
    Blocked,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// In order.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: u32,
    /// Id, name and hits of each section family.
    pub sections: Vec<(String, String, u32)>,
    /// Years and their hits, newest first.
    pub years: Vec<(i32, u32)>,
    /// What was odd about the words.
    pub notices: Vec<String>,
    /// The words as they may have been meant.
    pub suggestion: Option<String>,
    /// Whether hits have only some of the words.
    pub is_relaxed: bool,
    /// Whether nothing can be added to it any more.
    pub is_final: bool,
}

/// One item that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Path and fragment of the item, below the base path.
    pub url: String,
    /// The day of its issue, such as `2023-09-05`.
    pub date: String,
    /// The title of its issue.
    pub title: String,
    /// The heading of its section; may be empty.
    pub section: String,
    /// The item's own heading; may be empty.
    pub heading: Vec<Piece>,
    /// The item's text.
    pub text: Vec<Piece>,
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// As it is read.
    pub text: String,
    /// Whether it was looked for.
    pub is_marked: bool,
}

impl SearchWorker {
    /// Starts the worker at `url` for the index in the folder at the address `index`, which ends with
    /// a slash. `None` if this browser does not let it.
    pub fn start(
        url: &str,
        index: &str,
        on_message: impl Fn(Message) + Clone + 'static,
    ) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(url, &options).ok()?;
        let on_blocked = on_message.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(message) = message(&event.data().unchecked_into()) {
                on_message(message);
            }
        });
        let on_error =
            Closure::<dyn FnMut()>::new(move || on_blocked(Message::Failed(Failure::Blocked)));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let message = js_sys::Object::new().unchecked_into::<Asked>();
        message.set_index(index);
        // Kept for the worker until it runs.
        let _ = worker.post_message(&message);
        Some(Self { worker, _on_message: on_message, _on_error: on_error })
    }

    /// Asks; the answer has the same number. Only the newest question is sure to be answered.
    pub fn ask(&self, id: u32, question: &Question) {
        let message = js_sys::Object::new().unchecked_into::<Asked>();
        message.set_id(id);
        message.set_query(&question.words);
        message.set_sections(&question.sections.iter().map(JsValue::from).collect());
        message.set_from(date(&question.from));
        message.set_to(date(&question.to));
        message.set_sort(if question.is_newest_first { "newest" } else { "relevance" });
        message.set_limit(question.limit);
        // A worker that has ended says so by its error event.
        let _ = self.worker.post_message(&message);
    }
}

impl Drop for SearchWorker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn date(day: &str) -> Option<&str> {
    (!day.is_empty()).then_some(day)
}

fn message(said: &Said) -> Option<Message> {
    if let Some(error) = said.error() {
        return Some(Message::Failed(match error.kind().as_str() {
            "offline" => Failure::Offline,
            "missing" => Failure::Missing,
            "version" => Failure::Version,
            _ => Failure::Broken,
        }));
    }
    if let Some(answer) = said.answer() {
        return Some(Message::Answer(said.id(), Box::new(self::answer(&answer, said.is_final()))));
    }
    match said.state().as_deref() {
        Some("ready") => Some(Message::Ready),
        Some("complete") => Some(Message::Complete),
        _ => None,
    }
}

fn answer(found: &Found, is_final: bool) -> Answer {
    let hit = |hit: FoundHit| Hit {
        url: hit.url(),
        date: hit.date(),
        title: hit.title(),
        section: hit.section(),
        heading: pieces(&hit.heading(), &hit.heading_marks()),
        text: pieces(&hit.text(), &hit.text_marks()),
    };
    let facets = |facets: Array| facets.into_iter().map(JsCast::unchecked_into::<Facet>);
    Answer {
        hits: found.hits().into_iter().map(|found| hit(found.unchecked_into())).collect(),
        total: found.total(),
        sections: facets(found.sections())
            .map(|facet| (facet.id(), facet.name(), facet.count()))
            .collect(),
        years: facets(found.years()).map(|facet| (facet.year(), facet.count())).collect(),
        notices: facets(found.notices()).map(|notice| notice.message()).collect(),
        suggestion: found.suggestion(),
        is_relaxed: found.is_relaxed(),
        is_final,
    }
}

/// Cuts a text where its marks begin and end, which count as JavaScript does.
fn pieces(text: &JsString, marks: &Array) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut end = 0;
    let mut push = |from: u32, to: u32, is_marked: bool| {
        if from < to {
            pieces.push(Piece { text: text.slice(from, to).into(), is_marked });
        }
    };
    for mark in marks.iter() {
        let mark = mark.unchecked_into::<Array>();
        let place = |index| mark.get(index).as_f64().unwrap_or_default();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "places in a text, which is never that long"
        )]
        let (from, to) = (place(0) as u32, place(1) as u32);
        push(end, from, false);
        push(from, to, true);
        end = to;
    }
    push(end, text.length(), false);
    pieces
}

#[wasm_bindgen]
extern "C" {
    /// The address of the index or a question, on its way to the worker.
    type Asked;
    #[wasm_bindgen(method, setter)]
    fn set_index(this: &Asked, index: &str);
    #[wasm_bindgen(method, setter)]
    fn set_id(this: &Asked, id: u32);
    #[wasm_bindgen(method, setter)]
    fn set_query(this: &Asked, query: &str);
    #[wasm_bindgen(method, setter)]
    fn set_sections(this: &Asked, sections: &Array);
    #[wasm_bindgen(method, setter)]
    fn set_from(this: &Asked, from: Option<&str>);
    #[wasm_bindgen(method, setter)]
    fn set_to(this: &Asked, to: Option<&str>);
    #[wasm_bindgen(method, setter)]
    fn set_sort(this: &Asked, sort: &str);
    #[wasm_bindgen(method, setter)]
    fn set_limit(this: &Asked, limit: u32);

    /// A message of the worker's.
    type Said;
    #[wasm_bindgen(method, getter)]
    fn id(this: &Said) -> u32;
    #[wasm_bindgen(method, getter)]
    fn state(this: &Said) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn error(this: &Said) -> Option<Error>;
    #[wasm_bindgen(method, getter)]
    fn answer(this: &Said) -> Option<Found>;
    #[wasm_bindgen(method, getter, js_name = isFinal)]
    fn is_final(this: &Said) -> bool;

    /// Why the worker has no answer.
    type Error;
    #[wasm_bindgen(method, getter)]
    fn kind(this: &Error) -> String;

    /// An answer.
    type Found;
    #[wasm_bindgen(method, getter)]
    fn hits(this: &Found) -> Array;
    #[wasm_bindgen(method, getter)]
    fn total(this: &Found) -> u32;
    #[wasm_bindgen(method, getter)]
    fn sections(this: &Found) -> Array;
    #[wasm_bindgen(method, getter)]
    fn years(this: &Found) -> Array;
    #[wasm_bindgen(method, getter)]
    fn notices(this: &Found) -> Array;
    #[wasm_bindgen(method, getter)]
    fn suggestion(this: &Found) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = isRelaxed)]
    fn is_relaxed(this: &Found) -> bool;

    /// A section, a year or a notice.
    type Facet;
    #[wasm_bindgen(method, getter)]
    fn id(this: &Facet) -> String;
    #[wasm_bindgen(method, getter)]
    fn name(this: &Facet) -> String;
    #[wasm_bindgen(method, getter)]
    fn year(this: &Facet) -> i32;
    #[wasm_bindgen(method, getter)]
    fn count(this: &Facet) -> u32;
    #[wasm_bindgen(method, getter)]
    fn message(this: &Facet) -> String;

    /// One hit.
    type FoundHit;
    #[wasm_bindgen(method, getter)]
    fn url(this: &FoundHit) -> String;
    #[wasm_bindgen(method, getter)]
    fn date(this: &FoundHit) -> String;
    #[wasm_bindgen(method, getter)]
    fn title(this: &FoundHit) -> String;
    #[wasm_bindgen(method, getter)]
    fn section(this: &FoundHit) -> String;
    #[wasm_bindgen(method, getter)]
    fn heading(this: &FoundHit) -> JsString;
    #[wasm_bindgen(method, getter)]
    fn text(this: &FoundHit) -> JsString;
    #[wasm_bindgen(method, getter, js_name = headingMarks)]
    fn heading_marks(this: &FoundHit) -> Array;
    #[wasm_bindgen(method, getter, js_name = textMarks)]
    fn text_marks(this: &FoundHit) -> Array;
}

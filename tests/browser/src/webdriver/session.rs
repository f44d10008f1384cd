//! One browser under control: commands go in, values or refusals come out.

use std::fmt;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::driver::Driver;
use crate::engine::Engine;

/// A command may wait for a script, which has a shorter limit of its own.
const COMMAND_LIMIT_SECONDS: u64 = 60;

const FIRST_PAGE_LIMIT: Duration = Duration::from_secs(10);

/// The key of an element's id in an answer, fixed by the standard.
const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser with one window; closes with the value.
#[derive(Debug)]
pub struct Session {
    engine: Engine,
    driver: Driver,
    /// Begins with `/session/`.
    path: String,
}

/// An element of the page that was shown when it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element(String);

/// A command that the driver did not carry out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// One of the standard's words, such as `stale element reference`.
    pub error: String,
    /// The driver's own words.
    pub message: String,
}

impl Session {
    /// Starts a browser.
    pub fn start(engine: Engine) -> Self {
        let driver = Driver::start(engine);
        let started = send(minreq::post(driver.url("/session")), &engine.capabilities());
        let id = started
            .as_ref()
            .ok()
            .and_then(|value| value.get("sessionId")?.as_str())
            .unwrap_or_else(|| panic!("{} does not start: {started:?}", engine.name()));
        let session = Self { engine, path: format!("/session/{id}"), driver };
        session.wait_for_first_page();
        session
    }

    fn wait_for_first_page(&self) {
        let start = Instant::now();
        while self.get("url").ok() != Some(json!(self.engine.first_address())) {
            assert!(start.elapsed() < FIRST_PAGE_LIMIT, "{} shows nothing", self.engine.name());
        }
    }

    /// The browser's engine.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Carries out a command that changes or calculates something.
    pub fn post(&self, command: &str, body: &Value) -> Result<Value, Refusal> {
        send(minreq::post(self.url(command)), body)
    }

    /// Carries out a command that tells something.
    pub fn get(&self, command: &str) -> Result<Value, Refusal> {
        answer(minreq::get(self.url(command)))
    }

    /// Carries out a command that ends something.
    pub fn delete(&self, command: &str) -> Result<Value, Refusal> {
        answer(minreq::delete(self.url(command)))
    }

    fn url(&self, command: &str) -> String {
        self.driver.url(&format!("{}/{command}", self.path))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The browser may have closed by itself.
        answer(minreq::delete(self.driver.url(&self.path))).ok();
    }
}

impl Element {
    /// From the answer to a command; `None` if the answer is something else.
    pub fn from_value(value: &Value) -> Option<Self> {
        Some(Self(value.get(ELEMENT_KEY)?.as_str()?.to_owned()))
    }

    /// The path of a command to the element.
    pub fn command(&self, name: &str) -> String {
        format!("element/{}/{name}", self.0)
    }

    /// As an argument of a script or an origin of a pointer.
    pub fn to_value(&self) -> Value {
        json!({ ELEMENT_KEY: self.0 })
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.error, self.message)
    }
}

fn send(request: minreq::Request, body: &Value) -> Result<Value, Refusal> {
    let json = "application/json; charset=utf-8";
    answer(request.with_header("Content-Type", json).with_body(body.to_string()))
}

fn answer(request: minreq::Request) -> Result<Value, Refusal> {
    let unanswered = |error: minreq::Error| Refusal {
        error: "no answer".to_owned(),
        message: error.to_string(),
    };
    let response = request.with_timeout(COMMAND_LIMIT_SECONDS).send().map_err(unanswered)?;
    let mut body: Value =
        serde_json::from_slice(response.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    let value = body.get_mut("value").map(Value::take).unwrap_or_default();
    let word = |key| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    if response.status_code == 200 {
        Ok(value)
    } else {
        Err(Refusal { error: word("error"), message: word("message") })
    }
}

//! What a screen reader is told, politely: one message at a time.

use leptos::prelude::*;

/// Two regions take turns, so that the same message twice is spoken twice.
#[derive(Debug, Clone, Copy)]
pub struct Announcer {
    messages: RwSignal<[String; 2]>,
    is_second: StoredValue<bool>,
}

impl Announcer {
    /// Says nothing yet.
    pub fn silent() -> Self {
        Self { messages: RwSignal::default(), is_second: StoredValue::new(false) }
    }

    /// Says a message.
    pub fn say(self, message: impl Into<String>) {
        let is_second = !self.is_second.get_value();
        self.is_second.set_value(is_second);
        let message = message.into();
        self.messages.set(if is_second {
            [String::new(), message]
        } else {
            [message, String::new()]
        });
    }

    /// What the two regions hold.
    pub fn messages(self) -> ReadSignal<[String; 2]> {
        self.messages.read_only()
    }
}

//! What a screen reader is told, politely: one message at a time.

use leptos::prelude::*;

use crate::platform::timer;

/// Two regions take turns, so that the same message twice is spoken twice.
#[derive(Debug, Clone, Copy)]
pub struct Announcer {
    messages: RwSignal<[String; 2]>,
    is_second: StoredValue<bool>,
    /// Counts what was said, so that what waits knows whether it is still the newest.
    number: StoredValue<u32>,
}

/// How long a message waits that more of its kind may follow.
const PAUSE_MS: i32 = 900;

impl Announcer {
    /// Says nothing yet.
    pub fn silent() -> Self {
        Self {
            messages: RwSignal::default(),
            is_second: StoredValue::new(false),
            number: StoredValue::new(0),
        }
    }

    /// Says a message after a pause, unless another comes in between.
    pub fn say_after_pause(self, message: String) {
        let number = self.next_number();
        timer::after_ms(PAUSE_MS, move || {
            if self.number.get_value() == number {
                self.say(message);
            }
        });
    }

    fn next_number(self) -> u32 {
        let number = self.number.get_value().wrapping_add(1);
        self.number.set_value(number);
        number
    }

    /// Says a message.
    pub fn say(self, message: impl Into<String>) {
        self.next_number();
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

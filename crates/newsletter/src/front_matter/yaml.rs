//! Jekyll's front matter: YAML.
//!
//! Read from the parser's events and not from a tree: every value stays as it is written (`1.30` is
//! not a number here), has its place, and nothing is expanded. Aliases are refused, since front
//! matter does not need them and a few of them can stand for more text than memory holds.

use saphyr_parser::{Event, Marker, Parser, ScalarStyle};

use super::entry::{Entry, MAX_DEPTH, Place, Refusal, Value};
use super::lines;
use crate::diagnostic::{ColumnNumber, LineNumber};

/// The head's entries in order, and what is wrong with it. Jekyll takes `categories: a b` for a list.
pub(super) fn entries(head: &str) -> (Vec<Entry>, Option<Refusal>) {
    let (mut entries, refusal) = lines::or_salvaged(parse(head), head, ':');
    for entry in entries.iter_mut().filter(|entry| entry.key == "categories") {
        if let Value::Text(text) = &entry.value {
            entry.value = Value::List(text.split_whitespace().map(str::to_owned).collect());
        }
    }
    (entries, refusal)
}

fn parse(head: &str) -> Result<Vec<Entry>, Refusal> {
    let mut reader = Reader::default();
    for event in Parser::new_from_str(head) {
        let (event, span) = event.map_err(|error| Refusal {
            message: error.info().to_owned(),
            place: place_of(error.marker()),
        })?;
        let place = place_of(&span.start);
        match event {
            Event::Scalar(text, style, ..) => {
                let is_null = style == ScalarStyle::Plain && is_null(&text);
                reader.scalar(if is_null { "" } else { &text }, place)
            }
            Event::MappingStart(..) => reader.open(Container::Mapping { key: None }, place),
            Event::SequenceStart(..) => reader.open(Container::Sequence, place),
            Event::MappingEnd | Event::SequenceEnd => {
                reader.close();
                Ok(())
            }
            Event::Alias(_) => refuse("aliases such as `*name` are not supported", place),
            Event::DocumentEnd => break,
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) => {
                Ok(())
            }
        }?;
    }
    Ok(reader.entries)
}

/// What has been read, and the containers that are still open.
#[derive(Default)]
struct Reader {
    entries: Vec<Entry>,
    open: Vec<Container>,
}

enum Container {
    Mapping {
        /// The key whose value comes next.
        key: Option<String>,
    },
    Sequence,
}

impl Reader {
    fn scalar(&mut self, text: &str, place: Place) -> Result<(), Refusal> {
        match self.open.last_mut() {
            None => return refuse("not a list of keys and values", place),
            Some(Container::Mapping { key: key @ None }) => *key = Some(text.to_owned()),
            Some(Container::Mapping { .. } | Container::Sequence) => {
                self.value(Value::Text(text.to_owned()), place);
                self.end_value();
            }
        }
        Ok(())
    }

    fn open(&mut self, container: Container, place: Place) -> Result<(), Refusal> {
        if self.open.len() == MAX_DEPTH {
            return Err(Refusal::too_deep(place));
        }
        match (self.open.last(), &container) {
            (None, Container::Sequence) => return refuse("not a list of keys and values", place),
            (Some(Container::Mapping { key: None }), _) => {
                return refuse("a key must be a word", place);
            }
            (Some(_), Container::Sequence) => self.value(Value::List(Vec::new()), place),
            (_, Container::Mapping { .. }) => {}
        }
        self.open.push(container);
        Ok(())
    }

    fn close(&mut self) {
        self.open.pop();
        self.end_value();
    }

    /// Adds a value under the open keys; within a list, to the list.
    fn value(&mut self, value: Value, place: Place) {
        let is_in_list = self.open.iter().any(|open| matches!(open, Container::Sequence));
        match (self.entries.last_mut(), value) {
            (Some(Entry { value: Value::List(values), .. }), Value::Text(text)) if is_in_list => {
                values.push(text);
            }
            (_, Value::List(_)) if is_in_list => {}
            (_, value) => {
                let keys = self.open.iter().filter_map(|open| match open {
                    Container::Mapping { key } => key.as_deref(),
                    Container::Sequence => None,
                });
                let key = keys.collect::<Vec<_>>().join(".");
                self.entries.push(Entry { key, value, place });
            }
        }
    }

    fn end_value(&mut self) {
        if let Some(Container::Mapping { key }) = self.open.last_mut() {
            *key = None;
        }
    }
}

fn refuse(message: &str, place: Place) -> Result<(), Refusal> {
    Err(Refusal { message: message.to_owned(), place })
}

fn is_null(text: &str) -> bool {
    matches!(text, "~" | "null" | "Null" | "NULL")
}

fn place_of(marker: &Marker) -> Place {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Place {
        line: LineNumber(number(marker.line()).max(1)),
        column: ColumnNumber(number(marker.col()).saturating_add(1)),
    }
}

//! Placeholders: the parts of a pattern that stand for something.

/// GitHub's own limits are 39 for an owner and 100 for a repository. A bound also keeps the search in
/// long runs of such characters linear.
const MAX_NAME_LEN: usize = 100;
const MAX_NUMBER_LEN: usize = 7;
const MAX_DIGITS_LEN: usize = 19;

/// What each placeholder took from the text, by its place in [`PLACEHOLDERS`].
pub(super) type Captures<'text> = [Option<&'text str>; PLACEHOLDERS.len()];

/// See [`super::EntityPattern`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Placeholder {
    Number,
    Digits,
    Year,
    Version,
    Owner,
    Repo,
    Name,
}

/// In the order of [`Placeholder`].
const PLACEHOLDERS: [(&str, Placeholder); 7] = [
    ("number", Placeholder::Number),
    ("digits", Placeholder::Digits),
    ("year", Placeholder::Year),
    ("version", Placeholder::Version),
    ("owner", Placeholder::Owner),
    ("repo", Placeholder::Repo),
    ("name", Placeholder::Name),
];

impl Placeholder {
    pub(super) fn named(name: &str) -> Option<Self> {
        PLACEHOLDERS.iter().find(|(known, _)| *known == name).map(|(_, placeholder)| *placeholder)
    }

    pub(super) fn captured<'text>(self, captures: &Captures<'text>) -> Option<&'text str> {
        captures.get(self as usize).copied().flatten()
    }

    pub(super) fn capture<'text>(self, captures: &mut Captures<'text>, value: &'text str) {
        if let Some(captured) = captures.get_mut(self as usize) {
            *captured = Some(value);
        }
    }

    /// The names of all placeholders, between braces.
    pub(super) fn all() -> String {
        PLACEHOLDERS.map(|(name, _)| ["{", name, "}"].concat()).join(", ")
    }

    pub(super) fn name(self) -> &'static str {
        PLACEHOLDERS.iter().find(|(_, known)| *known == self).map_or("", |(name, _)| name)
    }

    /// Whether the byte can be part of what the placeholder stands for.
    pub(super) fn takes(self, byte: u8) -> bool {
        match self {
            Self::Number | Self::Digits | Self::Year | Self::Version => byte.is_ascii_digit(),
            Self::Owner | Self::Repo => byte.is_ascii_alphanumeric() || b"._-".contains(&byte),
            Self::Name => byte.is_ascii_alphanumeric() || b"_-".contains(&byte),
        }
    }

    /// How much of the beginning of `text` the placeholder takes; `None` if it stands for nothing there.
    pub(super) fn len(self, text: &str) -> Option<usize> {
        let run = |most: usize| {
            let run = text.bytes().take(most + 1).take_while(|byte| self.takes(*byte)).count();
            (1..=most).contains(&run).then_some(run)
        };
        match self {
            Self::Number => {
                let len = run(MAX_NUMBER_LEN)?;
                text.get(..len)?.contains(|digit| digit != '0').then_some(len)
            }
            Self::Digits => run(MAX_DIGITS_LEN),
            Self::Year => run(4).filter(|len| *len == 4),
            Self::Version => version_len(text),
            Self::Name if !text.starts_with(|first: char| first.is_ascii_alphabetic()) => None,
            // A full stop or hyphen at the end belongs to the sentence.
            Self::Owner | Self::Repo | Self::Name => {
                let name = text.get(..run(MAX_NAME_LEN)?)?.trim_end_matches(['.', '_', '-']);
                (!name.is_empty()).then_some(name.len())
            }
        }
    }
}

/// `1.30`, `1.30.1`, `1.29.0-alpha.1`.
fn version_len(text: &str) -> Option<usize> {
    let digits = |text: &str| {
        let len = text.bytes().take(6).take_while(u8::is_ascii_digit).count();
        (1..=5).contains(&len).then_some(len)
    };
    let dotted = |at: usize| {
        let rest = text.get(at..)?.strip_prefix('.')?;
        Some(at + 1 + digits(rest)?)
    };
    let two = dotted(digits(text)?)?;
    let numbers = dotted(two).unwrap_or(two);
    let suffix = |word: &str| {
        let rest = text.get(numbers..)?.strip_prefix(word)?;
        Some(numbers + word.len() + digits(rest)?)
    };
    let whole = ["-alpha.", "-beta.", "-rc."].iter().find_map(|word| suffix(word));
    Some(whole.unwrap_or(numbers))
}

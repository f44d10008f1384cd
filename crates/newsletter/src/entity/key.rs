//! Keys: the normal form in which an entity is stored and looked for.

use super::PatternError;
use super::mistake::Mistake;
use super::pattern::{Token, tokens};
use super::placeholder::{Captures, Placeholder};

/// A compiled key.
#[derive(Debug, Clone)]
pub(super) struct Key {
    tokens: Vec<Token>,
    defaults: Vec<(Placeholder, String)>,
}

impl Key {
    pub(super) fn new(written: &str, defaults: &[(String, String)]) -> Result<Self, PatternError> {
        let tokens = tokens(written, false)?;
        if tokens.contains(&Token::Star) {
            return Err(PatternError::new(written, Mistake::StarInKey));
        }
        let known = defaults.iter().map(|(name, value)| match Placeholder::named(name) {
            Some(placeholder) => Ok((placeholder, value.clone())),
            None => Err(PatternError::new(written, Mistake::UnknownDefault(name.clone()))),
        });
        Ok(Self { tokens, defaults: known.collect::<Result<_, _>>()? })
    }

    /// The placeholders that have no default.
    pub(super) fn required(&self) -> impl Iterator<Item = Placeholder> {
        self.tokens.iter().filter_map(|token| match token {
            Token::Placeholder(wanted) if self.default(*wanted).is_none() => Some(*wanted),
            _ => None,
        })
    }

    fn default(&self, wanted: Placeholder) -> Option<&str> {
        let default = self.defaults.iter().find(|(placeholder, _)| *placeholder == wanted);
        default.map(|(_, value)| value.as_str())
    }

    /// Whether the captures leave something to the defaults.
    pub(super) fn needs_defaults(&self, captures: &Captures<'_>) -> bool {
        self.tokens.iter().any(|token| match token {
            Token::Placeholder(wanted) => wanted.captured(captures).is_none(),
            _ => false,
        })
    }

    pub(super) fn fill(&self, captures: &Captures<'_>) -> String {
        let mut key = String::new();
        for token in &self.tokens {
            match token {
                Token::Literal(literal) => key.push_str(literal),
                Token::Space => key.push(' '),
                Token::Placeholder(wanted) => match wanted.captured(captures) {
                    Some(value) if *wanted == Placeholder::Number => {
                        key.push_str(value.trim_start_matches('0'));
                    }
                    Some(value) => key.push_str(&value.to_ascii_lowercase()),
                    None => key.push_str(self.default(*wanted).unwrap_or_default()),
                },
                Token::Star | Token::Below => {}
            }
        }
        key
    }
}

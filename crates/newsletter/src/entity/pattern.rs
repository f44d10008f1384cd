//! Patterns as they are written, compiled.

use super::PatternError;
use super::address::after_scheme;
use super::key::Key;
use super::mistake::Mistake;
use super::placeholder::Placeholder;

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Compared without ASCII case.
    Literal(String),
    /// One or more white space characters.
    Space,
    /// Any run without `/` and white space.
    Star,
    Placeholder(Placeholder),
    /// The end, or `/` and anything.
    Below,
}

/// A compiled pattern of one kind.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    kind: usize,
    pub(super) tokens: Vec<Token>,
    literals: usize,
    has_query: bool,
}

impl Pattern {
    pub(super) fn text(written: &str, kind: usize, key: &Key) -> Result<Self, PatternError> {
        let tokens = tokens(written, true)?;
        let pattern = Self::new(written, tokens, kind, key)?;
        match pattern.tokens.first() {
            Some(Token::Star | Token::Space) | None => {
                Err(PatternError::new(written, Mistake::Beginning))
            }
            Some(_) => Ok(pattern),
        }
    }

    pub(super) fn link(written: &str, kind: usize, key: &Key) -> Result<Self, PatternError> {
        if after_scheme(written).is_some() || written.starts_with("www.") {
            return Err(PatternError::new(written, Mistake::Scheme));
        }
        let (path, below) = match written.strip_suffix("/**") {
            Some(path) => (path, Some(Token::Below)),
            None => (written, None),
        };
        let mut tokens = tokens(path, false)?;
        tokens.extend(below);
        Self::new(written, tokens, kind, key)
    }

    fn new(
        written: &str,
        tokens: Vec<Token>,
        kind: usize,
        key: &Key,
    ) -> Result<Self, PatternError> {
        for pair in tokens.windows(2) {
            check_neighbours(written, pair)?;
        }
        for (index, token) in tokens.iter().enumerate() {
            if let Token::Placeholder(placeholder) = token
                && tokens.iter().skip(index + 1).any(|other| other == token)
            {
                return Err(PatternError::new(written, Mistake::Twice(*placeholder)));
            }
        }
        let has = |wanted: Placeholder| tokens.contains(&Token::Placeholder(wanted));
        if let Some(missing) = key.required().find(|wanted| !has(*wanted)) {
            return Err(PatternError::new(written, Mistake::Missing(missing)));
        }
        let literals = tokens.iter().map(|token| match token {
            Token::Literal(literal) => literal.len(),
            Token::Space => 1,
            _ => 0,
        });
        Ok(Self { kind, literals: literals.sum(), has_query: written.contains('?'), tokens })
    }

    pub(super) fn kind(&self) -> usize {
        self.kind
    }

    /// How many characters stand for themselves.
    pub(super) fn literals(&self) -> usize {
        self.literals
    }

    pub(super) fn has_query(&self) -> bool {
        self.has_query
    }

    /// Whether a match can begin with this byte: most patterns are ruled out by it.
    pub(super) fn begins_with(&self, byte: u8) -> bool {
        match self.tokens.first() {
            Some(Token::Literal(literal)) => {
                literal.bytes().next().is_some_and(|first| first.eq_ignore_ascii_case(&byte))
            }
            Some(Token::Placeholder(placeholder)) => placeholder.takes(byte),
            _ => true,
        }
    }
}

pub(super) fn tokens(written: &str, is_text: bool) -> Result<Vec<Token>, PatternError> {
    let mut tokens = Vec::new();
    let mut literal = String::new();
    let mut rest = written;
    while let Some(character) = rest.chars().next() {
        rest = rest.get(character.len_utf8()..).unwrap_or_default();
        let token = match character {
            '{' => {
                let (name, after) = rest.split_once('}').ok_or_else(|| {
                    PatternError::new(written, Mistake::Unclosed(rest.to_owned()))
                })?;
                rest = after;
                let unknown = || PatternError::new(written, Mistake::Unknown(name.to_owned()));
                Token::Placeholder(Placeholder::named(name).ok_or_else(unknown)?)
            }
            '*' => Token::Star,
            ' ' => Token::Space,
            _ => {
                literal.push(character);
                continue;
            }
        };
        push_literal(&mut tokens, &mut literal);
        tokens.push(token);
    }
    push_literal(&mut tokens, &mut literal);
    if tokens.is_empty() {
        return Err(PatternError::new(written, Mistake::Empty));
    }
    if is_text && tokens == [Token::Placeholder(Placeholder::Name)] {
        return Err(PatternError::new(written, Mistake::EveryWord));
    }
    Ok(tokens)
}

fn push_literal(tokens: &mut Vec<Token>, literal: &mut String) {
    if !literal.is_empty() {
        tokens.push(Token::Literal(std::mem::take(literal)));
    }
}

/// Placeholders take as much as they can and give nothing back, so what follows must be something
/// that they do not take.
fn check_neighbours(written: &str, pair: &[Token]) -> Result<(), PatternError> {
    let mistake = match pair {
        [Token::Placeholder(taker), Token::Literal(next)]
            if next.bytes().next().is_some_and(|next| taker.takes(next)) =>
        {
            Mistake::Greedy(*taker, next.clone())
        }
        [Token::Placeholder(_), Token::Placeholder(_)] => Mistake::SideBySide,
        [Token::Star, Token::Literal(next)] if !next.starts_with('/') => {
            Mistake::Star(Some(next.clone()))
        }
        [Token::Star, Token::Placeholder(_) | Token::Star] => Mistake::Star(None),
        _ => return Ok(()),
    };
    Err(PatternError::new(written, mistake))
}

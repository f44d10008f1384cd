//! Patterns as they are written, compiled.

use super::PatternError;
use super::address::after_scheme;
use super::key::Key;
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
                Err(error(written, "it must begin with a character or a placeholder"))
            }
            Some(_) => Ok(pattern),
        }
    }

    pub(super) fn link(written: &str, kind: usize, key: &Key) -> Result<Self, PatternError> {
        if after_scheme(written).is_some() || written.starts_with("www.") {
            return Err(error(written, "leave the scheme and `www.` away, they are not compared"));
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
                let message = ["`{", placeholder.name(), "}` stands in it twice"];
                return Err(error(written, &message.concat()));
            }
        }
        let has = |wanted: Placeholder| tokens.contains(&Token::Placeholder(wanted));
        if let Some(missing) = key.required().find(|wanted| !has(*wanted)) {
            let message = [
                "it says nothing of `{",
                missing.name(),
                "}`, which the key needs: add it, or a default",
            ];
            return Err(error(written, &message.concat()));
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
                    error(written, &["the `{` before `", rest, "` has no `}`"].concat())
                })?;
                rest = after;
                Token::Placeholder(Placeholder::named(name).ok_or_else(|| unknown(written, name))?)
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
        return Err(error(written, "it is empty"));
    }
    if is_text && tokens == [Token::Placeholder(Placeholder::Name)] {
        return Err(error(written, "it would take every word"));
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
    match pair {
        [Token::Placeholder(taker), Token::Literal(next)]
            if next.bytes().next().is_some_and(|next| taker.takes(next)) =>
        {
            let message = [
                "`{",
                taker.name(),
                "}` also takes the beginning of the `",
                next,
                "` after it, so this never matches",
            ];
            Err(error(written, &message.concat()))
        }
        [Token::Placeholder(_), Token::Placeholder(_)] => {
            Err(error(written, "two placeholders stand side by side: put a character between them"))
        }
        [Token::Star, Token::Literal(next)] if !next.starts_with('/') => Err(error(
            written,
            &["`*` must stand before a `/` or at the end, not before `", next, "`"].concat(),
        )),
        [Token::Star, Token::Placeholder(_) | Token::Star] => {
            Err(error(written, "`*` must stand before a `/` or at the end"))
        }
        _ => Ok(()),
    }
}

fn unknown(written: &str, name: &str) -> PatternError {
    let message = ["there is no placeholder `{", name, "}`; there are ", &Placeholder::all()];
    error(written, &message.concat())
}

pub(super) fn error(written: &str, message: &str) -> PatternError {
    PatternError { pattern: written.to_owned(), message: message.to_owned() }
}

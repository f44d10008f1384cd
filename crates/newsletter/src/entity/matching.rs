//! Compiled patterns against texts and addresses.

use super::pattern::{Pattern, Token};
use super::placeholder::Captures;

impl Pattern {
    /// A match that begins with `text` and ends where a word does, and its length.
    pub(super) fn at_start<'text>(&self, text: &'text str) -> Option<(usize, Captures<'text>)> {
        let mut captures = Captures::default();
        let left = self.take_tokens(text, &mut captures)?;
        ends_word(left).then_some((text.len() - left.len(), captures))
    }

    /// A match of the whole text.
    pub(super) fn whole<'text>(&self, text: &'text str) -> Option<Captures<'text>> {
        let mut captures = Captures::default();
        let left = self.take_tokens(text, &mut captures)?;
        left.is_empty().then_some(captures)
    }

    /// What is left of the text after all tokens.
    fn take_tokens<'text>(
        &self,
        text: &'text str,
        captures: &mut Captures<'text>,
    ) -> Option<&'text str> {
        let mut rest = text;
        for token in &self.tokens {
            rest = match token {
                Token::Literal(literal) => {
                    let candidate = rest.get(..literal.len())?;
                    candidate.eq_ignore_ascii_case(literal).then(|| rest.get(literal.len()..))??
                }
                Token::Space => {
                    let after = rest.trim_start();
                    (after.len() < rest.len()).then_some(after)?
                }
                Token::Star => rest.trim_start_matches(|character: char| {
                    character != '/' && !character.is_whitespace()
                }),
                Token::Below => (rest.is_empty() || rest.starts_with('/')).then_some("")?,
                Token::Placeholder(placeholder) => {
                    let (value, after) = rest.split_at_checked(placeholder.len(rest)?)?;
                    placeholder.capture(captures, value);
                    after
                }
            };
        }
        Some(rest)
    }
}

/// Whether something can begin between `before` and `rest`.
pub(super) fn begins_word(before: &str, rest: &str) -> bool {
    let (Some(first), Some(last)) = (rest.chars().next(), before.chars().next_back()) else {
        return true;
    };
    if is_word(last) {
        return false;
    }
    if is_word(first) {
        // `30` in `1.30` is not a word of its own.
        let is_inner_dot =
            || before.strip_suffix('.').is_some_and(|before| before.ends_with(is_word));
        return last != '.' || !is_inner_dot();
    }
    // `--flag` does not begin within `----flag`.
    last != first
}

/// Whether something can end before `rest`.
fn ends_word(rest: &str) -> bool {
    let mut following = rest.chars();
    match following.next() {
        Some('.') => !following.next().is_some_and(is_word),
        Some(next) => !is_word(next),
        None => true,
    }
}

/// Whether a character is part of words.
pub(super) fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

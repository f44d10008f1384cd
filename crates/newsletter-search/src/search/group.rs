//! What a piece of a query may mean, as lists of alternatives.

use std::ops::Range;

use crate::analysis::{Shape, Token, is_function_word, tokens};
use crate::index::Index;
use crate::index::entity::{EntityTerm, number_term};
use crate::index::words::is_plain;

/// Ways of saying one thing: an item has it if it has any of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) alternatives: Vec<Alternative>,
    /// What is looked for if no alternative is anywhere: the parts of a compound side by side.
    pub(crate) in_parts: Vec<PhraseWord>,
    /// The plain word of the query and where it stands, if another may be meant that is spelled much
    /// the same, and if a section heading may say it.
    pub(crate) word: Option<Word>,
    /// Whether it is one word of several with hyphens between them.
    pub(crate) is_compound: bool,
}

/// A word of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) term: String,
    /// Bytes of the query.
    pub(crate) span: Range<usize>,
    /// Whether more letters may follow.
    pub(crate) is_begun: bool,
}

/// One way of saying it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Alternative {
    /// A word in any of its forms, or what it is the beginning of.
    Word { term: String, is_begun: bool },
    /// Exactly this term.
    Term(String),
    /// What is mentioned or linked to.
    Entity { term: String, which: Which, is_begun: bool },
    /// Words side by side.
    Phrase(Vec<PhraseWord>),
}

/// Which of the entities with a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    Any,
    Only(u32),
    AllBut(u32),
}

/// A word of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PhraseWord {
    pub(crate) term: String,
    /// How many words after the first one.
    pub(crate) offset: u32,
    /// Whether more letters may follow.
    pub(crate) is_begun: bool,
}

/// The words of a part of the query, which nothing but white space parts. The last one may be the
/// beginning of a word if `is_open`.
pub(super) fn of_text(index: &Index, text: &str, span: Range<usize>, is_open: bool) -> Vec<Group> {
    let mut groups = Vec::new();
    let part = text.get(span.clone()).unwrap_or_default();
    let mut at = span.start;
    let mut plain = span.start;
    for word in part.split_inclusive(char::is_whitespace) {
        let start = at;
        at += word.len();
        // What a sentence puts around an address.
        let word = word.trim().trim_matches(['<', '>', '(', ')', '[', ']', '"', ',', ';']);
        let word = word.trim_end_matches(['.', ':', '!']);
        // Addresses first: patterns for text would find something within them.
        if is_address(word)
            && let Some(entity) = index.patterns.of_query(word)
        {
            groups.extend(of_mentions(index, text, plain..start, false));
            groups.push(of_entity(&EntityTerm::new(&entity), false, false));
            plain = at;
        }
    }
    groups.extend(of_mentions(index, text, plain..span.end, is_open));
    groups
}

/// Whether it may be an address, and is no `owner/repository#number`.
fn is_address(word: &str) -> bool {
    let has_scheme = word.split_once(':').is_some_and(|(_, rest)| rest.starts_with("//"));
    word.contains('/') && (has_scheme || !word.contains('#'))
}

/// Text in which entities may be mentioned.
fn of_mentions(index: &Index, text: &str, span: Range<usize>, is_open: bool) -> Vec<Group> {
    let part = text.get(span.clone()).unwrap_or_default();
    let mut groups = Vec::new();
    let mut at = span.start;
    for mention in index.patterns.mentions(part) {
        let (start, end) = (span.start + mention.span.start, span.start + mention.span.end);
        groups.extend(of_words(text, at..start, false));
        let is_begun = is_open && end == span.end;
        let entity = EntityTerm::new(&mention.entity);
        let mut group = of_entity(&entity, mention.is_completed, is_begun);
        let written = part.get(mention.span).unwrap_or_default();
        let other = of_repository(written, &entity);
        group.alternatives.extend(other.filter(|other| !group.alternatives.contains(other)));
        groups.push(group);
        at = end;
    }
    groups.extend(of_words(text, at..span.end, is_open));
    groups
}

/// What a repository has with this number, whatever the pattern takes it for: the issues of one may
/// be a kind of their own, its pull requests are not.
fn of_repository(written: &str, entity: &EntityTerm) -> Option<Alternative> {
    let (repository, _) = written.split_once('#').filter(|(owner, _)| owner.contains('/'))?;
    let which = Which::Only(EntityTerm::qualifier(&repository.to_ascii_lowercase()));
    Some(Alternative::Entity { term: entity.term.clone(), which, is_begun: false })
}

fn of_entity(entity: &EntityTerm, is_completed: bool, is_begun: bool) -> Group {
    let which = if is_completed { Which::Any } else { Which::Only(entity.qualifier) };
    let term = entity.term.clone();
    // A number is never the beginning of another.
    let is_begun = is_begun && !term.ends_with(|last: char| last.is_ascii_digit());
    // Not everybody writes the sign before a handle.
    let plain = term.split_once('@').map(|(_, handle)| Alternative::Term(handle.to_owned()));
    let mut alternatives = vec![Alternative::Entity { term, which, is_begun }];
    alternatives.extend(plain);
    Group { alternatives, ..Group::default() }
}

/// Words and identifiers.
fn of_words(text: &str, span: Range<usize>, is_open: bool) -> Vec<Group> {
    let part = text.get(span.clone()).unwrap_or_default();
    let all = tokens(part);
    let mut groups: Vec<Group> = Vec::new();
    let mut rest = all.as_slice();
    while let Some((first, after)) = rest.split_first() {
        // What is glued together belongs together, and so do an identifier and its parts.
        let more = after
            .iter()
            .take_while(|token| {
                token.is_glued || token.position == first.position || token.shape == Shape::Part
            })
            .count();
        let (run, next) = rest.split_at_checked(more + 1).unwrap_or((rest, &[]));
        rest = next;
        let is_begun = is_open && run.iter().any(|token| token.span.end == part.len());
        let mut group = of_run(run, first, is_begun, span.start);
        // Both words are there where the joined one is.
        if let Some(before) = groups.last_mut()
            && let Some(joined) = joined(before, &group)
        {
            before.alternatives.push(joined.clone());
            group.alternatives.push(joined);
        }
        groups.push(group);
    }
    groups
}

/// A run of tokens without anything between them.
fn of_run(run: &[Token], first: &Token, is_begun: bool, start: usize) -> Group {
    let words: Vec<&Token> = run.iter().filter(|token| token.shape == Shape::Word).collect();
    let is_compound =
        first.shape == Shape::Whole && words.iter().all(|word| word.span.end <= first.span.end);
    if words.len() > 1 && !is_compound {
        let phrase = Alternative::Phrase(phrase_words(&words, is_begun));
        return Group { alternatives: vec![phrase], ..Group::default() };
    }
    let term = first.term.clone();
    let in_parts = if is_compound {
        phrase_words(&words, is_begun)
    } else {
        let parts = run.iter().filter(|token| token.shape == Shape::Part);
        let word = |(offset, token): (u32, &Token)| PhraseWord {
            term: token.term.clone(),
            offset,
            is_begun: false,
        };
        (0..).zip(parts).map(word).collect()
    };
    if term.bytes().all(|byte| byte.is_ascii_digit()) {
        let which = Which::Any;
        let number = Alternative::Entity { term: number_term(&term), which, is_begun: false };
        let alternatives = vec![Alternative::Term(term), number];
        return Group { alternatives, ..Group::default() };
    }
    let is_plain = is_plain(&term);
    let span = start + first.span.start..start + first.span.end;
    Group {
        alternatives: vec![Alternative::Word { term: term.clone(), is_begun }],
        in_parts,
        word: is_plain.then_some(Word { term, span, is_begun }),
        is_compound,
    }
}

fn phrase_words(words: &[&Token], is_begun: bool) -> Vec<PhraseWord> {
    let first = words.first().map_or(0, |first| first.position);
    let last = words.len().saturating_sub(1);
    let word = |(place, token): (usize, &&Token)| PhraseWord {
        term: token.term.clone(),
        offset: token.position - first,
        is_begun: is_begun && place == last,
    };
    words.iter().enumerate().map(word).collect()
}

/// `node port` may be `nodeport` elsewhere.
fn joined(one: &Group, other: &Group) -> Option<Alternative> {
    let plain = |group: &Group| {
        let word = group.word.as_ref().filter(|_| !group.is_compound)?;
        let is_part = word.term.len() > 1 && !is_function_word(&word.term);
        is_part.then(|| word.term.clone())
    };
    Some(Alternative::Term([plain(one)?, plain(other)?].concat()))
}

/// What stands in quotation marks; nothing if there is no word in it.
pub(super) fn of_phrase(phrase: &str, is_open: bool) -> Vec<Group> {
    let all = tokens(phrase);
    let words: Vec<&Token> = all.iter().filter(|token| token.shape == Shape::Word).collect();
    let is_begun = is_open && words.last().is_some_and(|last| last.span.end == phrase.len());
    let alternatives = vec![Alternative::Phrase(phrase_words(&words, is_begun))];
    let group = Group { alternatives, ..Group::default() };
    if words.is_empty() { Vec::new() } else { vec![group] }
}

pub(super) fn of_kep(digits: &str) -> Group {
    let which = Which::Only(EntityTerm::qualifier(KEP));
    of_number(digits, which)
}

/// A number, of any repository that is not named.
pub(super) fn of_pull_request(index: &Index, written: &str) -> Group {
    if let Some(entity) = index.patterns.of_query(written).filter(|_| written.contains('/')) {
        return of_entity(&EntityTerm::new(&entity), false, false);
    }
    let digits = written.rsplit('#').next().unwrap_or_default();
    of_number(digits, Which::AllBut(EntityTerm::qualifier(KEP)))
}

/// The kind whose numbers are no pull requests.
const KEP: &str = "kep";

fn of_number(digits: &str, which: Which) -> Group {
    let number = Alternative::Entity { term: number_term(digits), which, is_begun: false };
    Group { alternatives: vec![number], ..Group::default() }
}

/// A handle, or the words of a name.
pub(super) fn of_author(name: &str) -> Group {
    let handle =
        Alternative::Entity { term: EntityTerm::handle(name), which: Which::Any, is_begun: false };
    let mut group = of_phrase(name, false).pop().unwrap_or_default();
    group.alternatives.push(handle);
    group
}

/// What holds a sentence together is not required beside what it is about.
pub(super) fn drop_function_words(groups: &mut Vec<Group>) {
    let is_function =
        |group: &Group| group.word.as_ref().is_some_and(|word| is_function_word(&word.term));
    if groups.iter().any(|group| !is_function(group)) {
        groups.retain(|group| !is_function(group));
    }
}

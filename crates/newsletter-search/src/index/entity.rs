//! Entities as terms.
//!
//! What has a number is found by it: `kubernetes/kubernetes#119157` and the KEP `4009` are the terms
//! `#119157` and `4009` behind the mark of entities, so that a bare number finds everything with that
//! number in one place. Which of them an occurrence is, its qualifier says.

use newsletter::entity::Entity;

use super::terms::ENTITY_MARK;

/// An entity as the index has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EntityTerm {
    pub(crate) term: String,
    /// Tells entities with the same number apart: a hash of repository or kind, of 19 bits. Stored as
    /// the position of an occurrence in [`super::terms::Field::Link`].
    pub(crate) qualifier: u32,
}

impl EntityTerm {
    pub(crate) fn new(entity: &Entity) -> Self {
        match entity.key.rsplit_once('#') {
            // Pull requests and issues of a repository share their numbers.
            Some((owner, number)) if is_number(number) => {
                Self { term: number_term(number), qualifier: Self::qualifier(owner) }
            }
            _ if is_number(&entity.key) => {
                Self { term: number_term(&entity.key), qualifier: Self::qualifier(&entity.kind) }
            }
            _ => {
                let mut term = String::from(ENTITY_MARK);
                term.push_str(&entity.key.to_ascii_lowercase());
                Self { term, qualifier: Self::qualifier(&entity.kind) }
            }
        }
    }

    /// The qualifier of a repository, or of a kind whose numbers are its own: FNV-1a, folded.
    pub(crate) fn qualifier(owner: &str) -> u32 {
        let hash = owner
            .bytes()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        (hash >> 19 ^ hash) & 0x7_ffff
    }

    /// The term of a person's handle.
    pub(crate) fn handle(name: &str) -> String {
        let mut term = String::from(ENTITY_MARK);
        term.push('@');
        term.push_str(&name.to_ascii_lowercase());
        term
    }
}

/// The term of everything with this number; leading zeros do not count.
pub(crate) fn number_term(digits: &str) -> String {
    let mut term = String::from(ENTITY_MARK);
    term.push('#');
    term.push_str(digits.trim_start_matches('0'));
    term
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

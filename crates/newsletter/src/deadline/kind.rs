//! Kinds of deadlines: many names, one thing that is due.

use crate::family::fits;

/// What is due, told apart from other things that are due; the same however a post calls it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Kind(String);

/// The kinds that a configuration names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kinds {
    /// A spelling as [`folded`] leaves it, and its kind.
    spellings: Vec<(String, Kind)>,
}

/// Words that names of one thing have or lack.
const FILLERS: [&str; 22] = [
    "a", "an", "the", "all", "your", "for", "of", "to", "in", "on", "by", "is", "are", "and",
    "will", "be", "due", "deadline", "date", "now", "still", "next",
];

/// The kind of what is named by a version alone.
const NAMELESS: &str = "version";

/// The fewest words of a kind that another may be more exact about.
const FEWEST_SHARED_WORDS: usize = 2;

impl Kinds {
    /// Each kind's own name and the other names of it; `*` in one stands for any run of characters.
    pub fn new<Name: AsRef<str>>(kinds: impl IntoIterator<Item = (Name, Vec<String>)>) -> Self {
        let spellings = kinds.into_iter().flat_map(|(name, names)| {
            let own = folded(name.as_ref());
            let kind = Kind(own.replace(' ', "-"));
            let others: Vec<_> = names.iter().map(|other| folded(other)).collect();
            std::iter::once(own).chain(others).map(move |spelling| (spelling, kind.clone()))
        });
        Self { spellings: spellings.collect() }
    }

    /// The kind of what is called `name`: the configured kind that has this name, an exact one before
    /// one with `*`, a longer one before a shorter; else its words, whatever their order, number and
    /// fillers.
    pub fn of(&self, name: &str) -> Kind {
        let folded = folded(name);
        let fitting = self.spellings.iter().filter(|(spelling, _)| fits(spelling, &folded));
        let found = fitting.max_by_key(|(spelling, _)| (*spelling == folded, spelling.len()));
        found.map_or_else(|| of_words(&folded), |(_, kind)| kind.clone())
    }
}

impl Kind {
    /// Lower case letters and digits with hyphens between words.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether one of the two names all that the other names: on one day, they are one deadline.
    pub(super) fn is_part_of_or_has(&self, other: &Self) -> bool {
        let words = |kind: &Self| kind.0.split('-').map(str::to_owned).collect::<Vec<_>>();
        let (mut fewer, mut more) = (words(self), words(other));
        if fewer.len() > more.len() {
            std::mem::swap(&mut fewer, &mut more);
        }
        self == other
            || (fewer.len() >= FEWEST_SHARED_WORDS && fewer.iter().all(|word| more.contains(word)))
    }
}

/// The release that a name is about: the first two numbers of the first version in it, as in
/// "1.30" for "v1.30.0-rc.1".
pub(super) fn cycle(name: &str) -> Option<String> {
    name.split_whitespace().find_map(|word| {
        let (version, _) = split_version(word)?;
        let mut numbers = version.split('.');
        Some(format!("{}.{}", numbers.next()?, numbers.next()?))
    })
}

/// Lower case words and `*`, without versions; what follows a version ("-beta.1") is kept.
fn folded(name: &str) -> String {
    let mut words = Vec::new();
    for word in name.split_whitespace() {
        let rest = split_version(word).map_or(word, |(_, rest)| rest).to_lowercase();
        let parts = rest.split(|letter: char| !letter.is_alphanumeric() && letter != '*');
        words.extend(parts.filter(|part| !part.is_empty()).map(str::to_owned));
    }
    words.join(" ")
}

fn of_words(folded: &str) -> Kind {
    let mut words: Vec<_> =
        folded.split(' ').filter(|word| !FILLERS.contains(word)).map(singular).collect();
    words.sort_unstable();
    words.dedup();
    Kind(if words.is_empty() { NAMELESS.to_owned() } else { words.join("-") })
}

fn singular(word: &str) -> &str {
    let is_plural = word.len() > 3 && !word.ends_with("ss");
    word.strip_suffix('s').filter(|_| is_plural).unwrap_or(word)
}

/// The numbers of the version that a word begins with, and the rest of the word.
fn split_version(word: &str) -> Option<(&str, &str)> {
    let word = word.trim_start_matches('(');
    let numbers = word.strip_prefix(['v', 'V']).unwrap_or(word);
    let length = numbers.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
    let (version, _) = numbers.split_at_checked(length.unwrap_or(numbers.len()))?;
    let version = version.trim_end_matches('.');
    let is_version = version.starts_with(|first: char| first.is_ascii_digit())
        && version.contains('.')
        && !version.contains("..");
    Some((version, numbers.get(version.len()..)?)).filter(|_| is_version)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &str, other: &str, is_same: bool) {
        let kinds = Kinds::new([
            ("Review Freeze", vec!["Readiness Review*".to_owned()]),
            ("Code Freeze", Vec::new()),
        ]);
        assert_eq!(kinds.of(one) == kinds.of(other), is_same, "{one}, {other}");
    }

    #[test]
    fn names_of_one_thing_have_one_kind() {
        check("CODE FREEZE", "Code freeze", true);
        check("Complete Docs", "All docs complete", true);
        check("Readiness review begins", "Review Freeze", true);
        check("1.14 Cycle Begins", "v1.15.2 cycle begins", true);
        check("Docs Due", "Docs complete", false);
        check("1.16.0-beta.0", "1.16.0-beta.1", false);
        check("1.29rc2", "rc2", true);
        check("v1.37.0", "1.38", true);
    }

    #[test]
    fn the_first_version_names_the_cycle() {
        let cycle = |name| cycle(name);
        assert_eq!(cycle("v1.30.0-rc.1 released"), Some("1.30".to_owned()));
        assert_eq!(cycle("1.17.beta0 (for 1.18)"), Some("1.17".to_owned()));
        assert_eq!(cycle("Version 2"), None);
    }
}

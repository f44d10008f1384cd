//! The visible text of a piece of HTML, gathered while the HTML is written.

/// Text with white space folded to single spaces and blocks parted by single line feeds.
#[derive(Debug, Default)]
pub(super) struct FoldedText {
    text: String,
    gap: Gap,
}

/// What parts the next character from the last one.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Block,
}

impl FoldedText {
    pub(super) fn push(&mut self, text: &str) {
        let mut words = text.split(char::is_whitespace);
        self.push_word(words.next().unwrap_or_default());
        for word in words {
            self.gap = self.gap.max(Gap::Space);
            self.push_word(word);
        }
    }

    /// An empty word keeps the gap open.
    fn push_word(&mut self, word: &str) {
        if word.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            match self.gap {
                Gap::None => {}
                Gap::Space => self.text.push(' '),
                Gap::Block => self.text.push('\n'),
            }
        }
        self.gap = Gap::None;
        self.text.push_str(word);
    }

    /// A block begins or ends here.
    pub(super) fn part(&mut self) {
        self.gap = Gap::Block;
    }

    /// The bytes so far; only a gap may stand between here and the next character.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    pub(super) fn into_string(self) -> String {
        self.text
    }
}

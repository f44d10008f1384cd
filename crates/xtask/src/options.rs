//! Reads what follows the verb on the command line: `--name value`, `--flag` and plain words.

use crate::failure::{Failure, Outcome};
use std::path::PathBuf;

/// The words after a verb, taken one by one; `finish` refuses what nobody took.
#[derive(Debug)]
pub(crate) struct Options {
    verb: String,
    words: Vec<String>,
}

impl Options {
    /// The words after `verb`. `--name=value` counts as `--name value`.
    pub(crate) fn new(verb: &str, words: &[String]) -> Self {
        let mut split = Vec::new();
        for word in words {
            match word.split_once('=') {
                Some((name, value)) if name.starts_with("--") => {
                    split.extend([name.to_owned(), value.to_owned()]);
                }
                _ => split.push(word.clone()),
            }
        }
        Self { verb: verb.to_owned(), words: split }
    }

    /// Whether `--name` is there.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let before = self.words.len();
        self.words.retain(|word| word != name);
        self.words.len() < before
    }

    /// The value after `--name`; `None` if the option is not there.
    pub(crate) fn value(&mut self, name: &str) -> Outcome<Option<String>> {
        let Some(at) = self.words.iter().position(|word| word == name) else {
            return Ok(None);
        };
        if self.words.get(at + 1).is_none_or(|value| value.starts_with("--")) {
            return Err(Failure::new(format!("{name} needs a value")).cure(self.help()));
        }
        self.words.remove(at);
        Ok(Some(self.words.remove(at)))
    }

    /// The path after `--name`, from the folder in which the person typed it, as an absolute path.
    pub(crate) fn path(&mut self, name: &str) -> Outcome<Option<PathBuf>> {
        let Some(value) = self.value(name)? else {
            return Ok(None);
        };
        absolute(&value).map(Some)
    }

    /// The first plain word.
    pub(crate) fn word(&mut self) -> Option<String> {
        let at = self.words.iter().position(|word| !word.starts_with("--"))?;
        Some(self.words.remove(at))
    }

    /// Refuses whatever is left over, so that a misspelt option is not silently ignored.
    pub(crate) fn finish(self) -> Outcome {
        match self.words.first() {
            None => Ok(()),
            Some(word) => {
                let what = format!("`cargo xtask {}` does not know `{word}`", self.verb);
                Err(Failure::new(what).cure(self.help()))
            }
        }
    }

    fn help(&self) -> String {
        format!("cargo xtask help {}", self.verb)
    }
}

/// A path as typed, made absolute: tools are started in the repository's root, wherever the person is.
pub(crate) fn absolute(path: &str) -> Outcome<PathBuf> {
    std::path::absolute(path).map_err(|e| Failure::new(format!("`{path}` is not a path: {e}")))
}

#[cfg(test)]
mod tests {
    use super::Options;

    fn options(words: &[&str]) -> Options {
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        Options::new("serve", &words)
    }

    #[test]
    fn values_and_flags_are_taken_in_any_order() {
        let mut options = options(&["--release", "--port", "99", "--out=dist", "word"]);
        assert_eq!(options.value("--port").unwrap().as_deref(), Some("99"));
        assert_eq!(options.value("--out").unwrap().as_deref(), Some("dist"));
        assert!(options.flag("--release"));
        assert!(!options.flag("--release"));
        assert_eq!(options.word().as_deref(), Some("word"));
        assert!(options.finish().is_ok());
    }

    #[test]
    fn option_without_value_is_refused() {
        assert!(options(&["--posts", "--release"]).value("--posts").is_err());
        assert!(options(&["--posts"]).value("--posts").is_err());
    }

    #[test]
    fn misspelt_option_is_named() {
        let failure = options(&["--prot", "1"]).finish().unwrap_err();
        assert!(failure.to_string().contains("`--prot`"));
    }
}

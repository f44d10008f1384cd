//! What went wrong, why it matters and what to type: every failure of this tool has this form.

use std::fmt;

/// A verb that could not do its work. Printed once, by `main`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    what: String,
    why: Option<String>,
    cure: Option<String>,
}

/// The result of everything here that can fail.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// States what happened, as a sentence without a full stop.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), why: None, cure: None }
    }

    /// Adds what the failed step was needed for.
    #[must_use]
    pub(crate) fn why(mut self, why: impl Into<String>) -> Self {
        self.why = Some(why.into());
        self
    }

    /// Adds what the person can type or do about it.
    #[must_use]
    pub(crate) fn cure(mut self, cure: impl Into<String>) -> Self {
        self.cure = Some(cure.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.what)?;
        if let Some(why) = &self.why {
            write!(f, "\n  needed: {why}")?;
        }
        if let Some(cure) = &self.cure {
            write!(f, "\n  to do:  {}", cure.replace('\n', "\n          "))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Failure;

    #[test]
    fn failure_says_what_why_and_what_to_do() {
        let failure = Failure::new("npm is missing").why("it installs wasm-opt").cure("one\ntwo");
        assert_eq!(
            failure.to_string(),
            "npm is missing\n  needed: it installs wasm-opt\n  to do:  one\n          two"
        );
    }

    #[test]
    fn failure_without_more_is_one_line() {
        assert_eq!(Failure::new("no posts").to_string(), "no posts");
    }
}

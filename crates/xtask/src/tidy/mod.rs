//! House rules that no compiler knows. A rule is a function from the files of the repository to what
//! it finds; each stands in its own file, with a test that shows it something to find.

mod architecture;
mod arrows;
mod changelog;
mod commands;
mod leftovers;
mod length;
mod machine_paths;
mod opening;
mod tree;
mod versions;

use crate::failure::{Failure, Outcome};
use crate::say;
use std::fmt;
use tree::Tree;

/// One rule.
struct Rule {
    /// What is wrong where the rule is broken.
    name: &'static str,
    check: fn(&Tree) -> Vec<Finding>,
}

const RULES: [Rule; 9] = [
    Rule { name: "file does not open with `//!`", check: opening::check },
    Rule { name: "arrow that the architecture does not have", check: arrows::check },
    Rule { name: "leftover", check: leftovers::check },
    Rule { name: "file too long", check: length::check },
    Rule { name: "path of one machine", check: machine_paths::check },
    Rule { name: "path that is not there", check: architecture::check },
    Rule { name: "versions that must agree", check: versions::check },
    Rule { name: "change log", check: changelog::check },
    Rule { name: "command that is not there", check: commands::check },
];

/// A place where a rule is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Finding {
    path: String,
    /// 1-based; 0 if the finding is about the whole file.
    line: usize,
    what: String,
}

impl Finding {
    fn new(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, what: what.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.what),
            line => write!(f, "{}:{line}: {}", self.path, self.what),
        }
    }
}

/// Checks every rule on every file that git tracks or would track.
pub(crate) fn run() -> Outcome {
    say::step("tidy");
    let tree = Tree::of_repository()?;
    let mut count = 0;
    for rule in &RULES {
        for finding in (rule.check)(&tree) {
            say::line(&format!("{finding} [{}]", rule.name));
            count += 1;
        }
    }
    if count == 0 {
        return Ok(());
    }
    Err(Failure::new(format!("tidy found {count} things"))
        .why("CONTRIBUTING.md holds these rules and their reasons"))
}

//! What `cargo xtask` says to the person at the terminal. The only place that prints.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line tool speaks through its output"
)]

use crate::failure::Failure;

/// A result or a fact that was asked for.
pub(crate) fn line(text: &str) {
    println!("{text}");
}

/// What is about to happen. Goes to standard error, so that a verb's result can be piped.
pub(crate) fn step(text: &str) {
    eprintln!("==> {text}");
}

/// How a step is getting on.
pub(crate) fn progress(text: &str) {
    eprintln!("    {text}");
}

/// Why the verb ended early.
pub(crate) fn problem(failure: &Failure) {
    eprintln!("\nerror: {failure}");
}

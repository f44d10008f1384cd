//! The one door: `cargo xtask VERB` sets up, builds, serves, tests and checks Masthead.
//! It needs only cargo, depends on nothing but the standard library and knows no crate of ours:
//! it runs the tools and says what they could not do.

mod built;
mod command;
mod failure;
mod inputs;
mod options;
mod place;
mod press;
mod program;
mod say;
mod search_worker;
mod settings;
mod setup;
mod site;
mod stage;
mod tidy;
mod toolchain;
mod verbs;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match verbs::run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say::problem(&failure);
            ExitCode::FAILURE
        }
    }
}

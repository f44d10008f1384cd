//! `cargo xtask doctor`: each tool, what is there, what is wanted and how to get it.

use super::Verb;
use crate::failure::{Failure, Outcome};
use crate::say;
use crate::setup::{Need, Tool};

pub(super) const VERB: Verb = Verb {
    name: "doctor",
    arguments: "",
    help: "list each tool, the version found and wanted, and what installs it",
    more: "Changes nothing. Fails if something is missing.",
    run: |options| {
        options.finish()?;
        run()
    },
};

fn run() -> Outcome {
    let tools = Need::All.tools();
    let found: Vec<_> = tools.iter().map(|tool| (tool.find)()).collect();
    for (tool, found) in tools.iter().zip(&found) {
        say::line(&line(tool, found.as_deref()));
    }
    let missing = found.iter().filter(|found| found.is_none()).count();
    if missing == 0 {
        return Ok(());
    }
    Err(Failure::new(format!("{missing} of {} tools missing", tools.len()))
        .cure("cargo xtask setup; where it cannot install something, it says what to type"))
}

fn line(tool: &Tool, found: Option<&str>) -> String {
    let Some(version) = found else {
        let wanted = (tool.wanted)();
        return format!("missing  {:<16} wanted: {wanted}; needed to {}", tool.name, tool.purpose);
    };
    format!("ok       {:<16} {version}", tool.name)
}

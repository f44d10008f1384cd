//! The programs that read feeds and calendars in tests, in an environment of their own.

use std::path::PathBuf;

use super::Tool;
use crate::failure::Outcome;
use crate::{command, place};

pub(super) const TOOL: Tool = Tool {
    name: "feed readers",
    purpose: PURPOSE,
    minutes: 0,
    wanted: || pins().join(", "),
    find,
    install,
};

const PURPOSE: &str = "read feeds and calendars in tests as other programs do";

/// Names each package in the version that is wanted.
const REQUIREMENTS: &str = "tests/readers/requirements.txt";

/// The Python that has them.
pub(crate) fn program() -> PathBuf {
    folder().join("bin/python")
}

fn folder() -> PathBuf {
    place::tools().join("readers")
}

/// What is wanted, such as `icalendar==7.3.2`.
fn pins() -> Vec<String> {
    let text = place::text(REQUIREMENTS).unwrap_or_default();
    text.lines().filter(|line| line.contains("==")).map(str::to_owned).collect()
}

/// Asked of Python itself: an environment is of no use to another version of it.
fn find() -> Option<String> {
    const QUESTION: &str = "import sys; from importlib.metadata import version; \
        print(', '.join(f'{name}=={version(name)}' for name in sys.argv[1:]))";
    let pins = pins();
    let names = pins.iter().filter_map(|pin| pin.split("==").next());
    let mut python = command::program(&program().to_string_lossy());
    let there = command::answer(python.args(["-c", QUESTION]).args(names))?;
    (there == pins.join(", ")).then_some(there)
}

fn install() -> Outcome {
    let mut venv = command::program("python3");
    command::quietly(venv.args(["-m", "venv", "--clear"]).arg(folder()), PURPOSE)?;
    let mut pip = command::program(&program().to_string_lossy());
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    command::quietly(pip.args(["--requirement", REQUIREMENTS]), PURPOSE).map(drop)
}

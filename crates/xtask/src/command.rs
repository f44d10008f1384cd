//! Starts other programs: in the repository's root, with our tools on the search path, and with a
//! message that says what failed and what it was for.

use crate::failure::{Failure, Outcome};
use crate::{place, say};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Sender};
use std::thread;

/// How much of a program's output is repeated when it fails after running quietly.
const LINES_SHOWN_ON_FAILURE: usize = 30;

/// A program, to be started in the repository's root.
///
/// What `cargo run` adds to the environment for this tool is removed: build scripts watch those
/// variables, so that a crate built through this tool and by hand would be built twice.
pub(crate) fn program(name: &str) -> Command {
    let mut command = Command::new(name);
    command.current_dir(place::root()).env("PATH", place::search_path()).env_remove("CARGO");
    for (key, _) in std::env::vars_os() {
        let of_cargo_run = key
            .to_str()
            .is_some_and(|key| key.starts_with("CARGO_PKG_") || key.starts_with("CARGO_MANIFEST_"));
        if of_cargo_run {
            command.env_remove(key);
        }
    }
    command
}

/// Cargo, with the arguments given as one line of words.
pub(crate) fn cargo(words: &str) -> Command {
    let mut command = program("cargo");
    command.args(words.split_whitespace());
    command
}

/// Runs a program with its output on the terminal. `purpose` completes "it was to …".
pub(crate) fn run(command: &mut Command, purpose: &str) -> Outcome {
    say::step(&shown(command));
    let status = command.status().map_err(|e| not_started(command, &e, purpose))?;
    succeeded(command, status, purpose)
}

/// Runs a program whose output matters only if it fails, and gives what it wrote.
pub(crate) fn quietly(command: &mut Command, purpose: &str) -> Outcome<String> {
    let output =
        command.stdin(Stdio::null()).output().map_err(|e| not_started(command, &e, purpose))?;
    if !output.status.success() {
        let written = String::from_utf8_lossy(&output.stderr);
        for line in last_lines(&written) {
            say::progress(line);
        }
    }
    succeeded(command, output.status, purpose)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program that reports on the terminal, and gives what it wrote to standard output.
pub(crate) fn written(command: &mut Command, purpose: &str) -> Outcome<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|e| not_started(command, &e, purpose))?;
    succeeded(command, output.status, purpose)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first line that a program answers, such as its version; `None` if it cannot be asked.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let first = text.lines().next().map(str::trim)?;
    (output.status.success() && !first.is_empty()).then(|| first.to_owned())
}

/// What an installer's output is made into: one line for every `every` lines that begin with `mark`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Progress {
    /// How the lines begin that are counted.
    pub(crate) mark: &'static str,
    /// How many of them make one line here.
    pub(crate) every: usize,
    /// What has been counted, in words.
    pub(crate) noun: &'static str,
}

/// Runs a long installation in short: its output is counted, and its end shown if it fails.
pub(crate) fn with_progress(command: &mut Command, progress: Progress, purpose: &str) -> Outcome {
    say::step(&shown(command));
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| not_started(command, &e, purpose))?;
    let (sender, lines) = mpsc::channel();
    send_lines(child.stdout.take(), sender.clone());
    send_lines(child.stderr.take(), sender);

    let mut tail = VecDeque::new();
    let mut seen = 0;
    for line in lines {
        if line.trim_start().starts_with(progress.mark) {
            seen += 1;
            if seen % progress.every == 0 {
                say::progress(&format!("{seen} {}", progress.noun));
            }
        }
        tail.push_back(line);
        if tail.len() > LINES_SHOWN_ON_FAILURE {
            tail.pop_front();
        }
    }
    let status = child.wait().map_err(|e| not_started(command, &e, purpose))?;
    if !status.success() {
        for line in &tail {
            say::progress(line);
        }
    }
    succeeded(command, status, purpose)
}

/// Reads one of a program's two outputs in a thread of its own, so that neither makes the other wait.
fn send_lines(stream: Option<impl Read + Send + 'static>, sender: Sender<String>) {
    thread::spawn(move || {
        for line in stream.into_iter().flat_map(|stream| BufReader::new(stream).lines()) {
            // Bytes that are no text are left out; a line that nobody reads any more is the last.
            if line.is_ok_and(|line| sender.send(line).is_err()) {
                break;
            }
        }
    });
}

fn succeeded(command: &Command, status: ExitStatus, purpose: &str) -> Outcome {
    if status.success() {
        return Ok(());
    }
    let ended = status
        .code()
        .map_or("was ended by a signal".to_owned(), |code| format!("ended with exit code {code}"));
    let what = format!("`{}` {ended}; its own words are above", shown(command));
    Err(Failure::new(what).why(format!("it was to {purpose}")))
}

fn not_started(command: &Command, error: &std::io::Error, purpose: &str) -> Failure {
    let name = command.get_program().to_string_lossy().into_owned();
    Failure::new(format!("`{name}` could not be started: {error}"))
        .why(format!("it was to {purpose}"))
        .cure("cargo xtask doctor")
}

/// The command as a person would type it, short paths preferred.
fn shown(command: &Command) -> String {
    let root = format!("{}/", place::root().display());
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy().replace(&root, "")).collect();
    words.join(" ")
}

fn last_lines(text: &str) -> impl Iterator<Item = &str> {
    let count = text.lines().count();
    text.lines().skip(count.saturating_sub(LINES_SHOWN_ON_FAILURE))
}

#[cfg(test)]
mod tests {
    use super::{Progress, answer, last_lines, program, quietly, with_progress};

    #[test]
    fn failing_program_is_named_with_its_purpose() {
        let failure = quietly(program("false").arg("now"), "prove a point").unwrap_err();
        let text = failure.to_string();
        assert!(text.contains("`false now` ended with exit code 1"), "{text}");
        assert!(text.contains("prove a point"), "{text}");
    }

    #[test]
    fn missing_program_says_where_to_look() {
        let failure = quietly(&mut program("no-such-program"), "be missing").unwrap_err();
        assert!(failure.to_string().contains("cargo xtask doctor"));
    }

    #[test]
    fn answer_is_the_first_line() {
        assert_eq!(answer(program("printf").arg("one\ntwo\n")).as_deref(), Some("one"));
        assert_eq!(answer(&mut program("false")), None);
    }

    #[test]
    fn both_outputs_of_an_installer_are_read_to_their_end() {
        let progress = Progress { mark: "x", every: 1000, noun: "lines" };
        let much = "for i in $(seq 20000); do echo x$i; echo y$i >&2; done";
        let mut shell = program("sh");
        assert!(with_progress(shell.args(["-c", much]), progress, "talk").is_ok());
        let mut failing = program("sh");
        assert!(with_progress(failing.args(["-c", "exit 3"]), progress, "talk").is_err());
    }

    #[test]
    fn only_the_end_of_long_output_is_repeated() {
        let text = (0..40).map(|n| n.to_string()).collect::<Vec<_>>().join("\n");
        assert_eq!(last_lines(&text).next(), Some("10"));
        assert_eq!(last_lines("a\nb").count(), 2);
    }
}

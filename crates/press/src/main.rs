//! The program: arguments in, exit code out. Results go to standard output, all else to standard
//! error.

mod cli;

use std::fs;
use std::io::{self, Write as _};
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::Parser as _;
use newsletter::Severity;
use newsletter_search::Request;
use press::archive::Archive;
use press::check::{self, Baseline, Format, counted};
use press::config::{Arguments, Configuration};
use press::email::{CLIPPED_AT_BYTES, Mail};
use press::search::{self, Dist};

use cli::{Build, Check, Cli, Command, Email, Explain, Search};

/// There are findings that the caller does not accept.
const DENIED: u8 = 1;
/// Nothing could be done.
const COULD_NOT_RUN: u8 = 2;

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Build(options) => build(&options),
        Command::Check(options) => run_check(&options),
        Command::Email(options) => run_email(&options),
        Command::Search(options) => run_search(&options),
        Command::Explain(options) => run_explain(&options),
    };
    done.unwrap_or_else(|error| {
        tell(&format!("error: {error:#}\n"));
        ExitCode::from(COULD_NOT_RUN)
    })
}

fn build(options: &Build) -> Result<ExitCode> {
    let archive = read(&options.arguments())?;
    let has_errors = check::is_denied(&archive.findings, Severity::Error);
    let mut errors = archive.findings.clone();
    errors.retain(|finding| finding.severity == Severity::Error);
    tell(&check::print(&errors, Format::Text));
    if options.strict && has_errors {
        tell("Nothing is built: --strict accepts no errors.\n");
        return Ok(ExitCode::from(DENIED));
    }
    let written = press::rebuild(
        &archive,
        &options.out,
        options.earlier.as_deref(),
        options.shell.as_deref(),
        options.search.as_deref(),
    )?;
    if options.withdraw {
        press::withdraw(&archive, &options.out).context("the service worker cannot be written")?;
    }
    tell(&format!(
        "{}, {}, {}: {} of {} written to {}\n",
        counted(archive.posts.len(), "issue"),
        counted(archive.pages.len(), "page"),
        counted(archive.assets.len(), "asset"),
        written.changed,
        counted(written.changed + written.unchanged, "file"),
        options.out.display(),
    ));
    tell(&format!("{} (`press check` lists them)\n", check::summary(&archive.findings)));
    Ok(ExitCode::SUCCESS)
}

fn run_check(options: &Check) -> Result<ExitCode> {
    let archive = read(&options.arguments())?;
    let mut findings = check::findings(&archive);
    if let Some(path) = &options.baseline {
        let baseline = fs::read_to_string(path)
            .with_context(|| format!("the baseline {} cannot be read", path.display()))?;
        findings = Baseline::read(&baseline).unknown(findings);
    }
    let printed = check::print(&findings, options.format);
    print(&printed);
    tell(&format!("{} posts: {}\n", archive.posts.len(), check::summary(&findings)));
    let is_denied = check::is_denied(&findings, options.deny.into());
    Ok(if is_denied { ExitCode::from(DENIED) } else { ExitCode::SUCCESS })
}

fn run_email(options: &Email) -> Result<ExitCode> {
    let mail = Mail::new(&read(&options.arguments())?, &options.slug)?;
    if options.html {
        print(&mail.html);
    } else {
        print(&format!("Subject: {}\n\n{}", mail.subject, mail.markdown));
    }
    if mail.is_clipped() {
        tell(&format!(
            "warning: as HTML this is {} kB, and Gmail shows the first {} kB of a mail only\n",
            mail.html.len() / 1_000,
            CLIPPED_AT_BYTES / 1_000,
        ));
    }
    Ok(ExitCode::SUCCESS)
}

fn run_search(options: &Search) -> Result<ExitCode> {
    let mut dist = Dist::open(&options.dist)?;
    if let Some(path) = &options.batch {
        let queries = fs::read_to_string(path)
            .with_context(|| format!("the queries in {} cannot be read", path.display()))?;
        print(&search::batch(&mut dist, &queries, options.limit)?);
        return Ok(ExitCode::SUCCESS);
    }
    let answer = dist.search(&options.request())?;
    for hit in &answer.hits {
        let line = if options.json {
            format!("{}\n", search::json(&dist, hit))
        } else {
            search::plain(hit)
        };
        print(&line);
    }
    tell(&search::summary(&answer));
    Ok(ExitCode::SUCCESS)
}

fn run_explain(options: &Explain) -> Result<ExitCode> {
    let mut dist = Dist::open(&options.dist)?;
    let query = options.query.clone();
    let answer = dist.search(&Request { query, limit: 10, ..Request::default() })?;
    print(&search::explain(&answer));
    tell(&search::summary(&answer));
    tell(&format!("Fetched: {}\n", dist.fetched().collect::<Vec<_>>().join(" ")));
    Ok(ExitCode::SUCCESS)
}

/// Whoever reads may stop reading: `press check | head`.
fn print(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}

fn read(arguments: &Arguments) -> Result<Archive> {
    let configuration = Configuration::resolve(arguments)?;
    Ok(Archive::read(&configuration)?)
}

/// For people; there is nobody to tell that it failed.
fn tell(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

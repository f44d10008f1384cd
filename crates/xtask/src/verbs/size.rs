//! `cargo xtask size`: what a reader downloads, against `budgets.toml`.

use super::{Verb, test};
use crate::failure::{Failure, Outcome};
use crate::setup::{self, Need};
use crate::{command, place, say, settings};
use std::path::Path;

pub(super) const VERB: Verb = Verb {
    name: "size",
    arguments: "",
    help: "measure what a reader downloads against budgets.toml",
    more: "Builds the sample archive, optimised, into target/test-dist. Installs what is missing first.",
    run: |options| {
        options.finish()?;
        size()
    },
};

/// Some files that have one limit together.
#[derive(Debug, PartialEq, Eq)]
struct Budget {
    name: String,
    /// Paths of files below the built site, each part with at most one `*`.
    patterns: Vec<String>,
    /// The limit, in bytes after brotli.
    brotli: u64,
}

/// How long a file is: as it is, and compressed as well as gzip and brotli can.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Weight {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

fn size() -> Outcome {
    setup::ensure(Need::Release)?;
    let out = test::sample()?;
    let files = place::files(&out)?;
    let mut over = Vec::new();
    say::line(&format!("{:>10} {:>10} {:>10}", "raw", "gzip", "brotli"));
    for budget in budgets(&place::text("budgets.toml")?)? {
        let own: Vec<_> =
            files.iter().filter(|file| budget.covers(&relative(file, &out))).collect();
        if own.is_empty() {
            let what = format!("no file of the build is `{}`", budget.patterns.join("` or `"));
            return Err(
                Failure::new(what).cure(format!("correct [{}] in budgets.toml", budget.name))
            );
        }
        let mut total = 0;
        for file in own {
            let weight = weigh(file)?;
            total += weight.brotli;
            let name = relative(file, &out);
            say::line(&format!(
                "{:>10} {:>10} {:>10} {name}",
                weight.raw, weight.gzip, weight.brotli
            ));
        }
        let Budget { name, brotli, .. } = &budget;
        say::line(&format!("{total:>32} {name}, of at most {brotli}\n"));
        if total > *brotli {
            over.push(format!("{name} is {} bytes over its budget", total - brotli));
        }
    }
    if over.is_empty() {
        return Ok(());
    }
    Err(Failure::new(over.join(", ")).cure("make it smaller, or raise budgets.toml and say why"))
}

impl Budget {
    fn covers(&self, path: &str) -> bool {
        self.patterns.iter().any(|pattern| matches(pattern, path))
    }
}

/// The path of a file below a folder, with forward slashes.
fn relative(file: &Path, folder: &Path) -> String {
    let parts = file.strip_prefix(folder).unwrap_or(file).iter();
    parts.map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Whether each part of `path` is that of `pattern`, in which one `*` stands for anything.
fn matches(pattern: &str, path: &str) -> bool {
    let parts = pattern.split('/').zip(path.split('/'));
    pattern.split('/').count() == path.split('/').count()
        && parts.into_iter().all(|(pattern, name)| matches_name(pattern, name))
}

fn matches_name(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => name.strip_prefix(start).is_some_and(|rest| rest.ends_with(end)),
        None => pattern == name,
    }
}

fn budgets(text: &str) -> Outcome<Vec<Budget>> {
    let names = text.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'));
    names.map(|name| budget(text, name)).collect()
}

fn budget(text: &str, name: &str) -> Outcome<Budget> {
    let number = settings::value(text, name, "brotli").and_then(|number| number.parse().ok());
    Ok(Budget {
        name: name.to_owned(),
        patterns: settings::strings(text, name, "files"),
        brotli: number.ok_or_else(|| {
            Failure::new(format!("[{name}] in budgets.toml has no `brotli`, a number of bytes"))
        })?,
    })
}

/// node compresses: it is here for wasm-opt, and its zlib has brotli.
fn weigh(file: &Path) -> Outcome<Weight> {
    const SCRIPT: &str = "const zlib = require('zlib');
        const bytes = require('fs').readFileSync(process.argv[1]);
        const small = zlib.gzipSync(bytes, { level: 9 }), smaller = zlib.brotliCompressSync(bytes);
        [bytes.length, small.length, smaller.length].join(' ')";
    let mut node = command::program("node");
    let answer = command::written(node.arg("-p").arg(SCRIPT).arg(file), "compress a file")?;
    weight(&answer).ok_or_else(|| Failure::new(format!("node said `{answer}` and no three sizes")))
}

fn weight(answer: &str) -> Option<Weight> {
    let mut sizes = answer.split_whitespace().map_while(|size| size.parse().ok());
    Some(Weight { raw: sizes.next()?, gzip: sizes.next()?, brotli: sizes.next()? })
}

#[cfg(test)]
mod tests {
    use super::{Budget, Weight, budgets, matches, weight};

    #[test]
    fn star_stands_for_anything() {
        assert!(matches("masthead-*.js", "masthead-1a.js"));
        assert!(!matches("masthead-*.js", "masthead-1a.wasm"));
        assert!(!matches("*.css", "start.js"));
        assert!(matches("one", "one"));
        assert!(matches("search-*/*.pack", "search-1a/terms.pack"));
        assert!(!matches("*.css", "fonts/a.css"));
        assert!(!matches("search-*", "search-1a/root.bin"));
    }

    #[test]
    fn budgets_are_read_in_their_order() {
        let text = "[b]\nfiles = [\"x\", \"y\"]\nbrotli = 3\n[a]\nfiles = [\"z\"]\nbrotli = 2\n";
        let read = budgets(text).unwrap();
        let b = Budget { name: "b".into(), patterns: vec!["x".into(), "y".into()], brotli: 3 };
        assert_eq!(read.first(), Some(&b));
        assert_eq!(read.len(), 2);
    }

    #[test]
    fn budget_without_a_number_is_refused() {
        let failure = budgets("[a]\nfiles = [\"z\"]\nbrotli = \"few\"\n").unwrap_err();
        assert!(failure.to_string().contains("[a]"));
    }

    #[test]
    fn three_sizes_are_a_weight() {
        assert_eq!(weight("30 20 10\n"), Some(Weight { raw: 30, gzip: 20, brotli: 10 }));
        assert_eq!(weight("30 20"), None);
    }
}

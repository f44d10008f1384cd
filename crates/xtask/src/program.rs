//! The app's program and its document, as Trunk makes them of `index.html`. They are kept, and made
//! again only where what they are made from is something else: cargo knows whether the compiled program
//! is, and the document names its other files.

use crate::failure::{Failure, Outcome};
use crate::inputs::Inputs;
use crate::place::APP;
use crate::site::{self, Build};
use crate::toolchain::{TARGET, WasmToolchain};
use crate::{built, command, place, say};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What Trunk starts.
const TOOLS: [&str; 3] = ["trunk", "wasm-bindgen", "wasm-opt"];

/// How many programs are kept: of two base paths, as the browser tests build them, before a change and
/// after it. More take room, 5 MB each.
const KEPT: usize = 4;

/// Gives the folder of the program for sites that are served under `public_url`.
pub(crate) fn built(toolchain: WasmToolchain, public_url: &str) -> Outcome<PathBuf> {
    let html = place::text("index.html")?;
    let wasm = compile(toolchain, &html)?;
    let key = key(&html, &wasm, public_url)?;
    let programs = place::root().join("target/programs");
    let program = programs.join(&key);
    if program.is_dir() {
        say::step("The program is the one of an earlier build");
        return Ok(program);
    }

    let unfinished = program.with_extension("part");
    place::remove(&unfinished)?;
    bundle(toolchain, public_url, &unfinished)?;
    if self::key(&place::text("index.html")?, &wasm, public_url)? != key {
        return Err(Failure::new("the app was changed while it was built")
            .why("a program is kept under the key of what it was made from")
            .cure("the same again"));
    }
    kept(std::fs::rename(unfinished, &program))?;
    forget(&programs, KEPT)?;
    Ok(program)
}

/// Compiles the app as Trunk will, and gives the path of the wasm file.
fn compile(toolchain: WasmToolchain, html: &str) -> Outcome<PathBuf> {
    let program = elements(html).find(|element| attribute(element, "rel") == Some("rust"));
    let features = program.and_then(|element| attribute(element, "data-cargo-features"));
    let words = format!(
        "build --bin {APP} --features {} --target {TARGET} --profile wasm {}",
        features.unwrap_or_default(),
        built::MESSAGES,
    );
    let mut cargo = toolchain.cargo(Build::Release, &words)?;
    let messages = command::written(&mut cargo, "compile the app for the browser")?;
    built::wasm(&messages, APP).ok_or_else(|| Failure::new("cargo did not say where the app is"))
}

/// The key of everything that a program is made from, and of what makes it.
fn key(html: &str, wasm: &Path, public_url: &str) -> Outcome<String> {
    let mut inputs = inputs(html, wasm, public_url)?;
    for (name, value) in std::env::vars().filter(|(name, _)| name.starts_with("TRUNK_")) {
        inputs.setting(&name, &value);
    }
    TOOLS.iter().try_for_each(|tool| inputs.tool(tool))?;
    Ok(inputs.key())
}

/// What a program is made from.
fn inputs(html: &str, wasm: &Path, public_url: &str) -> Outcome<Inputs> {
    let mut inputs = Inputs::new()?;
    inputs.setting("public URL", public_url);
    inputs.setting("index.html", html);
    inputs.path(&place::root().join("Trunk.toml"))?;
    inputs.path(wasm)?;
    for file in elements(html).filter_map(|element| attribute(element, "href")) {
        inputs.path(&place::root().join(file))?;
    }
    Ok(inputs)
}

/// Has Trunk write the program into a folder.
fn bundle(toolchain: WasmToolchain, public_url: &str, folder: &Path) -> Outcome {
    // The hook writes an archive's files, and those belong to no program.
    let settings = place::text("Trunk.toml")?;
    let (settings, _) = settings.split_once("[[hooks]]").unwrap_or((&settings, ""));
    let config = place::root().join("target/program.toml");
    kept(std::fs::write(&config, settings))?;

    let mut trunk = site::trunk("build", toolchain, Build::Release, folder)?;
    trunk.arg("--public-url").arg(public_url).arg("--config").arg(config);
    trunk.arg(place::root().join("index.html"));
    command::run(&mut trunk, "build the app's files")
}

/// Removes all but the newest programs.
fn forget(programs: &Path, count: usize) -> Outcome {
    let mut found = kept(std::fs::read_dir(programs).and_then(|entries| {
        let aged = entries.map(|entry| {
            let entry = entry?;
            Ok((entry.metadata()?.modified()?, entry.path()))
        });
        aged.collect::<std::io::Result<Vec<(SystemTime, PathBuf)>>>()
    }))?;
    found.sort();
    found.iter().rev().skip(count).try_for_each(|(_, program)| place::remove(program))
}

/// The elements of the document that Trunk puts something else in the place of.
fn elements(html: &str) -> impl Iterator<Item = &str> {
    let elements = html.split('<').skip(1).filter_map(|rest| rest.split_once('>'));
    elements.map(|(element, _)| element).filter(|element| element.contains(" data-trunk"))
}

/// The value of an element's attribute.
fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = element.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

fn kept<T>(result: std::io::Result<T>) -> Outcome<T> {
    result.map_err(|e| Failure::new(format!("the program cannot be kept: {e}")))
}

#[cfg(test)]
mod tests {
    use super::{attribute, elements, forget, inputs};
    use crate::place;
    use std::path::{Path, PathBuf};

    const HTML: &str = "<p>a</p>\n<link rel=\"search\" href=\"./b.xml\">\n\
        <link data-trunk rel=\"css\" href=\"target/tests/program/a.css\">\n\
        <link data-trunk rel=\"rust\" data-cargo-features=\"hydrate\">";

    fn written(name: &str, text: &str) -> PathBuf {
        let file = place::root().join("target/tests/program").join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
        file
    }

    #[test]
    fn what_trunk_reads_is_found_in_the_document() {
        let found: Vec<_> = elements(HTML).map(|element| attribute(element, "href")).collect();
        assert_eq!(found, [Some("target/tests/program/a.css"), None]);
        let features = elements(HTML).find_map(|element| attribute(element, "data-cargo-features"));
        assert_eq!(features, Some("hydrate"));
    }

    #[test]
    fn own_document_names_styles_and_one_program() {
        let html = place::text("index.html").unwrap();
        let files: Vec<_> = elements(&html).filter_map(|one| attribute(one, "href")).collect();
        assert!(files.contains(&"style/tokens.css") && files.contains(&"style/fonts"), "{files:?}");
        let programs = elements(&html).filter(|one| attribute(one, "rel") == Some("rust"));
        assert_eq!(programs.count(), 1);
    }

    #[test]
    fn program_is_another_with_each_input() {
        let key = |html: &str, wasm: &Path, url| inputs(html, wasm, url).unwrap().key();
        let (wasm, other) = (written("a.wasm", "one"), written("b.wasm", "another"));
        written("a.css", "b { c: d }");
        let first = key(HTML, &wasm, "/");
        assert_eq!(key(HTML, &wasm, "/"), first);
        assert_ne!(key(HTML, &wasm, "/lwkd/"), first);
        assert_ne!(key(HTML, &other, "/"), first);
        assert_ne!(key(&HTML.replace("<p>a", "<p>b"), &wasm, "/"), first);
        written("a.css", "b { c: e }");
        assert_ne!(key(HTML, &wasm, "/"), first);
        written("a.css", "b { c: d }");
        written("a.wasm", "two");
        assert_ne!(key(HTML, &wasm, "/"), first);
        written("a.wasm", "one");
        assert_eq!(key(HTML, &wasm, "/"), first);
    }

    #[test]
    fn oldest_programs_are_forgotten() {
        let programs = place::root().join("target/tests/programs");
        place::remove(&programs).unwrap();
        for name in ["c", "a", "b"] {
            std::fs::create_dir_all(programs.join(name)).unwrap();
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        forget(&programs, 2).unwrap();
        let left = ["a", "b", "c"].map(|name| programs.join(name).exists());
        assert_eq!(left, [true, true, false]);
    }
}

//! Builds the program that searches in the browser: the crate `search-worker` for wasm, its glue and
//! its JavaScript, as three files in a folder from which `press` copies them.

use crate::failure::{Failure, Outcome};
use crate::inputs::Inputs;
use crate::place::SEARCH_WORKER;
use crate::site::Build;
use crate::toolchain::{TARGET, WasmToolchain};
use crate::{built, command, place};
use std::path::{Path, PathBuf};

/// What `wasm-bindgen` calls what it writes.
const GLUE: &str = "engine";

/// The worker's JavaScript.
const WORKER: &str = "worker.js";

/// The module with which pages search.
const MODULE: &str = "search.js";

/// Builds the program, unless it is there already, and gives its folder.
pub(crate) fn build(toolchain: WasmToolchain, build: Build) -> Outcome<PathBuf> {
    let folder = place::root().join("target/search-worker");
    let (program, key_file) = (folder.join("program"), folder.join("key"));
    let wasm = compile(toolchain, build)?;
    let key = key(&wasm, build)?;
    if std::fs::read_to_string(&key_file).is_ok_and(|there| there == key) {
        return Ok(program);
    }
    place::remove(&key_file)?;
    write(&wasm, build, &folder.join("glue"), &program)?;
    made(&key_file, std::fs::write(&key_file, key))?;
    Ok(program)
}

/// The key of everything that the program is made from.
fn key(wasm: &Path, build: Build) -> Outcome<String> {
    let mut inputs = Inputs::new()?;
    inputs.path(wasm)?;
    inputs.setting("build", &format!("{build:?}"));
    inputs.tool("wasm-bindgen")?;
    if build == Build::Release {
        inputs.tool("wasm-opt")?;
    }
    for name in [WORKER, MODULE] {
        inputs.setting(name, &source(name)?);
    }
    Ok(inputs.key())
}

fn write(wasm: &Path, build: Build, glue: &Path, program: &Path) -> Outcome {
    bind(wasm, glue)?;
    made(program, std::fs::create_dir_all(program))?;

    let (bound, engine) = (glue.join(format!("{GLUE}_bg.wasm")), program.join("engine.wasm"));
    match build {
        Build::Development => made(&engine, std::fs::copy(&bound, &engine).map(drop))?,
        Build::Release => {
            let mut shrink = command::program("wasm-opt");
            shrink.arg("-Oz").arg(&bound).arg("-o").arg(&engine);
            command::quietly(&mut shrink, "make the search program small")?;
        }
    }

    // One file, and so one request: the worker's own text knows what the glue defines.
    let worker = place::read(&glue.join(format!("{GLUE}.js")))? + &source(WORKER)?;
    for (name, text) in [(WORKER, worker), (MODULE, source(MODULE)?)] {
        let file = program.join(name);
        made(&file, std::fs::write(&file, without_comments(&text)))?;
    }
    Ok(())
}

/// Gives the path of the wasm file. Asked for as a library of C's kind alone: with a Rust library
/// beside it cargo links without optimising over crates, and the program is three times as large.
fn compile(toolchain: WasmToolchain, build: Build) -> Outcome<PathBuf> {
    let profile = if build == Build::Release { "--profile wasm" } else { "" };
    let words = format!(
        "rustc --package {SEARCH_WORKER} --lib --crate-type cdylib --target {TARGET} {profile} \
        {}",
        built::MESSAGES,
    );
    let mut cargo = toolchain.cargo(build, &words)?;
    let messages = command::written(&mut cargo, "build the program that searches")?;
    built::wasm(&messages, SEARCH_WORKER)
        .ok_or_else(|| Failure::new("cargo did not say where the program is"))
}

fn bind(wasm: &Path, glue: &Path) -> Outcome {
    let mut bind = command::program("wasm-bindgen");
    bind.args(["--target", "no-modules", "--no-typescript", "--out-name", GLUE]);
    bind.arg("--out-dir").arg(glue).arg(wasm);
    command::quietly(&mut bind, "connect the search program with JavaScript").map(drop)
}

/// Comments are for those who read the sources, and would be a fifth of the download. Only whole lines
/// of comment are left out; neither text has lines of another kind that begin like one.
fn without_comments(text: &str) -> String {
    let is_comment =
        |line: &&str| ["//", "/*", "*"].iter().any(|mark| line.trim_start().starts_with(mark));
    text.lines().filter(|line| !is_comment(line)).flat_map(|line| [line, "\n"]).collect()
}

fn source(name: &str) -> Outcome<String> {
    place::text(&format!("crates/{SEARCH_WORKER}/js/{name}"))
}

fn made(path: &Path, result: std::io::Result<()>) -> Outcome {
    result.map_err(|e| Failure::new(format!("{} cannot be written: {e}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn lines_of_comment_are_left_out() {
        let text = "// Why.\n/**\n * What.\n */\nlet a = 1; // Kept.\n  // Gone.\n";
        assert_eq!(without_comments(text), "let a = 1; // Kept.\n");
    }
}

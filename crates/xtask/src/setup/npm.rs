//! node and npm: npm brings wasm-opt and axe-core, and node runs the first and compresses what `size`
//! measures.

use std::path::PathBuf;

use super::{Tool, apt};
use crate::failure::Outcome;
use crate::{command, place};

pub(super) const TOOL: Tool = Tool {
    name: "node, npm",
    purpose: PURPOSE,
    minutes: 2,
    wanted: || "18 or newer".to_owned(),
    find,
    install: || apt::install(&["nodejs", "npm"], PURPOSE),
};

const PURPOSE: &str = "install and run wasm-opt, and measure compressed sizes";

/// Installs a package, such as `axe-core@4.14.1`, beside those that are there.
pub(super) fn install(package: &str, purpose: &str) -> Outcome {
    let mut npm = command::program("npm");
    // Saved, since npm takes away what its lists do not name.
    npm.args(["install", "--save-exact", "--no-audit", "--no-fund", "--prefix"])
        .arg(folder())
        .arg(package);
    command::quietly(&mut npm, purpose).map(drop)
}

/// Where npm's packages are.
/// The version of an installed package; `None` if it is not there.
pub(super) fn version(package: &str) -> Option<String> {
    let description = folder().join("node_modules").join(package).join("package.json");
    version_in(&std::fs::read_to_string(description).ok()?).map(str::to_owned)
}

fn version_in(description: &str) -> Option<&str> {
    let (_, rest) = description.split_once("\"version\": \"")?;
    rest.split_once('"').map(|(version, _)| version)
}

pub(super) fn folder() -> PathBuf {
    place::tools().join("npm")
}

fn find() -> Option<String> {
    place::program("npm")?;
    let version = command::answer(command::program("node").arg("--version"))?;
    let major: u32 = version.strip_prefix('v')?.split('.').next()?.parse().ok()?;
    (major >= 18).then_some(version)
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn version_is_found_in_the_description_of_a_package() {
        assert_eq!(version_in("{\n  \"version\": \"132.0.0\",\n}"), Some("132.0.0"));
        assert_eq!(version_in("{}"), None);
    }
}

//! The native compiler: not installed by set-up, only checked.

use super::Tool;
use crate::failure::{Failure, Outcome};
use crate::{command, place, settings};

pub(super) const TOOL: Tool =
    Tool { name: "rustc", purpose: "compile everything", minutes: 0, wanted, find, install };

/// The oldest compiler that the workspace allows.
fn wanted() -> String {
    let manifest = place::text("Cargo.toml").unwrap_or_default();
    settings::value(&manifest, "workspace.package", "rust-version").unwrap_or_default()
}

fn find() -> Option<String> {
    let version = command::answer(command::program("rustc").arg("--version"))?;
    let number = version.split(' ').nth(1)?.to_owned();
    (parts(&number) >= parts(&wanted())).then_some(number)
}

fn install() -> Outcome {
    let wanted = wanted();
    Err(Failure::new(format!("rustc is older than {wanted}"))
        .why("to compile everything")
        .cure(format!("rustup update stable, or rustup toolchain install {wanted}")))
}

/// The numbers of a version, so that 1.100 is newer than 1.95.
fn parts(version: &str) -> Vec<u32> {
    version.split(['.', '-']).map_while(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn versions_compare_by_number() {
        assert!(parts("1.100.0") >= parts("1.95"));
        assert!(parts("1.95.0-nightly") >= parts("1.95"));
        assert!(parts("1.94.9") < parts("1.95"));
    }
}

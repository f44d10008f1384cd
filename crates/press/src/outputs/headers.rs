//! `_headers`: what Netlify, Cloudflare Pages and others say about files beside sending them. GitHub Pages
//! has nothing of the kind; `docs/deploying.md` says what that means.

use bundle_format::{Manifest, search_folder, search_program_folder};

use super::files::{Collision, Files, Origin};
use super::shell::Shell;
use crate::archive::Archive;

const FILE: &str = "_headers";

/// What other sites and their programs may read, below the base path.
const OPEN: [&str; 10] = [
    "embed/*",
    "api/*",
    "feed.xml",
    "feed.json",
    "items.xml",
    "items.json",
    "sections/*",
    "deadlines.ics",
    "deadlines.json",
    "fonts/*",
];

/// For files whose names hold a hash of their content.
const KEPT: &str = "Cache-Control: public, max-age=31536000, immutable";

/// Plans the file. `embedded` are scripts and styles of pages that the shell does not make, `manifest_file` is
/// the name of the manifest.
pub(super) fn plan(
    archive: &Archive,
    shell: &Shell,
    embedded: &str,
    manifest: &Manifest,
    manifest_file: &str,
    files: &mut Files,
) -> Result<(), Collision> {
    let base = &archive.base_path;
    let program = manifest.search_program.map(search_program_folder);
    let folders = [Some(search_folder(manifest.search)), program, Some("packs".to_owned())];
    let mut hashed: Vec<_> =
        folders.into_iter().flatten().map(|folder| format!("{folder}/*")).collect();
    hashed.push(manifest_file.to_owned());
    let below = hashed.iter().map(|path| format!("{base}{path}"));
    let kept: Vec<String> = below.chain(shell.hashed_files()).collect();
    let text = content(base, &shell.policy_with(embedded), &kept);
    files.add(FILE, Origin::Archive("the headers".to_owned()), text.into_bytes())
}

fn content(base: &str, policy: &str, kept: &[String]) -> String {
    let mut text = String::new();
    let mut rule = |path: &str, headers: &[&str]| {
        text.extend([path, "\n"]);
        for header in headers {
            text.extend(["  ", header, "\n"]);
        }
    };
    // Each document narrows it to its own scripts: several policies have to agree.
    let policy = format!("Content-Security-Policy: {policy}");
    rule(
        &format!("{base}*"),
        &[
            &policy,
            "X-Content-Type-Options: nosniff",
            "Referrer-Policy: strict-origin-when-cross-origin",
        ],
    );
    for path in OPEN {
        rule(&format!("{base}{path}"), &["Access-Control-Allow-Origin: *"]);
    }
    for path in kept {
        rule(path, &[KEPT]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::content;

    #[test]
    fn every_rule_is_below_the_base_path() {
        let text = content("/lwkd/", "default-src 'none'", &["/lwkd/a-0123.bin".to_owned()]);
        let (paths, headers): (Vec<_>, Vec<_>) =
            text.lines().partition(|line| !line.starts_with(' '));
        assert!(paths.iter().all(|path| path.starts_with("/lwkd/")), "{paths:?}");
        assert_eq!(paths.len() + 2, headers.len());
        assert!(headers.iter().all(|header| header.contains(": ")), "{headers:?}");
    }
}

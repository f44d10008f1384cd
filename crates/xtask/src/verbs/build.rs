//! `cargo xtask build`: a folder that can be put on any web server.

use super::Verb;
use crate::failure::{Failure, Outcome};
use crate::options::Options;
use crate::setup::{self, Need};
use crate::site::{self, Archive};
use crate::{place, say};

pub(super) const VERB: Verb = Verb {
    name: "build",
    arguments: "[--posts DIR] [--config FILE] [--out DIR] [--public-url PATH] [--site-url URL]",
    help: "build the site, optimised, into a folder ready to deploy",
    more: "\
--posts DIR        build the posts in DIR instead of the sample archive
--config FILE      read FILE instead of the masthead.toml or _config.yml beside the posts
--out DIR          build into DIR instead of dist; what it holds from an earlier build is replaced
--public-url PATH  the path that the site is served under, such as /lwkd/; without it, /
--site-url URL     the whole address of the site, such as https://example.org/lwkd; without it, from the configuration",
    run,
};

fn run(mut options: Options) -> Outcome {
    let archive = Archive::from_options(&mut options)?;
    let out = options.path("--out")?.unwrap_or_else(|| place::root().join("dist"));
    let public_url = options.value("--public-url")?.unwrap_or_else(|| "/".to_owned());
    options.finish()?;
    let public_url = base_path(&public_url)?;

    setup::ensure(Need::Release)?;
    site::build(&archive, &out, &public_url)?;
    say::step(&format!("The site is in {}, to be served at {public_url}", out.display()));
    Ok(())
}

/// A path that begins and ends with a slash, as relative addresses need it.
fn base_path(typed: &str) -> Outcome<String> {
    if typed.contains("://") || typed.contains(['?', '#']) {
        return Err(Failure::new(format!("`{typed}` is not a path"))
            .cure("--public-url /lwkd/ for the path, --site-url for the whole address"));
    }
    let inner = typed.trim_matches('/');
    Ok(if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") })
}

#[cfg(test)]
mod tests {
    use super::base_path;

    fn check(typed: &str, expect: &str) {
        assert_eq!(base_path(typed).unwrap(), expect, "{typed}");
    }

    #[test]
    fn base_path_has_both_slashes() {
        check("/", "/");
        check("", "/");
        check("lwkd", "/lwkd/");
        check("/a/b", "/a/b/");
    }

    #[test]
    fn whole_address_is_not_a_path() {
        assert!(base_path("https://example.org/").is_err());
    }
}

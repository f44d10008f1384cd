//! `cargo xtask serve`: the archive in a browser, rebuilt and reloaded when a file changes.

use super::Verb;
use crate::failure::{Failure, Outcome};
use crate::options::Options;
use crate::setup::{self, Need};
use crate::site::{self, Archive, Build};
use crate::{command, place, say, settings};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Command;
use std::thread;
use std::time::Duration;

pub(super) const VERB: Verb = Verb {
    name: "serve",
    arguments: "[--posts DIR] [--config FILE] [--port N] [--release]",
    help: "show the sample archive, or another, on this machine",
    more: "\
--posts DIR    show the posts in DIR instead of the sample archive
--config FILE  read FILE instead of the masthead.toml or _config.yml beside the posts
--port N       listen on port N instead of 8080
--release      build as for readers: slower to compile, quicker to load

Installs what is missing first. The page reloads when a post, a style or the app changes; after a
change to `press` or to the search worker, start anew. Ends with Ctrl+C.",
    run,
};

const DEFAULT_PORT: u16 = 8080;

fn run(mut options: Options) -> Outcome {
    let archive = Archive::from_options(&mut options)?;
    let port = port(options.value("--port")?.as_deref())?;
    let build = if options.flag("--release") { Build::Release } else { Build::Development };
    options.finish()?;
    refuse_taken(port)?;

    setup::ensure(if build == Build::Release { Need::Release } else { Need::Build })?;
    let out = place::root().join("target/serve");
    std::fs::create_dir_all(&out)
        .map_err(|e| Failure::new(format!("{} cannot be made: {e}", out.display())))?;
    let mut trunk = site::server(&archive, build, &out)?;
    // What the browser kept would stand between a change and whoever made it.
    trunk.env("MASTHEAD_WITHDRAW", "true");
    trunk.args(["--address", "127.0.0.1", "--port", &port.to_string()]);
    watch(&mut trunk, &archive)?;
    thread::spawn(move || announce(port));
    command::run(&mut trunk, "serve the archive")
}

fn port(word: Option<&str>) -> Outcome<u16> {
    word.map_or(Ok(DEFAULT_PORT), |word| {
        word.parse().map_err(|_| {
            Failure::new(format!("`{word}` is not a port")).cure("a number from 1 to 65535")
        })
    })
}

fn refuse_taken(port: u16) -> Outcome {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map(drop).map_err(|e| {
        Failure::new(format!("port {port} cannot be used: {e}"))
            .cure("cargo xtask serve --port N, with another number")
    })
}

/// Trunk watches what `Trunk.toml` lists; an archive elsewhere is added to that list, which the
/// command line would otherwise replace.
fn watch(trunk: &mut Command, archive: &Archive) -> Outcome {
    let elsewhere = [&archive.posts, &archive.config];
    let elsewhere: Vec<_> = elsewhere.into_iter().flatten().collect();
    if !elsewhere.is_empty() {
        for path in settings::strings(&place::text("Trunk.toml")?, "watch", "watch") {
            trunk.arg("--watch").arg(place::root().join(path));
        }
        for path in elsewhere {
            trunk.arg("--watch").arg(path);
        }
    }
    Ok(())
}

/// Says the address once somebody listens there, below everything that compiling has said.
fn announce(port: u16) {
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        thread::sleep(Duration::from_millis(200));
    }
    say::step(&format!("The archive is at http://127.0.0.1:{port}/ until Ctrl+C"));
}

#[cfg(test)]
mod tests {
    use super::{DEFAULT_PORT, port, refuse_taken};
    use std::net::{Ipv4Addr, TcpListener};

    #[test]
    fn port_is_a_number_or_the_default() {
        assert_eq!(port(None).unwrap(), DEFAULT_PORT);
        assert_eq!(port(Some("9")).unwrap(), 9);
        assert!(port(Some("70000")).is_err());
    }

    #[test]
    fn taken_port_is_refused_before_anything_is_built() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let taken = listener.local_addr().unwrap().port();
        assert!(refuse_taken(taken).unwrap_err().to_string().contains("--port N"));
    }
}

//! A driver: the process that takes commands for one browser over HTTP.

use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::engine::Engine;

const START_LIMIT: Duration = Duration::from_secs(20);

/// A process cannot be waited for until it listens, only asked.
const BETWEEN_KNOCKS: Duration = Duration::from_millis(10);

/// A running driver; ends with the value.
#[derive(Debug)]
pub(super) struct Driver {
    port: u16,
    process: Child,
    /// The screen that it shows its browser on, where the browser needs one.
    _screen: Option<Screen>,
}

/// A screen that exists only in memory.
#[derive(Debug)]
struct Screen(Child);

impl Driver {
    /// Starts the engine's driver and waits until it listens.
    pub(super) fn start(engine: Engine) -> Self {
        let port = free_port();
        let mut command = engine.driver(port);
        let screen = (engine == Engine::WebKit).then(|| {
            let (screen, display) = Screen::start(engine);
            command.env("DISPLAY", display);
            screen
        });
        let driver = Self { port, process: spawn(&mut command, Stdio::null()), _screen: screen };
        driver.wait_until_it_listens();
        driver
    }

    /// The address of a command, whose path begins with `/`.
    pub(super) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    fn wait_until_it_listens(&self) {
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            assert!(
                start.elapsed() < START_LIMIT,
                "the driver does not listen: {:?}",
                self.process
            );
            thread::sleep(BETWEEN_KNOCKS);
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

impl Screen {
    /// The screen and the name of its display.
    fn start(engine: Engine) -> (Self, String) {
        let mut command = Command::new(engine.program(&["Xvfb"]));
        command.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1600x1200x24"]);
        let mut process = spawn(&mut command, Stdio::piped());
        // It writes the number of the display that it found free as soon as it can be used.
        let mut number = String::new();
        if let Some(output) = process.stdout.take() {
            BufReader::new(output).read_line(&mut number).ok();
        }
        assert!(!number.is_empty(), "Xvfb has not started");
        (Self(process), format!(":{}", number.trim()))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        end(&mut self.0);
    }
}

fn spawn(command: &mut Command, output: Stdio) -> Child {
    let quiet = command.stdin(Stdio::null()).stdout(output).stderr(Stdio::null());
    quiet.spawn().unwrap_or_else(|error| panic!("{command:?} does not start: {error}"))
}

fn end(process: &mut Child) {
    // It may have ended by itself.
    process.kill().ok();
    process.wait().ok();
}

/// A port that nobody listens on at this moment.
fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map_or_else(|error| panic!("no port is free: {error}"), |address| address.port())
}

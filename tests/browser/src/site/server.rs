//! The HTTP server: GET over HTTP/1.1, a connection for each request, a thread for each connection.

use std::collections::BTreeSet;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use super::folder::{Folder, Found};
use super::ledger::{Ledger, path_of};
use super::{Answer, BLANK_PATH};

/// No icon either: a browser would ask for one.
const BLANK: &[u8] = b"<!doctype html><title>Blank</title><link rel=icon href=data:,>";

/// What every answer says about itself, beside type and length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Headers {
    /// Nothing is kept, so that a test sees each request.
    ForTests,
    /// Everything is kept, as on a good host, and the page's clock is as fine as browsers let it be.
    ForMeasuring,
}

/// What the server and its test both see.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) folder: Folder,
    pub(super) ledger: Ledger,
    pub(super) headers: Headers,
}

/// A running server; stops with the value.
#[derive(Debug)]
pub(super) struct Server {
    address: SocketAddr,
    is_stopping: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Listens at `address`, or where no server has listened yet.
    pub(super) fn start(shared: &Arc<Shared>, address: Option<SocketAddr>) -> Self {
        let (listener, address) = address.map_or_else(listen_anew, listen);
        let is_stopping = Arc::new(AtomicBool::new(false));
        let thread = thread::spawn({
            let (shared, is_stopping) = (shared.clone(), is_stopping.clone());
            move || {
                for connection in listener.incoming().flatten() {
                    if is_stopping.load(Ordering::SeqCst) {
                        return;
                    }
                    let shared = shared.clone();
                    // A browser that hangs up early is no failure of the site.
                    thread::spawn(move || shared.serve(&connection).ok());
                }
            }
        });
        Self { address, is_stopping, thread: Some(thread) }
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }
}

/// Ports on which a server has listened: browsers remember what they had from there.
static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());

fn listen_anew() -> (TcpListener, SocketAddr) {
    // Those that are used stay taken meanwhile, so that the system gives another.
    let mut taken = Vec::new();
    loop {
        let (listener, address) = listen((Ipv4Addr::LOCALHOST, 0).into());
        if USED.lock().unwrap_or_else(PoisonError::into_inner).insert(address.port()) {
            return (listener, address);
        }
        taken.push(listener);
    }
}

fn listen(address: SocketAddr) -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind(address).unwrap_or_else(|error| panic!("{address}: {error}"));
    let address = listener.local_addr().unwrap_or(address);
    (listener, address)
}

impl Drop for Server {
    fn drop(&mut self) {
        self.is_stopping.store(true, Ordering::SeqCst);
        // It looks at the flag when it is called.
        TcpStream::connect(self.address).ok();
        self.thread.take().map(JoinHandle::join);
    }
}

impl Shared {
    fn serve(&self, connection: &TcpStream) -> io::Result<()> {
        let mut reader = BufReader::new(connection);
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some(target) = line.split(' ').nth(1).map(str::to_owned) else { return Ok(()) };
        // The headers say nothing that matters here.
        while reader.read_line(&mut line)? > 2 {}
        self.answer(&target, connection)
    }

    fn answer(&self, target: &str, connection: &TcpStream) -> io::Result<()> {
        let path = path_of(target);
        if path == BLANK_PATH {
            let blank = Found { status: 200, media_type: "text/html", bytes: BLANK.to_vec() };
            return self.send(connection, &blank, usize::MAX);
        }
        let place = self.ledger.note(target);
        let found = self.folder.find(path);
        let (found, length) = match self.ledger.rule(path) {
            None => (found, usize::MAX),
            Some(Answer::Bytes(bytes)) => (Found { bytes, ..found }, usize::MAX),
            Some(Answer::Status(status)) => (Found { status, ..found }, usize::MAX),
            Some(Answer::Shell) => (self.folder.shell(), usize::MAX),
            Some(Answer::BreakOff) => {
                let half = found.bytes.len() / 2;
                (found, half)
            }
            Some(Answer::Drop | Answer::Hold) => return Ok(()),
        };
        self.ledger.set_status(place, found.status);
        self.send(connection, &found, length)
    }

    /// Sends at most `length` bytes of the file, but promises all of them.
    fn send(&self, mut connection: &TcpStream, found: &Found, length: usize) -> io::Result<()> {
        let head = format!(
            "HTTP/1.1 {} \r\nContent-Type: {}\r\nContent-Length: {}\r\n{}Connection: close\r\n\r\n",
            found.status,
            found.media_type,
            found.bytes.len(),
            self.headers.lines(),
        );
        let body = found.bytes.get(..length).unwrap_or(&found.bytes);
        connection.write_all(&[head.as_bytes(), body].concat())
    }
}

impl Headers {
    fn lines(self) -> &'static str {
        match self {
            // Other sites may read everything, as on GitHub Pages.
            Self::ForTests => "Cache-Control: no-cache\r\nAccess-Control-Allow-Origin: *\r\n",
            // A page that shares its process with no other origin gets a clock of 5 microseconds
            // instead of 100.
            Self::ForMeasuring => concat!(
                "Cache-Control: max-age=3600\r\n",
                "Cross-Origin-Opener-Policy: same-origin\r\n",
                "Cross-Origin-Embedder-Policy: require-corp\r\n",
            ),
        }
    }
}

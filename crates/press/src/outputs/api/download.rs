//! All issues as one file: their documents, a line each, compressed.

use std::io::{self, Write as _};

use flate2::{Compression, GzBuilder};

/// Its path below the folder of the API.
pub(super) const FILE: &str = "/archive.jsonl.gz";

/// What gzip writes where the system that compressed has no name, so that all systems write the same.
const UNKNOWN_SYSTEM: u8 = 255;

/// The same bytes for the same lines: gzip's header has room for a time, which stays empty.
pub(super) fn compressed(lines: &[u8]) -> Vec<u8> {
    match compress(lines) {
        Ok(bytes) => bytes,
        Err(_) => unreachable!("writing to memory cannot fail"),
    }
}

fn compress(lines: &[u8]) -> io::Result<Vec<u8>> {
    let builder = GzBuilder::new().mtime(0).operating_system(UNKNOWN_SYSTEM);
    let mut writer = builder.write(Vec::new(), Compression::default());
    writer.write_all(lines)?;
    writer.finish()
}

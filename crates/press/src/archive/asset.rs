//! Images and other files that are copied as they are.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::svg;
use crate::hash::sha256;

/// A file that is copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// The file, as it was reached from the working folder.
    pub source: PathBuf,
    /// Its address below the base path, beginning with `/`.
    pub address: String,
    /// Width and height in pixels; `None` for what is no image, and for images that do not say.
    pub size: Option<(u32, u32)>,
    /// The SHA-256 of its bytes in hexadecimal digits.
    pub sha256: String,
    /// How many bytes there are.
    pub bytes: u64,
}

impl Asset {
    /// The file at `source`, with the size that it has if it is an image.
    pub(crate) fn read(source: PathBuf, address: String) -> io::Result<Self> {
        // Says now, and not when it is copied, that a file is missing or may not be read.
        let bytes = fs::read(&source)?;
        let size = size(&source)?;
        Ok(Self { source, address, size, sha256: sha256(&bytes), bytes: bytes.len() as u64 })
    }
}

fn size(path: &Path) -> io::Result<Option<(u32, u32)>> {
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    match ending.to_str() {
        Some("svg") => Ok(svg::size(&String::from_utf8_lossy(&fs::read(path)?))),
        Some("avif" | "gif" | "heic" | "jpeg" | "jpg" | "png" | "webp") => {
            // A file that is no image in spite of its name is copied like any other.
            let size = imagesize::size(path).ok();
            Ok(size.and_then(|size| size.width.try_into().ok().zip(size.height.try_into().ok())))
        }
        _ => Ok(None),
    }
}

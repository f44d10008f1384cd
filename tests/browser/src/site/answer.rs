//! Ways to answer other than with the file.

/// What comes instead of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Nothing, until the site recovers; then the file.
    Hold,
    /// An error of the server.
    Status(u16),
    /// The connection ends without a word.
    Drop,
    /// The connection ends in the middle of the file.
    BreakOff,
    /// Other bytes, under the file's type.
    Bytes(Vec<u8>),
    /// The shell with status 200, whatever was asked for, as hosts of single-page apps do.
    Shell,
}

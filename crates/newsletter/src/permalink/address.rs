//! What may stand in the path of an address.

use std::fmt::Write;

/// Appends text with everything percent-encoded that RFC 3986 does not allow in a path. Control
/// characters are left out, since no address and no file name should hold one.
pub(super) fn push_encoded(path: &mut String, text: &str) {
    for char in text.chars().filter(|char| !char.is_control()) {
        if char.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/".contains(char) {
            path.push(char);
        } else {
            for byte in char.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to a string cannot fail.
                let _ = write!(path, "%{byte:02X}");
            }
        }
    }
}

/// Undoes percent-encoding, so that text a person has encoded already is not encoded twice and
/// `%2e%2e` does not get past [`cleaned`].
pub(super) fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let escaped = (byte == b'%')
            .then(|| Some(hex_value(ahead.next()?)? * 16 + hex_value(ahead.next()?)?))
            .flatten();
        if escaped.is_some() {
            rest = ahead;
        }
        bytes.push(escaped.unwrap_or(byte));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex_value(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// Jekyll's way to keep a path inside the site: two full stops become a slash, full stops before a
/// slash go, and slashes in a row become one. A last segment `.` goes as well.
pub(super) fn cleaned(path: &str) -> String {
    let mut cleaned = String::with_capacity(path.len());
    for char in path.replace("..", "/").replace("./", "").chars() {
        if !(char == '/' && cleaned.ends_with('/')) {
            cleaned.push(char);
        }
    }
    if cleaned.ends_with("/.") {
        cleaned.pop();
    }
    cleaned
}

//! Addresses of posts and pages: which can be served, and who has them.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use super::source::Source;
use crate::finding::{ArchiveCode, Finding};

/// Two posts or pages that would be one page of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenAddress {
    /// The address that both have, below the base path.
    pub address: String,
    /// The file that comes first by name.
    pub first: PathBuf,
    /// The other one.
    pub second: PathBuf,
}

impl TakenAddress {
    /// What to do about it.
    pub const CURE: &str = "change the date, name or permalink of one of them";
}

impl fmt::Display for TakenAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, second) = (self.first.display(), self.second.display());
        write!(formatter, "{first} and {second} have the same address, {}", self.address)
    }
}

/// Who has which address.
#[derive(Default)]
pub(crate) struct Claims {
    owners: BTreeMap<String, PathBuf>,
    pub(crate) taken: Vec<TakenAddress>,
}

impl Claims {
    /// Whether `path` gets the address; if not, the conflict is noted.
    pub(crate) fn claim(
        &mut self,
        address: &str,
        path: &Path,
        findings: &mut Vec<Finding>,
    ) -> bool {
        let Some(owner) = self.owners.get(address) else {
            self.owners.insert(address.to_owned(), path.to_owned());
            return true;
        };
        let taken = TakenAddress {
            address: address.to_owned(),
            first: owner.clone(),
            second: path.to_owned(),
        };
        let code = ArchiveCode::AddressTaken;
        findings.push(Finding::new(path, code, taken.to_string(), TakenAddress::CURE));
        self.taken.push(taken);
        false
    }
}

/// The address that a permalink gives, decoded, so that it is the path of a file too. `None` if it
/// cannot be served.
pub(crate) fn servable(
    permalink_path: &str,
    source: &Source,
    findings: &mut Vec<Finding>,
) -> Option<String> {
    let address = percent_decode_str(permalink_path).decode_utf8_lossy().into_owned();
    if is_servable(&address) {
        return Some(address);
    }
    let message = format!("The address `{address}` cannot be served from a file");
    let hint = "Change the permalink or the file's name: an address has no empty part, no `..` and \
        none of ? # % \\";
    findings.push(Finding::new(&source.path, ArchiveCode::AddressUnusable, message, hint));
    None
}

/// Whether a static host finds a file under this address, inside the output folder.
fn is_servable(address: &str) -> bool {
    let Some(parts) = address.strip_prefix('/') else {
        return false;
    };
    let parts = parts.strip_suffix('/').unwrap_or(parts);
    parts.split('/').all(|part| {
        !matches!(part, "" | "." | "..")
            && !part.contains(|c: char| c.is_control() || matches!(c, '?' | '#' | '%' | '\\'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_stays_inside_the_output_and_means_itself_in_a_link() {
        for address in ["/2023/20230905", "/über/uns.html", "/a b/", "/..a"] {
            assert!(is_servable(address), "{address}");
        }
        for address in
            ["", "/", "a", "/../a", "/a/../b", "/a//b", "/a?b", "/a#b", "/a%2fb", "/a\nb"]
        {
            assert!(!is_servable(address), "{address}");
        }
    }
}

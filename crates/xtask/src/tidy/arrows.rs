//! Which part may know which: the arrows of `ARCHITECTURE.md`, as words that a folder must not hold.

use super::{Finding, tree::File, tree::Tree};

/// A folder and what must not be named in it.
struct Ban {
    /// The folders or files that the ban is for.
    within: &'static [&'static str],
    /// What lies in them and is exempt.
    except: &'static [&'static str],
    /// Beginnings of words that must not occur.
    words: &'static [&'static str],
    why: &'static str,
}

const PURE: &[&str] =
    &["crates/newsletter/src", "crates/newsletter-search/src", "crates/bundle-format/src"];

const BANS: [Ban; 11] = [
    Ban {
        within: &["src"],
        except: &["src/platform"],
        words: &["web_sys", "js_sys", "gloo"],
        why: "what is asked of the browser is asked in src/platform",
    },
    Ban {
        within: &["src"],
        except: &["src/components/prose.rs"],
        words: &["inner_html"],
        why: "only src/components/prose.rs shows markup, and only SafeHtml",
    },
    Ban {
        within: &["src/components"],
        except: &[],
        words: &[
            "use_context",
            "expect_context",
            "provide_context",
            "crate::platform",
            "crate::pages",
            "LocalResource",
        ],
        why: "a component is told by props and tells by callbacks",
    },
    Ban {
        within: &["src/pages"],
        except: &["src/pages/mod.rs"],
        words: &["crate::pages", "crate::platform"],
        why: "a page reads state and composes components, and knows no other page",
    },
    Ban {
        within: &["src/state"],
        except: &[],
        words: &["crate::components", "crate::pages"],
        why: "state is what is true, however it is shown",
    },
    Ban {
        within: &["src/platform"],
        except: &[],
        words: &["crate::components", "crate::pages", "crate::state", "crate::route"],
        why: "the platform knows nothing of ours",
    },
    Ban {
        within: PURE,
        except: &[],
        words: &[
            "std::fs",
            "std::env",
            "std::time",
            "std::thread",
            "std::process",
            "std::net",
            "web_sys",
            "js_sys",
        ],
        why: "a pure crate has no files, clock, environment, threads or browser",
    },
    Ban {
        within: &[
            "crates/newsletter/src",
            "crates/newsletter/Cargo.toml",
            "crates/newsletter-search/src",
            "crates/newsletter-search/Cargo.toml",
        ],
        except: &[],
        words: &["serde"],
        why: "what goes over the wire is a type of bundle-format",
    },
    Ban {
        within: &["crates"],
        except: &["crates/search-worker", "crates/xtask"],
        words: &["wasm_bindgen", "wasm-bindgen"],
        why: "of the crates only search-worker is called from JavaScript",
    },
    Ban {
        within: &["crates/search-worker/src", "crates/search-worker/Cargo.toml"],
        except: &[],
        words: &["web_sys", "web-sys", "js_sys", "js-sys", "gloo", "serde"],
        why: "each byte of the search worker is waited for; js/worker.js asks the browser",
    },
    Ban {
        within: &["Cargo.toml", "crates", "tests"],
        except: &["crates/xtask"],
        words: &["xtask.workspace", "xtask =", "xtask::"],
        why: "nothing is built on the tool that builds it",
    },
];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for ban in &BANS {
        for file in tree.files.iter().filter(|file| ban.covers(file)) {
            for (number, line) in code_lines(file) {
                for word in ban.words.iter().filter(|word| begins_a_word(line, word)) {
                    found.push(Finding::new(&file.path, number, format!("`{word}`: {}", ban.why)));
                }
            }
        }
    }
    found
}

impl Ban {
    fn covers(&self, file: &File) -> bool {
        let is_code = file.ends_with(&[".rs", "Cargo.toml"]);
        let is_in = |folders: &[&str]| folders.iter().any(|folder| file.is_in(folder));
        is_code && is_in(self.within) && !is_in(self.except)
    }
}

/// The lines that are neither comment nor test. A crate's tests may do what the crate may not, and
/// what its tests depend on is not what it depends on.
fn code_lines(file: &File) -> impl Iterator<Item = (usize, &str)> {
    let is_test_file = file.ends_with(&["/tests.rs"]);
    file.lines()
        .take_while(move |(_, line)| {
            !is_test_file && *line != "#[cfg(test)]" && *line != "[dev-dependencies]"
        })
        .filter(|(_, line)| !line.trim_start().starts_with(['#', '/']))
}

fn begins_a_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(|before| before.is_alphanumeric() || before == '_')
    })
}

#[cfg(test)]
mod tests {
    use super::{BANS, Finding, Tree, check};

    fn found(path: &str, text: &str) -> Vec<Finding> {
        check(&Tree::of(&[(path, text)]))
    }

    #[test]
    fn each_banned_word_is_found_in_each_place() {
        for ban in &BANS {
            for (place, word) in
                ban.within.iter().flat_map(|p| ban.words.iter().map(move |w| (p, w)))
            {
                let is_file = place.contains("Cargo.toml");
                let path = if is_file { (*place).to_owned() } else { format!("{place}/any.rs") };
                let text = format!("//! Opening.\n{word} here\n");
                assert!(
                    found(&path, &text).iter().any(|finding| finding.line == 2),
                    "{path}: {word}"
                );
            }
        }
    }

    #[test]
    fn exempt_places_may_use_the_word() {
        assert!(found("src/platform/storage.rs", "use web_sys::Storage;").is_empty());
        assert!(found("src/components/prose.rs", "inner_html=html").is_empty());
    }

    #[test]
    fn comments_and_tests_are_no_arrows() {
        let text = "//! Not web_sys.\n/// Nor js_sys.\nfn pure() {}\n#[cfg(test)]\nmod tests { use std::fs; }\n";
        assert!(found("crates/newsletter/src/parse.rs", text).is_empty());
        let manifest =
            "[dependencies]\n# No serde.\n[dev-dependencies]\nserde_json.workspace = true\n";
        assert!(found("crates/newsletter/Cargo.toml", manifest).is_empty());
    }

    #[test]
    fn part_of_a_longer_word_is_another_word() {
        assert!(found("src/app.rs", "let igloo = my_web_sys;").is_empty());
    }
}

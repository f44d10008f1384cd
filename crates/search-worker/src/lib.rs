//! The search engine as a program for a web worker. It fetches nothing: `js/worker.js` gives it the
//! files of an index and asks it, and it answers as JSON.
//!
//! Every byte of it is downloaded before the first answer, so it has no serialisation library and no
//! formatting of numbers, and what crosses to JavaScript is numbers, bytes and text.

mod answer;
mod json;
mod utf16;

use newsletter_search::query::first_day;
use newsletter_search::{FormatError, Index, PartId, Request, Sort};
use wasm_bindgen::prelude::wasm_bindgen;

/// A third of the standard library's allocator for wasm, and as quick.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// An index as far as it is here, and how to ask it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    index: Index,
}

#[wasm_bindgen]
impl Engine {
    /// Opens the content of `root.bin`.
    ///
    /// # Errors
    ///
    /// What is wrong with the bytes, in one word.
    #[wasm_bindgen(constructor)]
    pub fn new(root: &[u8]) -> Result<Self, String> {
        Index::open(root).map(|index| Self { index }).map_err(refusal)
    }

    /// Takes the content of a part by its file name, such as `terms-3.bin`.
    ///
    /// # Errors
    ///
    /// What is wrong with the name or the bytes, in one word; nothing has changed then.
    pub fn supply(&mut self, file: &str, bytes: Vec<u8>) -> Result<(), String> {
        let id = PartId::from_file(file).ok_or_else(|| refusal(FormatError::Magic))?;
        self.index.supply(id, bytes).map_err(refusal)
    }

    /// How many bytes each pack has, in the order in which to fetch them.
    pub fn packs(&self) -> Vec<u32> {
        self.index.packs().to_vec()
    }

    /// The parts of a pack as `[[file,start,end]]`, for who keeps the pack and supplies them one by one.
    ///
    /// # Errors
    ///
    /// What is wrong with the bytes, in one word.
    pub fn contents(&self, pack: &[u8]) -> Result<String, String> {
        self.index.contents(pack).map(|parts| answer::contents(&parts)).map_err(refusal)
    }

    /// Drops parts until the rest has at most so many bytes, those first that were not of use for
    /// longest.
    pub fn keep(&mut self, most: usize) {
        self.index.keep(most);
    }

    /// Takes the content of a pack: many parts at once.
    ///
    /// # Errors
    ///
    /// What is wrong with the bytes, in one word; nothing has changed then.
    #[wasm_bindgen(js_name = supplyPack)]
    pub fn supply_pack(&mut self, bytes: Vec<u8>) -> Result<(), String> {
        self.index.supply_pack(bytes).map_err(refusal)
    }

    /// Answers as far as the parts tell that are here.
    ///
    /// `sections` are ids of families, one a line, empty for any; `from` and `to` are days such as
    /// `2023-09-05`, and anything else is no limit. The answer is
    /// `{"needed":[file],"later":[file],"answer":{…}}`; as long as something is needed there is no
    /// `answer`, and the same is to be asked again once it has been supplied. What an answer holds is
    /// told in `js/worker.js`.
    #[expect(clippy::too_many_arguments, reason = "an object would have to be taken apart here")]
    pub fn search(
        &self,
        query: &str,
        sections: &str,
        from: &str,
        to: &str,
        is_newest_first: bool,
        offset: usize,
        limit: usize,
    ) -> String {
        let day = |text: &str| first_day(text).filter(|_| text.len() == DAY_LENGTH);
        let request = Request {
            query: query.to_owned(),
            sections: sections.lines().map(str::to_owned).collect(),
            from: day(from),
            to: day(to),
            sort: if is_newest_first { Sort::Newest } else { Sort::Relevance },
            offset,
            limit,
        };
        answer::write(&self.index, query, &self.index.search(&request))
    }
}

/// How long `2023-09-05` is. Shorter texts are years and months, whose last day would be meant.
const DAY_LENGTH: usize = 10;

/// Which error it is, in one word; `js/worker.js` has the sentences.
fn refusal(error: FormatError) -> String {
    let word = match error {
        FormatError::Magic => "magic",
        FormatError::Version { .. } => "version",
        FormatError::Build { .. } => "build",
        FormatError::Damaged => "damaged",
    };
    word.to_owned()
}

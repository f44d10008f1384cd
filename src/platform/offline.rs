//! Working without the network: the service worker and what it keeps, by way of a script of the site's.
//! `crates/press/js/page.js` documents what the two say to each other.

use js_sys::{Array, JsString};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{CustomEvent, CustomEventInit};

use super::fetch::{self, FetchError};
use super::{document, listen};

/// What the script says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// As `<html data-offline>`: "none", "ready", "saving", "saved" or "stale"; empty before it has
    /// said anything.
    pub state: String,
    /// What is saved of the archive.
    pub done: Amount,
    /// The whole archive.
    pub all: Amount,
    /// Why saving ended early: "full", "network", "moved" or "damaged".
    pub failure: Option<String>,
    /// Whether what is new in the archive is saved by itself.
    pub is_followed: bool,
    /// The name of the current manifest, if it is known.
    pub manifest: Option<String>,
    /// Whether another version of the program waits.
    pub is_new_version: bool,
    /// Whether the browser offers to install the app.
    pub is_installable: bool,
    /// The browser's storage, once it was asked about.
    pub storage: Option<Storage>,
    /// What is kept, by kind.
    pub kept: Vec<Kept>,
}

/// A part of the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amount {
    /// Issues.
    pub issues: u32,
    /// Thousands of bytes.
    pub kilobytes: u32,
}

/// The storage that the browser gives this site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Storage {
    /// Thousands of bytes in use.
    pub usage: u32,
    /// Thousands of bytes that may be used.
    pub quota: u32,
    /// Whether the browser leaves it alone when it needs room.
    pub is_persisted: bool,
}

/// Files of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// "program", "read", "index" or "archive".
    pub kind: String,
    /// How many there are.
    pub files: u32,
    /// Thousands of bytes.
    pub kilobytes: u32,
}

/// What can be asked of the script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Look for a new version and for new content.
    Check,
    /// Keep what is shown: the text at this address.
    Shown(String),
    /// Save the archive.
    Save,
    /// Stop saving.
    Cancel,
    /// Whether to save what is new by itself.
    Follow(bool),
    /// Tell about the storage.
    Storage,
    /// Have the browser leave the storage alone.
    Persist,
    /// Throw away what is of this kind.
    Forget(&'static str),
    /// Throw away everything, and begin again.
    Reset,
    /// Use the version that waits.
    TakeOver,
    /// Install the app.
    Install,
}

/// Loads the script at `url`; `on_told` hears what it says from now on.
pub fn start(url: &str, mut on_told: impl FnMut(Told) + 'static) {
    let Some(document) = document() else { return };
    listen::<CustomEvent>(&document, "masthead:told", move |event| {
        on_told(told(&event.detail().unchecked_into()));
    });
    let Ok(script) = document.create_element("script") else { return };
    let root = document.document_element();
    // Names and places are right; a script that does not come is as good as none.
    let _ = script.set_attribute("type", "module");
    let _ = script.set_attribute("src", url);
    let _ = root.map(|root| root.append_child(&script));
}

/// Asks the script for something. Before it is there, nobody hears.
pub fn ask(ask: &Ask) {
    let asked = js_sys::Object::new().unchecked_into::<Asked>();
    asked.set_ask(match ask {
        Ask::Check => "check",
        Ask::Shown(_) => "shown",
        Ask::Save => "save",
        Ask::Cancel => "cancel",
        Ask::Follow(_) => "follow",
        Ask::Storage => "storage",
        Ask::Persist => "persist",
        Ask::Forget(_) => "forget",
        Ask::Reset => "reset",
        Ask::TakeOver => "takeOver",
        Ask::Install => "install",
    });
    match ask {
        Ask::Shown(url) => asked.set_shown(url),
        Ask::Follow(is_followed) => asked.set_is_followed(*is_followed),
        Ask::Forget(kind) => asked.set_kind(kind),
        _ => {}
    }
    let init = CustomEventInit::new();
    init.set_detail(&asked);
    if let Some(document) = document()
        && let Ok(event) = CustomEvent::new_with_event_init_dict("masthead:ask", &init)
    {
        // Nobody stops it.
        let _ = document.dispatch_event(&event);
    }
}

/// The name of the current manifest, as the file at `url` says.
pub async fn current_manifest(url: &str) -> Result<String, FetchError> {
    let bytes = fetch::bytes(url).await?;
    let text = JsString::from(String::from_utf8_lossy(&bytes).into_owned());
    let pointer = js_sys::JSON::parse(&String::from(text)).unwrap_or_default();
    let manifest = js_sys::Reflect::get(&pointer, &"manifest".into()).unwrap_or_default();
    // A host that has no such file may answer with a page.
    manifest.as_string().ok_or(FetchError::Status(404))
}

fn told(said: &Said) -> Told {
    let amount = |said: AmountSaid| Amount { issues: said.issues(), kilobytes: said.kilobytes() };
    let kept = |kept: KeptSaid| Kept {
        kind: kept.kind(),
        files: kept.files(),
        kilobytes: kept.kilobytes(),
    };
    Told {
        state: said.state(),
        done: amount(said.done()),
        all: amount(said.all()),
        failure: said.failure(),
        is_followed: said.is_followed(),
        manifest: said.manifest(),
        is_new_version: said.is_new_version(),
        is_installable: said.is_installable(),
        storage: said.storage().map(|said| Storage {
            usage: said.usage(),
            quota: said.quota(),
            is_persisted: said.is_persisted(),
        }),
        kept: said.kept().into_iter().map(|said| kept(said.unchecked_into())).collect(),
    }
}

#[wasm_bindgen]
extern "C" {
    /// What is asked, on its way to the script.
    type Asked;
    #[wasm_bindgen(method, setter)]
    fn set_ask(this: &Asked, ask: &str);
    #[wasm_bindgen(method, setter)]
    fn set_shown(this: &Asked, shown: &str);
    #[wasm_bindgen(method, setter, js_name = isFollowed)]
    fn set_is_followed(this: &Asked, is_followed: bool);
    #[wasm_bindgen(method, setter)]
    fn set_kind(this: &Asked, kind: &str);

    /// What the script says.
    type Said;
    #[wasm_bindgen(method, getter)]
    fn state(this: &Said) -> String;
    #[wasm_bindgen(method, getter)]
    fn done(this: &Said) -> AmountSaid;
    #[wasm_bindgen(method, getter)]
    fn all(this: &Said) -> AmountSaid;
    #[wasm_bindgen(method, getter)]
    fn failure(this: &Said) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = isFollowed)]
    fn is_followed(this: &Said) -> bool;
    #[wasm_bindgen(method, getter)]
    fn manifest(this: &Said) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = isNewVersion)]
    fn is_new_version(this: &Said) -> bool;
    #[wasm_bindgen(method, getter, js_name = isInstallable)]
    fn is_installable(this: &Said) -> bool;
    #[wasm_bindgen(method, getter)]
    fn storage(this: &Said) -> Option<StorageSaid>;
    #[wasm_bindgen(method, getter)]
    fn kept(this: &Said) -> Array;

    /// A part of the archive.
    type AmountSaid;
    #[wasm_bindgen(method, getter)]
    fn issues(this: &AmountSaid) -> u32;
    #[wasm_bindgen(method, getter)]
    fn kilobytes(this: &AmountSaid) -> u32;

    /// The browser's storage.
    type StorageSaid;
    #[wasm_bindgen(method, getter)]
    fn usage(this: &StorageSaid) -> u32;
    #[wasm_bindgen(method, getter)]
    fn quota(this: &StorageSaid) -> u32;
    #[wasm_bindgen(method, getter, js_name = isPersisted)]
    fn is_persisted(this: &StorageSaid) -> bool;

    /// Files of one kind.
    type KeptSaid;
    #[wasm_bindgen(method, getter)]
    fn kind(this: &KeptSaid) -> String;
    #[wasm_bindgen(method, getter)]
    fn files(this: &KeptSaid) -> u32;
    #[wasm_bindgen(method, getter)]
    fn kilobytes(this: &KeptSaid) -> u32;
}

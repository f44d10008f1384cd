//! Long work in pieces, with the browser's turns in between.

use std::any::Any;
use std::cell::RefCell;

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use wasm_bindgen_futures::spawn_local;

use super::timer;

thread_local! {
    /// What is spawned, while that is held back.
    static HELD: RefCell<Option<Vec<PinnedLocalFuture<()>>>> = const { RefCell::new(None) };
}

/// Spawns as `wasm-bindgen-futures` does, but for what is held back.
struct Spawner;

impl CustomExecutor for Spawner {
    fn spawn(&self, future: PinnedFuture<()>) {
        self.spawn_local(future);
    }

    fn spawn_local(&self, future: PinnedLocalFuture<()>) {
        let free = HELD.with_borrow_mut(|held| match held {
            Some(held) => {
                held.push(future);
                None
            }
            None => Some(future),
        });
        if let Some(future) = free {
            spawn_local(future);
        }
    }

    fn poll_local(&self) {}
}

/// Lets views be put together without their effects. Before anything else is spawned.
pub fn prepare() {
    // It fails where this is the executor already.
    let _ = Executor::init_custom_executor(Spawner);
}

/// What was spawned, effects first of all, and has not begun.
pub struct HeldBack(Vec<PinnedLocalFuture<()>>);

impl HeldBack {
    /// Begins all of it, in order.
    pub fn begin(self) {
        self.0.into_iter().for_each(spawn_local);
    }
}

/// Puts something together, and holds back what that spawns.
pub fn without_effects<T>(put_together: impl FnOnce() -> T) -> (T, HeldBack) {
    HELD.set(Some(Vec::new()));
    let whole = put_together();
    (whole, HeldBack(HELD.take().unwrap_or_default()))
}

/// Lets go of parts of a page that is not shown any more, each in its turn.
pub fn let_go(parts: Vec<Box<dyn Any>>) {
    // Natively there are never any, and nothing to spawn with.
    if parts.is_empty() {
        return;
    }
    spawn_local(async move {
        for part in parts {
            timer::give_way().await;
            drop(part);
        }
    });
}

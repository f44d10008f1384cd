//! Work on many things at once, with the outcomes in their order. Which thread makes which is chance;
//! what is made is not.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, ScopedJoinHandle};

/// What `work` makes of each of `things`, on as many threads as the machine runs at once. A thread takes
/// the next thing when it has done one, since some take longer than others.
pub(crate) fn map<T: Sync, R: Send>(things: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let share = || {
        let mut made = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(thing) = things.get(place) else { return made };
            made.push((place, work(thing)));
        }
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(things.len());
    let mut made: Vec<(usize, R)> = thread::scope(|scope| {
        let shares: Vec<_> = (0..threads).map(|_| scope.spawn(share)).collect();
        shares.into_iter().flat_map(joined).collect()
    });
    made.sort_unstable_by_key(|(place, _)| *place);
    made.into_iter().map(|(_, outcome)| outcome).collect()
}

/// What two pieces of work give, done at once.
pub(crate) fn both<A: Send, B>(
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B,
) -> (A, B) {
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (joined(one), other)
    })
}

/// A thread that has panicked takes the build with it.
fn joined<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

#[cfg(test)]
mod tests {
    use super::{both, map};

    #[test]
    fn outcomes_stand_in_the_order_of_the_things() {
        let numbers: Vec<usize> = (0..1000).collect();
        assert_eq!(map(&numbers, |number| number + 1), (1..=1000).collect::<Vec<_>>());
        assert!(map(&[] as &[usize], |number| *number).is_empty());
    }

    #[test]
    fn both_outcomes_are_there() {
        assert_eq!(both(|| 1, || "two"), (1, "two"));
    }
}

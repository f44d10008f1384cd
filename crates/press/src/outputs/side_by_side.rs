//! Work on many things at once, with the outcomes in their order.

use std::num::NonZero;
use std::thread;

/// What `work` makes of each of `things`, on as many threads as the machine runs at once.
pub(super) fn map<T: Sync, R: Send>(things: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let share = things.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let work = &work;
        let shares: Vec<_> = things
            .chunks(share)
            .map(|share| scope.spawn(move || share.iter().map(work).collect()))
            .collect();
        let made = shares.into_iter().flat_map(|share| -> Vec<R> {
            share.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        made.collect()
    })
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn outcomes_stand_in_the_order_of_the_things() {
        let numbers: Vec<usize> = (0..1000).collect();
        assert_eq!(map(&numbers, |number| number + 1), (1..=1000).collect::<Vec<_>>());
        assert!(map(&[] as &[usize], |number| *number).is_empty());
    }
}

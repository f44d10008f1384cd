//! No two posts are called the same in feeds, or readers would show only one of them.

use std::collections::HashSet;

use super::Post;

/// Gives a post whose identity an older one has a number at its end: Jekyll lets both have it. Later
/// posts change nothing for earlier ones. `posts` are the newest first.
pub(super) fn part(posts: &mut [Post]) {
    let mut taken = HashSet::new();
    for post in posts.iter_mut().rev() {
        let own = post.identity.clone();
        let mut number = 2;
        while !taken.insert(post.identity.clone()) {
            post.identity = format!("{own}-{number}");
            number += 1;
        }
    }
}

//! What feeds call an issue for good.

use super::address;
use crate::front_matter::FrontMatter;
use crate::front_matter::file_name::FileName;

/// The `id` that Jekyll gives the post whose address is `path`, as its feed plugin writes it behind
/// the site's address: the folder of `path` and the slug. It is not the address, stays when the title
/// or the day changes, and holds only what an address may hold.
///
/// The slug is the front matter's, else the words of the file name.
pub fn identity(path: &str, front_matter: &FrontMatter, file_name: &str) -> String {
    let name = FileName::new(file_name);
    let words = if name.words.is_empty() { name.stem } else { name.words };
    let slug = front_matter.slug.as_deref().unwrap_or(words);
    let path = path.trim_end_matches('/');
    let folder = path.rfind('/').and_then(|slash| path.get(..slash)).unwrap_or_default();
    let mut identity = String::new();
    for part in [folder, "/", slug.trim_start_matches('/')] {
        address::push_encoded(&mut identity, &address::decoded(part));
    }
    identity
}

#[cfg(test)]
mod tests {
    use super::identity;
    use crate::front_matter::read;

    fn check(path: &str, head: &str, file_name: &str, expect: &str) {
        let (front_matter, _) = read(&format!("---\n{head}\n---\n"), file_name);
        assert_eq!(identity(path, &front_matter, file_name), expect, "{path} {head} {file_name}");
    }

    #[test]
    fn the_slug_follows_the_folder_of_the_address() {
        let name = "2023-09-03-update.md";
        check("/2023/20230905", "slug: 2023-09-03-update", name, "/2023/2023-09-03-update");
        check("/2023/20230905", "slug: other", name, "/2023/other");
        check("/2023/20230905", "title: T", name, "/2023/update");
        check("/2023/09/news.html", "title: T", name, "/2023/09/update");
        check("/2023/09/news/", "title: T", name, "/2023/09/update");
        check("/news", "title: T", name, "/update");
        check("/news", "title: T", "2023-09-03.md", "/2023-09-03");
    }

    #[test]
    fn whatever_the_slug_is_it_can_stand_in_an_address() {
        check("/2023/x", "slug: \"a b\\u0007 é%20?#\"", "x.md", "/2023/a%20b%20%C3%A9%20%3F%23");
        check("/über uns/x", "slug: /a", "x.md", "/%C3%BCber%20uns/a");
    }
}

//! What feeds call an item for good.

use super::Item;
use crate::anchor;

impl Item {
    /// A name of the item within its issue that corrections leave alone: it comes from the first link
    /// only, and from the anchor where there is none. Items of one issue may share it.
    pub fn identity(&self) -> String {
        let first_link = self.links.iter().find(|link| !link.trim().is_empty());
        first_link.map_or_else(|| self.anchor.to_string(), |link| anchor::of_link(link))
    }
}

#[cfg(test)]
mod tests {
    use crate::Rules;

    fn identities(post: &str) -> Vec<String> {
        let issue = crate::parse(post, "/x", &Rules::default()).issue;
        issue.items().map(super::Item::identity).collect()
    }

    #[test]
    fn words_and_later_links_do_not_matter_where_there_is_a_link() {
        let before = identities("* Fix [it](https://a.example/1)\n");
        let after = identities("* Fixed [it](http://a.example/1/) after [that](/2)\n");
        assert_eq!(before, after);
        assert_ne!(before, identities("* Fix [it](https://a.example/2)\n"));
    }

    #[test]
    fn a_feature_is_known_by_the_link_of_its_heading() {
        let before = identities("### [#1: One](/1)\n\nText with [a link](/2).\n");
        let after = identities("### [#1: First](/1)\n\nOther text.\n");
        assert_eq!(before, after);
    }

    #[test]
    fn items_without_links_are_known_by_their_words() {
        let [one, other, again] = &*identities("* One\n* Other []()\n* One\n") else { panic!() };
        assert_ne!(one, other);
        assert_eq!(again, &format!("{one}-2"));
    }
}

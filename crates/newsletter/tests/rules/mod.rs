//! Rules from a configuration file, for tests.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "this is how tests fail and speak; Clippy exempts only functions marked as tests"
)]

use newsletter::Rules;
use newsletter::entity::{EntityPattern, EntityPatterns};
use newsletter::family::{Families, Family};
use newsletter::rules::{ImageSize, Site};

/// The families and entities of a file in the shape of `masthead.toml`, for a site below `/news/`.
pub(crate) fn rules(configuration: &str) -> Rules {
    let table: toml::Table = configuration.parse().unwrap();
    let families = table["families"].as_array().unwrap().iter().map(family);
    Rules {
        families: Families::new(families.collect()),
        patterns: EntityPatterns::new(&patterns(configuration)).unwrap(),
        site: Site {
            base_path: "/news/".to_owned(),
            url: Some("https://example.org/paper".to_owned()),
            images: vec![ImageSize {
                path: "/images/chart.png".to_owned(),
                width: 640,
                height: 480,
            }],
        },
    }
}

/// The entities of such a file, as they are written.
pub(crate) fn patterns(configuration: &str) -> Vec<EntityPattern> {
    let table: toml::Table = configuration.parse().unwrap();
    let entities = table["entities"].as_table().unwrap().iter();
    entities.map(|(kind, table)| pattern(kind, table)).collect()
}

fn family(table: &toml::Value) -> Family {
    Family {
        id: text(&table["id"]),
        name: text(&table["name"]),
        headings: list(table, "headings"),
        is_featured: table.get("featured").is_some_and(|featured| featured.as_bool().unwrap()),
    }
}

fn pattern(kind: &str, table: &toml::Value) -> EntityPattern {
    let defaults = table.get("defaults").and_then(toml::Value::as_table);
    let defaults = defaults.into_iter().flatten().map(|(name, value)| (name.clone(), text(value)));
    EntityPattern {
        kind: kind.to_owned(),
        key: text(&table["key"]),
        text: list(table, "text"),
        link: list(table, "link"),
        defaults: defaults.collect(),
    }
}

fn text(value: &toml::Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn list(table: &toml::Value, key: &str) -> Vec<String> {
    let values = table.get(key).and_then(toml::Value::as_array);
    values.into_iter().flatten().map(text).collect()
}

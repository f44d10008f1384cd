//! Which configuration counts, and what is wrong with one.

use std::path::Path;

use press::config::{Arguments, Configuration, Selection};

use crate::site::folder_with;

const POST: (&str, &str) = ("archive/_posts/2024-01-02-b.md", "---\ntitle: B\n---\n");

fn resolve(folder: &Path, config: Option<&str>) -> Result<Configuration, String> {
    let arguments = Arguments {
        posts: Some(folder.join("archive/_posts")),
        config: config.map(|file| folder.join(file)),
        ..Arguments::default()
    };
    Configuration::resolve(&arguments).map_err(|error| error.to_string())
}

#[test]
fn masthead_toml_goes_before_config_yml_key_by_key() {
    let folder = folder_with(&[
        POST,
        ("archive/masthead.toml", "title = 'Ours'"),
        ("archive/_config.yml", "title: Theirs\ndescription: Still theirs\npermalink: /:title\n"),
    ]);
    let configuration = resolve(folder.path(), None).unwrap();
    assert_eq!(configuration.title, "Ours");
    assert_eq!(configuration.short_title, "Ours");
    assert_eq!(configuration.description, "Still theirs");
    assert_eq!(configuration.permalink.to_string(), "/:title");
    assert_eq!(configuration.pages, Selection::Published { exclude: Vec::new() });
}

#[test]
fn a_file_above_counts_and_one_that_is_named_goes_before_it() {
    let folder = folder_with(&[
        POST,
        ("masthead.toml", "title = 'Above'"),
        ("other.toml", "title = 'Named'"),
        ("other.yml", "title: Jekyll's"),
    ]);
    assert_eq!(resolve(folder.path(), None).unwrap().title, "Above");
    assert_eq!(resolve(folder.path(), Some("other.toml")).unwrap().title, "Named");
    assert_eq!(resolve(folder.path(), Some("other.yml")).unwrap().title, "Jekyll's");
}

#[test]
fn without_any_file_the_folder_gives_the_title_and_the_families_are_built_in() {
    let folder = folder_with(&[POST]);
    let configuration = resolve(folder.path(), None).unwrap();
    assert_eq!(configuration.title, "archive");
    assert_eq!(configuration.language, "en");
    assert_eq!(configuration.base_path, "/");
    assert_eq!(configuration.pages, Selection::Named(Vec::new()));
    assert!(configuration.families.iter().any(|family| family.id == "deprecated"));
    assert!(configuration.patterns.iter().any(|pattern| pattern.kind == "kep"));
}

#[test]
fn posts_may_come_from_the_configuration() {
    let folder = folder_with(&[
        POST,
        ("masthead.toml", "posts = 'archive/_posts'"),
        // Jekyll's are always there.
        ("archive/_config.yml", "title: T"),
    ]);
    for config in ["masthead.toml", "archive/_config.yml"] {
        let arguments =
            Arguments { config: Some(folder.path().join(config)), ..Arguments::default() };
        let configuration = Configuration::resolve(&arguments).unwrap();
        assert_eq!(configuration.posts, folder.path().join("archive/_posts"), "{config}");
    }
}

#[test]
fn the_command_line_goes_before_files() {
    let folder =
        folder_with(&[POST, ("archive/_config.yml", "url: https://a.example\nbaseurl: /b\n")]);
    let mut arguments =
        Arguments { posts: Some(folder.path().join("archive/_posts")), ..Arguments::default() };
    let configuration = Configuration::resolve(&arguments).unwrap();
    assert_eq!(configuration.base_path, "/b/");
    assert_eq!(configuration.site_url.as_deref(), Some("https://a.example/b"));
    arguments.public_url = Some("/".to_owned());
    arguments.site_url = Some("https://c.example/".to_owned());
    let configuration = Configuration::resolve(&arguments).unwrap();
    assert_eq!(configuration.base_path, "/");
    assert_eq!(configuration.site_url.as_deref(), Some("https://c.example"));
}

#[test]
fn a_wrong_key_and_a_wrong_token_are_errors_with_file_line_and_cure() {
    let folder = folder_with(&[
        POST,
        ("key.toml", "title = 'x'\npermalnik = '/:year'\n"),
        ("token.toml", "title = 'x'\npermalink = '/:year/:moon'\n"),
        ("token.yml", "title: x\npermalink: /:year/:moon\n"),
    ]);
    for (file, parts) in [
        ("key.toml", [":2:1: ", "`permalnik`", "`permalink`"]),
        ("token.toml", [":2:21: ", "`:moon`", ":slug"]),
        ("token.yml", [":2:19: ", "`:moon`", ":slug"]),
    ] {
        let error = resolve(folder.path(), Some(file)).unwrap_err();
        for part in [file].into_iter().chain(parts) {
            assert!(error.contains(part), "{part} is not in: {error}");
        }
    }
}

#[test]
fn a_folder_or_file_that_is_not_there_is_an_error_that_says_what_to_give() {
    let folder = folder_with(&[("empty.toml", "")]);
    let error = resolve(folder.path(), Some("empty.toml")).unwrap_err();
    assert!(error.contains("_posts") && error.contains("--posts"), "{error}");
    let error = resolve(folder.path(), Some("missing.toml")).unwrap_err();
    assert!(error.contains("missing.toml"), "{error}");
    let arguments =
        Arguments { config: Some(folder.path().join("empty.toml")), ..Arguments::default() };
    let error = Configuration::resolve(&arguments).unwrap_err().to_string();
    assert!(error.contains("--posts"), "{error}");
}

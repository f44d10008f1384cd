//! What `masthead.toml` may hold, and how it says what is wrong.

use super::*;

fn check_error(text: &str, expect: &[&str]) {
    let error = read(Path::new("masthead.toml"), text).unwrap_err().to_string();
    for part in expect {
        assert!(error.contains(part), "`{part}` is missing in: {error}");
    }
}

#[test]
fn every_key_may_be_missing() {
    assert_eq!(read(Path::new("masthead.toml"), "").unwrap(), Layer::default());
}

#[test]
fn posts_are_relative_to_the_file() {
    let layer = read(Path::new("site/masthead.toml"), "posts = 'public/posts'").unwrap();
    assert_eq!(layer.posts, Some(PathBuf::from("site/public/posts")));
}

#[test]
fn an_unknown_key_is_named_with_its_place_and_the_nearest_one() {
    check_error(
        "title = 'x'\n  titel = 'y'\n",
        &["masthead.toml:2:3: ", "`titel`", "did you mean `title`?"],
    );
}

#[test]
fn an_unknown_key_like_no_other_is_answered_with_the_known_ones() {
    check_error("colour = 'red'\n", &["masthead.toml:1:1: ", "`colour`", "keys here are title,"]);
}

#[test]
fn an_unknown_key_in_a_table_is_found() {
    check_error(
        "[licence]\nname = 'x'\nlink = 'y'\n",
        &["masthead.toml:3:1: ", "`link`", "keys here are name, url"],
    );
    check_error(
        "[entities.pr]\nkey = 'x'\ntexts = []\n",
        &["masthead.toml:3:1: ", "`texts`", "did you mean `text`?"],
    );
}

#[test]
fn a_missing_key_and_broken_syntax_have_a_place() {
    check_error("[licence]\nname = 'x'\n", &["masthead.toml:1:", "missing field `url`"]);
    check_error("title = 'x'\ntitle =\n", &["masthead.toml:2:"]);
}

#[test]
fn an_unknown_token_is_named_with_its_place() {
    check_error(
        "permalink = '/:year/:moon'",
        &["masthead.toml:1:21: ", "`permalink`", "`:moon`", ":categories"],
    );
}

#[test]
fn an_address_that_is_none_is_refused() {
    check_error("site_url = 'lwkd.info'", &["masthead.toml:1:12: ", "`lwkd.info`", "https://"]);
    check_error("edit_url = 'https://x.example/edit'", &["masthead.toml:1:12: ", "{file}"]);
}

#[test]
fn ids_of_feeds_begin_with_a_web_address() {
    check_error(
        "[feeds]\nid_base = 'lwkd.info'",
        &["masthead.toml:2:11: ", "`id_base`", "`lwkd.info`", "https://"],
    );
    check_error("[feeds]\nissues = -1", &["masthead.toml:2:"]);
}

#[test]
fn pages_and_assets_stay_beside_the_posts() {
    for name in ["../secret", "/etc", "a//b", "."] {
        check_error(&format!("assets = ['images', '{name}']"), &["masthead.toml:1:21: ", name]);
    }
}

#[test]
fn a_family_has_an_id_of_its_own_that_fits_an_address() {
    let family = |id: &str| format!("[[families]]\nid = '{id}'\nname = 'x'\nheadings = []\n");
    check_error(&family("Big News"), &["masthead.toml:2:6: ", "`Big News`", "hyphens"]);
    check_error(&(family("news") + &family("news")), &["masthead.toml:6:6: ", "`news`", "twice"]);
    let many: String = (0..256).map(|number| family(&format!("f{number}"))).collect();
    check_error(&many, &["`f255`", "255"]);
}

#[test]
fn a_pattern_that_cannot_be_used_is_named_with_its_place() {
    check_error(
        "[entities.pr]\nkey = '{number}'\ntext = ['PR {number}', 'PR {nonsense}']\n",
        &["masthead.toml:3:24: ", "`entities.pr`", "`PR {nonsense}`"],
    );
}

#[test]
fn deadlines_stand_in_families_that_there_are() {
    let family = "[[families]]\nid = 'dates'\nname = 'x'\nheadings = []\n";
    check_error(
        &format!("{family}[deadlines]\nfamilies = ['dates', 'date']\n"),
        &["masthead.toml:6:22: ", "`date`", "`[]`"],
    );
    let layer = read(Path::new("masthead.toml"), "[deadlines]\nfamilies = ['date']\n").unwrap();
    assert_eq!(layer.deadlines.families, Some(vec!["date".to_owned()]));
    assert_eq!(layer.deadlines.leads, None);
}

#[test]
fn the_projects_own_file_shows_every_key() {
    let own = include_str!("../../../../../masthead.toml");
    let probe = |table: &str| {
        let text = format!("{table}\nno_key_at_all = 1\n");
        let error = toml::from_str::<File>(&text).err().unwrap().message().to_owned();
        error.split('`').skip(3).step_by(2).map(str::to_owned).collect::<Vec<_>>()
    };
    let tables = ["", "[licence]", "[feeds]", "[[families]]", "[entities.x]", "[deadlines]"];
    let keys: Vec<String> = tables.into_iter().flat_map(probe).collect();
    assert!(keys.len() > 20, "{keys:?}");
    for key in keys {
        let is_shown = own.lines().any(|line| {
            line.starts_with(&format!("{key} = "))
                || line.starts_with(&format!("[{key}"))
                || line.starts_with(&format!("[[{key}"))
                || line.ends_with(&format!(".{key}]"))
        });
        assert!(is_shown, "`{key}` is not in masthead.toml");
    }
}

#[test]
fn a_saved_search_has_an_id_of_its_own_and_a_number_of_items() {
    let table = |id: &str, more: &str| {
        format!("[[embeds]]\nid = '{id}'\ntitle = 'T'\nquery = 'a b'\n{more}\n")
    };
    let layer = read(Path::new("masthead.toml"), &table("one-1", "")).unwrap();
    let [search] = &*layer.saved_searches.unwrap() else { panic!() };
    assert_eq!((search.query.as_str(), search.items), ("a b", 10));
    check_error(&(table("one", "") + &table("one", "")), &["masthead.toml:7:6: ", "twice"]);
    check_error(&table("One", ""), &["masthead.toml:2:6: ", "`One`", "lower case"]);
    check_error(&table("one", "items = 0"), &["masthead.toml:5:9: ", "from 1 to 50"]);
}

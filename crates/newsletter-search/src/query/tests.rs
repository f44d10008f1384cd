//! What queries mean.

use super::{OPERATORS, Oddity, Operator, parse};

/// `expect` is the query as printed, with `|` between clauses, then the notices.
fn check(text: &str, expect: &str, oddities: &[(&str, Oddity)]) {
    let (query, notices) = parse(text);
    let clauses: Vec<String> = query
        .clauses
        .iter()
        .map(|clause| {
            let name = format!("{:?}", clause.matter);
            let name = name.split(['(', ' ']).next().unwrap_or_default().to_owned();
            let sign = if clause.is_excluded { "-" } else { "" };
            let value = super::Query { clauses: vec![clause.clone()] }.to_string();
            format!("{sign}{name} {value}")
        })
        .collect();
    assert_eq!(clauses.join(" | "), expect, "{text:?}");
    let found: Vec<(&str, Oddity)> =
        notices.iter().map(|notice| (&text[notice.span.clone()], notice.oddity)).collect();
    assert_eq!(found, oddities, "{text:?}");
}

#[test]
fn words_and_phrases() {
    check("  api  server ", "Word api | Word server", &[]);
    check("\"api server\" x", "Phrase \"api server\" | Word x", &[]);
    check("“api server”", "Phrase \"api server\"", &[]);
    check("\"\" \" \"", "", &[]);
    check("", "", &[]);
}

#[test]
fn a_quote_that_is_not_closed_is_noticed() {
    check("a \"b c", "Word a | Phrase \"b c\"", &[("\"b c", Oddity::UnclosedQuote)]);
    check("5\" disk", "Word 5\" | Word disk", &[]);
}

#[test]
fn a_minus_excludes_only_before_a_word() {
    check("-windows", "-Word -windows", &[]);
    check("-\"a b\"", "-Phrase -\"a b\"", &[]);
    check("-section:news", "-Section -section:news", &[]);
    check("--dry-run", "Word --dry-run", &[]);
    check("- x-y -", "Word - | Word x-y | Word -", &[]);
}

#[test]
fn operators_with_values() {
    check("section:deprecated", "Section section:deprecated", &[]);
    check("Section:\"KEP of the Week\"x", "Section section:\"KEP of the Week\" | Word x", &[]);
    check("kep:KEP-4009 kep:0014", "Kep kep:4009 | Kep kep:0014", &[]);
    check("pr:#1 pr:etcd-io/etcd#2", "Pr pr:#1 | Pr pr:etcd-io/etcd#2", &[]);
    check("author:@jane", "Author author:jane", &[]);
    check("year:2023", "Year year:2023", &[]);
    check("before:2023 after:2023-02", "Before before:2023-01-01 | After after:2023-02-01", &[]);
    check("is:featured", "Featured is:featured", &[]);
}

#[test]
fn what_is_no_operator_is_text() {
    check("note:this https://x.org C:", "Word note:this | Word https://x.org | Word C:", &[]);
    let unknown = |operator| Oddity::UnknownValue(operator);
    check("year:23", "Word year:23", &[("year:23", unknown(Operator::Year))]);
    check("is:new", "Word is:new", &[("is:new", unknown(Operator::Is))]);
    check("kep:x", "Word kep:x", &[("kep:x", unknown(Operator::Kep))]);
    check(
        "before:2023-02-30",
        "Word before:2023-02-30",
        &[("before:2023-02-30", unknown(Operator::Before))],
    );
}

#[test]
fn an_operator_without_value_waits_for_it() {
    check("api section:", "Word api", &[("section:", Oddity::NoValue(Operator::Section))]);
}

#[test]
fn every_example_of_the_table_is_understood() {
    for entry in OPERATORS {
        let (query, notices) = parse(entry.example);
        assert!(notices.is_empty(), "{}", entry.example);
        assert_eq!(parse(&query.to_string()).0.to_string(), query.to_string());
        assert_eq!(entry.operator.entry(), entry);
    }
}

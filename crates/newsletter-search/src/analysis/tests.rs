//! What texts become.

use super::{Shape, irregular_forms, is_function_word, stem, tokens};

/// `expect` has the terms in order; a whole ends with `*`, a part with `.`, and `~` before a term
/// says that it is glued to the one before.
fn check(text: &str, expect: &str) {
    let shown = tokens(text).into_iter().map(|token| {
        let shape = match token.shape {
            Shape::Word => "",
            Shape::Whole => "*",
            Shape::Part => ".",
        };
        let glue = if token.is_glued { "~" } else { "" };
        format!("{glue}{}{shape}@{}", token.term, token.position)
    });
    assert_eq!(shown.collect::<Vec<_>>().join(" "), expect, "{text:?}");
}

#[test]
fn plain_words() {
    check("The scheduler's “queue”, now: faster!", "the@0 scheduler@1 queue@2 now@3 faster@4");
    check("Don’t panic", "dont@0 panic@1");
    check("", "");
    check("-- !? …", "");
}

#[test]
fn hyphenated_words_are_whole_and_in_parts() {
    check("non-graceful node", "nongraceful*@0 non@0 ~graceful@1 node@2");
    check("in‑tree", "intree*@0 in@0 ~tree@1");
    check("feature_gate", "featuregate*@0 feature@0 ~gate@1");
    check("CVE-2023-5528", "cve-2023-5528*@0 cve@0 ~2023@1 ~5528@2");
    check("trailing- hyphen", "trailing@0 hyphen@1");
}

#[test]
fn identifiers_are_whole_and_in_parts() {
    check("SidecarContainers", "sidecarcontainers@0 sidecar.@0 containers.@0");
    check("HTTPServer", "httpserver@0 http.@0 server.@0");
    check("APIs of IPv6DualStack", "apis@0 of@1 ipv6dualstack@2 ipv6.@2 dual.@2 stack.@2");
    check("k8s.io/v1beta1", "k8s.io@0 k8s.@0 io.@0 ~v1beta1@1");
}

#[test]
fn versions_have_no_parts() {
    check("1.30.1", "1.30.1@0");
    check("v1.29.0-alpha.1", "v1.29.0-alpha.1*@0 v1.29.0@0 ~alpha.1@1 alpha.@1");
    check("etcd 3.5.10.", "etcd@0 3.5.10@1");
}

#[test]
fn signs_belong_to_the_names_of_languages() {
    check("C# and C++ but C", "c#@0 and@1 c++@2 but@3 c@4");
    check("lamp-C#", "lampc#*@0 lamp@0 ~c#@1");
    check("C#12", "c@0 12@1");
}

#[test]
fn scripts_without_spaces_give_signs() {
    check("東京 k8s", "東@0 ~京@1 k8s@2");
}

#[test]
fn spans_lie_in_the_text_and_hold_the_word() {
    let text = "Ünder SidecarContainers";
    let spans = tokens(text).into_iter().map(|token| text[token.span].to_owned());
    assert_eq!(spans.collect::<Vec<_>>(), ["Ünder", "SidecarContainers", "Sidecar", "Containers"]);
}

#[test]
fn forms_of_a_word_have_one_stem_or_one_row() {
    assert_eq!(stem("promotions"), stem("promoting"));
    assert_eq!(stem("v1beta1s"), "v1beta1s");
    assert!(irregular_forms("freeze").any(|form| form == "frozen"));
    assert!(irregular_forms("freezing").any(|form| form == "frozen"));
    assert!(irregular_forms("frozen").any(|form| form == "freeze"));
    assert_eq!(irregular_forms("pod").count(), 0);
}

#[test]
fn function_words_are_sorted() {
    assert!(is_function_word("a") && is_function_word("you") && is_function_word("in"));
    assert!(!is_function_word("node"));
}

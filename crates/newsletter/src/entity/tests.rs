//! The patterns of an archive about Kubernetes, and patterns that cannot be.

use super::{EntityPattern, EntityPatterns};

fn pattern(kind: &str, key: &str, text: &[&str], link: &[&str]) -> EntityPattern {
    let owned = |patterns: &[&str]| patterns.iter().map(|&pattern| pattern.to_owned()).collect();
    let defaults = [("owner", "kubernetes"), ("repo", "kubernetes")];
    EntityPattern {
        kind: kind.to_owned(),
        key: key.to_owned(),
        text: owned(text),
        link: owned(link),
        defaults: defaults.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec(),
    }
}

fn patterns() -> EntityPatterns {
    let number = "{owner}/{repo}#{number}";
    let kep = ["KEP-{number}", "KEP {number}", "KEP{number}", "kubernetes/enhancements#{number}"];
    let kep_link = [
        "github.com/kubernetes/enhancements/tree/*/keps/*/{number}-*/**",
        "github.com/kubernetes/enhancements/issues/{number}/**",
    ];
    let cve_link = [
        "nvd.nist.gov/vuln/detail/CVE-{year}-{digits}",
        "cve.org/CVERecord?id=CVE-{year}-{digits}",
    ];
    let pr_link = ["github.com/{owner}/{repo}/pull/{number}/**", "pr.k8s.io/{number}"];
    let issue_link = ["github.com/{owner}/{repo}/issues/{number}/**"];
    let patterns = [
        pattern("pr", number, &[number, "k/k#{number}", "#{number}", "PR {number}"], &pr_link),
        pattern("issue", number, &["issue #{number}"], &issue_link),
        pattern("kep", "{number}", &kep, &kep_link),
        pattern("cve", "CVE-{year}-{digits}", &["CVE-{year}-{digits}"], &cve_link),
        pattern("flag", "--{name}", &["--{name}"], &[]),
        pattern("version", "{version}", &["v{version}", "{version}"], &[]),
        pattern("handle", "@{name}", &["@{name}"], &[]),
    ];
    EntityPatterns::new(&patterns).unwrap()
}

/// `expect` is `kind key` for each, parted by `, `.
fn check_text(text: &str, expect: &str) {
    let found = patterns().in_text(text);
    let found: Vec<_> =
        found.iter().map(|entity| format!("{} {}", entity.kind, entity.key)).collect();
    assert_eq!(found.join(", "), expect, "{text:?}");
}

fn check_link(target: &str, expect: &str) {
    let found = patterns().in_link(target);
    let found = found.map_or(String::new(), |entity| format!("{} {}", entity.kind, entity.key));
    assert_eq!(found, expect, "{target:?}");
}

#[test]
fn pull_requests_in_text() {
    check_text("see #119157.", "pr kubernetes/kubernetes#119157");
    check_text("(#119157, #42)", "pr kubernetes/kubernetes#119157, pr kubernetes/kubernetes#42");
    check_text(
        "PR 119157 and pr  7",
        "pr kubernetes/kubernetes#119157, pr kubernetes/kubernetes#7",
    );
    check_text("Kubernetes/Website#0042", "pr kubernetes/website#42");
    check_text("k/k#42", "pr kubernetes/kubernetes#42");
    check_text("etcd-io/etcd#42", "pr etcd-io/etcd#42");
    check_text("#119157: title", "pr kubernetes/kubernetes#119157");
}

#[test]
fn issues_in_text() {
    check_text("issue #42", "issue kubernetes/kubernetes#42");
}

#[test]
fn keps_in_text() {
    check_text("KEP-4009, kep 4009, Kep4009", "kep 4009, kep 4009, kep 4009");
    check_text("KEP-0127", "kep 127");
    check_text("kubernetes/enhancements#127", "kep 127");
    check_text("KEP\n127", "kep 127");
}

#[test]
fn cves_in_text() {
    check_text("cve-2023-05528", "cve CVE-2023-05528");
    check_text("CVE-2023", "");
}

#[test]
fn flags_in_text() {
    check_text("use --dry-run=server or --v.", "flag --dry-run, flag --v");
    check_text("---dry-run ----x a--b -- c --1", "");
}

#[test]
fn versions_in_text() {
    check_text("1.30.1", "version 1.30.1");
    check_text("v1.29.0-alpha.1 and 1.29.", "version 1.29.0-alpha.1, version 1.29");
    check_text("etcd 3.5.10/3.4.2", "version 3.5.10, version 3.4.2");
    check_text("10.0.0.1 v1 1.30x x1.30 1.30.x v1beta1", "");
}

#[test]
fn handles_in_text() {
    check_text("thanks @jane-doe, @jd.", "handle @jane-doe, handle @jd");
    check_text("jane@example.org", "");
}

#[test]
fn words_that_only_look_alike_are_none() {
    check_text("C#12 issue.md#12 a#12 #12a #0 #12345678", "");
    check_text("KEPS-12 SKEP-12 KEP-", "");
    check_text("ä#12 #12ä", "");
    check_text("", "");
}

#[test]
fn targets_of_links() {
    let pr = "pr kubernetes/kubernetes#119157";
    check_link("https://github.com/kubernetes/kubernetes/pull/119157", pr);
    check_link("http://www.github.com/Kubernetes/kubernetes/pull/0119157/?w=1#top", pr);
    check_link("https://github.com/kubernetes/kubernetes/pull/119157/files#diff", pr);
    check_link("github.com/kubernetes/kubernetes/pull/119157", pr);
    check_link("https://pr.k8s.io/119157", pr);
    check_link("https://pr.k8s.io/119157/files", "");
    check_link("https://github.com/kubernetes/kubernetes/pulls", "");
    check_link("https://github.com/kubernetes/kubernetes/pull/119157x", "");
    check_link("https://github.com/golang/go/issues/42", "issue golang/go#42");
    check_link("https://github.com/kubernetes/enhancements/issues/42", "kep 42");
    let kep = "https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/4009-add-cdi";
    check_link(kep, "kep 4009");
    check_link(&[kep, "/README.md"].concat(), "kep 4009");
    check_link("https://nvd.nist.gov/vuln/detail/cve-2023-5528", "cve CVE-2023-5528");
    check_link("https://www.cve.org/CVERecord?id=CVE-2023-5528", "cve CVE-2023-5528");
    check_link("", "");
}

#[test]
fn a_query_is_an_entity_only_as_a_whole() {
    let key = |query: &str| patterns().of_query(query).map(|entity| entity.key);
    assert_eq!(key(" kep 0127 ").as_deref(), Some("127"));
    assert_eq!(key("https://pr.k8s.io/7").as_deref(), Some("kubernetes/kubernetes#7"));
    assert_eq!(key("v1.30").as_deref(), Some("1.30"));
    assert_eq!(key("1.30 release"), None);
    assert_eq!(key(""), None);
}

fn check_error(key: &str, text: &[&str], link: &[&str], expect: &str) {
    let mut pattern = pattern("kind", key, text, link);
    pattern.defaults.clear();
    let error = EntityPatterns::new(&[pattern]).unwrap_err();
    assert_eq!(error.to_string(), expect);
}

#[test]
fn an_unusable_pattern_is_named_with_its_mistake() {
    let known = "{number}, {digits}, {year}, {version}, {owner}, {repo}, {name}";
    check_error(
        "{nr}",
        &[],
        &[],
        &format!("pattern `{{nr}}`: there is no placeholder `{{nr}}`; there are {known}"),
    );
    check_error(
        "{number}",
        &["KEP-{number"],
        &[],
        "pattern `KEP-{number`: the `{` before `number` has no `}`",
    );
    check_error(
        "{number}",
        &["KEP"],
        &[],
        "pattern `KEP`: it says nothing of `{number}`, which the key needs: add it, or a default",
    );
    check_error(
        "{number}",
        &["KEP {number}0"],
        &[],
        "pattern `KEP {number}0`: `{number}` also takes the beginning of the `0` after it, so this never matches",
    );
    check_error(
        "{number}",
        &["{name}{number}"],
        &[],
        "pattern `{name}{number}`: two placeholders stand side by side: put a character between them",
    );
    check_error(
        "{number}",
        &[],
        &["x/*-{number}"],
        "pattern `x/*-{number}`: `*` must stand before a `/` or at the end, not before `-`",
    );
    check_error(
        "{number}",
        &["*/{number}"],
        &[],
        "pattern `*/{number}`: it must begin with a character or a placeholder",
    );
    check_error(
        "{number}",
        &[],
        &["https://x/{number}"],
        "pattern `https://x/{number}`: leave the scheme and `www.` away, they are not compared",
    );
    check_error(
        "{number}",
        &["{number} {number}"],
        &[],
        "pattern `{number} {number}`: `{number}` stands in it twice",
    );
    check_error("{name}", &["{name}"], &[], "pattern `{name}`: it would take every word");
    check_error("x*", &[], &[], "pattern `x*`: a key cannot hold a `*`");
    check_error("", &[], &[], "pattern ``: it is empty");
}

#[test]
fn a_default_for_no_placeholder_is_a_mistake() {
    let mut pattern = pattern("kind", "{number}", &[], &[]);
    pattern.defaults.push(("org".to_owned(), "x".to_owned()));
    let error = EntityPatterns::new(&[pattern]).unwrap_err();
    assert_eq!(error.message(), "there is no placeholder `{org}` to have a default");
}

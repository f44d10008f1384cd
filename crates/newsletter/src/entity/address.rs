//! What makes two addresses the same.

/// The part of a link target that patterns are compared with, and by which targets are the same.
pub(crate) fn address(target: &str, with_query: bool) -> &str {
    let target = target.trim();
    let target = after_scheme(target).unwrap_or(target);
    let target = target.strip_prefix("www.").unwrap_or(target);
    let end = if with_query { target.find('#') } else { target.find(['?', '#']) };
    let target = end.and_then(|end| target.get(..end)).unwrap_or(target);
    target.strip_suffix('/').unwrap_or(target)
}

/// What follows `https://` and the like; `None` without a scheme.
pub(super) fn after_scheme(target: &str) -> Option<&str> {
    let (_, rest) = target.split_once(':')?;
    rest.strip_prefix("//")
}

//! `ETag`, `If-Match` and `If-None-Match`.
//!
//! Of something that has versions, the tag begins with the version: `"7-1f3870be"`. The rest is of the content, which may
//! differ between readers and goes on with the clocks, so it decides over 304 but not over whether an action is stale.

use crate::hex::short_hash;
use axum::http::HeaderValue;

/// The tag of something without versions.
pub fn of(body: &[u8]) -> String {
    format!("\"{}\"", short_hash(body))
}

/// The tag of a version of something.
pub fn versioned(version: u64, body: &[u8]) -> String {
    let hash = short_hash(body);
    format!("\"{version}-{}\"", hash.get(..8).unwrap_or_default())
}

/// Whether `If-None-Match` names `etag`, and so the caller has it already.
pub fn is_known(if_none_match: &HeaderValue, etag: &str) -> bool {
    let Ok(tags) = if_none_match.to_str() else { return false };
    // Weak comparison, as RFC 9110 wants here: a proxy that compresses makes a tag weak.
    tags.split(',').map(str::trim).any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}

/// The versions that `If-Match` names. A tag of something else names none, so that it is stale.
pub fn versions(if_match: &HeaderValue) -> Vec<u64> {
    let tags = if_match.to_str().unwrap_or_default();
    let version =
        |tag: &str| tag.trim().strip_prefix('"')?.strip_suffix('"')?.split('-').next()?.parse().ok();
    tags.split(',').filter_map(version).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read_back() {
        let tag = HeaderValue::from_str(&versioned(12, b"x")).unwrap();
        assert_eq!(versions(&tag), [12]);
        // The contract says that the ETag is the version in quotes; who writes just that is understood.
        assert_eq!(versions(&HeaderValue::from_static("\"3\", \"4-aa\"")), [3, 4]);
        for other in ["*", "12", "W/\"12-aa\"", "\"abc\"", ""] {
            assert_eq!(versions(&HeaderValue::from_static(other)), [0; 0], "{other}");
        }
    }

    #[test]
    fn a_tag_is_known_by_itself_weak_or_not() {
        let tag = of(b"body");
        for (header, known) in [
            (tag.clone(), true),
            (format!("\"other\", W/{tag}"), true),
            ("*".to_owned(), true),
            ("\"other\"".to_owned(), false),
        ] {
            assert_eq!(is_known(&HeaderValue::from_str(&header).unwrap(), &tag), known, "{header}");
        }
    }
}

//! The configuration of a portal, as far as whoever serves it has to know it.

use super::PortalError;
use crate::config::Origin;
use serde::Deserialize;

/// Its file, which people change in a portal that is built.
pub(super) const CONFIG: &str = "config.json";

/// What is in it, beside what only the portal reads.
#[derive(Deserialize)]
struct Config {
    /// What stands before the contract's base path: nothing, a path, or an origin.
    #[serde(default)]
    backend: Option<String>,
}

/// The other origin that the portal calls; none where its backend is on its own.
pub(super) fn backend(config: &[u8]) -> Result<Option<Origin>, PortalError> {
    let config: Config = serde_json::from_slice(config).map_err(PortalError::BadConfig)?;
    let backend = config.backend.unwrap_or_default();
    // Two slashes would begin a host; browsers take a backslash for one.
    let is_path = backend.strip_prefix('/').is_some_and(|rest| !rest.starts_with(['/', '\\']));
    if backend.is_empty() || is_path {
        return Ok(None);
    }
    backend.parse().map(Some).map_err(|_| PortalError::BadBackend(backend))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_another_origin_is_named() {
        for here in
            ["{}", "{\"backend\": \"\"}", "{\"backend\": null}", "{\"backend\": \"/it\", \"later\": 1}"]
        {
            assert!(matches!(backend(here.as_bytes()), Ok(None)), "{here}");
        }
        for (named, origin) in [
            ("https://itsm.example.com", "https://itsm.example.com"),
            ("https://ITSM.example.com:443/", "https://itsm.example.com"),
            ("https://itsm.example.com/help", "https://itsm.example.com"),
            ("http://localhost:8480", "http://localhost:8480"),
        ] {
            let config = serde_json::json!({ "backend": named }).to_string();
            let found = backend(config.as_bytes()).unwrap();
            assert_eq!(found.as_ref().map(Origin::as_str), Some(origin), "{named}");
        }
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for broken in ["", "{", "7", "{\"backend\": 7}", "{\"backend\": [\"https://a.example\"]}"] {
            assert!(matches!(backend(broken.as_bytes()), Err(PortalError::BadConfig(_))), "{broken}");
        }
        for named in
            ["itsm.example.com", "it", " ", "//a.example", "/\\a.example", "ftp://a.example", "https://a@b"]
        {
            let config = serde_json::json!({ "backend": named }).to_string();
            assert!(matches!(backend(config.as_bytes()), Err(PortalError::BadBackend(_))), "{named}");
        }
    }
}

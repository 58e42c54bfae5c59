//! What a browser is allowed to do with the portal's pages.

use super::{PortalError, PortalOptions};
use crate::config::Origin;
use axum::http::{
    HeaderMap, HeaderName, HeaderValue,
    header::{CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS},
};
use std::io;

/// Headers of every answer.
pub(super) struct Policy(Vec<(HeaderName, HeaderValue)>);

impl Policy {
    /// For a portal whose backend is at another origin than its own, or at none: that origin is called, and pictures in
    /// answers are files of it.
    pub(super) fn new(options: &PortalOptions, backend: Option<&Origin>) -> io::Result<Self> {
        let backend = sources(backend.map(Origin::as_str))?;
        let connect = sources(options.connect.iter().map(String::as_str))?;
        let frames = sources(options.frame_ancestors.iter().map(String::as_str))?;
        // `wasm-unsafe-eval` compiles WebAssembly and nothing else. Trusted Types have one policy, which names the script
        // of the worker that searches: nothing in the portal makes HTML from text, and with this nothing can. A worker has
        // the policy that its script came with, which is this one too.
        let content = format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
             img-src 'self' data: blob:{backend}; font-src 'self'; connect-src 'self'{backend}{connect}; \
             manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'{frames}; \
             object-src 'none'; require-trusted-types-for 'script'; trusted-types guichet-worker"
        );
        let content = HeaderValue::from_str(&content).map_err(io::Error::other)?;
        let fixed = HeaderValue::from_static;
        Ok(Self(vec![
            (CONTENT_SECURITY_POLICY, content),
            (X_CONTENT_TYPE_OPTIONS, fixed("nosniff")),
            (REFERRER_POLICY, fixed("same-origin")),
            (
                HeaderName::from_static("permissions-policy"),
                fixed("camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
            ),
            (HeaderName::from_static("cross-origin-opener-policy"), fixed("same-origin")),
        ]))
    }

    pub(super) fn add_to(&self, headers: &mut HeaderMap) {
        for (name, value) in &self.0 {
            headers.insert(name, value.clone());
        }
    }
}

/// Origins as a policy lists them, each behind a blank.
fn sources<'o>(origins: impl IntoIterator<Item = &'o str>) -> Result<String, PortalError> {
    let mut sources = String::new();
    for origin in origins {
        if !is_origin(origin) {
            return Err(PortalError::BadOrigin(origin.to_owned()));
        }
        sources.push(' ');
        sources.push_str(origin);
    }
    Ok(sources)
}

/// Scheme, host and perhaps a port: nothing that could end the directive and begin another.
fn is_origin(origin: &str) -> bool {
    let host =
        ["https://", "http://", "wss://", "ws://"].iter().find_map(|scheme| origin.strip_prefix(scheme));
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    host.is_some_and(|host| !host.is_empty() && host.chars().all(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_cannot_smuggle_in_another_directive() {
        for good in ["https://itsm.example.com", "http://localhost:8080", "wss://[::1]:9"] {
            assert!(is_origin(good), "{good}");
        }
        for bad in
            ["", "*", "https://", "https://a b", "https://a; script-src *", "https://a/b", "'unsafe-inline'"]
        {
            assert!(!is_origin(bad), "{bad}");
        }
    }

    #[test]
    fn allowed_origins_are_listed_beside_its_own() {
        let options = PortalOptions {
            connect: vec!["https://api.example.com".to_owned()],
            frame_ancestors: vec!["https://intranet.example.com".to_owned()],
            ..PortalOptions::default()
        };
        let backend = "https://itsm.example.com".parse::<Origin>().ok();
        let mut headers = HeaderMap::new();
        Policy::new(&options, backend.as_ref()).unwrap().add_to(&mut headers);
        let policy = headers[CONTENT_SECURITY_POLICY].to_str().unwrap();
        let called = "connect-src 'self' https://itsm.example.com https://api.example.com;";
        assert!(policy.contains(called), "{policy}");
        assert!(policy.contains("img-src 'self' data: blob: https://itsm.example.com;"), "{policy}");
        assert!(policy.contains("frame-ancestors 'self' https://intranet.example.com;"), "{policy}");
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval';"), "{policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("  "), "{policy}");
    }
}

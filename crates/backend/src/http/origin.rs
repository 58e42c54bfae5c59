//! From where a browser may call.
//!
//! A page of another site can make a browser post, with the reader's cookies where their rules let it. Browsers say
//! from which page a call comes, and what does not come from here, or from where the set-up allows, is refused. Programs
//! that are no browsers say nothing and send no cookies that they were not given.

use crate::config::{Config, SignIn};
use axum::http::{HeaderMap, Method, header};

/// Whether a call may come from where it comes from.
pub fn is_allowed(config: &Config, method: &Method, headers: &HeaderMap) -> bool {
    if method.is_safe() {
        return true;
    }
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    match text("origin") {
        Some(origin) => {
            let origin = origin.to_ascii_lowercase();
            config.allow_origins.iter().any(|allowed| allowed.as_str() == origin)
                || config.public_url.as_ref().is_some_and(|own| own.as_str() == origin)
                || is_own(config, &origin, headers)
        }
        None => text("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none")),
    }
}

/// Whether `origin` is where the call went to. Only for hosts that we know to be ours: otherwise a name of somebody else's
/// that leads to this computer would do.
fn is_own(config: &Config, origin: &str, headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let host = host.to_ascii_lowercase();
    let same = origin.split_once("://").is_some_and(|(_, authority)| authority == host);
    same && !host.is_empty() && is_known(config, &host)
}

fn is_known(config: &Config, host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, port)| {
        // The last colon of an IPv6 address without a port is inside its brackets.
        if port.ends_with(']') { host } else { name }
    });
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
        || name.ends_with(".localhost")
        || host == config.listen.to_string()
        || (config.public_url.is_none() && config.sign_in != SignIn::Demo)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn call(headers: &[(&'static str, &'static str)]) -> bool {
        let config = Config {
            allow_origins: vec!["https://intranet.example.com".parse().unwrap()],
            public_url: Some("https://help.example.com".parse().unwrap()),
            ..Config::local()
        };
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, HeaderValue::from_static(value));
        }
        is_allowed(&config, &Method::POST, &map)
    }

    #[test]
    fn calls_come_from_here_or_from_where_the_set_up_allows() {
        let host = ("host", "127.0.0.1:8480");
        assert!(call(&[host]), "no browser");
        assert!(call(&[host, ("origin", "http://127.0.0.1:8480")]));
        assert!(call(&[host, ("origin", "https://intranet.example.com")]));
        assert!(call(&[host, ("origin", "https://help.example.com"), ("sec-fetch-site", "same-origin")]));
        assert!(!call(&[host, ("origin", "http://127.0.0.1:9999")]), "another port");
        assert!(!call(&[host, ("origin", "null")]));
        assert!(!call(&[host, ("sec-fetch-site", "cross-site")]));
        assert!(
            !call(&[("host", "evil.example"), ("origin", "http://evil.example")]),
            "a name that leads here"
        );
    }
}

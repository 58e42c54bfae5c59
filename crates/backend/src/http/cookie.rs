//! The session cookie.

use axum::http::{HeaderMap, header};
use std::time::Duration;

/// With `__Host-` a browser takes the cookie over https alone, for this host and every path: nobody else can set it.
fn name(https: bool) -> &'static str {
    if https { "__Host-guichet_session" } else { "guichet_session" }
}

/// The token that the caller sent.
pub fn token(headers: &HeaderMap, https: bool) -> Option<&str> {
    let name = name(https);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// A cookie that holds `token`. Scripts cannot read it, and other sites cannot send it along with what they post.
pub fn set(token: &str, life: Duration, https: bool) -> String {
    let secure = if https { "; Secure" } else { "" };
    format!("{}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={}{secure}", name(https), life.as_secs())
}

/// A cookie that takes the session away.
pub fn clear(https: bool) -> String {
    set("", Duration::ZERO, https)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn the_token_is_found_among_other_cookies() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("theme=dark; guichet_session=abc"));
        assert_eq!(token(&headers, false), Some("abc"));
        assert_eq!(token(&headers, true), None, "over https only the safe name counts");
    }

    #[test]
    fn over_https_the_cookie_is_secure() {
        let life = Duration::from_secs(60);
        let cookie = set("t", life, true);
        assert!(cookie.starts_with("__Host-") && cookie.ends_with("; Secure"), "{cookie}");
        assert!(!set("t", life, false).contains("Secure"));
    }
}

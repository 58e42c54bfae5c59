//! The URLs of calls.

use crate::{BASE_PATH, Endpoint, PathParams, QueryParams};

/// The URL of a call, from the base path on: `/itsm/v1/tickets/REQ-1?limit=20`.
pub fn url<E: Endpoint>(path: &E::Path, query: &E::Query) -> String {
    build_url(E::PATH, &path.values(), &query.pairs())
}

/// The URL of a call without query parameters.
pub fn path_url(template: &str, path: &[(&'static str, &str)]) -> String {
    build_url(template, path, &[])
}

/// Apart from [`url`], so that its code exists once and not once an endpoint.
fn build_url(template: &str, path: &[(&'static str, &str)], query: &[(&'static str, String)]) -> String {
    let mut url = String::from(BASE_PATH);
    for segment in template.split('/').skip(1) {
        url.push('/');
        let mut rest = segment;
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, tail)| Some((before, tail.split_once('}')?)))
        {
            url.push_str(before);
            if let Some((_, value)) = path.iter().find(|(n, _)| *n == name) {
                escape(value, &mut url);
            }
            rest = after;
        }
        url.push_str(rest);
    }
    for (i, (name, value)) in query.iter().enumerate() {
        url.push(if i == 0 { '?' } else { '&' });
        url.push_str(name);
        url.push('=');
        escape(value, &mut url);
    }
    url
}

/// RFC 3986: everything but the unreserved characters as `%XX`, which is right in a path segment and in a query.
fn escape(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

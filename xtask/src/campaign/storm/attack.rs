//! One call that nobody should make.

use super::{
    body, broken,
    known::{Known, Operation},
    odd,
};
use crate::campaign::rng::Rng;
use guichet_contract::BASE_PATH;

/// A call, as bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attack {
    /// What is sent.
    pub bytes: Vec<u8>,
    /// Whether the answer has no body, whatever it is.
    pub is_head: bool,
    /// Whether it is not even HTTP: then the HTTP library answers, or nobody.
    pub is_broken: bool,
    /// Whether less is sent than was announced.
    pub ends_early: bool,
    /// Whose session it may end: their place among the people.
    pub signs_out: Option<usize>,
    /// In bytes; who sends much may be hung up on.
    pub body: usize,
}

/// Methods, of which most are not the contract's.
const METHODS: [&str; 12] =
    ["GET", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "BREW", "get", "X"];
/// Media types, good and bad.
const MEDIA_TYPES: [&str; 8] = [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/xml",
    "application/json; charset=utf-7",
    "application/merge-patch+json",
    "/",
    "a",
];
/// Headers that somebody reads on the way.
const HEADERS: [&str; 16] = [
    "Accept",
    "Accept-Encoding",
    "Accept-Language",
    "Authorization",
    "Content-Encoding",
    "Forwarded",
    "If-Match",
    "If-Modified-Since",
    "If-None-Match",
    "Last-Event-ID",
    "Origin",
    "Range",
    "Sec-Fetch-Site",
    "X-Forwarded-Host",
    "X-HTTP-Method-Override",
    "X-Request-Id",
];
/// Values that fit a query somewhere.
const FITTING: [&str; 12] = [
    "1",
    "20",
    "true",
    "false",
    "all",
    "groups",
    "open",
    "updated",
    "laptop",
    "incident",
    "aylin-kaya",
    "vpn",
];
/// Queries that are none.
const QUERIES: [&str; 8] = ["&&==&", "%zz", "=", "limit", "limit=1&limit=2", "a[b]=c", "+++", "since=1;2"];
/// Between the parts of a file.
const BOUNDARY: &str = "7f3c0a5e";
/// In bytes: one header within what the HTTP library takes.
const LONG_HEADER: usize = 60_000;
/// So many headers beside our own are still within what it takes.
const MANY_HEADERS: usize = 80;

impl Attack {
    /// Made up. `cookies` are the sessions of the people whom `known` has, in their order.
    pub fn new(rng: &mut Rng, known: &Known, cookies: &[String]) -> Self {
        let none = Operation { method: "GET".to_owned(), path: "/".to_owned(), query: vec![], body: None };
        let mut operation = rng.one(&known.operations).unwrap_or(&none);
        // Most operations read, and those that write have more to be got wrong.
        if operation.method == "GET" && rng.chance(60) {
            operation = rng.one(&known.operations).unwrap_or(&none);
        }
        if rng.chance(6) {
            let (bytes, ends_early) = broken::bytes(rng, operation);
            let body = bytes.len();
            return Self { bytes, is_head: false, is_broken: true, ends_early, signs_out: None, body };
        }
        let method = if rng.chance(85) { operation.method.as_str() } else { rng.word(&METHODS) };
        let mut head =
            format!("{method} {} HTTP/1.1\r\nConnection: close\r\n", target(rng, operation, known));
        let host = if rng.chance(97) { "127.0.0.1" } else { "evil.example" };
        head.push_str(&format!("Host: {host}\r\n"));
        let person = if rng.chance(80) { Some(rng.below(cookies.len())) } else { None };
        match person.and_then(|n| cookies.get(n)) {
            Some(cookie) => head.push_str(&format!("Cookie: {cookie}\r\n")),
            None if rng.chance(50) => {
                head.push_str(&format!("Cookie: guichet_session={}\r\n", odd::header(&odd::text(rng))));
            }
            None => {}
        }
        conditions(rng, &mut head);
        oddities(rng, &mut head);
        let sends = if method == "POST" { rng.chance(97) } else { rng.chance(5) };
        let body = if sends { content(rng, operation, &mut head) } else { Vec::new() };
        head.push_str("\r\n");
        let mut bytes = head.into_bytes();
        let length = body.len();
        bytes.extend(body);
        Self {
            bytes,
            is_head: method == "HEAD",
            is_broken: false,
            ends_early: false,
            signs_out: person.filter(|_| method == "DELETE"),
            body: length,
        }
    }

    /// The beginning, for people.
    pub fn excerpt(&self) -> String {
        let start = self.bytes.get(..600).unwrap_or(&self.bytes);
        format!("{} ({} bytes in all)", start.escape_ascii(), self.bytes.len())
    }
}

/// Path and query.
fn target(rng: &mut Rng, operation: &Operation, known: &Known) -> String {
    let mut target = BASE_PATH.to_owned();
    for segment in operation.path.split('/').skip(1) {
        target.push('/');
        match segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            None => target.push_str(segment),
            Some(name) => {
                let real = known.real.get(name).and_then(|real| rng.one(real).cloned());
                match real.filter(|_| rng.chance(65)) {
                    Some(real) => target.push_str(&odd::escaped(&real)),
                    None => target.push_str(&odd::escaped(&odd::text(rng))),
                }
            }
        }
    }
    if rng.chance(4) {
        let more = ["/", "//", "/.", "/..", "/../..", "/%2e%2e/%2e%2e", "/a", "%00", ";a=b", "~"];
        target.push_str(rng.word(&more));
    }
    match rng.below(100) {
        0..35 => query(rng, operation, &mut target),
        35..38 => {
            target.push('?');
            target.push_str(rng.word(&QUERIES));
        }
        _ => {}
    }
    target
}

fn query(rng: &mut Rng, operation: &Operation, target: &mut String) {
    for n in 0..rng.below(5) {
        target.push(if n == 0 { '?' } else { '&' });
        let name = match rng.one(&operation.query) {
            Some(name) if rng.chance(85) => name.clone(),
            _ => odd::text(rng),
        };
        let value = if rng.chance(40) { rng.word(&FITTING).to_owned() } else { odd::text(rng) };
        target.push_str(&format!("{}={}", odd::escaped(&name), odd::escaped(&value)));
    }
}

/// What keeps a call from being done twice, or to something else than was seen.
fn conditions(rng: &mut Rng, head: &mut String) {
    let key = match rng.below(100) {
        0..80 => rng.uuid(),
        // The same for everybody.
        80..86 => "11111111-1111-4111-8111-111111111111".to_owned(),
        86..93 => odd::header(&odd::text(rng)),
        _ => String::new(),
    };
    if !key.is_empty() {
        head.push_str(&format!("Idempotency-Key: {key}\r\n"));
    }
    if rng.chance(60) {
        let version = rng.below(8);
        let tag = match rng.below(10) {
            0..7 => format!("\"{version}\""),
            7 => "*".to_owned(),
            8 => format!("W/\"{version}\", \"{version}-0badcafe\""),
            _ => odd::header(&odd::text(rng)),
        };
        head.push_str(&format!("If-Match: {tag}\r\n"));
    }
}

/// Headers that make no sense, or too much.
fn oddities(rng: &mut Rng, head: &mut String) {
    for _ in 0..rng.below(4) {
        let name = rng.word(&HEADERS);
        // From another page every change is refused, so only now and then.
        if matches!(name, "Origin" | "Sec-Fetch-Site") && rng.chance(70) {
            continue;
        }
        head.push_str(&format!("{name}: {}\r\n", odd::header(&odd::text(rng))));
    }
    match rng.below(100) {
        0 => head.push_str(&format!("X-Long: {}\r\n", "a".repeat(LONG_HEADER))),
        1 => (0..MANY_HEADERS).for_each(|n| head.push_str(&format!("X-{n}: {n}\r\n"))),
        2..5 => head.push_str("Accept: text/event-stream\r\n"),
        5 => head.push_str("Expect: 100-continue\r\n"),
        6 => head.push_str("Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"),
        _ => {}
    }
}

/// The body, with its headers.
fn content(rng: &mut Rng, operation: &Operation, head: &mut String) -> Vec<u8> {
    let is_file = operation.path == "/attachments" && rng.chance(85);
    let body = if is_file { body::file(rng, BOUNDARY) } else { body::body(rng, operation.body.as_ref()) };
    let media_type = match (rng.chance(88), is_file) {
        (true, true) => format!("multipart/form-data; boundary={BOUNDARY}"),
        (true, false) => "application/json".to_owned(),
        (false, _) => rng.word(&MEDIA_TYPES).to_owned(),
    };
    head.push_str(&format!("Content-Type: {media_type}\r\nContent-Length: {}\r\n", body.len()));
    body
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::collections::BTreeMap;

    fn known() -> Known {
        let operation = |method: &str, path: &str| Operation {
            method: method.to_owned(),
            path: path.to_owned(),
            query: vec!["q".to_owned()],
            body: Some(json!({ "title": "a" })),
        };
        Known {
            operations: vec![operation("GET", "/tickets/{ticket}"), operation("POST", "/incidents")],
            people: vec!["ada".to_owned()],
            real: BTreeMap::from([("ticket".to_owned(), vec!["INC-1".to_owned()])]),
        }
    }

    #[test]
    fn what_is_not_broken_is_http() {
        let known = known();
        for number in 0..2000 {
            let attack = Attack::new(&mut Rng::stream(1, number), &known, &["s=1".to_owned()]);
            if attack.is_broken {
                continue;
            }
            let end = attack.bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
            let head = std::str::from_utf8(&attack.bytes[..end]).unwrap();
            let (request, headers) = head.split_once("\r\n").unwrap();
            let parts: Vec<&str> = request.split(' ').collect();
            assert_eq!(parts.len(), 3, "{request}");
            assert!(parts[1].starts_with(BASE_PATH) && parts[1].is_ascii(), "{request}");
            let lines: Vec<&str> = headers.split("\r\n").collect();
            assert!(lines.len() < 100, "{number}: {} headers", lines.len());
            assert!(lines.iter().all(|line| line.contains(": ") && !line.contains('\n')), "{head}");
            assert_eq!(attack.bytes.len() - end - 4, attack.body, "{head}");
        }
    }

    #[test]
    fn a_seed_repeats_its_attacks() {
        let known = known();
        let make = |number| Attack::new(&mut Rng::stream(1, number), &known, &["s=1".to_owned()]);
        assert_eq!(make(5), make(5));
        assert_ne!(make(5), make(6));
    }
}

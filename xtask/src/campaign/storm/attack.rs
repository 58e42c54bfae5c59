//! One call that nobody should make.

mod content;
mod headers;
mod target;

use super::{
    broken,
    known::{Known, Operation},
    odd,
};
use crate::campaign::rng::Rng;
use content::content;
use headers::{conditions, oddities};
use target::target;

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
        let sends = if matches!(method, "POST" | "PATCH") { rng.chance(97) } else { rng.chance(5) };
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

#[cfg(test)]
mod tests {
    use super::*;
    use guichet_contract::BASE_PATH;
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

//! What stands between the first line and the body.

use crate::campaign::{rng::Rng, storm::odd};

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
/// In bytes: one header within what the HTTP library takes.
const LONG_HEADER: usize = 60_000;
/// So many headers beside our own are still within what it takes.
const MANY_HEADERS: usize = 80;

/// What keeps a call from being done twice, or to something else than was seen.
pub(super) fn conditions(rng: &mut Rng, head: &mut String) {
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
pub(super) fn oddities(rng: &mut Rng, head: &mut String) {
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

//! Bodies: some as they should be, most not.

use super::odd;
use crate::campaign::rng::Rng;
use serde_json::{Map, Value, json};
use std::iter;

/// In bytes: more than a JSON body may have, and about what a file may have.
const HUGE: usize = 10 << 20;
/// In bytes: just within what a JSON body may have.
const LARGE: usize = 900 << 10;
/// Deeper than any JSON that means something; a reader that calls itself once a level has no stack left.
const DEEP: usize = 200_000;
/// The depth of JSON that is only odd.
const SHALLOW: usize = 4;

/// A body for an operation whose right one looks like `example`.
pub fn body(rng: &mut Rng, example: Option<&Value>) -> Vec<u8> {
    let right = example.cloned().unwrap_or_else(|| odd_json(rng, SHALLOW));
    match rng.below(100) {
        0..30 => right.to_string().into_bytes(),
        30..52 => replaced(rng, right).to_string().into_bytes(),
        52..58 => without_a_field(rng, right).to_string().into_bytes(),
        58..66 => cut(rng, right.to_string().into_bytes()),
        66..74 => with_bad_utf8(rng, right.to_string().into_bytes()),
        74..82 => odd_json(rng, SHALLOW).to_string().into_bytes(),
        82..86 => deep(rng),
        86..89 => with_a_text_of(rng, right, LARGE).to_string().into_bytes(),
        // One of three, because each takes a while.
        89 if rng.chance(33) => with_a_text_of(rng, right, HUGE).to_string().into_bytes(),
        _ => no_json(rng),
    }
}

/// A body that looks like a file, or somewhat.
pub fn file(rng: &mut Rng, boundary: &str) -> Vec<u8> {
    let content: Vec<u8> = match rng.below(5) {
        0 => b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
        1 => b"%PDF-1.7\n".to_vec(),
        2 => {
            let bytes = rng.below(64 << 10);
            noise(rng, bytes)
        }
        3 => b"MZ\x90\0\x03".to_vec(),
        _ => odd::text(rng).into_bytes(),
    };
    let name = odd::header(&odd::text(rng)).replace('"', "");
    let part = if rng.chance(85) { "file" } else { rng.word(&["", "File", "files", "a"]) };
    let mut body = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"{part}\"; filename=\"{name}\"\r\n\r\n"
    )
    .into_bytes();
    body.extend(content);
    body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
    if rng.chance(20) { cut(rng, body) } else { body }
}

/// So many bytes of no meaning.
fn noise(rng: &mut Rng, bytes: usize) -> Vec<u8> {
    iter::repeat_with(|| rng.bits().to_le_bytes()).flatten().take(bytes).collect()
}

/// A value of any type and little sense.
fn odd_json(rng: &mut Rng, depth: usize) -> Value {
    let inner = if depth == 0 { 7 } else { 9 };
    match rng.below(inner) {
        0 => Value::Null,
        1 => rng.chance(50).into(),
        2 => {
            let numbers =
                [json!(0), json!(-1), json!(i64::MIN), json!(u64::MAX), json!(1.5e300), json!(-0.0)];
            rng.one(&numbers).cloned().unwrap_or_default()
        }
        3..=6 => odd::text(rng).into(),
        7 => (0..rng.below(4)).map(|_| odd_json(rng, depth - 1)).collect(),
        _ => Value::Object((0..rng.below(4)).map(|_| (odd::text(rng), odd_json(rng, depth - 1))).collect()),
    }
}

/// With an odd value at one place.
fn replaced(rng: &mut Rng, mut right: Value) -> Value {
    let odd = odd_json(rng, SHALLOW);
    match any_place(rng, &mut right) {
        Some(place) => *place = odd,
        None => return odd,
    }
    right
}

/// With a text of so many bytes at one place.
fn with_a_text_of(rng: &mut Rng, mut right: Value, bytes: usize) -> Value {
    let text = Value::from("long ".repeat(bytes / 5));
    match any_place(rng, &mut right) {
        Some(place) => *place = text,
        None => return text,
    }
    right
}

/// A place in an object, at some depth.
fn any_place<'v>(rng: &mut Rng, value: &'v mut Value) -> Option<&'v mut Value> {
    let object = value.as_object_mut()?;
    let chosen = rng.below(object.len());
    let (_, place) = object.iter_mut().nth(chosen)?;
    if place.as_object().is_some_and(|inner| !inner.is_empty()) && rng.chance(60) {
        return any_place(rng, place);
    }
    Some(place)
}

fn without_a_field(rng: &mut Rng, right: Value) -> Value {
    let Value::Object(object) = right else { return right };
    let gone = rng.below(object.len());
    let kept: Map<String, Value> =
        object.into_iter().enumerate().filter(|(n, _)| *n != gone).map(|(_, field)| field).collect();
    Value::Object(kept)
}

fn cut(rng: &mut Rng, mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(rng.below(bytes.len()));
    bytes
}

fn with_bad_utf8(rng: &mut Rng, mut bytes: Vec<u8>) -> Vec<u8> {
    const BAD: [&[u8]; 5] = [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xc0\x80"];
    let at = rng.below(bytes.len() + 1);
    let bad = rng.one(&BAD).copied().unwrap_or_default();
    let rest = bytes.split_off(at);
    bytes.extend_from_slice(bad);
    bytes.extend(rest);
    bytes
}

fn deep(rng: &mut Rng) -> Vec<u8> {
    let depth = rng.below(DEEP);
    if rng.chance(50) { vec![b'['; depth] } else { b"{\"a\":".repeat(depth) }
}

fn no_json(rng: &mut Rng) -> Vec<u8> {
    const BODIES: [&[u8]; 12] = [
        b"",
        b"{",
        b"}{",
        b"{\"title\":\"a\",\"title\":\"b\"}",
        b"{\"title\":\"\\ud800\"}",
        b"{\"quantity\":1e999}",
        b"{\"title\":\"a\"} {\"title\":\"b\"}",
        b"\xef\xbb\xbf{}",
        b"[null,]",
        b"{'title': 'a'}",
        b"title=a&impact=b",
        b"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
    ];
    if rng.chance(70) {
        return rng.one(&BODIES).copied().unwrap_or_default().to_vec();
    }
    noise(rng, 256)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_of_every_sort() {
        let example = json!({ "title": "a", "form": { "id": "b", "version": 1 } });
        let right = example.to_string().into_bytes();
        let mut rng = Rng::stream(1, 1);
        let (mut as_it_should_be, mut huge, mut no_text, mut no_json) = (0, 0, 0, 0);
        for _ in 0..2000 {
            let body = body(&mut rng, Some(&example));
            as_it_should_be += usize::from(body == right);
            huge += usize::from(body.len() > 9 << 20);
            no_text += usize::from(std::str::from_utf8(&body).is_err());
            no_json += usize::from(serde_json::from_slice::<Value>(&body).is_err());
        }
        assert!(as_it_should_be > 400, "{as_it_should_be}");
        assert!(huge > 0 && no_text > 100, "{huge}, {no_text}");
        assert!(no_json > 300 && no_json < 1200, "{no_json}");
    }

    #[test]
    fn one_seed_makes_one_body() {
        let make = || body(&mut Rng::stream(3, 4), None);
        assert_eq!(make(), make());
    }
}

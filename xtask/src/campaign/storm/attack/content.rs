//! What is sent along.

use crate::campaign::{
    rng::Rng,
    storm::{body, known::Operation},
};

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
/// Between the parts of a file.
const BOUNDARY: &str = "7f3c0a5e";

/// The body, with its headers.
pub(super) fn content(rng: &mut Rng, operation: &Operation, head: &mut String) -> Vec<u8> {
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

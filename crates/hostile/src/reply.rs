//! Replies as the portal's own reader of JSON gets them, from a backend that is broken or no backend at all.

use super::{json::read, pieces::text};
use guichet_contract::{Problem, types::Ticket};
use serde::de::IgnoredAny;
use serde_json::Value;

const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\"a\"",
    "\"a\":",
    "\"status\":",
    "\"id\":",
    "\"code\":\"stale\"",
    "null",
    "true",
    "false",
    "nul",
    "0",
    "-0",
    "-",
    "01",
    "1.",
    ".5",
    "1e5",
    "1e999",
    "-1E-999",
    "99999999999999999999",
    "-9223372036854775809",
    "\\",
    "\\u00e9",
    "\\ud83d\\ude00",
    "\\ud800",
    "\\u+0e9",
    "\\x",
    " ",
    "\n",
    "\t",
    "\r",
    "\0",
    "\u{feff}",
    "é",
    "😀",
    "NaN",
    "{\"a\":{\"a\":[",
    "]}}",
    "[[[[",
    "]]]]",
    "/**/",
    "'a'",
];

/// Deeper than this our reader gives up, and `serde_json` not much later.
const DEPTH: usize = 90;

/// Reads the text that `data` stands for. Whatever `serde_json` reads, it reads, and nothing else.
pub fn attack(data: &[u8]) {
    let text = text(data, PIECES);
    let value = read::<Value>(&text);
    let opened = text.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count();
    if opened <= DEPTH {
        assert_eq!(value.is_some(), serde_json::from_str::<Value>(&text).is_ok(), "{text:?}");
        assert!(value.is_none() || read::<IgnoredAny>(&text).is_some(), "{text:?}");
    }
    let _ = (read::<Problem>(&text), read::<Ticket>(&text));
}

//! Odd values, which somebody somewhere was not prepared for.

use crate::campaign::rng::Rng;

/// Texts. None of them holds what answers are searched for, as answers repeat some of what was sent.
const TEXTS: [&str; 40] = [
    "",
    " ",
    "0",
    "-1",
    "1e999",
    "00000000000000000001",
    "9223372036854775808",
    "18446744073709551616",
    "null",
    "undefined",
    "NaN",
    "true",
    "[]",
    "{}",
    ".",
    "..",
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "%2e%2e%2f",
    "%00",
    "%",
    "*",
    "_",
    "' OR '1'='1",
    "'; DROP TABLE tickets; --",
    "\" OR 1=1 --",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "${jndi:ldap://127.0.0.1/a}",
    "a\0b",
    "a\r\nX-Injected: 1",
    "\u{202e}fdp.exe",
    "\u{feff}a",
    "\u{1f980}\u{200d}\u{1f980}",
    "e\u{301}\u{316}\u{317}\u{318}\u{319}\u{31c}\u{31d}\u{31e}\u{31f}\u{320}",
    "REQ-99999999999999999999999999",
    "INC--1",
    "laptop@",
    "laptop@99999999999",
    "2026-02-30T25:61:61Z",
];

/// In bytes: longer than any id, title or name. Ten of them, escaped, are still a URL that the HTTP library takes.
const LONG: usize = 2_000;

/// A text that nobody expects.
pub fn text(rng: &mut Rng) -> String {
    if rng.chance(5) {
        return "ä".repeat(rng.below(LONG / 2));
    }
    rng.word(&TEXTS).to_owned()
}

/// As part of a URL: what may not stand there as it is becomes `%XX`.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

/// As the value of a header: without the characters that end it, which are none of HTTP's business either.
pub fn header(text: &str) -> String {
    text.chars().filter(|c| !c.is_ascii_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::storm::judge::WORDS;

    #[test]
    fn what_is_sent_is_never_what_is_searched_for() {
        for text in TEXTS {
            for word in WORDS {
                assert!(!text.contains(word), "'{text}' holds '{word}'");
            }
        }
    }

    #[test]
    fn urls_and_headers_stay_whole() {
        assert_eq!(escaped("a/ä?\0"), "a%2F%C3%A4%3F%00");
        assert_eq!(header("a\r\nX-Injected: 1\0"), "aX-Injected: 1");
    }
}

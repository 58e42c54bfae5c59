//! Values that are few, so that conditions and answers meet.

/// Options, ids and texts.
pub(super) const WORDS: &[&str] = &["a", "b", "c", "d"];
/// Days around the day on which random forms are evaluated.
pub(super) const DAYS: &[&str] = &["2026-11-20", "2026-11-21", "2026-11-22", "2026-12-24"];
/// Times of the day.
pub(super) const TIMES: &[&str] = &["00:00", "09:30", "12:00", "23:59"];
/// Days with a time.
pub(super) const MOMENTS: &[&str] = &["2026-11-20T23:59", "2026-11-21T09:30", "2026-11-22T12:00"];
/// Patterns that [`matches`] knows.
pub(super) const PATTERNS: &[&str] = &["[a-c]+", "[0-9]{4}", "a"];
/// Texts for fields of a known form, right and wrong.
pub(super) const TEXTS: &[&str] = &[
    "a",
    "ab",
    "abcd",
    "4410",
    " a ",
    "ÄRGER",
    "a@b.de",
    "+49 30 1234567",
    "https://a.example/b",
    "10.0.0.1",
    "10.0.0.0/8",
    "::1",
];

/// Whether `text` as a whole matches one of the patterns of random forms: the same everywhere, without an engine for
/// regular expressions.
pub fn matches(pattern: &str, text: &str) -> bool {
    match pattern {
        "[a-c]+" => !text.is_empty() && text.bytes().all(|b| matches!(b, b'a'..=b'c')),
        "[0-9]{4}" => text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()),
        _ => text == pattern,
    }
}

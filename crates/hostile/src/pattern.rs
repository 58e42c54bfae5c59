//! Regular expressions, put together from what they are made of.

use guichet_backend::content::pattern::compile;

/// Whole pieces, so that most of what comes of them can be read.
const PIECES: &[&str] = &[
    "a", "b", "Z", "0", "ä", "ſ", "\u{2028}", "😀", " ", "-", "_", "/", "&", "&&", "~~", "--", "=", "!", "<",
    ":", ",", "#", "\"", "\\", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "\\b", "\\B", "\\A", "\\z", "\\1",
    "\\p{L}", "\\P{Lu}", "\\p{", "\\u{61}", "\\x41", "\\-", "\\.", "\\/", "\\]", "\\0", "\\n", "\\cA",
    "\\k<n>", ".", "^", "$", "|", "(", "(?:", "(?=", "(?<n>", "(?i)", ")", "[", "[^", "[]", "[a-z]",
    "[^0-9]", "]", "?", "*", "+", "??", "{2}", "{2,}", "{2,5}", "{5,2}", "{999999}", "{", "}",
];

/// What each pattern that can be read is held against.
const TEXTS: &[&str] =
    &["", "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "4410", "Ärger", "a\u{2028}b", "[]{}()\\^$.|"];

/// Compiles the pattern that `data` stands for, and matches.
pub fn attack(data: &[u8]) {
    // Every fifth is whatever the bytes say.
    let pattern = match data.split_first() {
        Some((first, rest)) if first.is_multiple_of(5) => String::from_utf8_lossy(rest).into_owned(),
        _ => data
            .iter()
            .filter_map(|byte| PIECES.get(usize::from(*byte) % (PIECES.len() + 1)))
            .copied()
            .collect(),
    };
    // Long ones say no more than short ones.
    let pattern: String = pattern.chars().take(40).collect();
    if let Ok(regex) = compile(&pattern) {
        TEXTS.iter().for_each(|text| {
            regex.is_match(text);
        });
    }
}

//! Regular expressions that mean the same in the browser and here.
//!
//! The portal follows all ways through a pattern at once, and asks `RegExp` with the flag `u` what is in a class; the backend has
//! the crate `regex`. Neither backtracks. A
//! pattern may use only what both have, and where the two read the same letters differently (`\d` is ASCII in one and
//! Unicode in the other) it is translated to what ECMA-262 means.

mod translate;

use regex::Regex;
use std::collections::BTreeMap;
use translate::translate;

/// Why a pattern is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// The two dialects would disagree.
    #[error("the pattern uses {construct}, which not every regular expression knows: {remedy}")]
    NotPortable {
        /// What it uses.
        construct: String,
        /// What to write instead.
        remedy: &'static str,
    },
    /// Not a regular expression.
    #[error("the pattern cannot be read: check its brackets and quantifiers ({0})")]
    NotRegular(String),
}

/// Compiles `pattern` so that it matches a text as a whole.
pub fn compile(pattern: &str) -> Result<Regex, PatternError> {
    let translated = translate(pattern)?;
    Regex::new(&format!("^(?:{translated})$")).map_err(|error| {
        let text = error.to_string();
        // The last line says what is wrong; those before it draw where.
        PatternError::NotRegular(text.lines().last().unwrap_or_default().trim().to_owned())
    })
}

/// Patterns that were compiled when the content was loaded.
#[derive(Debug, Clone, Default)]
pub(in crate::content) struct Patterns(BTreeMap<String, Regex>);

impl Patterns {
    /// Keeps `pattern` ready.
    pub fn keep(&mut self, pattern: &str) -> Result<(), PatternError> {
        if !self.0.contains_key(pattern) {
            self.0.insert(pattern.to_owned(), compile(pattern)?);
        }
        Ok(())
    }

    /// Whether `text` as a whole matches. A pattern that is not kept belongs to an earlier version of a form; one that
    /// no longer compiles refuses nothing, for nobody could answer it.
    pub fn matches(&self, pattern: &str, text: &str) -> bool {
        match self.0.get(pattern) {
            Some(kept) => kept.is_match(text),
            None => match compile(pattern) {
                Ok(regex) => regex.is_match(text),
                Err(_) => true,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_texts_match_as_in_a_browser() {
        for (pattern, yes, no) in [
            (r"\d{4}", &["4410"][..], &["441", "44100", "٤٤١٠", "a4410", ""][..]),
            (r"[A-Z]-\d{4}", &["B-1234"], &["B1234"]),
            (r"[^@\s]+@[^@\s]+\.[^@\s]{2,}", &["a@b.de"], &["a b@c.de", "a\u{a0}b@c.de", "a@b.d"]),
            (r"a|bc", &["a", "bc"], &["abc", "ac"]),
            (r"[\w-]+", &["a-b_9"], &["ä", "a b"]),
            (r"\p{L}+", &["Müller"], &["R2D2"]),
            (r"\bx\b.?", &["x", "x ", "xé"], &["xy", "x\u{2028}"]),
            (r"[a-z][a-z0-9-]{1,3}[a-z0-9]", &["ab-9"], &["-ab9"]),
            (r"(CHG|INC)-\d{2}?", &["CHG-12"], &["CHG-1"]),
            (r"https://[^ ]+", &["https://a/b"], &["https://"]),
            (r"[0-9]{1,3}([.][0-9]{1,3}){3}(/[0-9]{1,2})?", &["10.0.0.1", "10.0.0.0/8"], &["10.0.0"]),
            (r"[&~a]", &["&", "~", "a"], &["b"]),
            (r"[a-c\-]", &["b", "-"], &["d"]),
        ] {
            let regex = compile(pattern).unwrap();
            for text in yes {
                assert!(regex.is_match(text), "{pattern} {text:?}");
            }
            for text in no {
                assert!(!regex.is_match(text), "{pattern} {text:?}");
            }
        }
    }

    #[test]
    fn what_the_dialects_read_differently_is_refused() {
        for pattern in [
            r"(?i)a",
            r"(?=a)b",
            r"(?<!a)b",
            r"(?<n>a)",
            r"(?P<n>a)",
            r"(a)\1",
            r"\A\d\z",
            r"[[:alpha:]]",
            r"[a&&b]",
            r"[a--b]",
            r"[]a]",
            r"[^]",
            r"a{,3}",
            r"a{x}",
            r"a{2, 3}",
            r"a++",
            r"a**",
            r"a{2}{3}",
            r"^*",
            r"\b+",
            r"*a",
            r"(|*)",
            r"a]",
            r"a}",
            r"a{",
            r"\pL",
            r"\p{Letter}",
            r"\p{Script=Greek}",
            r"\-",
            r"\_",
            r"\x41",
            r"[\d-z]",
            r"[a-\d]",
            r"[\b]",
            r"[\D]",
            r"\",
            r"\h",
            r"\u{41}",
        ] {
            assert!(matches!(compile(pattern), Err(PatternError::NotPortable { .. })), "{pattern}");
        }
        for pattern in [r"(a", r"a)", r"a)(b", r"[a", r"a{3,2}", r"[z-a]"] {
            assert!(
                matches!(compile(pattern), Err(PatternError::NotRegular(_))),
                "{pattern}: {:?}",
                compile(pattern)
            );
        }
    }

    #[test]
    fn an_unknown_pattern_is_compiled_when_it_is_needed() {
        let mut patterns = Patterns::default();
        assert_eq!(patterns.keep(r"\d+"), Ok(()));
        assert!(patterns.keep("[").is_err());
        assert!(patterns.matches(r"\d+", "12") && !patterns.matches(r"\d+", "x"));
        assert!(patterns.matches("a+", "aa") && !patterns.matches("a+", "b"));
        assert!(patterns.matches("[", "whatever"));
    }
}

//! From text to words.

use crate::fold::fold;
use alloc::{string::String, vec::Vec};
use core::mem::take;

/// Longer than any word that somebody types; what a file of nonsense holds is cut here.
const MAX_LETTERS: usize = 64;

/// The parts of what stands between two blanks, held together by hyphens: `["vpn", "zugang"]`. Nearly always one.
pub(crate) type Compound = Vec<String>;

/// The words of `text`, folded, in order. Scripts that put no blanks between words come out in pairs of characters.
pub(crate) fn words(text: &str) -> Vec<Compound> {
    let mut reader = Reader::default();
    for c in text.chars() {
        fold(c, &mut |c| reader.take(c));
    }
    reader.end();
    reader.compounds
}

/// A compound as one word: `e-mail` is also `email`. `None` for a plain word, and for a chain that nobody would write
/// as one.
pub(crate) fn in_one(compound: &[String]) -> Option<String> {
    (2..=4).contains(&compound.len()).then(|| compound.concat())
}

#[derive(Default)]
struct Reader {
    compounds: Vec<Compound>,
    parts: Compound,
    part: String,
    letters: usize,
    /// The last character of a script without blanks, and whether it is still unpaired.
    run: Option<(char, bool)>,
}

enum Class {
    Letter,
    /// Of a script without blanks.
    Packed,
    Hyphen,
    Gap,
}

fn class(c: char) -> Class {
    match c {
        '-' | '\u{2010}' | '\u{2011}' => Class::Hyphen,
        c if c.is_ascii_alphanumeric() => Class::Letter,
        // The dots between Japanese names, inside the range of the kana.
        '\u{30A0}' | '\u{30FB}' => Class::Gap,
        // Thai, Lao, Myanmar, Khmer; kana, Bopomofo; Han and its extensions; Hangul; half-width kana. Korean does put
        // blanks, but not between a word and its particles.
        '\u{E00}'..='\u{EFF}'
        | '\u{1000}'..='\u{109F}'
        | '\u{1780}'..='\u{17FF}'
        | '\u{3041}'..='\u{312F}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7AF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF66}'..='\u{FF9D}'
        | '\u{20000}'..='\u{3FFFF}' => Class::Packed,
        c if c.is_alphanumeric() => Class::Letter,
        _ => Class::Gap,
    }
}

impl Reader {
    fn take(&mut self, c: char) {
        match class(c) {
            Class::Letter => {
                self.end_run();
                if self.letters < MAX_LETTERS {
                    self.part.push(c);
                    self.letters += 1;
                }
            }
            Class::Packed => {
                self.end_compound();
                if let Some((before, _)) = self.run {
                    self.compounds.push(Vec::from([String::from_iter([before, c])]));
                }
                self.run = Some((c, self.run.is_none()));
            }
            Class::Hyphen if !self.part.is_empty() => self.end_part(),
            Class::Hyphen | Class::Gap => self.end(),
        }
    }

    fn end(&mut self) {
        self.end_run();
        self.end_compound();
    }

    fn end_run(&mut self) {
        if let Some((c, true)) = self.run.take() {
            self.compounds.push(Vec::from([String::from(c)]));
        }
    }

    fn end_part(&mut self) {
        if !self.part.is_empty() {
            self.parts.push(take(&mut self.part));
            self.letters = 0;
        }
    }

    fn end_compound(&mut self) {
        self.end_part();
        if !self.parts.is_empty() {
            self.compounds.push(take(&mut self.parts));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        words(text).into_iter().map(|parts| parts.join("-")).collect()
    }

    #[test]
    fn words_end_where_people_see_them_end() {
        for (text, expected) in [
            ("VPN does not connect!", &["vpn", "does", "not", "connect"][..]),
            ("E-Mail, Wi\u{2011}Fi", &["e-mail", "wi-fi"]),
            ("Druck- und Scan-Auftrag", &["druck", "und", "scan-auftrag"]),
            ("-a--b- c", &["a", "b", "c"]),
            ("user's", &["user", "s"]),
            ("14\" 4K", &["14", "4k"]),
            ("プリンタ・印刷", &["プリ", "リン", "ンタ", "印刷"]),
            ("紙", &["紙"]),
            ("PCの画面x", &["pc", "の画", "画面", "x"]),
            ("프린터를", &["프린", "린터", "터를"]),
            ("", &[]),
            (" \t—…", &[]),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_word_without_end_is_cut() {
        let lengths: Vec<usize> = words(&"ä".repeat(1000)).iter().map(|parts| parts.concat().len()).collect();
        assert_eq!(lengths, [MAX_LETTERS]);
    }

    #[test]
    fn compounds_are_one_word_too() {
        let all: Vec<_> = words("e-mail mail a-b-c-d-e").iter().map(|parts| in_one(parts)).collect();
        assert_eq!(all, [Some("email".to_owned()), None, None]);
    }
}

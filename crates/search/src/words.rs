//! From text to words.

use crate::fold::{fold, lower};
use alloc::string::String;
use core::ops::Range;

/// Longer than any word that somebody types; what a file of nonsense holds is cut here. With four bytes a letter the
/// end of a word fits into the one byte that the dictionary has for its length.
pub(crate) const MAX_LETTERS: usize = 63;

/// Longer ones are not written as one word: "e-mail" is, "describe-instances" is not.
const MAX_JOINED: usize = 24;

/// A word in a text.
pub(crate) struct Token<'a> {
    /// As it is looked up.
    pub(crate) folded: &'a str,
    /// In lower case, with its diacritics.
    pub(crate) lower: &'a str,
    /// Where it is in the text, in bytes.
    pub(crate) range: Range<usize>,
    pub(crate) shape: Shape,
}

/// What kind of word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// What stands between two blanks or hyphens, or a pair of characters where a script puts no blanks.
    Word,
    /// The two words before, which a hyphen holds together, as one: `e-mail` is also `email`.
    Joined,
}

/// Shows the words of `text` to `see`, in order.
pub(crate) fn words(text: &str, see: &mut dyn FnMut(Token<'_>)) {
    let mut reader = Reader {
        see,
        folded: String::new(),
        lower: String::new(),
        letters: 0,
        range: 0..0,
        compound: Compound::default(),
        run: None,
    };
    for (at, c) in text.char_indices() {
        let range = at..at + c.len_utf8();
        let before = reader.letters;
        let mut shown = false;
        fold(c, &mut |c| {
            shown = true;
            reader.take(c, &range);
        });
        if reader.letters > before {
            lower(c, &mut |c| reader.lower.push(c));
        } else if !shown && !reader.folded.is_empty() {
            // A mark belongs to the letter before it.
            reader.range.end = range.end;
        }
    }
    reader.end();
}

struct Reader<'s> {
    see: &'s mut dyn FnMut(Token<'_>),
    folded: String,
    lower: String,
    letters: usize,
    range: Range<usize>,
    compound: Compound,
    /// The last character of a script without blanks, where it is, and whether it is still unpaired.
    run: Option<(char, Range<usize>, bool)>,
}

/// What hyphens hold together.
#[derive(Default)]
struct Compound {
    joined: String,
    parts: usize,
    start: usize,
    /// The letters of its first and of its last part.
    first: usize,
    last: usize,
}

impl Compound {
    /// Whether somebody might write it as one word. Where both parts are long nobody does, and to index them would make
    /// the index a seventh larger.
    fn is_one_word(&self) -> bool {
        self.parts == 2 && (self.first <= 4 || self.last <= 3) && self.first + self.last <= MAX_JOINED
    }
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

impl Reader<'_> {
    fn take(&mut self, c: char, range: &Range<usize>) {
        match class(c) {
            Class::Letter => {
                self.end_run();
                if self.folded.is_empty() {
                    self.range.start = range.start;
                }
                self.range.end = range.end;
                if self.letters < MAX_LETTERS {
                    self.folded.push(c);
                    self.letters += 1;
                }
            }
            Class::Packed => {
                self.end_compound();
                let before = self.run.take();
                let alone = before.is_none();
                if let Some((before, start, _)) = before {
                    self.pair(&[before, c], start.start..range.end);
                }
                self.run = Some((c, range.clone(), alone));
            }
            Class::Hyphen if !self.folded.is_empty() => self.end_part(),
            Class::Hyphen | Class::Gap => self.end(),
        }
    }

    fn end(&mut self) {
        self.end_run();
        self.end_compound();
    }

    fn end_run(&mut self) {
        if let Some((c, range, true)) = self.run.take() {
            self.pair(&[c], range);
        }
    }

    fn pair(&mut self, characters: &[char], range: Range<usize>) {
        let text = String::from_iter(characters);
        (self.see)(Token { folded: &text, lower: &text, range, shape: Shape::Word });
    }

    fn end_part(&mut self) {
        if self.folded.is_empty() {
            return;
        }
        let Self { see, folded, lower, range, .. } = self;
        see(Token { folded, lower, range: range.clone(), shape: Shape::Word });
        let compound = &mut self.compound;
        if compound.parts == 0 {
            compound.start = self.range.start;
            compound.first = self.letters;
        }
        compound.last = self.letters;
        compound.parts += 1;
        if compound.parts <= 2 {
            compound.joined.push_str(&self.folded);
        }
        self.folded.clear();
        self.lower.clear();
        self.letters = 0;
    }

    fn end_compound(&mut self) {
        self.end_part();
        if self.compound.is_one_word() {
            let joined = self.compound.joined.as_str();
            let range = self.compound.start..self.range.end;
            (self.see)(Token { folded: joined, lower: joined, range, shape: Shape::Joined });
        }
        self.compound.parts = 0;
        self.compound.joined.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        words(text, &mut |token| all.push(token.folded.to_owned()));
        all
    }

    #[test]
    fn words_end_where_people_see_them_end() {
        for (text, expected) in [
            ("VPN does not connect!", &["vpn", "does", "not", "connect"][..]),
            ("E-Mail, Wi\u{2011}Fi", &["e", "mail", "email", "wi", "fi", "wifi"]),
            ("Druck- und Scan-Auftrag", &["druck", "und", "scan", "auftrag", "scanauftrag"]),
            ("describe-instances", &["describe", "instances"]),
            ("-a--b- c", &["a", "b", "c"]),
            ("a-b-c", &["a", "b", "c"]),
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
        let lengths: Vec<usize> = read(&"ä".repeat(1000)).iter().map(String::len).collect();
        assert_eq!(lengths, [MAX_LETTERS]);
    }

    #[test]
    fn places_are_those_of_the_text() {
        for (text, expected) in [
            ("Über uns", &["Über", "uns"][..]),
            ("Cafe\u{301}, Straße", &["Cafe\u{301}", "Straße"]),
            ("die E-Mail.", &["die", "E", "Mail", "E-Mail"]),
            ("東京都", &["東京", "京都"]),
            ("x 紙 y", &["x", "紙", "y"]),
        ] {
            let mut found = Vec::new();
            words(text, &mut |token| found.push(&text[token.range]));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_stemmer_sees_diacritics() {
        let mut found = Vec::new();
        words("Geräte RÉSERVÉ", &mut |token| found.push(token.lower.to_owned()));
        assert_eq!(found, ["geräte", "réservé"]);
    }
}

//! What a language does to its words: endings that do not matter, and letters that are written in two ways.
//!
//! A stem need not be a word; it is enough that the forms of one word share it, and the word as it was written is looked
//! up as well.

use crate::fold::fold;
use alloc::{string::String, vec::Vec};
use pagefind_stem::{Algorithm, Stemmer};

/// The language that a text is in, as far as it changes the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Language {
    Danish,
    Dutch,
    English,
    French,
    German,
    Italian,
    Norwegian,
    Portuguese,
    Spanish,
    Swedish,
    Other,
}

#[cfg(test)]
pub(crate) const LANGUAGES: [Language; 11] = [
    Language::Danish,
    Language::Dutch,
    Language::English,
    Language::French,
    Language::German,
    Language::Italian,
    Language::Norwegian,
    Language::Portuguese,
    Language::Spanish,
    Language::Swedish,
    Language::Other,
];

/// One letter, folded, and how a language writes it where a keyboard does not have it.
const DIGRAPHS: [(char, char, &str); 5] =
    [('ä', 'a', "ae"), ('ö', 'o', "oe"), ('ü', 'u', "ue"), ('ø', 'o', "oe"), ('å', 'a', "aa")];

impl Language {
    /// By a BCP 47 tag; the region does not matter.
    pub(crate) fn of(tag: &str) -> Self {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        let known = [
            ("da", Self::Danish),
            ("nl", Self::Dutch),
            ("en", Self::English),
            ("fr", Self::French),
            ("de", Self::German),
            ("it", Self::Italian),
            ("nb", Self::Norwegian),
            ("nn", Self::Norwegian),
            ("no", Self::Norwegian),
            ("pt", Self::Portuguese),
            ("es", Self::Spanish),
            ("sv", Self::Swedish),
        ];
        known
            .iter()
            .find(|(tag, _)| language.eq_ignore_ascii_case(tag))
            .map_or(Self::Other, |(_, known)| *known)
    }

    /// The stem of a word in lower case, folded. `None` for what has none: what is no word of letters, or of a language
    /// that is not known.
    pub(crate) fn stem(self, lower: &str) -> Option<String> {
        let letters = lower.chars().count();
        // The stemmers are made for the letters of these languages and have not been tried with any others.
        if letters < 3 || !lower.chars().all(|c| matches!(c, 'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'ā'..='ſ'))
        {
            return None;
        }
        let stem = Stemmer::create(self.algorithm()?).stem(lower);
        let mut folded = String::with_capacity(stem.len());
        stem.chars().for_each(|c| fold(c, &mut |c| folded.push(c)));
        (!folded.is_empty()).then_some(folded)
    }

    fn algorithm(self) -> Option<Algorithm> {
        Some(match self {
            Self::Danish => Algorithm::Danish,
            Self::Dutch => Algorithm::Dutch,
            Self::English => Algorithm::English,
            Self::French => Algorithm::French,
            Self::German => Algorithm::German,
            Self::Italian => Algorithm::Italian,
            Self::Norwegian => Algorithm::Norwegian,
            Self::Portuguese => Algorithm::Portuguese,
            Self::Spanish => Algorithm::Spanish,
            Self::Swedish => Algorithm::Swedish,
            Self::Other => return None,
        })
    }

    /// Other ways to write a word: "geraet" and "Gerät", "smoerrebroed" and "smørrebrød". At most two.
    pub(crate) fn spellings(self, lower: &str, folded: &str) -> Vec<String> {
        if !matches!(self, Self::Danish | Self::German | Self::Norwegian | Self::Swedish) {
            return Vec::new();
        }
        // No German writes "aa" or "oe" for a letter of the Scandinavians.
        let digraphs = DIGRAPHS.iter().take(if self == Self::German { 3 } else { DIGRAPHS.len() });
        let mut apart = String::new();
        for c in lower.chars() {
            match digraphs.clone().find(|(letter, ..)| *letter == c) {
                Some((_, _, two)) => apart.push_str(two),
                None => fold(c, &mut |c| apart.push(c)),
            }
        }
        let mut together = String::new();
        let mut rest = folded;
        while let Some(c) = rest.chars().next() {
            match digraphs.clone().find(|(_, _, two)| rest.starts_with(two)) {
                Some((_, one, two)) => {
                    together.push(*one);
                    rest = rest.strip_prefix(two).unwrap_or_default();
                }
                None => {
                    together.push(c);
                    rest = rest.strip_prefix(c).unwrap_or_default();
                }
            }
        }
        let mut others: Vec<String> = [apart, together].into_iter().filter(|other| other != folded).collect();
        others.dedup();
        others
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (language, forms) in [
            ("en", &["laptop", "laptops"][..]),
            ("en-GB", &["print", "printing", "printed", "prints"]),
            ("en", &["policy", "policies"]),
            ("en", &["install", "installing", "installed"]),
            ("de", &["drucker", "druckern", "drucke", "druck"]),
            ("de-AT", &["bildschirm", "bildschirme", "bildschirmen"]),
            ("de", &["gerät", "geräte", "geräten", "geraet"]),
            ("fr", &["imprimante", "imprimantes"]),
            ("es", &["impresora", "impresoras"]),
            ("it", &["stampante", "stampanti"]),
            ("nl", &["computer", "computers"]),
            ("pt-BR", &["impressora", "impressoras"]),
            ("sv", &["skrivare", "skrivaren"]),
            ("da", &["skærm", "skærmen", "skærme"]),
            ("nb", &["skjerm", "skjermen", "skjermer"]),
        ] {
            let stems: Vec<_> = forms.iter().map(|form| Language::of(language).stem(form)).collect();
            assert!(stems.iter().all(|s| s.is_some() && *s == stems[0]), "{forms:?}: {stems:?}");
        }
    }

    #[test]
    fn what_is_no_word_of_letters_has_no_stem() {
        for (language, word) in
            [("de", "ip"), ("en", "wpa3"), ("en", "東京"), ("en", "сети"), ("xx", "words"), ("", "words")]
        {
            assert_eq!(Language::of(language).stem(word), None, "{word}");
        }
    }

    #[test]
    fn two_ways_of_writing_lead_to_each_other() {
        for (language, lower, folded, expected) in [
            ("de", "gerät", "gerat", &["geraet"][..]),
            ("de", "geraet", "geraet", &["gerat"]),
            ("de", "vpn", "vpn", &[]),
            ("de", "staat", "staat", &[]),
            ("nb", "brød", "brod", &["broed"]),
            ("da", "aalborg", "aalborg", &["alborg"]),
            ("en", "value", "value", &[]),
        ] {
            assert_eq!(Language::of(language).spellings(lower, folded), expected, "{lower}");
        }
    }
}

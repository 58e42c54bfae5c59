//! What a language does to its words: endings that do not matter, and words that say nothing.
//!
//! Light on purpose. A stem need not be a word; it is enough that the forms of one word share it, and the word as it
//! was written is looked up as well.

/// The language that a text is in, as far as it changes the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    German,
    Other,
}

/// Fewer letters than this are no stem: "Maus" is not the genitive of "Mau".
const SHORTEST: usize = 4;

/// In the order in which they are tried, longest first.
const GERMAN: &[&str] = &["ern", "en", "er", "em", "es", "e", "n", "s"];
const ENGLISH: &[(&str, &str)] = &[
    ("sses", "ss"),
    ("ies", "y"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("ing", ""),
    ("ed", ""),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("s", ""),
];

/// Folded. Only words that cannot be what somebody looks for.
const GERMAN_NOISE: &[&str] = &[
    "ich", "mein", "meine", "meinen", "meinem", "meiner", "der", "die", "das", "den", "dem", "des", "ein",
    "eine", "einen", "einem", "einer", "und", "oder", "mit", "von", "vom", "zu", "zum", "zur", "fur", "im",
    "in", "am", "auf", "an", "bei", "ist", "wie", "was", "wo", "kann", "man", "es", "mir", "mich", "bitte",
];
const ENGLISH_NOISE: &[&str] = &[
    "i", "my", "me", "the", "a", "an", "and", "or", "of", "to", "for", "in", "on", "at", "with", "from",
    "is", "are", "it", "how", "do", "does", "what", "where", "can", "please", "need", "want", "s", "t",
];

impl Language {
    /// By a BCP 47 tag; the region does not matter.
    pub(crate) fn of(tag: &str) -> Self {
        match tag.split(['-', '_']).next() {
            Some(language) if language.eq_ignore_ascii_case("en") => Self::English,
            Some(language) if language.eq_ignore_ascii_case("de") => Self::German,
            _ => Self::Other,
        }
    }

    /// Whether `word` says nothing about what is looked for.
    pub(crate) fn is_noise(self, word: &str) -> bool {
        match self {
            Self::English => ENGLISH_NOISE.contains(&word),
            Self::German => GERMAN_NOISE.contains(&word),
            Self::Other => false,
        }
    }

    /// `word` without its ending, and what to put in its place; nothing where it has none.
    pub(crate) fn stem(self, word: &str) -> Option<(&str, &'static str)> {
        // An ending is ASCII, so what is before it ends between two characters.
        let cut = |ending: &str| word.strip_suffix(ending).filter(|stem| stem.chars().count() >= SHORTEST);
        match self {
            Self::German => GERMAN.iter().find_map(|ending| cut(ending)).map(|stem| (stem, "")),
            Self::English => {
                let (stem, ending, instead) =
                    ENGLISH.iter().find_map(|(ending, instead)| Some((cut(ending)?, *ending, *instead)))?;
                // Such an ending is in the list to keep the shorter ones away from it.
                (ending != instead).then(|| (single(stem, instead), instead))
            }
            Self::Other => None,
        }
    }
}

/// "runn" of "running" is "run"; "install" keeps its two.
fn single<'a>(stem: &'a str, instead: &str) -> &'a str {
    let mut back = stem.chars().rev();
    match (back.next(), back.next()) {
        (Some(a @ ('b' | 'd' | 'g' | 'm' | 'n' | 'p' | 'r' | 't')), Some(b))
            if a == b && instead.is_empty() =>
        {
            stem.strip_suffix(a).unwrap_or(stem)
        }
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stem(language: &str, word: &str) -> String {
        Language::of(language)
            .stem(word)
            .map_or(word.to_owned(), |(stem, instead)| format!("{stem}{instead}"))
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (language, forms) in [
            ("en", &["laptop", "laptops"][..]),
            ("en-GB", &["print", "printing", "printed", "prints"]),
            ("en", &["policy", "policies"]),
            ("en", &["install", "installing", "installed"]),
            ("de", &["drucker", "druckern", "drucke", "druck"]),
            ("de-AT", &["passwort", "passworter", "passworts"]),
            ("de", &["bildschirm", "bildschirme", "bildschirmen"]),
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(language, form)).collect();
            assert!(stems.iter().all(|s| *s == stems[0]), "{forms:?}: {stems:?}");
        }
    }

    #[test]
    fn what_only_looks_like_an_ending_stays() {
        for (language, word) in
            [("de", "maus"), ("de", "vpn"), ("en", "bus"), ("en", "access"), ("en", "red"), ("fr", "ecrans")]
        {
            assert_eq!(stem(language, word), word);
        }
    }

    #[test]
    fn noise_is_written_as_it_is_looked_up() {
        for word in GERMAN_NOISE.iter().chain(ENGLISH_NOISE) {
            let mut folded = String::new();
            word.chars().for_each(|c| crate::fold::fold(c, &mut |c| folded.push(c)));
            assert_eq!(folded, *word);
        }
    }
}

//! Words that say nothing about what is looked for.
//!
//! Folded. Only words that cannot be what somebody looks for: "it" is the department, but nobody types it to find that.

use crate::stem::Language;

/// Whether `word` says nothing in `language`.
pub(crate) fn is_noise(language: Language, word: &str) -> bool {
    // Longer than the longest of them.
    word.len() <= 8 && list(language).contains(&word)
}

fn list(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &[
            "i", "my", "me", "the", "a", "an", "and", "or", "of", "to", "for", "in", "on", "at", "with",
            "from", "is", "are", "it", "how", "do", "does", "what", "where", "can", "please", "need", "want",
            "s", "t", "this", "that", "you", "your", "be", "as", "by", "if", "will", "has", "have", "its",
            "into", "than", "then", "was", "which",
        ],
        Language::German => &[
            "ich", "mein", "meine", "meinen", "meinem", "meiner", "der", "die", "das", "den", "dem", "des",
            "ein", "eine", "einen", "einem", "einer", "und", "oder", "mit", "von", "vom", "zu", "zum", "zur",
            "fur", "im", "in", "am", "auf", "an", "bei", "ist", "wie", "was", "wo", "kann", "man", "es",
            "mir", "mich", "bitte", "sie", "sind", "wird", "werden", "aus", "als", "dass", "sich", "wenn",
            "nach", "ihre", "ihren", "ihr",
        ],
        Language::French => &[
            "je", "mon", "ma", "mes", "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "et",
            "ou", "a", "au", "aux", "en", "dans", "sur", "pour", "par", "avec", "est", "sont", "il", "elle",
            "qui", "que", "quoi", "comment", "ce", "cette", "ces", "se", "s", "n", "ne", "pas", "vous",
            "votre", "vos",
        ],
        Language::Spanish => &[
            "yo", "mi", "mis", "el", "la", "los", "las", "un", "una", "de", "del", "y", "o", "a", "al", "en",
            "con", "por", "para", "es", "son", "que", "como", "donde", "se", "su", "sus", "lo", "este",
            "esta", "no", "me",
        ],
        Language::Italian => &[
            "io", "mio", "mia", "il", "lo", "la", "i", "gli", "le", "l", "un", "uno", "una", "di", "del",
            "della", "dei", "delle", "e", "o", "a", "al", "alla", "in", "nel", "nella", "con", "per", "da",
            "su", "che", "come", "dove", "si", "non", "mi", "sono",
        ],
        Language::Dutch => &[
            "ik", "mijn", "de", "het", "een", "en", "of", "van", "voor", "in", "op", "aan", "met", "bij",
            "uit", "is", "zijn", "hoe", "wat", "waar", "kan", "men", "me", "mij", "te", "dat", "die", "dit",
            "deze", "u", "uw", "je", "wordt", "als", "naar", "om",
        ],
        Language::Portuguese => &[
            "eu", "meu", "minha", "o", "a", "os", "as", "um", "uma", "de", "do", "da", "dos", "das", "e",
            "ou", "em", "no", "na", "nos", "nas", "com", "por", "para", "que", "como", "onde", "se", "seu",
            "sua", "ao", "nao", "me",
        ],
        Language::Swedish => &[
            "jag", "min", "mitt", "mina", "en", "ett", "den", "det", "och", "eller", "av", "till", "for",
            "i", "pa", "med", "fran", "ar", "hur", "vad", "var", "kan", "man", "mig", "att", "som", "om",
            "du", "din", "ditt",
        ],
        Language::Danish => &[
            "jeg", "min", "mit", "mine", "en", "et", "den", "det", "og", "eller", "af", "til", "for", "i",
            "pa", "med", "fra", "er", "hvordan", "hvad", "hvor", "kan", "man", "mig", "at", "som", "om",
            "du", "din", "dit",
        ],
        Language::Norwegian => &[
            "jeg", "eg", "min", "mitt", "mine", "en", "ei", "et", "den", "det", "og", "eller", "av", "til",
            "for", "i", "pa", "med", "fra", "er", "hvordan", "hva", "hvor", "kan", "man", "meg", "a", "at",
            "som", "om", "du", "din",
        ],
        Language::Other => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stem::LANGUAGES;

    #[test]
    fn noise_is_written_as_it_is_looked_up() {
        for language in LANGUAGES {
            for word in list(language) {
                let mut folded = String::new();
                word.chars().for_each(|c| crate::fold::fold(c, &mut |c| folded.push(c)));
                assert_eq!(folded, *word);
                assert!(is_noise(language, word), "{word} is too long");
            }
        }
    }

    #[test]
    fn what_people_look_for_is_none() {
        for (language, word) in [
            (Language::English, "vpn"),
            (Language::German, "drucker"),
            (Language::English, "die"),
            (Language::Other, "the"),
        ] {
            assert!(!is_noise(language, word), "{word}");
        }
    }
}

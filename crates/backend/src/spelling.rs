//! Finding somebody or something by the beginnings of words, however they are spelled.

use guichet_search::folded;

/// Letters that have a spelling of their own where a keyboard lacks them: Müller is also Mueller, Åse also Aase.
const SPELLED_OUT: [(char, &str); 5] = [('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('ø', "oe"), ('å', "aa")];

/// What a text is found by: its words without marks, and once more spelled out where that differs.
pub fn spellings(text: &str) -> String {
    let plain = folded(text);
    let lower = text.to_lowercase();
    if !lower.contains(|c| SPELLED_OUT.iter().any(|(letter, _)| *letter == c)) {
        return plain;
    }
    let spelled = SPELLED_OUT.iter().fold(lower, |text, (letter, out)| text.replace(*letter, out));
    format!("{plain} {}", folded(&spelled))
}

/// The words of a query, spelled as [`spellings`] does.
pub fn words(query: Option<&str>) -> Vec<String> {
    query.unwrap_or_default().split_whitespace().map(folded).collect()
}

/// Whether each of `words` begins a word of `text`, which comes from [`spellings`].
pub fn fits(text: &str, words: &[String]) -> bool {
    let begins = |word: &String| {
        // Most texts lack the word altogether, and that is quickly seen.
        text.contains(word.as_str())
            && (text.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word.as_str()))
                || text.split_whitespace().any(|part| part.starts_with(word.as_str())))
    };
    words.iter().all(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_begins_a_word_in_any_spelling() {
        let device = "ThinkBook 14 NI-LT-04417, Anne-Marie lt-04417";
        let person = "Jörg Weiß-Łukasik, Sales, Ålborg";
        for (text, query, found) in [
            (device, "", true),
            (device, "think 14", true),
            (device, "book", false),
            (device, "marie", true),
            (device, "lt-044", true),
            (device, "think 15", false),
            (person, "Jörg", true),
            (person, "jorg", true),
            (person, "joerg weiss", true),
            (person, "lukas aalb", true),
            (person, "alborg", true),
            (person, "örg", false),
        ] {
            assert_eq!(fits(&spellings(text), &words(Some(query))), found, "{query} in {text}");
        }
    }
}

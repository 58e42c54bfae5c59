//! How words are spelled, for finding somebody or something by parts of them.

use guichet_search::folded;

/// Letters that have a spelling of their own where a keyboard lacks them, also as a letter with its mark behind it: Müller is
/// also Mueller, Åse also Aase.
const SPELLED_OUT: [(&str, &str); 9] = [
    ("ä", "ae"),
    ("a\u{308}", "ae"),
    ("ö", "oe"),
    ("o\u{308}", "oe"),
    ("ü", "ue"),
    ("u\u{308}", "ue"),
    ("ø", "oe"),
    ("å", "aa"),
    ("a\u{30a}", "aa"),
];

/// What a text is found by: its words without marks and with one blank between them, and once more spelled out where that
/// differs.
pub fn spellings(text: &str) -> Vec<String> {
    let mut all = vec![plain(text)];
    if !text.is_ascii() {
        let lower = text.to_lowercase();
        if SPELLED_OUT.iter().any(|(letter, _)| lower.contains(letter)) {
            let out = SPELLED_OUT.iter().fold(lower, |text, (letter, out)| text.replace(letter, out));
            all.push(plain(&out));
        }
    }
    all
}

fn plain(text: &str) -> String {
    folded(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a query, as [`spellings`] writes them. "Kaya, Aylin" is how lists have names, so commas are left out.
pub fn words(query: Option<&str>) -> Vec<String> {
    let words = query.unwrap_or_default().split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
    words.map(folded).filter(|word| !word.is_empty()).collect()
}

/// The words of a text from [`spellings`], as they stand and without what joins them: `lt-04417`, `lt`, `04417`.
pub fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().flat_map(|word| {
        let inner = word.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        std::iter::once(word).chain(inner)
    })
}

/// Whether `word` begins a word of `text`.
pub fn begins(text: &str, word: &str) -> bool {
    // Most texts lack it altogether, and that is quickly seen.
    text.contains(word) && parts(text).any(|part| part.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_begins_a_word_in_any_spelling() {
        let device = "ThinkBook 14 NI-LT-04417, Anne-Marie lt-04417";
        let person = "Jörg Weiß-Łukasik, Sales, Ålborg";
        let apart = "Ju\u{308}rgen  Mu\u{308}ller";
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
            (person, "Weiß, Jo\u{308}rg", true),
            (person, "lukas aalb", true),
            (person, "alborg", true),
            (person, "örg", false),
            (apart, "mueller", true),
            (apart, "Müller jur", true),
            (apart, "\u{308} ;", true),
        ] {
            let texts = spellings(text);
            let fits = words(Some(query)).iter().all(|word| texts.iter().any(|text| begins(text, word)));
            assert_eq!(fits, found, "{query} in {text}");
        }
        assert_eq!(spellings(apart), ["jurgen muller", "juergen mueller"]);
        assert_eq!(spellings("Ada  Lind "), ["ada lind"]);
    }

    #[test]
    fn a_word_is_there_whole_and_in_parts() {
        let all: Vec<&str> = parts("lt-04417 (14\") ada").collect();
        assert_eq!(all, ["lt-04417", "lt", "04417", "(14\")", "14", "ada", "ada"]);
    }
}

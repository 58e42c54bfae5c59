//! The words that were looked for, marked where they stand in what was found.

use leptos::prelude::*;

/// A single letter would be marked everywhere.
const LEAST: usize = 2;
/// From so many letters on a word is also marked inside a longer one: "Treiber" in "Druckertreiber".
const INSIDE: usize = 4;

/// `text` with each of `words` in a `mark`.
pub(super) fn marked(text: &str, words: &str) -> AnyView {
    let pieces = pieces(text, words)
        .into_iter()
        .map(|(piece, hit)| if hit { view! { <mark>{piece}</mark> }.into_any() } else { piece.into_any() });
    pieces.collect_view().into_any()
}

/// `text` cut where a hit begins or ends.
fn pieces(text: &str, words: &str) -> Vec<(String, bool)> {
    let split = words.split(|c: char| !c.is_alphanumeric()).map(fold);
    let words: Vec<Vec<char>> = split.filter(|word| word.len() >= LEAST).collect();
    let folded = fold(text);
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let (mut end, mut before) = (0, None::<char>);
    for (at, char) in text.chars().enumerate() {
        let begins = !before.is_some_and(char::is_alphanumeric);
        let rest = folded.get(at..).unwrap_or_default();
        let hits = words.iter().filter(|word| (begins || word.len() >= INSIDE) && rest.starts_with(word));
        end = end.max(hits.map(|word| at + word.len()).max().unwrap_or_default());
        let hit = at < end;
        match pieces.last_mut() {
            Some((piece, same)) if *same == hit => piece.push(char),
            _ => pieces.push((char.to_string(), hit)),
        }
        before = Some(char);
    }
    pieces
}

/// In lower case, a letter for a letter so that places stay what they are.
fn fold(text: &str) -> Vec<char> {
    text.chars().map(|c| c.to_lowercase().next().unwrap_or(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hits in brackets.
    fn shown(text: &str, words: &str) -> String {
        pieces(text, words).into_iter().map(|(t, hit)| if hit { format!("[{t}]") } else { t }).collect()
    }

    #[test]
    fn words_are_marked_where_they_begin_and_long_ones_inside_too() {
        assert_eq!(shown("VPN does not connect", "vpn conn"), "[VPN] does not [conn]ect");
        assert_eq!(shown("Druckertreiber für Über", "treiber üb"), "Drucker[treiber] für [Üb]er");
        assert_eq!(shown("a laptop, a lap", "a lap"), "a [lap]top, a [lap]");
        assert_eq!(shown("overlap", "lap"), "overlap");
        assert_eq!(shown("REQ-20418", "req-20418"), "[REQ]-[20418]");
        assert_eq!(shown("Laptop", ""), "Laptop");
        assert_eq!(shown("", "x"), "");
    }
}

//! The words that were looked for, marked where they stand in what was found.

use guichet_contract::types::Mark;
use leptos::prelude::*;

/// `text` with its `marks` in a `mark` each.
pub fn highlighted(text: &str, marks: &[Mark]) -> AnyView {
    let pieces = pieces(text, marks)
        .into_iter()
        .map(|(piece, hit)| if hit { view! { <mark>{piece}</mark> }.into_any() } else { piece.into_any() });
    pieces.collect_view().into_any()
}

/// `text` cut where a mark begins or ends. What a backend says is believed as far as it makes sense.
fn pieces(text: &str, marks: &[Mark]) -> Vec<(String, bool)> {
    let mut pieces: Vec<(String, bool)> = Vec::new();
    for (at, char) in (0_u32..).zip(text.chars()) {
        let hit = marks.iter().any(|(from, to)| (*from..*to).contains(&at));
        // Two words beside each other stay two.
        let begins = hit && marks.iter().any(|(from, _)| *from == at);
        match pieces.last_mut() {
            Some((piece, same)) if *same == hit && !begins => piece.push(char),
            _ => pieces.push((char.to_string(), hit)),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_count_characters_and_may_be_nonsense() {
        let shown = |text: &str, marks: &[Mark]| -> String {
            pieces(text, marks).into_iter().map(|(t, hit)| if hit { format!("[{t}]") } else { t }).collect()
        };
        for (text, marks, expected) in [
            ("Über den VPN", &[(0, 4), (9, 12)][..], "[Über] den [VPN]"),
            ("東京の", &[(0, 2)], "[東京]の"),
            ("abcd", &[(0, 2), (2, 4)], "[ab][cd]"),
            ("abc", &[(2, 1), (5, 9)], "abc"),
            ("abc", &[(1, 99)], "a[bc]"),
            ("", &[(0, 1)], ""),
            ("abc", &[], "abc"),
        ] {
            assert_eq!(shown(text, marks), expected);
        }
    }
}

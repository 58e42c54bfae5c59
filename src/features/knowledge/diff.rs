//! What changed between two texts: line by line, and within a line that was only altered word by word.

/// What became of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is in both.
    Same,
    /// It is gone.
    Removed,
    /// It is new.
    Added,
}

/// A line of either text, or of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its pieces, in order.
    pub pieces: Vec<(Fate, String)>,
}

impl Line {
    fn whole(fate: Fate, text: &str) -> Self {
        Self { pieces: vec![(fate, text.to_owned())] }
    }

    /// Whether nothing in it changed.
    pub fn is_same(&self) -> bool {
        self.pieces.iter().all(|(fate, _)| *fate == Fate::Same)
    }
}

/// More comparisons than this take longer than a person wants to wait; then all of it counts as changed.
const PATIENCE: usize = 4_000_000;

/// From so many words in common on, two lines are one that was altered: as a share of the longer one.
const ALIKE: f64 = 0.4;

/// So many new lines may stand before the one that a line became.
const AHEAD: usize = 3;

/// The lines of `before` and `after` as one text. Blank lines are left out.
pub(super) fn lines(before: &str, after: &str) -> Vec<Line> {
    let split = |text: &'_ str| -> Vec<String> {
        text.lines().map(str::trim_end).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    };
    let (before, after) = (split(before), split(after));
    let (mut lines, mut removed, mut added) = (Vec::new(), Vec::new(), Vec::new());
    for (fate, line) in merge(&before, &after) {
        match fate {
            Fate::Removed => removed.push(line),
            Fate::Added => added.push(line),
            Fate::Same => {
                altered(&mut removed, &mut added, &mut lines);
                lines.push(Line::whole(Fate::Same, line));
            }
        }
    }
    altered(&mut removed, &mut added, &mut lines);
    lines
}

/// Lines that were removed and added in one place: each with the one that it became, where there is one.
fn altered<'t>(removed: &mut Vec<&'t String>, added: &mut Vec<&'t String>, lines: &mut Vec<Line>) {
    let all = std::mem::take(added);
    let mut added = all.iter();
    for before in std::mem::take(removed) {
        let mut near = added.clone().take(AHEAD).enumerate();
        match near.find_map(|(n, after)| Some((n, same_line(before, after)?))) {
            Some((n, line)) => {
                lines.extend(added.by_ref().take(n).map(|line| Line::whole(Fate::Added, line)));
                added.next();
                lines.push(line);
            }
            None => lines.push(Line::whole(Fate::Removed, before)),
        }
    }
    lines.extend(added.map(|line| Line::whole(Fate::Added, line)));
}

/// One line of two, where they have enough in common.
fn same_line(before: &str, after: &str) -> Option<Line> {
    let (before, after) = (words(before), words(after));
    let mut pieces: Vec<(Fate, String)> = Vec::new();
    let mut common = 0_usize;
    for (fate, word) in merge(&before, &after) {
        if fate == Fate::Same && !word.trim().is_empty() {
            common += 1;
        }
        match pieces.last_mut() {
            Some((last, piece)) if *last == fate => piece.push_str(word),
            _ => pieces.push((fate, word.clone())),
        }
    }
    let many = |words: &[String]| words.iter().filter(|word| !word.trim().is_empty()).count();
    let longer = many(&before).max(many(&after));
    (common as f64 >= longer as f64 * ALIKE).then_some(Line { pieces })
}

/// Words, signs and blanks, each by itself.
fn words(line: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut letters = false;
    for c in line.chars() {
        match words.last_mut() {
            Some(word) if letters && c.is_alphanumeric() => word.push(c),
            _ => words.push(c.to_string()),
        }
        letters = c.is_alphanumeric();
    }
    words
}

/// Both as one, with as much in common as there can be. What is gone stands before what is new.
fn merge<'t>(before: &'t [String], after: &'t [String]) -> Vec<(Fate, &'t String)> {
    let head = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let (start, before, after) = (before.iter().take(head), rest(before, head), rest(after, head));
    let tail = before.iter().rev().zip(after.iter().rev()).take_while(|(a, b)| a == b).count();
    let (before, end) = before.split_at(before.len() - tail);
    let (after, _) = after.split_at(after.len() - tail);
    let same = |text: &'t String| (Fate::Same, text);
    let mut merged: Vec<(Fate, &String)> = start.map(same).collect();
    middle(before, after, &mut merged);
    merged.extend(end.iter().map(same));
    merged
}

fn rest(all: &[String], from: usize) -> &[String] {
    all.get(from..).unwrap_or_default()
}

/// By a table of the longest that the rests have in common.
fn middle<'t>(before: &'t [String], after: &'t [String], merged: &mut Vec<(Fate, &'t String)>) {
    let (rows, columns) = (before.len() + 1, after.len() + 1);
    let mut longest =
        if rows.saturating_mul(columns) > PATIENCE { Vec::new() } else { vec![0_u32; rows * columns] };
    let length =
        |longest: &[u32], i: usize, j: usize| longest.get(i * columns + j).copied().unwrap_or_default();
    if !longest.is_empty() {
        for (i, a) in before.iter().enumerate().rev() {
            for (j, b) in after.iter().enumerate().rev() {
                let best = if a == b {
                    length(&longest, i + 1, j + 1) + 1
                } else {
                    length(&longest, i + 1, j).max(length(&longest, i, j + 1))
                };
                if let Some(cell) = longest.get_mut(i * columns + j) {
                    *cell = best;
                }
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    loop {
        match (before.get(i), after.get(j)) {
            (Some(a), Some(b)) if a == b && !longest.is_empty() => {
                merged.push((Fate::Same, a));
                (i, j) = (i + 1, j + 1);
            }
            (Some(a), b) if b.is_none() || length(&longest, i + 1, j) >= length(&longest, i, j + 1) => {
                merged.push((Fate::Removed, a));
                i += 1;
            }
            (_, Some(b)) => {
                merged.push((Fate::Added, b));
                j += 1;
            }
            _ => break,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Removed in brackets, added in braces, a line a line.
    fn shown(before: &str, after: &str) -> String {
        let piece = |(fate, text): (Fate, String)| match fate {
            Fate::Same => text,
            Fate::Removed => format!("[{text}]"),
            Fate::Added => format!("{{{text}}}"),
        };
        let line = |line: Line| line.pieces.into_iter().map(piece).collect::<String>();
        lines(before, after).into_iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_change_is_shown_where_it_is() {
        for (before, after, expected) in [
            ("a\n\nb", "a\nb\n", "a\nb"),
            ("", "a", "{a}"),
            ("a", "", "[a]"),
            ("one\ntwo\nthree", "one\nthree", "one\n[two]\nthree"),
            ("Open the app and wait.", "Open the new app and wait.", "Open the {new }app and wait."),
            ("Choose Berlin as gateway", "Choose Hamburg as gateway", "Choose [Berlin]{Hamburg} as gateway"),
            (
                "Quite another sentence",
                "1. Nothing in common, here",
                "[Quite another sentence]\n{1. Nothing in common, here}",
            ),
            (
                "Top\nOpen the app and wait.",
                "Top\nCheck it by: 1 January\nOpen the new app and wait.",
                "Top\n{Check it by: 1 January}\nOpen the {new }app and wait.",
            ),
            ("a\nkeep\nb", "x\nkeep\ny", "[a]\n{x}\nkeep\n[b]\n{y}"),
            ("Über die Brücke", "Über eine Brücke", "Über [die]{eine} Brücke"),
        ] {
            assert_eq!(shown(before, after), expected);
        }
        assert!(lines("same\ntext", "same\ntext").iter().all(Line::is_same));
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_off(before in "[ab \n]{0,30}", after in "[ab \n]{0,30}") {
            let all = lines(&before, &after);
            let of = |left_out: Fate| {
                let pieces = |line: &Line| {
                    let kept = line.pieces.iter().filter(|(fate, _)| *fate != left_out);
                    kept.map(|(_, text)| text.as_str()).collect::<String>()
                };
                all.iter().map(pieces).filter(|line| !line.is_empty()).collect::<Vec<_>>()
            };
            let written = |text: &str| {
                text.lines().map(str::trim_end).filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>()
            };
            prop_assert_eq!(of(Fate::Added), written(&before));
            prop_assert_eq!(of(Fate::Removed), written(&after));
        }
    }
}

//! The words that the rows of a list are found by.

use crate::spelling::parts;
use std::{collections::HashMap, ops::Range};

/// From so many bytes on a word is also looked for inside others: three Latin letters, or one Chinese. Fewer are inside nearly
/// every name.
pub(super) const INSIDE: usize = 3;

/// Three bytes that follow one another in a word.
type Gram = [u8; INSIDE];

/// Every word of every row.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    /// Each once, in order: those that begin alike stand together.
    words: Vec<String>,
    /// The rows of each.
    rows: Lists,
    /// Every gram of every word, in order.
    grams: Vec<Gram>,
    /// The words that each is in.
    within: Lists,
}

impl Words {
    /// Those of `rows`, each with its spellings.
    pub fn of<'t>(rows: impl Iterator<Item = &'t [String]>) -> Self {
        let mut found: HashMap<&'t str, Vec<u32>> = HashMap::new();
        for (row, spellings) in (0_u32..).zip(rows) {
            for word in spellings.iter().flat_map(|text| parts(text)) {
                let rows = found.entry(word).or_default();
                if rows.last() != Some(&row) {
                    rows.push(row);
                }
            }
        }
        let mut found: Vec<(&'t str, Vec<u32>)> = found.into_iter().collect();
        found.sort_unstable_by_key(|(one, _)| *one);
        let mut words = Self::default();
        let mut grams: Vec<(Gram, u32)> = Vec::new();
        for (n, (word, rows)) in (0_u32..).zip(found) {
            grams.extend(grams_of(word).map(|gram| (gram, n)));
            words.words.push(word.to_owned());
            words.rows.push(rows);
        }
        grams.sort_unstable();
        grams.dedup();
        for alike in grams.chunk_by(|(one, _), (other, _)| one == other) {
            words.grams.extend(alike.first().map(|(gram, _)| *gram));
            words.within.push(alike.iter().map(|(_, word)| *word));
        }
        words
    }

    /// The rows with a word that begins with `part`.
    pub fn beginning(&self, part: &str) -> &[u32] {
        let from = self.words.partition_point(|word| word.as_str() < part);
        let rest = self.words.get(from..).unwrap_or_default();
        self.rows.of(from..from + rest.partition_point(|word| word.starts_with(part)))
    }

    /// The rows with a word that holds `part`, which has at least [`INSIDE`] bytes.
    pub fn holding(&self, part: &str) -> impl Iterator<Item = u32> {
        // Its rarest gram leaves the fewest words to look into.
        let words = grams_of(part).map(|gram| self.with(gram)).min_by_key(|words| words.len());
        let holds = move |word: &usize| self.words.get(*word).is_some_and(|word| word.contains(part));
        let found = words.unwrap_or_default().iter().map(|word| *word as usize).filter(holds);
        found.flat_map(move |word| self.rows.of(word..word + 1).iter().copied())
    }

    /// The words with this gram.
    fn with(&self, gram: Gram) -> &[u32] {
        self.grams.binary_search(&gram).map_or(&[], |n| self.within.of(n..n + 1))
    }
}

fn grams_of(word: &str) -> impl Iterator<Item = Gram> {
    word.as_bytes().windows(INSIDE).filter_map(|gram| Gram::try_from(gram).ok())
}

/// Lists of numbers, one behind the other.
#[derive(Debug, Clone, Default)]
struct Lists {
    numbers: Vec<u32>,
    /// Where each list ends.
    ends: Vec<usize>,
}

impl Lists {
    fn push(&mut self, list: impl IntoIterator<Item = u32>) {
        self.numbers.extend(list);
        self.ends.push(self.numbers.len());
    }

    /// The numbers of some lists that stand together.
    fn of(&self, lists: Range<usize>) -> &[u32] {
        let before = |list: usize| list.checked_sub(1).and_then(|last| self.ends.get(last).copied());
        let from = before(lists.start).unwrap_or_default();
        let to = before(lists.end).unwrap_or_default();
        self.numbers.get(from..to).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_what_their_words_begin_with_and_hold() {
        let rows = [vec!["ada lind".to_owned()], vec!["lt-04417 book".to_owned(), "thinkbook".to_owned()]];
        let words = Words::of(rows.iter().map(Vec::as_slice));
        for (part, beginning, holding) in [
            ("ada", vec![0], vec![0]),
            ("lin", vec![0], vec![0]),
            ("ind", vec![], vec![0]),
            ("044", vec![1], vec![1, 1]),
            ("-04", vec![], vec![1]),
            ("book", vec![1], vec![1, 1]),
            ("booklet", vec![], vec![]),
            ("zzz", vec![], vec![]),
        ] {
            assert_eq!(words.beginning(part), beginning, "{part}");
            assert_eq!(words.holding(part).collect::<Vec<_>>(), holding, "{part}");
        }
        assert_eq!(words.beginning("l"), [0, 1, 1]);
    }
}

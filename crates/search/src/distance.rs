//! How far two words are apart, in typing errors.

use alloc::vec::Vec;
use core::mem::swap;

/// How many typing errors a word of so many letters may have: none where nearly every other word would do.
pub(crate) fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Measures words against one word. Keeps its rows, because a search measures thousands.
pub(crate) struct Ruler<'a> {
    word: &'a [char],
    most: usize,
    /// Whether the other word may go on after the part that is compared.
    open: bool,
    other: Vec<char>,
    rows: [Vec<usize>; 3],
}

impl<'a> Ruler<'a> {
    /// For `word` with up to `most` errors.
    pub(crate) fn new(word: &'a [char], most: usize, open: bool) -> Self {
        Self { word, most, open, other: Vec::new(), rows: Default::default() }
    }

    /// The errors between the word and `other`: letters too many, too few, wrong, or two neighbours swapped. `None`
    /// where there are more than allowed.
    pub(crate) fn measure(&mut self, other: &str) -> Option<usize> {
        self.other.clear();
        // What lies further on makes no prefix better, and a word that much longer is too far.
        self.other.extend(other.chars().take(self.word.len() + self.most + 1));
        if self.other.len() + self.most < self.word.len() {
            return None;
        }
        if !self.open && self.other.len() > self.word.len() + self.most {
            return None;
        }
        let errors = self.errors();
        (errors <= self.most).then_some(errors)
    }

    /// Optimal string alignment, row by row.
    fn errors(&mut self) -> usize {
        let [before, last, next] = &mut self.rows;
        before.clear();
        last.clear();
        last.extend(0..=self.other.len());
        for (i, letter) in self.word.iter().enumerate() {
            next.clear();
            next.push(i + 1);
            let mut left = i + 1;
            for (j, other) in self.other.iter().enumerate() {
                let wrong = at(last, j) + usize::from(letter != other);
                let mut best = wrong.min(left + 1).min(at(last, j + 1) + 1);
                let swapped = i > 0
                    && j > 0
                    && self.other.get(j - 1) == Some(letter)
                    && self.word.get(i - 1) == Some(other);
                if swapped {
                    best = best.min(at(before, j - 1) + 1);
                }
                next.push(best);
                left = best;
            }
            swap(before, last);
            swap(last, next);
        }
        let end = if self.open { last.iter().min() } else { last.last() };
        end.copied().unwrap_or(TOO_FAR)
    }
}

/// Far enough, and still room to add to it.
const TOO_FAR: usize = usize::MAX / 2;

fn at(row: &[usize], index: usize) -> usize {
    row.get(index).copied().unwrap_or(TOO_FAR)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(word: &str, other: &str, most: usize, open: bool) -> Option<usize> {
        let word: Vec<char> = word.chars().collect();
        Ruler::new(&word, most, open).measure(other)
    }

    #[test]
    fn typing_errors_are_counted() {
        for (word, other, most, errors) in [
            ("laptop", "laptop", 0, Some(0)),
            ("laptpo", "laptop", 1, Some(1)),
            ("lapto", "laptop", 1, Some(1)),
            ("lapptop", "laptop", 1, Some(1)),
            ("leptop", "laptop", 1, Some(1)),
            ("leptpo", "laptop", 1, None),
            ("leptpo", "laptop", 2, Some(2)),
            ("passwrot", "passwort", 2, Some(1)),
            ("a", "abcdef", 2, None),
            ("abcdef", "a", 2, None),
            ("drücker", "drucker", 1, Some(1)),
            ("", "", 0, Some(0)),
        ] {
            assert_eq!(measure(word, other, most, false), errors, "{word} {other}");
        }
    }

    #[test]
    fn an_open_end_costs_nothing() {
        assert_eq!(measure("pirnt", "printer", 1, true), Some(1));
        assert_eq!(measure("pirnt", "printer", 1, false), None);
        assert_eq!(measure("printer", "print", 1, true), None);
    }

    #[test]
    fn a_ruler_forgets_the_word_before() {
        let word: Vec<char> = "monitor".chars().collect();
        let mut ruler = Ruler::new(&word, 1, false);
        for (other, errors) in
            [("monitors", Some(1)), ("a", None), ("monitor", Some(0)), ("mointor", Some(1))]
        {
            assert_eq!(ruler.measure(other), errors, "{other}");
        }
    }
}

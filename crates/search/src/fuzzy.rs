//! Words that are a few typing errors away.
//!
//! A walk over the sorted terms computes the table of edit distances row by row, one row a letter. Terms that share
//! letters share rows; and once every number in a row is too great, so are all that follow, for every term with the same
//! beginning: these are stepped over, whole blocks at a time. Of 40,000 terms about 2,000 are looked at.

use crate::{Error, dictionary::Dictionary, words::MAX_LETTERS};
use alloc::{vec, vec::Vec};

/// How many typing errors a word of so many letters may have: none where nearly every other word would do.
pub(crate) fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Of two errors only one may be within so many letters from the beginning. People rarely get a beginning wrong twice,
/// and without this limit nearly all terms would have to be looked at.
const BEGINNING: usize = 3;

fn limit(depth: usize, most: usize) -> usize {
    if depth <= BEGINNING { most.min(1) } else { most }
}

/// Shows the terms that are up to `most` errors away from `word` to `see`, with their number and their errors: letters
/// too many, too few, wrong, or two neighbours swapped. An `open` word may be the beginning of the term.
pub(crate) fn similar(
    dictionary: &Dictionary<'_>,
    word: &[char],
    open: bool,
    mut see: impl FnMut(u32, &[char], usize),
) -> Result<(), Error> {
    let most = allowed(word.len());
    if most == 0 || word.len() > MAX_LETTERS {
        return Ok(());
    }
    let mut rows = Rows::new(word);
    let mut walk = dictionary.walk(0, Vec::with_capacity(MAX_LETTERS));
    let mut first = Vec::with_capacity(MAX_LETTERS);
    // For how many letters of the term the rows are there, and after how many of them it was too far.
    let mut done = 0;
    let mut dead: Option<usize> = None;
    loop {
        if let Some(depth) = dead.take() {
            walk.leave(depth, &mut first)?;
        }
        if !walk.advance()? {
            return Ok(());
        }
        done = done.min(walk.shared);
        while done < walk.letters.len() && dead.is_none() {
            done += 1;
            if rows.step(&walk.letters, done) > limit(done, most) {
                dead = Some(done);
            }
        }
        let errors = match dead {
            _ if open => rows.open(done),
            None => rows.closed(done),
            Some(_) => continue,
        };
        let is_word = walk.letters.first().is_some_and(|c| !c.is_control());
        if errors <= most && is_word {
            // All that goes on like this is as near.
            dead = None;
            see(walk.number(), &walk.letters, errors);
        }
    }
}

/// The table of edit distances (optimal string alignment), a row a letter of the term.
struct Rows<'w> {
    word: &'w [char],
    cells: Vec<u8>,
    /// For each row, the least errors with the whole word in it or in a row before.
    least: Vec<u8>,
}

impl<'w> Rows<'w> {
    fn new(word: &'w [char]) -> Self {
        let width = word.len() + 1;
        let mut cells = vec![0; width * (MAX_LETTERS + 1)];
        (0_u8..).zip(cells.iter_mut().take(width)).for_each(|(errors, cell)| *cell = errors);
        let mut least = vec![u8::MAX; MAX_LETTERS + 1];
        if let (Some(least), Some(errors)) = (least.first_mut(), cells.get(word.len())) {
            *least = *errors;
        }
        Self { word, cells, least }
    }

    /// Computes the row of the letter before `depth`, from those before; the least number in it.
    fn step(&mut self, letters: &[char], depth: usize) -> usize {
        usize::from(self.row(letters, depth).unwrap_or(u8::MAX))
    }

    fn row(&mut self, letters: &[char], depth: usize) -> Option<u8> {
        let width = self.word.len() + 1;
        let letter = letters.get(depth.checked_sub(1)?)?;
        let before = letters.get(depth.wrapping_sub(2));
        let (done, next) = self.cells.split_at_mut_checked(depth * width)?;
        let next = next.get_mut(..width)?;
        let last = done.get((depth - 1) * width..)?;
        let older = depth.checked_sub(2).and_then(|older| done.get(older * width..)).unwrap_or_default();
        let mut left = u8::try_from(depth).ok()?;
        let mut least = left;
        *next.first_mut()? = left;
        let cells = next.iter_mut().skip(1).zip(self.word).zip(last).zip(last.iter().skip(1));
        for (at, (((cell, wanted), diagonal), above)) in cells.enumerate() {
            let mut errors = (diagonal + u8::from(wanted != letter)).min(left + 1).min(above + 1);
            let swapped = before == Some(wanted) && self.word.get(at.wrapping_sub(1)) == Some(letter);
            if swapped && let Some(older) = older.get(at.wrapping_sub(1)) {
                errors = errors.min(older + 1);
            }
            *cell = errors;
            left = errors;
            least = least.min(errors);
        }
        let so_far = left.min(*self.least.get(depth - 1)?);
        *self.least.get_mut(depth)? = so_far;
        Some(least)
    }

    /// The errors between the word and the first `depth` letters.
    fn closed(&self, depth: usize) -> usize {
        let cell = self.cells.get(depth * (self.word.len() + 1) + self.word.len());
        cell.map_or(usize::MAX, |errors| usize::from(*errors))
    }

    /// The errors between the word and the first letters, up to `depth`, to which it is nearest.
    fn open(&self, depth: usize) -> usize {
        self.least.get(depth).map_or(usize::MAX, |errors| usize::from(*errors))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(word: &str, other: &str, open: bool) -> usize {
        let (word, other): (Vec<char>, Vec<char>) = (word.chars().collect(), other.chars().collect());
        let mut rows = Rows::new(&word);
        (1..=other.len()).for_each(|depth| {
            rows.step(&other, depth);
        });
        if open { rows.open(other.len()) } else { rows.closed(other.len()) }
    }

    #[test]
    fn typing_errors_are_counted() {
        for (word, other, errors) in [
            ("laptop", "laptop", 0),
            ("laptpo", "laptop", 1),
            ("lapto", "laptop", 1),
            ("lapptop", "laptop", 1),
            ("leptop", "laptop", 1),
            ("leptpo", "laptop", 2),
            ("passwrot", "passwort", 1),
            ("a", "abcdef", 5),
            ("abcdef", "a", 5),
            ("drücker", "drucker", 1),
            ("", "", 0),
            ("abc", "", 3),
        ] {
            assert_eq!(measure(word, other, false), errors, "{word} {other}");
        }
    }

    #[test]
    fn an_open_end_costs_nothing() {
        assert_eq!(measure("pirnt", "printer", true), 1);
        assert_eq!(measure("pirnt", "printer", false), 3);
        assert_eq!(measure("printer", "print", true), 2);
    }
}

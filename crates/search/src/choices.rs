//! The best of the terms that would do, where there are many.

use crate::{
    Error,
    dictionary::{Dictionary, Entry},
    fuzzy,
    query::Term,
};
use alloc::{string::String, vec::Vec};
use core::cmp::Reverse;

/// How many words with typing errors are looked at.
pub(crate) const TYPOS: usize = 24;

/// A word that would do, and its letters, or how many they are.
pub(crate) struct Choice<L> {
    pub(crate) entry: Entry,
    pub(crate) letters: L,
}

/// The `most` best of what was found. A word in a title is worth as much as one that eight times as many documents have.
pub(crate) fn best<L>(mut found: Vec<Choice<L>>, most: usize) -> Vec<Choice<L>> {
    let order = |choice: &Choice<L>| {
        let title = if choice.entry.in_title { 8 } else { 1 };
        (Reverse(choice.entry.documents.saturating_mul(title)), choice.entry.number)
    };
    if found.len() > most {
        found.select_nth_unstable_by_key(most, order);
        found.truncate(most);
    }
    found.sort_unstable_by_key(order);
    found
}

/// A word with typing errors.
pub(crate) struct Typo {
    /// Its errors, twice, and one more where the first letter is another.
    pub(crate) distance: usize,
    pub(crate) entry: Entry,
    pub(crate) word: String,
}

/// The terms that may have been meant, the likeliest first.
pub(crate) fn typos(dictionary: &Dictionary<'_>, term: &Term) -> Result<Vec<Typo>, Error> {
    let mut near: Vec<(usize, u32)> = Vec::new();
    fuzzy::similar(dictionary, &term.letters, term.open, |number, word, errors| {
        near.push((2 * errors + usize::from(word.first() != term.letters.first()), number));
    })?;
    // More than are wanted, because how many documents have them is not known yet.
    near.sort_unstable();
    near.truncate(4 * TYPOS);
    let mut found = Vec::new();
    for (distance, number) in near {
        dictionary.each(number..number.saturating_add(1), |word, entry| {
            found.push(Typo { distance, entry: *entry, word: word.iter().collect() });
        })?;
    }
    found.sort_unstable_by_key(|typo| (typo.distance, Reverse(typo.entry.documents), typo.entry.number));
    found.truncate(TYPOS);
    Ok(found)
}

//! Words inside longer words: "Treiber" in "Druckertreiber".
//!
//! Such a word may be in any block of terms. So that not all of them have to be read, a number of 64 bits a block says
//! which pairs of letters are in it: sixteen blocks of seventeen lack a pair that the word has. The numbers are worked
//! out when they are first needed, in a millisecond, because in the file they would be one fortieth of it.

use crate::{
    Error,
    dictionary::{BLOCK, Dictionary, Entry},
    words::MAX_LETTERS,
};
use alloc::vec::Vec;

/// Shorter words are in too many others to mean anything.
pub(crate) const SHORTEST: usize = 4;

/// For each block of terms, which pairs of letters are in it.
pub(crate) fn signatures(dictionary: &Dictionary<'_>) -> Result<Vec<u64>, Error> {
    let mut all: Vec<u64> = Vec::new();
    let mut walk = dictionary.walk(0, Vec::with_capacity(MAX_LETTERS));
    while walk.advance()? {
        if walk.number().is_multiple_of(BLOCK) {
            all.push(0);
        }
        // The pairs of letters that are shared have been seen.
        let new = walk.letters.get(walk.shared.saturating_sub(1)..).unwrap_or_default();
        if let Some(signature) = all.last_mut() {
            *signature |= pairs(new);
        }
    }
    Ok(all)
}

/// Shows the terms that hold `word` and are longer to `see`.
pub(crate) fn holding(
    dictionary: &Dictionary<'_>,
    signatures: &[u64],
    word: &[char],
    mut see: impl FnMut(&Entry),
) -> Result<(), Error> {
    if word.len() < SHORTEST {
        return Ok(());
    }
    let wanted = pairs(word);
    for (block, _) in (0_u32..).zip(signatures).filter(|(_, signature)| *signature & wanted == wanted) {
        let first = block.saturating_mul(BLOCK);
        dictionary.each(first..first.saturating_add(BLOCK), |term, entry| {
            let is_word = term.first().is_some_and(|c| !c.is_control());
            if is_word && term.len() > word.len() && term.windows(word.len()).any(|part| part == word) {
                see(entry);
            }
        })?;
    }
    Ok(())
}

/// One bit of 64 for each pair of letters.
fn pairs(letters: &[char]) -> u64 {
    let bit = |pair: &[char]| {
        // Odd numbers without a pattern, so that pairs spread over the bits.
        let pair = pair.iter().fold(0_u32, |sum, c| (sum ^ u32::from(*c)).wrapping_mul(0x9E37_79B1));
        1_u64 << (pair >> 26)
    };
    letters.windows(2).map(bit).fold(0_u64, |all, bit| all | bit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_pairs_of_its_parts() {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        let whole = pairs(&letters("druckertreiber"));
        assert_eq!(whole & pairs(&letters("treiber")), pairs(&letters("treiber")));
        assert_ne!(pairs(&letters("ab")), pairs(&letters("ba")));
        assert_eq!(pairs(&letters("a")), 0);
    }
}

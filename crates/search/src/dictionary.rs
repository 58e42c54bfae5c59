//! The sorted terms, in blocks of sixteen.
//!
//! A block is found by a binary search over the first terms of blocks, which are written in full; inside it, each term
//! says how many letters it shares with the one before and which follow. So two thirds of the letters are not there, and
//! a walk over the terms sees at once what did not change.

use crate::{
    Error,
    bytes::{Bytes, u32_at, wide},
    format::Section,
    words::MAX_LETTERS,
};
use alloc::vec::Vec;
use core::{ops::Range, str::from_utf8};

/// The terms of a block. Twice as many make the index one hundredth smaller and every look-up slower.
pub(crate) const BLOCK: u32 = 16;

const DAMAGED: Error = Error::Damaged(Section::Terms);

/// The terms of an index.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dictionary<'a> {
    pub(crate) blocks: &'a [u8],
    pub(crate) terms: &'a [u8],
    /// How many there are.
    pub(crate) count: u32,
}

/// What there is to a term.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its place among the terms.
    pub(crate) number: u32,
    /// How many documents have it.
    pub(crate) documents: u32,
    /// Where the section of places says which, and in how many bytes.
    pub(crate) places: u32,
    pub(crate) length: u32,
    /// Where the section of impacts says how much it counts in them.
    pub(crate) impacts: u32,
    /// How to get from the term to its stem: the number of a rule.
    pub(crate) rule: u32,
    /// Whether it is in a title.
    pub(crate) in_title: bool,
}

/// The entries of a block.
struct Entries {
    all: [Entry; BLOCK as usize],
    many: usize,
}

impl<'a> Dictionary<'a> {
    fn block_count(&self) -> u32 {
        self.count.div_ceil(BLOCK)
    }

    /// A block, from its first byte on.
    fn block(&self, block: u32) -> Option<Bytes<'a>> {
        Bytes::starting(self.terms, u32_at(self.blocks, block)?)
    }

    /// The first term of a block.
    fn first(&self, block: u32, letters: &mut Vec<char>) -> Result<(), Error> {
        let mut read = || {
            let mut bytes = self.block(block)?;
            bytes.varint()?;
            bytes.varint()?;
            letters.clear();
            read_letters(&mut bytes, letters)
        };
        read().map(drop).ok_or(DAMAGED)
    }

    fn entries(&self, block: u32) -> Option<Entries> {
        let mut bytes = self.block(block)?;
        let (mut places, mut impacts) = (bytes.varint()?, bytes.varint()?);
        let first = block.checked_mul(BLOCK)?;
        let many = self.count.checked_sub(first)?.min(BLOCK);
        for _ in 0..many {
            bytes.byte()?;
            let length = bytes.byte()?;
            bytes.take(usize::from(length))?;
        }
        let mut all = [Entry::default(); BLOCK as usize];
        for (number, entry) in (first..).zip(all.iter_mut().take(wide(many))) {
            let documents = bytes.varint()?;
            let length = bytes.varint()?.checked_add(documents)?;
            let rule = bytes.varint()?;
            let in_title = rule & 1 == 1;
            *entry = Entry { number, documents, places, length, impacts, rule: rule >> 1, in_title };
            places = places.checked_add(length)?;
            impacts = impacts.checked_add(documents)?;
        }
        Some(Entries { all, many: wide(many) })
    }

    /// The number of the first term that is not `before`; all that are stand in front.
    fn partition(&self, before: impl Fn(&[char]) -> bool) -> Result<u32, Error> {
        let mut letters = Vec::with_capacity(MAX_LETTERS);
        let (mut low, mut high) = (0, self.block_count());
        while low < high {
            let middle = low + (high - low) / 2;
            self.first(middle, &mut letters)?;
            if before(&letters) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let Some(block) = low.checked_sub(1) else { return Ok(0) };
        let mut walk = self.walk(block * BLOCK, letters);
        let end = self.count.min(low.saturating_mul(BLOCK));
        while walk.next < end && walk.advance()? {
            if !before(&walk.letters) {
                return Ok(walk.number());
            }
        }
        Ok(end)
    }

    /// The entry of `word`, if it is a term.
    pub(crate) fn find(&self, word: &[char]) -> Result<Option<Entry>, Error> {
        let number = self.partition(|term| term < word)?;
        if number >= self.count {
            return Ok(None);
        }
        let mut found = None;
        self.each(number..number + 1, |term, entry| {
            if term == word {
                found = Some(*entry);
            }
        })?;
        Ok(found)
    }

    /// The terms that begin with `prefix`.
    pub(crate) fn beginning(&self, prefix: &[char]) -> Result<Range<u32>, Error> {
        let start = self.partition(|term| term < prefix)?;
        let end = self.partition(|term| term < prefix || term.starts_with(prefix))?;
        Ok(start..end.max(start))
    }

    /// Shows the terms of `range` to `see`, in order.
    pub(crate) fn each(&self, range: Range<u32>, mut see: impl FnMut(&[char], &Entry)) -> Result<(), Error> {
        let range = range.start..range.end.min(self.count);
        let mut block = range.start / BLOCK;
        let mut walk = self.walk(block * BLOCK, Vec::with_capacity(MAX_LETTERS));
        while walk.next < range.end {
            let entries = self.entries(block).ok_or(DAMAGED)?;
            for entry in entries.all.iter().take(entries.many) {
                if entry.number >= range.end || !walk.advance()? {
                    return Ok(());
                }
                if entry.number >= range.start {
                    see(&walk.letters, entry);
                }
            }
            block += 1;
        }
        Ok(())
    }

    /// The terms from the beginning of the block of term `from` on. `letters` is room for one.
    pub(crate) fn walk(&self, from: u32, mut letters: Vec<char>) -> Walk<'a> {
        letters.clear();
        Walk { dictionary: *self, next: from - from % BLOCK, rest: Bytes::default(), letters, shared: 0 }
    }
}

/// A walk over the terms, in order.
pub(crate) struct Walk<'a> {
    dictionary: Dictionary<'a>,
    /// The number of the term that comes next.
    pub(crate) next: u32,
    rest: Bytes<'a>,
    /// The letters of the term where the walk is.
    pub(crate) letters: Vec<char>,
    /// How many of them are also those of the term before; 0 for the first of a block.
    pub(crate) shared: usize,
}

impl Walk<'_> {
    /// The number of the term where the walk is.
    pub(crate) fn number(&self) -> u32 {
        self.next.saturating_sub(1)
    }

    /// Goes on to the next term; says whether there is one.
    pub(crate) fn advance(&mut self) -> Result<bool, Error> {
        if self.next >= self.dictionary.count {
            return Ok(false);
        }
        self.read().ok_or(DAMAGED)?;
        self.next += 1;
        Ok(true)
    }

    fn read(&mut self) -> Option<()> {
        if self.next.is_multiple_of(BLOCK) {
            self.rest = self.dictionary.block(self.next / BLOCK)?;
            self.rest.varint()?;
            self.rest.varint()?;
            self.letters.clear();
        }
        self.shared = read_letters(&mut self.rest, &mut self.letters)?;
        Some(())
    }

    /// Leaves out the terms that begin with the first `many` letters of where the walk is: those that follow in the block,
    /// and at its end all blocks that stand between two of which the first terms begin so. `first` is room for one.
    pub(crate) fn leave(&mut self, many: usize, first: &mut Vec<char>) -> Result<(), Error> {
        while !self.next.is_multiple_of(BLOCK) {
            if self.next >= self.dictionary.count {
                return Ok(());
            }
            // The letters behind them do not matter: the next term that is looked at shares none of them.
            let Some(rest) = behind(self.rest, many).ok_or(DAMAGED)? else { return Ok(()) };
            self.rest = rest;
            self.next += 1;
        }
        loop {
            let after = self.next / BLOCK + 1;
            if after >= self.dictionary.block_count() {
                return Ok(());
            }
            self.dictionary.first(after, first)?;
            if first.get(..many) != self.letters.get(..many) {
                return Ok(());
            }
            self.next += BLOCK;
        }
    }
}

/// What is behind the next term, if that shares `many` letters with the one before.
fn behind(mut bytes: Bytes<'_>, many: usize) -> Option<Option<Bytes<'_>>> {
    if usize::from(bytes.byte()?) < many {
        return Some(None);
    }
    let length = bytes.byte()?;
    bytes.take(usize::from(length))?;
    Some(Some(bytes))
}

/// Reads the next term over the one before; how many letters they share.
fn read_letters(bytes: &mut Bytes<'_>, letters: &mut Vec<char>) -> Option<usize> {
    let shared = usize::from(bytes.byte()?);
    let length = bytes.byte()?;
    let end = bytes.take(usize::from(length))?;
    if shared > letters.len() {
        return None;
    }
    letters.truncate(shared);
    if end.is_ascii() {
        letters.extend(end.iter().copied().map(char::from));
    } else {
        letters.extend(from_utf8(end).ok()?.chars());
    }
    // Whoever counts letters in a byte relies on it.
    (letters.len() <= MAX_LETTERS).then_some(shared)
}

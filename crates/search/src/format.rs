//! The frame of an index: its magic, version, checksum and sections. What the sections hold is at the top of the crate.

use crate::{
    Error,
    bytes::{Bytes, wide},
};

/// The version of the format that this crate writes and reads. There is no other: an index is made again in seconds.
pub const VERSION: u16 = 1;

const MAGIC: [u8; 4] = *b"GSIX";

/// Where the checksum is.
const SUM: core::ops::Range<usize> = 8..16;

pub(crate) const SECTIONS: usize = 11;

/// A part of an index, in the order in which they are in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// How much there is, and the rules for stems.
    Facts = 0,
    /// The kinds, categories and languages of documents.
    Facets = 1,
    /// Where the blocks of terms begin.
    Blocks = 2,
    /// The terms, sorted, in blocks.
    Terms = 3,
    /// Which documents have a term.
    Places = 4,
    /// How much a term counts in a document.
    Impacts = 5,
    /// What is looked at for each document that fits.
    Columns = 6,
    /// Where the records begin.
    Marks = 7,
    /// The texts of documents.
    Records = 8,
    /// Words that mean the same.
    Synonyms = 9,
    /// Keys of documents that are no more.
    Gone = 10,
}

/// Where each section begins and ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    sections: [(usize, usize); SECTIONS],
    /// The checksum of the file.
    pub(crate) sum: u64,
}

impl Table {
    /// Reads and checks the head of an index. Afterwards every section lies inside `bytes`.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Error> {
        let mut head = Bytes::new(bytes);
        if head.take(MAGIC.len()).is_none_or(|magic| magic != MAGIC) {
            return Err(Error::Magic);
        }
        match head.u16().ok_or(Error::Length)? {
            VERSION => {}
            other => return Err(Error::Version(other)),
        }
        if head.u16().map(usize::from) != Some(SECTIONS) {
            return Err(Error::Length);
        }
        let sum = head.u64().ok_or(Error::Length)?;
        if checksum(head.rest()) != sum {
            return Err(Error::Checksum);
        }
        let mut sections = [(0, 0); SECTIONS];
        let mut at = SUM.end + 4 * SECTIONS;
        for section in &mut sections {
            let length = head.u32().ok_or(Error::Length)?;
            let end = at.checked_add(wide(length)).ok_or(Error::Length)?;
            *section = (at, end);
            at = end;
        }
        if at == bytes.len() { Ok(Self { sections, sum }) } else { Err(Error::Length) }
    }

    /// The bytes of a section.
    pub(crate) fn section<'a>(&self, bytes: &'a [u8], section: Section) -> &'a [u8] {
        let range = self.sections.get(section as usize).map(|(start, end)| *start..*end);
        range.and_then(|range| bytes.get(range)).unwrap_or_default()
    }
}

/// Finds accidents, not attacks: the reader is safe with any bytes. Eight bytes at a time, because the whole file is
/// read at once when it is opened; one byte at a time would be a third of the time to the first answer.
fn checksum(bytes: &[u8]) -> u64 {
    // An odd number keeps every bit of what it is multiplied with; this one is 2^64 divided by the golden ratio.
    let mix = |sum: u64, word: u64| (sum.rotate_left(5) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let (words, rest) = bytes.as_chunks::<8>();
    let sum = words.iter().fold(bytes.len() as u64, |sum, word| mix(sum, u64::from_le_bytes(*word)));
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    mix(sum, u64::from_le_bytes(last))
}

/// Gives `bytes` the checksum that fits them, so that a test reaches what lies behind it.
pub(crate) fn seal(bytes: &mut [u8]) {
    let sum = bytes.get(SUM.end..).map(checksum).unwrap_or_default();
    if let Some(place) = bytes.get_mut(SUM) {
        place.copy_from_slice(&sum.to_le_bytes());
    }
}

/// The whole file, from what its sections hold. `None` where one is longer than its length can say.
#[cfg(feature = "build")]
pub(crate) fn assemble(sections: &[alloc::vec::Vec<u8>; SECTIONS]) -> Option<alloc::vec::Vec<u8>> {
    let mut out = alloc::vec::Vec::new();
    out.extend_from_slice(&MAGIC);
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&u16::try_from(SECTIONS).ok()?.to_le_bytes());
    out.extend_from_slice(&[0; 8]);
    for section in sections {
        out.extend_from_slice(&u32::try_from(section.len()).ok()?.to_le_bytes());
    }
    sections.iter().for_each(|section| out.extend_from_slice(section));
    seal(&mut out);
    Some(out)
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::*;

    fn file() -> Vec<u8> {
        let mut sections: [Vec<u8>; SECTIONS] = Default::default();
        sections[Section::Terms as usize] = b"terms".to_vec();
        sections[Section::Gone as usize] = b"gone".to_vec();
        assemble(&sections).unwrap()
    }

    #[test]
    fn sections_come_back() {
        let file = file();
        let table = Table::read(&file).unwrap();
        assert_eq!(table.section(&file, Section::Terms), b"terms");
        assert_eq!(table.section(&file, Section::Gone), b"gone");
        assert_eq!(table.section(&file, Section::Facts), b"");
    }

    #[test]
    fn every_byte_counts() {
        let file = file();
        for at in 0..file.len() {
            let mut changed = file.clone();
            changed[at] ^= 0x20;
            assert!(Table::read(&changed).is_err(), "{at}");
            assert!(Table::read(&file[..at]).is_err(), "{at}");
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        let mut newer = file();
        newer[4] = 9;
        assert_eq!(Table::read(&newer), Err(Error::Version(9)));
        assert_eq!(Table::read(b"PK"), Err(Error::Magic));
        let mut longer = file();
        longer.push(0);
        assert_eq!(Table::read(&longer), Err(Error::Checksum));
        seal(&mut longer);
        assert_eq!(Table::read(&longer), Err(Error::Length));
    }
}

//! Which documents have a term, and how much it counts in them.
//!
//! The documents of a term are sorted, so that the gaps between them are small numbers: mostly one byte. How much a term
//! counts is worked out when the index is made, where the lengths of fields are known, and kept as one byte. The two are
//! apart because each is then more like itself, which makes the file a fiftieth smaller when it is compressed.

use crate::{
    Error,
    bytes::{Bytes, wide},
    dictionary::Entry,
    format::Section,
};

/// Of an impact: that the term is in the title.
pub(crate) const IN_TITLE: u8 = 0x80;

/// The postings of an index.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Postings<'a> {
    pub(crate) places: &'a [u8],
    pub(crate) impacts: &'a [u8],
    /// How many documents there are.
    pub(crate) documents: u32,
}

impl Postings<'_> {
    /// Shows each document of a term to `see`, in order, with its impact.
    pub(crate) fn each(&self, entry: &Entry, see: impl FnMut(u32, u8)) -> Result<(), Error> {
        self.read(entry, see).ok_or(Error::Damaged(Section::Places))
    }

    #[inline]
    fn read(&self, entry: &Entry, mut see: impl FnMut(u32, u8)) -> Option<()> {
        let places = self.places.get(wide(entry.places)..)?.get(..wide(entry.length))?;
        let impacts = self.impacts.get(wide(entry.impacts)..)?.get(..wide(entry.documents))?;
        let mut places = Bytes::new(places);
        let mut next = 0_u32;
        for impact in impacts {
            let document = next.checked_add(places.varint()?)?;
            if document >= self.documents {
                return None;
            }
            see(document, *impact);
            next = document + 1;
        }
        Some(())
    }
}

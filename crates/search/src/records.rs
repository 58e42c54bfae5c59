//! What is shown of a document that was found.

use crate::{
    Error,
    bytes::{Bytes, u32_at, wide},
    format::Section,
};
use core::cmp::Ordering;

/// A mark for so many records: to reach one, up to fifteen others are stepped over.
pub(crate) const MARKED: u32 = 16;

const DAMAGED: Error = Error::Damaged(Section::Records);

/// The records of an index, sorted by key.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Records<'a> {
    pub(crate) marks: &'a [u8],
    pub(crate) records: &'a [u8],
    pub(crate) count: u32,
}

/// The texts of a document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Record<'a> {
    pub(crate) key: &'a str,
    pub(crate) title: &'a str,
    pub(crate) summary: &'a str,
    headings: Bytes<'a>,
    many: u32,
}

/// A heading inside a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading<'a> {
    /// What it says.
    pub text: &'a str,
    /// The fragment of a link to it; empty where it has none.
    pub anchor: &'a str,
}

impl<'a> Records<'a> {
    /// The record of a document by its number.
    pub(crate) fn get(&self, document: u32) -> Result<Record<'a>, Error> {
        self.read(document).ok_or(DAMAGED)
    }

    fn read(&self, document: u32) -> Option<Record<'a>> {
        if document >= self.count {
            return None;
        }
        let mut bytes = Bytes::starting(self.records, u32_at(self.marks, document / MARKED)?)?;
        for _ in 0..document % MARKED {
            let length = bytes.varint()?;
            bytes.take(wide(length))?;
        }
        let length = bytes.varint()?;
        let mut bytes = Bytes::new(bytes.take(wide(length))?);
        let (key, title, summary) = (bytes.string()?, bytes.string()?, bytes.string()?);
        let many = bytes.varint()?;
        Some(Record { key, title, summary, headings: bytes, many })
    }

    /// The number of the document with this key.
    pub(crate) fn find(&self, key: &str) -> Result<Option<u32>, Error> {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = low + (high - low) / 2;
            match self.get(middle)?.key.cmp(key) {
                Ordering::Equal => return Ok(Some(middle)),
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
            }
        }
        Ok(None)
    }
}

impl<'a> Record<'a> {
    /// Its headings, in order. A damaged one ends them.
    pub(crate) fn headings(&self) -> impl Iterator<Item = Heading<'a>> + use<'a> {
        let mut bytes = self.headings;
        (0..self.many).map_while(move |_| Some(Heading { text: bytes.string()?, anchor: bytes.string()? }))
    }
}

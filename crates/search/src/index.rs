//! An index as it is read: the bytes of its file, and little besides.

use crate::{
    Error, Section,
    bytes::{Bytes, wide},
    dictionary::{BLOCK, Dictionary},
    facets::{Columns, Facet, Values},
    facts::Facts,
    format::Table,
    postings::Postings,
    records::{MARKED, Records},
    stem::Language,
};
use alloc::{sync::Arc, vec::Vec};
use core::{fmt, ops::Range};

/// An index that was made before, and is answered from as it is. Opening it reads its bytes once, for the checksum, and
/// copies nothing but some dozen short texts.
#[derive(Clone)]
pub struct Index {
    /// Perhaps with others beside it, which came along.
    bytes: Arc<Vec<u8>>,
    /// Where in them it is.
    range: Range<usize>,
    table: Table,
    pub(crate) facts: Facts,
    pub(crate) values: Values,
    /// Those of its documents, as far as they change the search.
    pub(crate) languages: Vec<Language>,
}

impl Index {
    /// Takes the bytes of an index, from wherever they come: what they say is believed nowhere.
    pub fn open(bytes: impl Into<Vec<u8>>) -> Result<Self, Error> {
        let bytes = bytes.into();
        let range = 0..bytes.len();
        Self::within(Arc::new(bytes), range)
    }

    /// The same for an index in the midst of other bytes, which are not copied.
    pub(crate) fn within(all: Arc<Vec<u8>>, range: Range<usize>) -> Result<Self, Error> {
        let bytes = all.get(range.clone()).ok_or(Error::Length)?;
        let table = Table::read(bytes)?;
        let section = |section| table.section(bytes, section);
        let facts = Facts::read(section(Section::Facts)).ok_or(Error::Damaged(Section::Facts))?;
        let values = Values::read(section(Section::Facets)).ok_or(Error::Damaged(Section::Facets))?;
        let is_column = |column, rows: u32| section(column).len() == wide(rows) * 4;
        if !is_column(Section::Blocks, facts.terms.div_ceil(BLOCK)) {
            return Err(Error::Damaged(Section::Blocks));
        }
        // A term has five bytes at least, and so has a record. Without this, what it takes to read an index would not be
        // bounded by how long it is.
        let holds = |column, rows: u32| section(column).len() / 5 >= wide(rows);
        if !holds(Section::Terms, facts.terms) {
            return Err(Error::Damaged(Section::Terms));
        }
        if !holds(Section::Records, facts.documents) {
            return Err(Error::Damaged(Section::Records));
        }
        if !is_column(Section::Marks, facts.documents.div_ceil(MARKED)) {
            return Err(Error::Damaged(Section::Marks));
        }
        if Columns::new(section(Section::Columns), facts.documents, &values).is_none() {
            return Err(Error::Damaged(Section::Columns));
        }
        let mut languages: Vec<Language> =
            values.of(Facet::Language).iter().map(|tag| Language::of(tag)).collect();
        languages.sort_unstable();
        languages.dedup();
        Ok(Self { bytes: all, range, table, facts, values, languages })
    }

    /// Its file.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(self.range.clone()).unwrap_or_default()
    }

    /// Its checksum: two indexes with the same are the same.
    pub fn id(&self) -> u64 {
        self.table.sum
    }

    /// How many documents it holds.
    pub fn len(&self) -> usize {
        wide(self.facts.documents)
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.facts.documents == 0
    }

    /// Every key that it holds, in order.
    pub fn keys(&self) -> impl Iterator<Item = Result<&str, Error>> {
        (0..self.facts.documents).map(move |document| self.records().get(document).map(|record| record.key))
    }

    /// The keys of the documents that are no more in the index that this one goes with.
    pub(crate) fn gone(&self) -> Result<Vec<&str>, Error> {
        let read = || {
            let mut bytes = Bytes::new(self.section(Section::Gone));
            let mut gone = Vec::new();
            for _ in 0..bytes.varint()? {
                gone.push(bytes.string()?);
            }
            Some(gone)
        };
        read().ok_or(Error::Damaged(Section::Gone))
    }

    /// Words or phrases of which there are others that mean the same, and the number of their group.
    pub(crate) fn synonyms(&self) -> impl Iterator<Item = (&str, u32)> {
        let mut bytes = Bytes::new(self.section(Section::Synonyms));
        let many = bytes.varint().unwrap_or_default();
        (0..many).map_while(move |_| Some((bytes.string()?, bytes.varint()?)))
    }

    pub(crate) fn dictionary(&self) -> Dictionary<'_> {
        Dictionary {
            blocks: self.section(Section::Blocks),
            terms: self.section(Section::Terms),
            count: self.facts.terms,
        }
    }

    pub(crate) fn postings(&self) -> Postings<'_> {
        Postings {
            places: self.section(Section::Places),
            impacts: self.section(Section::Impacts),
            documents: self.facts.documents,
        }
    }

    pub(crate) fn records(&self) -> Records<'_> {
        Records {
            marks: self.section(Section::Marks),
            records: self.section(Section::Records),
            count: self.facts.documents,
        }
    }

    pub(crate) fn columns(&self) -> Result<Columns<'_>, Error> {
        Columns::new(self.section(Section::Columns), self.facts.documents, &self.values)
            .ok_or(Error::Damaged(Section::Columns))
    }

    fn section(&self, section: Section) -> &[u8] {
        self.table.section(self.bytes(), section)
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index")
            .field("facts", &self.facts)
            .field("bytes", &self.range.len())
            .finish_non_exhaustive()
    }
}

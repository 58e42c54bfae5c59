//! What documents are narrowed by, and the columns that are looked at for each one that fits.

use crate::{
    Error,
    bytes::{Bytes, wide},
    format::Section,
};
use alloc::{string::String, vec::Vec};

/// How many facets there are.
pub(crate) const FACETS: usize = 3;

/// Of what a document has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Facet {
    Kind = 0,
    Category = 1,
    Language = 2,
}

/// Which documents may be found. An empty list leaves all of them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filters<'q> {
    /// Of one of these kinds.
    pub kinds: &'q [&'q str],
    /// In one of these categories.
    pub categories: &'q [&'q str],
    /// In one of these languages (BCP 47); `de` is also `de-AT`.
    pub languages: &'q [&'q str],
    /// With one of these tags.
    pub tags: &'q [&'q str],
}

/// The values that facets have in an index. There are few, so they are read when it is opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Values([Vec<String>; FACETS]);

impl Values {
    pub(crate) fn read(section: &[u8]) -> Option<Self> {
        let mut bytes = Bytes::new(section);
        let mut all = Self::default();
        for values in &mut all.0 {
            for _ in 0..bytes.varint()? {
                values.push(String::from(bytes.string()?));
            }
        }
        bytes.rest().is_empty().then_some(all)
    }

    /// The values of a facet, in the order of their numbers.
    pub(crate) fn of(&self, facet: Facet) -> &[String] {
        self.0.get(facet as usize).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many bytes a document has in the column of each facet.
    fn widths(&self) -> [usize; FACETS] {
        self.0.each_ref().map(|values| if values.len() <= 256 { 1 } else { 2 })
    }

    /// For each value of each facet, whether `filters` let it through.
    pub(crate) fn allowed(&self, filters: &Filters<'_>) -> [Option<Vec<bool>>; FACETS] {
        let allowed = |facet: Facet, wanted: &[&str]| {
            let is_wanted = |value: &String| wanted.iter().any(|wanted| fits(facet, value, wanted));
            (!wanted.is_empty()).then(|| self.of(facet).iter().map(is_wanted).collect())
        };
        [
            allowed(Facet::Kind, filters.kinds),
            allowed(Facet::Category, filters.categories),
            allowed(Facet::Language, filters.languages),
        ]
    }
}

fn fits(facet: Facet, value: &str, wanted: &str) -> bool {
    value == wanted || (facet == Facet::Language && value.split('-').next() == Some(wanted))
}

/// The columns of an index: for each document the length of its title, and the numbers of its values.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Columns<'a> {
    titles: &'a [u8],
    facets: [(&'a [u8], usize); FACETS],
}

impl<'a> Columns<'a> {
    /// `None` where `section` is not as long as `documents` rows are.
    pub(crate) fn new(section: &'a [u8], documents: u32, values: &Values) -> Option<Self> {
        let mut bytes = Bytes::new(section);
        let titles = bytes.take(wide(documents))?;
        let mut facets = [(titles, 1); FACETS];
        for (facet, width) in facets.iter_mut().zip(values.widths()) {
            *facet = (bytes.take(wide(documents).checked_mul(width)?)?, width);
        }
        bytes.rest().is_empty().then_some(Self { titles, facets })
    }

    /// How many words the title of a document has that say something.
    pub(crate) fn title_length(&self, document: u32) -> Result<u32, Error> {
        let length = self.titles.get(wide(document)).ok_or(Error::Damaged(Section::Columns))?;
        Ok(u32::from(*length))
    }

    /// The number of the value that a document has.
    pub(crate) fn value(&self, facet: Facet, document: u32) -> Result<usize, Error> {
        let read = || {
            let (column, width) = self.facets.get(facet as usize)?;
            let mut bytes = Bytes::new(column.get(wide(document).checked_mul(*width)?..)?);
            if *width == 1 { bytes.byte().map(usize::from) } else { bytes.u16().map(usize::from) }
        };
        read().ok_or(Error::Damaged(Section::Columns))
    }
}

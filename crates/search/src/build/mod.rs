//! Making an index.

mod changes;
mod collect;
mod document;
pub(crate) mod impact;
mod write;

use crate::{Error, FIELDS, Index};
use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};

pub use changes::{Changes, changes, fingerprints};
pub use document::{Document, OwnHeading};

/// Collects what an index is made of.
#[derive(Debug, Clone, Default)]
pub struct Builder {
    language: String,
    documents: BTreeMap<String, Document>,
    gone: BTreeSet<String>,
    synonyms: Vec<Vec<String>>,
    averages: Option<[u32; FIELDS]>,
    titles_only: bool,
}

/// Why there is no index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// A section would be longer than 4 GiB, or there would be more than 2^32 documents or terms.
    #[error("there is more than an index can hold")]
    TooMuch,
    /// What was made cannot be read.
    #[error("the index that was made cannot be read")]
    Unreadable(#[from] Error),
}

impl Builder {
    /// For documents whose words are in `language` (BCP 47) where they do not say otherwise.
    pub fn new(language: &str) -> Self {
        Self { language: String::from(language), ..Self::default() }
    }

    /// With more documents. Of two with the same key the later one counts.
    #[must_use]
    pub fn documents(mut self, documents: impl IntoIterator<Item = Document>) -> Self {
        self.documents.extend(documents.into_iter().map(|document| (document.key.clone(), document)));
        self
    }

    /// With words or phrases, of up to four words, that mean the same. A group is one list.
    #[must_use]
    pub fn synonyms(mut self, groups: impl IntoIterator<Item = Vec<String>>) -> Self {
        self.synonyms.extend(groups);
        self
    }

    /// With documents that are no more in the index that this one will be [pushed](crate::Segments::push) upon.
    #[must_use]
    pub fn gone(mut self, keys: impl IntoIterator<Item = String>) -> Self {
        self.gone.extend(keys);
        self
    }

    /// To be pushed upon `base`: what is long or short for a field is what it is there, so that documents of both can be
    /// compared.
    #[must_use]
    pub fn beside(mut self, base: &Index) -> Self {
        self.averages = Some(base.facts.averages);
        self
    }

    /// Searches in summaries and headings, but keeps neither to be shown or led to: for large collections, where they are
    /// half of the index.
    #[must_use]
    pub fn titles_only(mut self) -> Self {
        self.titles_only = true;
        self
    }

    /// Makes the index.
    pub fn build(mut self) -> Result<Index, BuildError> {
        for document in self.documents.values_mut().filter(|document| document.language.is_empty()) {
            document.language.clone_from(&self.language);
        }
        let documents: Vec<Document> = self.documents.into_values().collect();
        let phrases = collect::phrases(&documents, &self.synonyms);
        let collected = collect::collect(&documents, &phrases);
        let frame = write::Frame {
            documents: &documents,
            phrases: &phrases,
            gone: &self.gone,
            averages: self.averages.unwrap_or_else(|| impact::averages(&collected.lengths)),
            titles_only: self.titles_only,
        };
        let bytes = write::write(&frame, collected).ok_or(BuildError::TooMuch)?;
        Ok(Index::open(bytes)?)
    }
}

impl Index {
    /// Indexes `documents`, whose words are in `language` (BCP 47) where they do not say otherwise.
    pub fn build(documents: impl IntoIterator<Item = Document>, language: &str) -> Result<Self, BuildError> {
        Builder::new(language).documents(documents).build()
    }
}

//! The search of Guichet: an index in one file and its ranking, the same in the backend and the browser.
//!
//! No I/O, no clock, and whole numbers, so that the ranking is the same on every machine. The backend makes an index
//! (feature `build`, on by default); the browser reads it (`default-features = false`) and answers from its bytes as they
//! are.
//!
//! ```
//! use guichet_search::{Document, Field, Index, Query, Scratch, Segments};
//!
//! let printers = Document::new("item:printer").with(Field::Title, "Drucker einrichten");
//! let laptops = Document::new("item:laptop").with(Field::Title, "Laptop").with(Field::Keywords, "Notebook Rechner");
//! let file: Vec<u8> = Index::build([printers, laptops], "de")?.bytes().to_vec();
//!
//! let (segments, mut scratch) = (Segments::new(Index::open(file)?), Scratch::default());
//! assert_eq!(segments.search(&Query::new("notebok"), &mut scratch)?.hits[0].key, "item:laptop");
//! assert_eq!(segments.search(&Query::new("druck"), &mut scratch)?.hits[0].key, "item:printer");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is looked for
//!
//! Each word of the query is looked up as it is, in other spellings, by its stem, and, where it is the last and may be half
//! typed, as the beginning of others; then words that mean the same. Only a word that hardly anything has is also looked
//! for with typing errors and inside longer words ("Treiber" in "Druckertreiber"). Documents that have all words come
//! first, then those that have most; others only where none has all. Among them the ranking is BM25F (a word in the title
//! counts for more than one in the body), with more for those of which the query covers the title, and for words that stand
//! next to each other.
//!
//! Without a word to look for there is the list of what there is, by title ([`Segments::list`]).
//!
//! What a query can cost is bounded: sixteen words, and for each of them 32 other forms, 48 completions, 24 words with
//! typing errors, 32 longer words, and 40,000 postings besides those of the word itself (see the module `candidates`).
//!
//! # The file
//!
//! Numbers are little-endian. A *varint* has seven bits a byte, the lowest first, and at most five bytes; a *text* is its
//! length in bytes as a varint, and UTF-8.
//!
//! | bytes | what |
//! | --- | --- |
//! | 4 | `GSIX` |
//! | 2 | version of the format, [`VERSION`] |
//! | 2 | how many sections there are: 11 |
//! | 8 | checksum of all that follows |
//! | 4 × 11 | length of each section |
//! | | the sections, one after the other |
//!
//! | section | holds |
//! | --- | --- |
//! | `Facts` | varints: documents; terms; average length of each of the five fields in 256ths of a word; rules. A rule: a byte, how many letters to take off the end of a term; a text, what to put there instead: then it is its stem |
//! | `Facets` | kinds, categories, languages: of each a varint, how many, and as many texts, sorted |
//! | `Blocks` | 32 bits for each block of sixteen terms: where it begins in `Terms` |
//! | `Terms` | a block: two varints, where its postings begin in `Places` and in `Impacts`. Then its terms, sorted: a byte, how many letters are those of the one before (0 for the first); a byte, how long the rest is; the rest. Then for each three varints: how many documents have it; how many bytes more than that its postings have in `Places`; twice the number of its rule, plus one if it is in a title |
//! | `Places` | the documents of each term: varints, how many documents lie between one and the next |
//! | `Impacts` | a byte for each of them: how much the term counts there (0 to 19), and 128 if it is in the title |
//! | `Columns` | for each document a byte, how many words its title has; then for each of kind, category and language one byte a document, or two where there are more than 256: the number of its value |
//! | `Marks` | 32 bits for each sixteen documents: where their records begin in `Records` |
//! | `Records` | for each document, sorted by key: a varint, how many bytes; texts: key, title, summary; a varint, how many headings; of each two texts: what it says, and its anchor |
//! | `Synonyms` | a varint, how many; of each a text, the stems of a phrase, and a varint, the number of its group |
//! | `Gone` | a varint, how many; texts: keys of documents that are no more, see [`Segments`] |
//!
//! Terms are folded ("GERÄT" is "gerat") and at most 63 letters. Those that begin with a control character are no words:
//! U+0001 and a number is a group of synonyms, U+0002 and a text is a tag. A term has as many postings as forms of a word
//! are written; that they are forms of one word is what the rules say, so a stem costs nothing in `Places`.
//!
//! # Several files
//!
//! What one person may find is several files that are searched as one ([`Segments`]): a large one that many share, and
//! small ones on top. A *bundle* brings somebody up to date who has some of them:
//!
//! | bytes | what |
//! | --- | --- |
//! | 4 | `GSIB` |
//! | 2 | version of the format, [`VERSION`] |
//! | 2 | how many files there are: 32 at most |
//! | 12 × n | of each file, in order: its checksum (8), and its length (4), which is 0 where the reader has it |
//! | | the files whose length is not 0, one after the other |
//!
//! Nothing that a file says is believed: each read is checked, so damaged bytes lead to an [`Error`] or to wrong answers,
//! never to a panic, and what is allocated is bounded by what the file is long.

#![cfg_attr(not(any(test, feature = "build")), no_std)]
extern crate alloc;

mod best;
#[cfg(feature = "build")]
mod build;
mod bundle;
mod bytes;
mod candidates;
mod choices;
mod controls;
mod dictionary;
mod error;
mod facets;
mod facts;
mod field;
mod fold;
mod format;
mod fuzzy;
#[doc(hidden)]
pub mod hostile;
mod index;
mod inside;
mod list;
mod matcher;
mod nearby;
mod noise;
mod postings;
mod query;
mod rank;
mod records;
#[cfg(all(test, feature = "build"))]
mod reference;
mod search;
mod segments;
mod stem;
mod suggest;
mod synonyms;
mod words;

#[cfg(feature = "build")]
pub use build::{BuildError, Builder, Changes, Document, OwnHeading, changes, fingerprints};
pub use bundle::{bundle, version};
pub use error::Error;
pub use facets::Filters;
pub use field::{FIELDS, Field};
pub use fold::folded;
pub use format::{Section, VERSION};
pub use index::Index;
pub use matcher::Matcher;
pub use query::Query;
pub use records::Heading;
pub use search::{Answer, Hit, Scratch};
pub use segments::Segments;

//! What searches and reading teach those who keep the answers: when a search is over and what came of it, and which words
//! are nobody's business.
//!
//! The browser counts by these rules and tells as little as it can; the backend goes through the same ones once more, since
//! a browser may be anybody's.

mod watch;
mod words;

pub use watch::{AFTER_READING, AFTER_SEARCHING, Reading, Searched, Told, Watch};
pub use words::{MOST_CHARACTERS, counted};

use serde::{Deserialize, Serialize};
use std::fmt;

/// What came of a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SearchOutcome {
    /// Nothing was found.
    NoResult,
    /// Something was found, and nobody looked at it.
    NoClick,
    /// Something that was found was opened.
    Clicked,
    /// Soon afterwards a ticket was filed.
    Ticket,
    /// An outcome that this release does not know.
    #[serde(other)]
    Other,
}

impl SearchOutcome {
    /// As it travels.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoResult => "no_result",
            Self::NoClick => "no_click",
            Self::Clicked => "clicked",
            Self::Ticket => "ticket",
            Self::Other => "other",
        }
    }
}

impl fmt::Display for SearchOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

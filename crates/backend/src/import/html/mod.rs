//! From HTML to CommonMark as the contract has it.
//!
//! | module | is |
//! | --- | --- |
//! | `tree` | the page as it is written, without a limit to how badly |
//! | `names` | what elements and classes are |
//! | `page` | what a page says of itself, and where its own words begin |
//! | `chrome` | what stands on every page and belongs to none |
//! | `inline` | words and what stands out among them; `marks` and `escape` see to it that they are read as such |
//! | `write` | blocks; `phrase`, `list` and `table` are parts of it |

pub mod chrome;
mod escape;
mod inline;
mod list;
mod marks;
mod names;
pub mod page;
mod phrase;
mod table;
#[cfg(test)]
mod tests;
pub mod tree;
mod write;

pub use escape::destination;
pub use phrase::file_words;
pub use tree::{Tree, one_line, parse};
pub use write::{Written, write};

use super::{kind::Kind, notes::Notes};

/// What a text links to and shows, as whoever knows the folder around it sees it.
pub trait Around {
    /// Where a link leads.
    fn link(&mut self, url: &str) -> Way;
    /// What stands where a picture was.
    fn picture(&mut self, url: &str) -> Seen;
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// There, in the words of the contract.
    To(String),
    /// There, and not to the part that was meant.
    Nearby(String),
    /// Nowhere: why.
    Nowhere(String),
    /// To the top of the same text: its words are enough.
    Top,
    /// To a part of the same text that has no name.
    NoPart,
}

impl Way {
    /// Where the link to `url` on `line` leads after all; notes what does not lead where it should.
    pub fn noted(self, url: &str, line: u64, notes: &mut Notes) -> Option<String> {
        let no_part = || format!("'{url}' leads to no part that is named");
        match self {
            Self::To(to) => Some(to),
            Self::Top => None,
            Self::Nearby(to) => {
                notes.at(Kind::Anchor, line, no_part());
                Some(to)
            }
            Self::NoPart => {
                notes.at(Kind::Anchor, line, no_part());
                None
            }
            Self::Nowhere(why) => {
                notes.at(Kind::Link, line, format!("'{url}': {why}"));
                None
            }
        }
    }
}

/// What stands where a picture was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// The picture, in the words of the contract.
    Own(String),
    /// A link to it, and why.
    Linked(String, String),
    /// Its description: why.
    Lost(String),
}

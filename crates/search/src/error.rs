//! What can be wrong with bytes that should be an index.

use crate::format::Section;

/// Why bytes cannot be read as an index. Whoever gets one has a damaged or a newer file and fetches it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// They are something else.
    #[error("these bytes are no search index")]
    Magic,
    /// They are an index in another format: the number of its version.
    #[error("the search index is of version {0}, which is not known here")]
    Version(u16),
    /// They end too soon, or their sections are not as long as the table says.
    #[error("the search index is not as long as it says")]
    Length,
    /// Something was changed on the way.
    #[error("the checksum of the search index does not fit")]
    Checksum,
    /// A bundle leaves out what the reader does not have.
    #[error("a part of the search index is missing that was said to be there")]
    Missing,
    /// A section says what cannot be.
    #[error("the section {0:?} of the search index is damaged")]
    Damaged(Section),
}

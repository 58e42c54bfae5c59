//! The parts of a document.

/// How many fields a document has.
pub const FIELDS: usize = 5;

/// A part of a document. Words count most in a title and least in a body: `build/impact.rs` has what they count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// What it is called.
    Title = 0,
    /// Other words for it, which need not be shown.
    Keywords = 1,
    /// What it is, in one line.
    Summary = 2,
    /// The headings of its body.
    Headings = 3,
    /// All the rest.
    Body = 4,
}

impl Field {
    /// All of them, in order.
    pub const ALL: [Self; FIELDS] = [Self::Title, Self::Keywords, Self::Summary, Self::Headings, Self::Body];
}

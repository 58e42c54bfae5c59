//! CommonMark as elements, for articles and the texts of the catalog.
//!
//! Texts come from content, so nothing in them is trusted. [`read`](read::read) makes a tree of a text whose pieces are those
//! of [`tree`] and no others: there is none that holds HTML, and links and pictures are there only with a target that
//! [`target`] let through. `view` makes elements of the tree, one by one, and never of a string.

mod code;
mod picture;
mod read;
mod table;
mod target;
#[cfg(test)]
mod tests;
mod tree;
mod view;

pub use guichet_contract::commonmark::{Heading, headings};
pub use view::{article, markdown, sized};

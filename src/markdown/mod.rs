//! CommonMark as elements, for articles and the texts of the catalog.
//!
//! Texts come from content, so nothing in them is trusted: raw HTML is dropped, links and images go only where `target` lets
//! them, and no string ever becomes HTML.

mod elements;
mod headings;
mod target;

pub use elements::markdown;
pub use headings::{Heading, headings};

use pulldown_cmark::{Options, Parser};

fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES)
}

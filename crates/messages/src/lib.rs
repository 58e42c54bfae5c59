//! The portal's words live in `src/messages/<area>.<language>.toml`. This crate reads them, refuses a language
//! that lacks a message or a place, and makes of them
//!
//! - Rust functions, one a message, so that a misspelt key or a forgotten value does not compile ([`rust`]),
//! - two text files a language, a line a message, which the browser fetches ([`files`]): what every page needs, and the rest.
//!
//! A message may hold places, `{name}`. A message of two forms, `key = { one = "…", other = "…" }`, takes a `count` and
//! chooses by the language's plural rules.

mod read;
mod write;

pub use read::read;
pub use write::{files, rust};

use std::collections::BTreeSet;

/// One message of the reference language, with its translations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// `area.key`.
    pub key: String,
    /// Its forms: one, or singular and plural.
    pub forms: Vec<Form>,
}

/// One form of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// A text a language, in the order of [`Catalog::languages`].
    pub texts: Vec<String>,
}

/// All messages in all languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalog {
    /// The languages; the first is the reference.
    pub languages: Vec<String>,
    /// In the order of the reference file.
    pub messages: Vec<Message>,
}

/// What is wrong with the message files.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    /// A file cannot be read.
    #[error("{file} cannot be read")]
    Read {
        /// Which.
        file: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A file is no TOML.
    #[error("{file} is not valid TOML")]
    Parse {
        /// Which.
        file: String,
        /// Why.
        #[source]
        source: Box<toml::de::Error>,
    },
    /// The files do not say the same.
    #[error("{}", .0.join("\n"))]
    Mismatch(Vec<String>),
}

/// The area whose lines come first: the boot script reads them by number before any code of the portal runs.
const BOOT_AREA: &str = "boot";
/// The areas of the first file: what is around every page, and home. Whoever opens another page waits for the second file too.
const FIRST_AREAS: [&str; 6] = [BOOT_AREA, "common", "home", "search", "shell", "ticket"];

/// The area of a message's key.
fn area(key: &str) -> &str {
    key.split_once('.').map_or("", |(area, _)| area)
}

/// The names in `{…}`.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}

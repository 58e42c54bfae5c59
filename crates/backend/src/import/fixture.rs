//! What is around the pages of tests.

use super::html::{Around, Seen, Way};
use guichet_contract::commonmark;

/// A folder with one other page, in either format, and one picture.
pub struct Folder;

impl Around for Folder {
    fn link(&mut self, url: &str) -> Way {
        match url {
            "b.html" | "b.md" => Way::To("article:b".to_owned()),
            "b.html#gone" | "b.md#gone" => Way::Nearby("article:b".to_owned()),
            "#none" => Way::NoPart,
            _ if commonmark::link(url).is_some() => Way::To(url.to_owned()),
            _ => Way::Nowhere("there is no such page".to_owned()),
        }
    }

    fn picture(&mut self, url: &str) -> Seen {
        match url {
            "a.png" => Seen::Own("picture:a-1.png".to_owned()),
            _ if url.starts_with("https:") => Seen::Linked(url.to_owned(), "it is elsewhere".to_owned()),
            _ => Seen::Lost("there is no such file".to_owned()),
        }
    }
}

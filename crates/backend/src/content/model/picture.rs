//! Pictures, and who may see them.

use super::Company;
use crate::dimensions::Dimensions;
use bytes::Bytes;
use guichet_rules::{
    ids::{ArticleId, GuideId, ItemId},
    person::{Person, Right},
};
use std::collections::BTreeSet;

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its media type, going by its content.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: Bytes,
    /// How large it is, where it says so.
    pub dimensions: Option<Dimensions>,
    /// What shows it, in any language.
    pub shown_by: BTreeSet<Showing>,
}

/// Something with a picture in its texts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Showing {
    /// An article: it says so itself, said so in an earlier version, or tells of a known error that does.
    Article(ArticleId),
    /// A catalog item, by its description or its form.
    Item(ItemId),
    /// An order guide, likewise.
    Guide(GuideId),
}

impl Company {
    /// Whether something that `person` may read shows `picture`. Whoever writes forms knows of every item, and tries what
    /// nothing shows yet.
    pub fn shows(&self, picture: &Picture, person: &Person) -> bool {
        let writes = person.has(Right::Forms);
        let may_know = |showing: &Showing| match showing {
            Showing::Article(id) => {
                self.article(id).is_some_and(|article| article.is_visible_to(person))
                    || self.retired_for(id, person).is_some()
            }
            Showing::Guide(id) => {
                writes || self.guides.get(id).is_some_and(|guide| guide.is_visible_to(self, person))
            }
            Showing::Item(id) => writes || self.item(id).is_some_and(|item| item.is_visible_to(person)),
        };
        (writes && picture.shown_by.is_empty()) || picture.shown_by.iter().any(may_know)
    }
}

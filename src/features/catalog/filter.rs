//! What of the catalog is shown. It lives in the address, so that a link shows others the same.

use crate::{router::ParamsMap, routes};
use guichet_contract::types::ItemQuery;
use guichet_rules::ids::CategoryId;

/// Whether only some of the items are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Only {
    /// All.
    #[default]
    All,
    /// Those that cost nothing.
    Free,
    /// Those that this person may order.
    Orderable,
}

impl Only {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::All, Self::Free, Self::Orderable];

    /// As in the address.
    pub fn word(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Free => "free",
            Self::Orderable => "orderable",
        }
    }

    fn read(word: &str) -> Self {
        Self::ALL.into_iter().find(|only| only.word() == word).unwrap_or_default()
    }
}

/// What is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filter {
    /// Words to look for.
    pub words: String,
    /// A shelf; empty: all.
    pub category: String,
    /// Which of what is there.
    pub only: Only,
}

impl Filter {
    /// From the address.
    pub fn read(query: &ParamsMap) -> Self {
        let text = |name: &str| query.get_str(name).unwrap_or_default().trim().to_owned();
        Self { words: text("q"), category: text("category"), only: Only::read(&text("only")) }
    }

    /// Its address.
    pub fn url(&self) -> String {
        routes::services(&self.words, &self.category, self.only.word())
    }

    /// The same with other words.
    pub fn with_words(&self, words: &str) -> Self {
        Self { words: words.to_owned(), ..self.clone() }
    }

    /// The same on another shelf.
    pub fn with_category(&self, category: &str) -> Self {
        Self { category: category.to_owned(), ..self.clone() }
    }

    /// The same with more or fewer items.
    pub fn with_only(&self, only: Only) -> Self {
        Self { only, ..self.clone() }
    }

    /// What to ask of the backend, at most `limit` at a time.
    pub fn query(&self, limit: Option<u32>) -> ItemQuery {
        ItemQuery {
            q: Some(self.words.clone()).filter(|w| !w.is_empty()),
            category: CategoryId::new(self.category.clone()).ok(),
            free: (self.only == Only::Free).then_some(true),
            orderable: (self.only == Only::Orderable).then_some(true),
            limit,
            ..ItemQuery::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let read = |query: &str| Filter::read(&ParamsMap::parse(query));
        let filter = Filter { words: "laptop".into(), category: "computers".into(), only: Only::Free };
        assert_eq!(read("q=laptop&category=computers&only=free"), filter);
        assert_eq!(read("only=whatever"), Filter::default());
        assert_eq!(filter.url(), "/services?q=laptop&category=computers&only=free");
        assert_eq!(filter.with_only(Only::All).with_words("").with_category("").url(), "/services");
    }
}

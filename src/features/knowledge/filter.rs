//! Which answers: what the URL says, and back.

use crate::{router::ParamsMap, routes};
use guichet_contract::types::{ArticleQuery, HitKind, SearchQuery};
use guichet_rules::ids::CategoryId;

/// As many as a person looks through before they rather search.
const PART: u32 = 20;

/// As many as the device shows, which gives them at once: more than a company of some thousand people has in a category.
const ON_DEVICE: u32 = 200;

/// Which answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filter {
    /// Words to look for.
    pub words: String,
    /// Only of this category.
    pub category: Option<CategoryId>,
}

impl Filter {
    /// From the address. What cannot be a category counts as not said.
    pub fn read(query: &ParamsMap) -> Self {
        let words = query.get_str("q").unwrap_or_default().trim().to_owned();
        Self { words, category: query.get_str("category").and_then(|id| CategoryId::new(id).ok()) }
    }

    /// Its address.
    pub fn url(&self) -> String {
        routes::answers(&self.words, self.category.as_ref().map_or("", CategoryId::as_str))
    }

    /// The same with other words.
    pub fn with_words(&self, words: &str) -> Self {
        Self { words: words.to_owned(), ..self.clone() }
    }

    /// The same in another category.
    pub fn with_category(&self, category: Option<CategoryId>) -> Self {
        Self { category, ..self.clone() }
    }

    /// The call for one part of it.
    pub fn query(&self, cursor: Option<String>) -> ArticleQuery {
        ArticleQuery {
            q: Some(self.words.clone()).filter(|words| !words.is_empty()),
            category: self.category.clone(),
            limit: Some(PART),
            cursor,
            ..ArticleQuery::default()
        }
    }

    /// The same for the device.
    pub fn on_device(&self) -> SearchQuery {
        SearchQuery {
            q: Some(self.words.clone()).filter(|words| !words.is_empty()),
            kind: Some(HitKind::Article),
            category: self.category.clone(),
            limit: Some(ON_DEVICE),
            ..SearchQuery::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let read = |query: &str| Filter::read(&ParamsMap::parse(query));
        let filter = Filter { words: "vpn".into(), category: CategoryId::new("network").ok() };
        assert_eq!(read("q=+vpn+&category=network"), filter);
        assert_eq!(read("category=../x"), Filter::default());
        assert_eq!(filter.url(), "/answers?q=vpn&category=network");
        assert_eq!(filter.with_words("").with_category(None).url(), "/answers");
        // The device is asked for the same.
        let (here, there) = (filter.on_device(), filter.query(None));
        assert_eq!((here.q, here.category, here.kind), (there.q, there.category, Some(HitKind::Article)));
        assert_eq!(filter.with_words("").on_device().q, None);
    }
}

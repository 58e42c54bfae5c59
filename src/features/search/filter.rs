//! What is searched for. It lives in the address, so that a link shows others the same.

use crate::{router::ParamsMap, routes};
use guichet_contract::types::{HitKind, SearchQuery};
use guichet_rules::ids::{CategoryId, ServiceId};

/// In this order they are offered. Kinds of later releases have no place in it.
pub(super) const KINDS: [HitKind; 4] = [HitKind::Item, HitKind::Guide, HitKind::Article, HitKind::Ticket];

/// How many of each kind: as many as a person looks through before they choose other words.
pub(super) const EACH: u32 = 20;

/// What is searched for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filter {
    /// The words.
    pub words: String,
    /// Only of this kind.
    pub kind: Option<HitKind>,
    /// Only of this shelf; empty: all.
    pub category: String,
    /// Only in this language; empty: the reader's.
    pub language: String,
    /// Only about this service; empty: all.
    pub service: String,
}

impl Filter {
    /// From the address.
    pub fn read(query: &ParamsMap) -> Self {
        let text = |name: &str| query.get_str(name).unwrap_or_default().trim().to_owned();
        let kind = text("kind");
        Self {
            words: text("q"),
            kind: KINDS.into_iter().find(|known| known.to_string() == kind),
            category: text("category"),
            language: text("language"),
            service: text("service"),
        }
    }

    /// Its address.
    pub fn url(&self) -> String {
        let kind = self.kind.map(|kind| kind.to_string()).unwrap_or_default();
        routes::search_in(&self.words, &kind, &self.category, &self.language, &self.service)
    }

    /// The same with other words.
    pub fn with_words(&self, words: &str) -> Self {
        Self { words: words.to_owned(), ..self.clone() }
    }

    /// The same of another kind.
    pub fn with_kind(&self, kind: Option<HitKind>) -> Self {
        Self { kind, ..self.clone() }
    }

    /// The words alone.
    pub fn without_filters(&self) -> Self {
        Self { words: self.words.clone(), ..Self::default() }
    }

    /// By how many filters it is narrowed.
    pub fn narrowed(&self) -> u32 {
        let lists = [&self.category, &self.language, &self.service];
        u32::from(self.kind.is_some())
            + lists.into_iter().map(|list| u32::from(!list.is_empty())).sum::<u32>()
    }

    /// Whether it is narrowed to anything.
    pub fn is_narrow(&self) -> bool {
        self.narrowed() > 0
    }

    /// What to ask; nothing without words.
    pub fn query(&self) -> Option<SearchQuery> {
        (!self.words.is_empty()).then(|| SearchQuery {
            q: Some(self.words.clone()),
            kind: self.kind,
            category: CategoryId::new(self.category.as_str()).ok(),
            language: Some(self.language.clone()).filter(|language| !language.is_empty()),
            service: ServiceId::new(self.service.as_str()).ok(),
            limit: Some(EACH),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let read = |query: &str| Filter::read(&ParamsMap::parse(query));
        let filter = read("q=+vpn+&kind=article&category=network&service=vpn");
        assert_eq!((filter.words.as_str(), filter.kind), ("vpn", Some(HitKind::Article)));
        assert_eq!(filter.url(), "/search?q=vpn&kind=article&category=network&service=vpn");
        assert_eq!((filter.narrowed(), filter.is_narrow()), (3, true));
        assert_eq!((read("q=vpn&language=de").narrowed(), filter.without_filters().narrowed()), (1, 0));
        assert_eq!(
            filter.with_words("laptop").with_kind(None).url(),
            "/search?q=laptop&category=network&service=vpn"
        );
        assert_eq!(read("kind=other"), Filter::default());
        assert_eq!(Filter::default().query(), None);
        assert_eq!(filter.query().unwrap().category, CategoryId::new("network").ok());
    }
}

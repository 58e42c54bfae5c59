//! Where links lead: to pages of the portal or outside, as the contract lets them, and nowhere else.

use crate::routes;
use guichet_contract::commonmark::{self, Link};

/// Where a link may lead.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A page of the portal, or a place on this one.
    Inside(String),
    /// Somewhere else.
    Outside(String),
}

/// The target of a link; `None` where links may not lead, and then its words stand alone.
pub(super) fn target(url: &str) -> Option<Target> {
    Some(match commonmark::link(url)? {
        Link::Article(id) => Target::Inside(routes::answer(id.as_str())),
        Link::Item(id) => Target::Inside(routes::service(id.as_str())),
        Link::Here(place) => Target::Inside(place.to_owned()),
        Link::Outside(address) => Target::Outside(address.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_pages_or_outside() {
        assert_eq!(target("article:vpn"), Some(Target::Inside("/answers/vpn".to_owned())));
        assert_eq!(target("item:laptop"), Some(Target::Inside("/services/laptop".to_owned())));
        assert_eq!(target("#clone"), Some(Target::Inside("#clone".to_owned())));
        for good in ["https://a.example/", "mailto:a@b.example", "tel:+49-30-1234"] {
            assert_eq!(target(good), Some(Target::Outside(good.to_owned())));
        }
        for bad in ["javascript:alert(1)", "//a.example", "/x"] {
            assert_eq!(target(bad), None, "{bad}");
        }
    }
}

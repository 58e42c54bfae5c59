//! Which words. It lives in the address, so that a link shows others the same.

use crate::{router::ParamsMap, routes};
use guichet_contract::types::{LearningQuery, Period};
use guichet_rules::learning::SearchOutcome;

/// The outcomes in the order in which they are worth a look.
pub(super) const OUTCOMES: [SearchOutcome; 4] =
    [SearchOutcome::NoResult, SearchOutcome::NoClick, SearchOutcome::Ticket, SearchOutcome::Clicked];

/// As many as anybody works through in one go, and as many as a backend gives at once.
const MOST: u32 = 100;

/// In the address: what was dealt with.
const DONE: &str = "done";

/// Which words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Filter {
    /// With this outcome; none: with any.
    pub outcome: Option<SearchOutcome>,
    /// From when on; none: a month.
    pub period: Option<Period>,
    /// Those that were dealt with.
    pub done: bool,
}

impl Filter {
    /// From the address.
    pub fn read(query: &ParamsMap) -> Self {
        let outcome = query.get_str("outcome").unwrap_or_default();
        Self {
            outcome: OUTCOMES.into_iter().find(|known| known.as_str() == outcome),
            period: super::period::read(query.get_str("period").unwrap_or_default()),
            done: query.get_str("show") == Some(DONE),
        }
    }

    /// Its address.
    pub fn url(self) -> String {
        let period = self.period.map(|period| period.to_string()).unwrap_or_default();
        let outcome = self.outcome.map_or("", SearchOutcome::as_str);
        routes::knowledge_learning(outcome, &period, if self.done { DONE } else { "" })
    }

    /// What to ask.
    pub fn query(self) -> LearningQuery {
        LearningQuery {
            outcome: self.outcome,
            period: self.period,
            decided: self.done.then_some(true),
            limit: Some(MOST),
            cursor: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let read = |query: &str| Filter::read(&ParamsMap::parse(query));
        let filter = read("outcome=ticket&period=quarter&show=done");
        assert_eq!(filter.url(), "/knowledge/learning?outcome=ticket&period=quarter&show=done");
        assert_eq!(read("outcome=other&period=month").url(), "/knowledge/learning");
        assert_eq!(filter.query().decided, Some(true));
    }
}

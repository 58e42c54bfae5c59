//! Which tickets: what the URL says, and back.

use crate::{router::ParamsMap, routes};
use guichet_contract::types::{TicketPhase, TicketQuery, TicketScope, TicketSort};
use guichet_rules::ticket::Kind;

/// As many as a person looks through before they rather search.
const PART: u32 = 20;

/// Which tickets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Whose.
    pub scope: TicketScope,
    /// Where they stand.
    pub phase: TicketPhase,
    /// Of which kind; all where absent.
    pub kind: Option<Kind>,
    /// Words in number or title.
    pub words: String,
}

impl Filter {
    /// Reads the parameters of the URL. What is not known there, or not for this person, counts as not said.
    pub fn read(query: &ParamsMap, desk: bool) -> Self {
        let scope = match query.get_str("scope") {
            Some("groups") if desk => TicketScope::Groups,
            Some("all") if desk => TicketScope::All,
            _ => TicketScope::Mine,
        };
        let phase = match query.get_str("phase") {
            Some("waiting") => TicketPhase::Waiting,
            Some("ended") => TicketPhase::Ended,
            _ => TicketPhase::Open,
        };
        let kind = query.get_str("kind").and_then(|kind| kind.parse().ok());
        let words = query.get_str("q").unwrap_or_default().trim().to_owned();
        Self { scope, phase, kind, words }
    }

    /// The address of this view; what goes without saying is left out.
    pub fn url(&self) -> String {
        let scope = match self.scope {
            TicketScope::Groups => "groups",
            TicketScope::All => "all",
            TicketScope::Mine | TicketScope::Other => "",
        };
        let phase = match self.phase {
            TicketPhase::Waiting => "waiting",
            TicketPhase::Ended => "ended",
            TicketPhase::Open | TicketPhase::Other => "",
        };
        routes::tickets_of_kind(scope, phase, self.kind.map_or("", Kind::as_str), &self.words)
    }

    /// The same, elsewhere.
    pub fn with_scope(&self, scope: TicketScope) -> Self {
        Self { scope, ..self.clone() }
    }

    /// The same, where they stand otherwise.
    pub fn with_phase(&self, phase: TicketPhase) -> Self {
        Self { phase, ..self.clone() }
    }

    /// The same, of another kind.
    pub fn with_kind(&self, kind: Option<Kind>) -> Self {
        Self { kind, ..self.clone() }
    }

    /// The same, searched for other words.
    pub fn with_words(&self, words: &str) -> Self {
        Self { words: words.trim().to_owned(), ..self.clone() }
    }

    /// The call for one part of it. Whoever works on tickets wants the most urgent first, everyone else the latest.
    pub fn query(&self, cursor: Option<String>) -> TicketQuery {
        let works = self.scope != TicketScope::Mine && self.phase == TicketPhase::Open;
        TicketQuery {
            scope: Some(self.scope),
            phase: Some(self.phase),
            kind: self.kind,
            q: (!self.words.is_empty()).then(|| self.words.clone()),
            sort: Some(if works { TicketSort::Due } else { TicketSort::Updated }),
            // Later parts know nothing new about the whole.
            count: cursor.is_none().then_some(true),
            limit: Some(PART),
            cursor,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str, desk: bool) -> Filter {
        Filter::read(&ParamsMap::parse(query), desk)
    }

    #[test]
    fn what_goes_without_saying_is_not_in_the_url() {
        let all = read("", false);
        assert_eq!(all, read("scope=mine&phase=nonsense&kind=nonsense", false));
        assert_eq!((all.scope, all.phase, all.kind), (TicketScope::Mine, TicketPhase::Open, None));
        assert!(!all.url().contains('?'));
    }

    #[test]
    fn only_the_desk_looks_beyond_its_own() {
        assert_eq!(read("scope=all", false).scope, TicketScope::Mine);
        assert_eq!(read("scope=all", true).scope, TicketScope::All);
    }
}

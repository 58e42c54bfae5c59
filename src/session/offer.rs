//! What the backend has. It may leave out whole parts, and then the portal does without them.

use super::Session;
use crate::api;
use guichet_contract::{
    NoPath, NoQuery,
    endpoints::GetCapabilities,
    types::{Capabilities, Limits},
};
use leptos::prelude::*;

/// A part that a backend may leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feature {
    /// Articles.
    Knowledge,
    /// The search over everything. Lists have words of their own.
    Search,
    /// What it finds, to search in on the device.
    Index,
    /// Files.
    Attachments,
    /// Somebody decides for somebody else.
    Delegations,
    /// Orders of several items: the cart and order guides.
    Orders,
    /// Writing forms.
    Studio,
    /// Writing articles.
    Writing,
    /// What searches and reading teach those who look after the answers.
    Learning,
}

impl Feature {
    /// What the contract calls it.
    const fn as_str(self) -> &'static str {
        match self {
            Self::Knowledge => "knowledge",
            Self::Search => "search",
            Self::Index => "index",
            Self::Attachments => "attachments",
            Self::Delegations => "delegations",
            Self::Orders => "orders",
            Self::Studio => "studio",
            Self::Writing => "writing",
            Self::Learning => "learning",
        }
    }
}

impl Session {
    /// Whether the backend has `feature`. True while that is not known: most have all of them, and what is there should not
    /// appear late.
    pub fn offers(&self, feature: Feature) -> bool {
        self.capabilities
            .with(|c| c.is_none_or(|c| c.features.iter().any(|offered| offered == feature.as_str())))
    }

    /// What the backend takes at most, once that is known.
    pub fn limits(&self) -> Option<Limits> {
        self.capabilities.with(|c| c.map(|c| c.limits.clone()))
    }

    /// What the backend has. Waits for the answer; `None` where there is none.
    pub async fn learn(self) -> Option<Capabilities> {
        match untrack(|| self.capabilities()) {
            Some(known) => Some(known),
            None => api::fetch_once::<GetCapabilities>(&NoPath {}, &NoQuery {}).await.ok(),
        }
    }
}

//! What the backend has. It may leave out whole parts, and then the portal does without them.

use super::Session;

/// A part that a backend may leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feature {
    /// Articles.
    Knowledge,
    /// The search over everything. Lists have words of their own.
    Search,
    /// Files.
    Attachments,
    /// Orders of several items: the cart and order guides.
    Orders,
}

impl Feature {
    /// What the contract calls it.
    const fn as_str(self) -> &'static str {
        match self {
            Self::Knowledge => "knowledge",
            Self::Search => "search",
            Self::Attachments => "attachments",
            Self::Orders => "orders",
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
}

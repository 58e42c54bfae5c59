//! What priorities promise.

use guichet_rules::{ids::CalendarId, priority::Priority, schedule::Target};
use serde::Deserialize;

/// One answer to "who is affected?" or "how badly?".
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Level {
    /// Which.
    pub id: String,
    /// In an employee's words.
    pub label: String,
}

/// A priority with its targets.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct PriorityLevel {
    /// Which; 1 is the most severe.
    pub id: Priority,
    /// Its name.
    pub label: String,
    /// Until when somebody of the desk answers.
    pub first_response: Target,
    /// Until when it is resolved.
    pub resolution: Target,
    /// The opening hours that these count in; the requester's site otherwise.
    #[serde(default)]
    pub calendar: Option<CalendarId>,
}

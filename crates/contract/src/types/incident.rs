//! Reporting a problem.

use super::{Instant, PriorityRef, instant};
use guichet_rules::ids::{AssetId, AttachmentId, PersonId, ServiceId};

wire! {
    /// A problem to report.
    pub struct IncidentInput {
        /// What it is about, in one line.
        pub title: String,
        /// What happens, and since when.
        #[serde(default)]
        pub description: String,
        /// Who is affected: an id of `/incidents/options`.
        pub impact: String,
        /// How badly: an id of `/incidents/options`.
        pub urgency: String,
        /// Which service, if known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub service: Option<ServiceId>,
        /// Which device, if one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub asset: Option<AssetId>,
        /// Whom it happens to; the caller where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub requested_for: Option<PersonId>,
        /// Files uploaded before.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub attachments: Vec<AttachmentId>,
    }

    /// The answers that an incident may give.
    pub struct IncidentOptions {
        /// Who is affected, most severe first.
        pub impacts: Vec<Choice>,
        /// How badly, most severe first.
        pub urgencies: Vec<Choice>,
        /// What follows from them, rows as in `impacts`, columns as in `urgencies`.
        pub matrix: Vec<Vec<PriorityTarget>>,
    }

    /// One answer.
    pub struct Choice {
        /// Its id.
        pub id: String,
        /// In an employee's words.
        pub label: String,
    }

    /// What a priority promises.
    pub struct PriorityTarget {
        /// The priority.
        #[serde(flatten)]
        pub priority: PriorityRef,
        /// When someone would answer, if it were reported now.
        #[serde(default, deserialize_with = "instant::read_some", skip_serializing_if = "Option::is_none")]
        pub response_by: Option<Instant>,
        /// When it would be resolved, if it were reported now.
        #[serde(default, deserialize_with = "instant::read_some", skip_serializing_if = "Option::is_none")]
        pub resolved_by: Option<Instant>,
    }
}

//! Where a ticket stands: whose agreement it needs, and what it waits for.

use super::Tongue;
use guichet_rules::{approval::Policy, ticket::HoldReason};

pub(super) fn agreement(policy: Policy, n: u32, t: Tongue) -> String {
    match policy {
        Policy::Anyone | Policy::All if n == 1 => say!(t, "1 person", "1 Person"),
        Policy::Anyone => say!(t, "anyone of {n}", "eine Person von {n}"),
        Policy::All => say!(t, "all of {n}", "alle {n}"),
        Policy::Majority => say!(t, "more than half of {n}", "mehr als die Hälfte von {n}"),
        Policy::Percent(percent) => say!(t, "{percent}% of {n}", "{percent} % von {n}"),
        Policy::Count(count) => say!(t, "{count} of {n}", "{count} von {n}"),
        Policy::Unknown => say!(t, "as arranged", "nach Vereinbarung"),
    }
}

pub(super) fn hold(reason: HoldReason, t: Tongue) -> String {
    match reason {
        HoldReason::Requester => say!(t, "an answer of the requester", "eine Antwort der anfragenden Person"),
        HoldReason::Approval => say!(t, "an approval", "eine Genehmigung"),
        HoldReason::ThirdParty => say!(t, "another company", "eine andere Firma"),
        HoldReason::Change => say!(t, "a planned change", "eine geplante Änderung"),
        HoldReason::Problem => say!(t, "the cause to be found", "die Suche nach der Ursache"),
        HoldReason::Unknown => say!(t, "something else", "etwas anderes"),
    }
}

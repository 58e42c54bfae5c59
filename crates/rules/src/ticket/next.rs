//! Whose turn it is.

use super::{Facts, HoldReason, State, words::words};
use chrono::{DateTime, Utc};

words! {
    /// Whose turn it is.
    NextStep, "next step" {
        /// Somebody has to agree.
        Approval = "approval",
        /// The desk has to decide who works on it.
        Assignment = "assignment",
        /// The assignee works on it.
        Work = "work",
        /// The requester has to answer.
        RequesterAnswer = "requester_answer",
        /// A supplier or another company has to act.
        ThirdParty = "third_party",
        /// A planned change has to be carried out.
        Change = "change",
        /// The cause has to be found.
        Problem = "problem",
        /// The requester may confirm or reopen; if they do neither, it closes by itself.
        Confirmation = "confirmation",
        /// Nobody's.
        Nothing = "nothing",
    }
}

/// Whose turn it is.
pub fn next_step(facts: &Facts, now: DateTime<Utc>) -> NextStep {
    let at_the_desk =
        if facts.assigned || facts.assigned_to_me { NextStep::Work } else { NextStep::Assignment };
    match facts.state_at(now) {
        State::New | State::InProgress => at_the_desk,
        State::AwaitingApproval => NextStep::Approval,
        State::OnHold => match facts.hold_reason {
            Some(HoldReason::Requester) => NextStep::RequesterAnswer,
            Some(HoldReason::Approval) => NextStep::Approval,
            Some(HoldReason::ThirdParty) => NextStep::ThirdParty,
            Some(HoldReason::Change) => NextStep::Change,
            Some(HoldReason::Problem) => NextStep::Problem,
            Some(HoldReason::Unknown) => NextStep::Unknown,
            // On hold for no reason: only the desk can know.
            None => at_the_desk,
        },
        State::Resolved => NextStep::Confirmation,
        State::Closed | State::Cancelled | State::Rejected => NextStep::Nothing,
        State::Unknown => NextStep::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ticket::Kind;

    #[test]
    fn every_state_is_somebodys_turn_or_nobodys() {
        let now = "2026-11-21T09:00:00Z".parse::<DateTime<Utc>>().unwrap();
        let plain = |state| Facts::new(Kind::Request, state);
        let held = |reason| Facts { hold_reason: Some(reason), ..plain(State::OnHold) };
        let taken = |state| Facts { assigned: true, ..plain(state) };
        let resolved = |at: &str| Facts { resolved_at: at.parse().ok(), ..plain(State::Resolved) };
        for (facts, expected) in [
            (plain(State::New), NextStep::Assignment),
            (taken(State::New), NextStep::Work),
            (plain(State::AwaitingApproval), NextStep::Approval),
            (plain(State::InProgress), NextStep::Assignment),
            (taken(State::InProgress), NextStep::Work),
            (held(HoldReason::Requester), NextStep::RequesterAnswer),
            (held(HoldReason::Approval), NextStep::Approval),
            (held(HoldReason::ThirdParty), NextStep::ThirdParty),
            (held(HoldReason::Change), NextStep::Change),
            (held(HoldReason::Problem), NextStep::Problem),
            (held(HoldReason::Unknown), NextStep::Unknown),
            (taken(State::OnHold), NextStep::Work),
            (resolved("2026-11-20T09:00:00Z"), NextStep::Confirmation),
            (resolved("2026-11-14T09:00:00Z"), NextStep::Nothing),
            (plain(State::Closed), NextStep::Nothing),
            (plain(State::Cancelled), NextStep::Nothing),
            (plain(State::Rejected), NextStep::Nothing),
            (plain(State::Unknown), NextStep::Unknown),
        ] {
            assert_eq!(next_step(&facts, now), expected, "{facts:?}");
        }
    }
}

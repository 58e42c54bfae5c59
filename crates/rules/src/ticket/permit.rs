//! What somebody may do now.

use super::{
    Action, Facts, HoldReason, Kind, Refusal, Role, State,
    table::{self, Step},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// An action that makes sense for somebody, and whether it is possible now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Permission {
    /// What could be done.
    pub action: Action,
    /// Whether it can be done now.
    pub allowed: bool,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Refusal>,
}

/// The actions that make sense for whoever has these roles, in the order of [`Action::ALL`].
///
/// An action of another role, or one that has no meaning in this state, is left out; one that is merely not possible
/// now is there with its reason, to be shown disabled. What an action needs to be told is not looked at, see
/// [`apply`](super::apply).
pub fn permitted(facts: &Facts, roles: &[Role], now: DateTime<Utc>) -> Vec<Permission> {
    let permission = |action: &Action| match decide(facts, *action, roles, now) {
        Ok(_) => Some(Permission { action: *action, allowed: true, reason: None }),
        Err(reason) if reason.is_shown() => {
            Some(Permission { action: *action, allowed: false, reason: Some(reason) })
        }
        Err(_) => None,
    };
    Action::ALL.iter().filter_map(permission).collect()
}

/// As which role, and to which state, the action leads.
///
/// Roles are tried in the order of [`Role::ALL`] and the first that may, does: an agent who filed the ticket and
/// comments on it answers as its requester.
pub(super) fn decide(
    facts: &Facts,
    action: Action,
    roles: &[Role],
    now: DateTime<Utc>,
) -> Result<(Role, State), Refusal> {
    let mut why = Refusal::NotPermitted;
    for role in Role::ALL.iter().copied().filter(|role| roles.contains(role)) {
        match decide_as(facts, action, role, now) {
            Ok(to) => return Ok((role, to)),
            Err(refusal) if refusal.weight() > why.weight() => why = refusal,
            Err(_) => {}
        }
    }
    Err(why)
}

fn decide_as(facts: &Facts, action: Action, role: Role, now: DateTime<Utc>) -> Result<State, Refusal> {
    if facts.order && !action.concerns_orders() {
        return Err(Refusal::NotOffered);
    }
    // The system itself closes what counts as closed for everybody else.
    let state = if role == Role::System { facts.state } else { facts.state_at(now) };
    let to = match table::step(facts.kind, state, action, role) {
        Step::NotOffered => return Err(Refusal::NotOffered),
        Step::Refused(refusal) => return Err(in_detail(refusal, facts, action, now)),
        Step::Stay => facts.state,
        Step::To(state) => state,
        Step::Answer if facts.hold_reason == Some(HoldReason::Requester) => State::InProgress,
        Step::Answer => facts.state,
    };
    match guards(facts.kind, action, role).iter().find_map(|guard| guard.refusal(facts, role, now)) {
        Some(refusal) => Err(refusal),
        None => Ok(to),
    }
}

fn guards(kind: Kind, action: Action, role: Role) -> &'static [table::Guard] {
    table::find(kind, action, role).map(|row| row.unless).unwrap_or_default()
}

/// "Closed" says less to whoever wants to reopen than that it was possible until Friday.
fn in_detail(refusal: Refusal, facts: &Facts, action: Action, now: DateTime<Utc>) -> Refusal {
    match facts.reopen_until() {
        Some(ended_at) if refusal == Refusal::Closed && action == Action::Reopen && now >= ended_at => {
            Refusal::ReopenWindowEnded { ended_at }
        }
        _ => refusal,
    }
}

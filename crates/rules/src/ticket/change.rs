//! What an action needs to be told, and what it changes.

use super::{Action, Facts, HoldReason, Refusal, ResolutionCode, Role, State, permit::decide};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What somebody says with an action. A text of nothing but spaces is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Input<'a> {
    /// What is written: for everyone, except that with [`Action::WorkNote`] it is for the desk alone.
    pub comment: Option<&'a str>,
    /// What it waits for, to hold.
    pub hold_reason: Option<HoldReason>,
    /// How it was resolved, to resolve.
    pub resolution_code: Option<ResolutionCode>,
    /// What was done, to resolve.
    pub resolution_text: Option<&'a str>,
}

/// What an action changes. Comments, the assignee, the resolution and follow-ups are the backend's to write down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "TicketChange"))]
pub struct Change {
    /// What was done.
    pub action: Action,
    /// As whom, for people who have several roles.
    pub role: Role,
    /// The state before.
    pub from: State,
    /// The state after; often the same.
    pub to: State,
    /// What it waits for after; only while on hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold_reason: Option<HoldReason>,
    /// When it was resolved; nothing once it is reopened, whose resolution no longer counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved_at: Option<DateTime<Utc>>,
    /// How often it was reopened.
    pub reopen_count: u32,
}

impl Change {
    /// The ticket after it. Who is assigned changes only with [`Action::Take`]; whom [`Action::Assign`] names, only the
    /// backend knows.
    pub fn after(&self, facts: &Facts) -> Facts {
        let takes = self.action == Action::Take;
        Facts {
            state: self.to,
            hold_reason: self.hold_reason,
            resolved_at: self.resolved_at,
            reopen_count: self.reopen_count,
            assigned: facts.assigned || takes,
            assigned_to_me: facts.assigned_to_me || takes,
            ..*facts
        }
    }
}

/// Does `action` as whoever has these roles, or says why not: first whether it is possible, then what it lacks.
pub fn apply(
    facts: &Facts,
    action: Action,
    input: &Input<'_>,
    roles: &[Role],
    now: DateTime<Utc>,
) -> Result<Change, Refusal> {
    let (role, to) = decide(facts, action, roles, now)?;
    check(facts, action, input, role)?;
    let hold_reason = match to {
        State::OnHold if action == Action::Hold => input.hold_reason,
        State::OnHold => facts.hold_reason,
        _ => None,
    };
    let resolved_at = match action {
        Action::Resolve => Some(now),
        Action::Reopen => None,
        _ => facts.resolved_at,
    };
    let reopens = u32::from(action == Action::Reopen);
    let reopen_count = facts.reopen_count.saturating_add(reopens);
    Ok(Change { action, role, from: facts.state, to, hold_reason, resolved_at, reopen_count })
}

/// Whether `input` holds what the action needs.
fn check(facts: &Facts, action: Action, input: &Input<'_>, role: Role) -> Result<(), Refusal> {
    let needs_comment = match action {
        Action::Comment | Action::WorkNote => true,
        Action::Hold => {
            let known = input.hold_reason.filter(|reason| *reason != HoldReason::Unknown);
            known.ok_or(Refusal::HoldReasonNeeded)? == HoldReason::Requester
        }
        Action::Resolve => {
            let known = input.resolution_code.filter(|code| *code != ResolutionCode::Unknown);
            known.ok_or(Refusal::ResolutionCodeNeeded)?;
            if !says_something(input.resolution_text) {
                return Err(Refusal::ResolutionTextNeeded);
            }
            false
        }
        Action::Cancel => needs_reason(facts.state, role),
        _ => false,
    };
    if needs_comment && !says_something(input.comment) { Err(Refusal::CommentNeeded) } else { Ok(()) }
}

/// Whether to cancel needs a reason: requesters owe one once somebody works for them, agents always do, because it is
/// somebody else's ticket.
fn needs_reason(state: State, role: Role) -> bool {
    match role {
        Role::Requester => matches!(state, State::InProgress | State::OnHold),
        Role::System => false,
        _ => true,
    }
}

fn says_something(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

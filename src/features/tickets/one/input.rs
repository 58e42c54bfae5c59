//! What an action is told, and whether that is enough: the rules decide here as they do in the backend.

use super::super::words;
use crate::{api::Key, i18n::m};
use chrono::{DateTime, Utc};
use guichet_contract::types::{ActionInput, Ticket, TicketSummary};
use guichet_rules::{
    ids::GroupId,
    ticket::{Action, Facts, HoldReason, Input, Refusal, ResolutionCode, Role, apply},
};
use serde::{Deserialize, Serialize};

/// What is typed for an action, kept until the call went through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// What is written.
    pub text: String,
    /// What is chosen: a reason, a code, a group.
    pub choice: String,
    /// The name of what is chosen, where it is not one of a few.
    pub choice_label: String,
    /// The idempotency key, made when the person began.
    pub key: String,
}

impl Typed {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            text: String::new(),
            choice: String::new(),
            choice_label: String::new(),
            key: Key::fresh().to_string(),
        }
    }

    /// Whether there is nothing to lose.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.choice.is_empty()
    }
}

/// A field of the form of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The choice.
    Choice,
    /// The text.
    Text,
}

impl Field {
    /// Under which the error summary finds it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::Text => "text",
        }
    }
}

/// What goes with the call. A requester who says that it works again need not say how.
pub fn input(action: Action, typed: &Typed, as_requester: bool) -> ActionInput {
    let text = Some(typed.text.trim().to_owned()).filter(|text| !text.is_empty());
    let nothing = ActionInput::default();
    match action {
        Action::Hold => ActionInput { comment: text, hold_reason: typed.choice.parse().ok(), ..nothing },
        Action::Resolve if as_requester => ActionInput {
            resolution_code: Some(ResolutionCode::Solved),
            resolution_text: text.or_else(|| Some(m::ticket_page::works_again_text())),
            ..nothing
        },
        Action::Resolve => {
            ActionInput { resolution_code: typed.choice.parse().ok(), resolution_text: text, ..nothing }
        }
        Action::Assign => {
            ActionInput { comment: text, group: GroupId::new(typed.choice.as_str()).ok(), ..nothing }
        }
        _ => ActionInput { comment: text, ..nothing },
    }
}

/// As whom the person acts on the ticket.
pub fn roles(ticket: &Ticket, me: &str, desk: bool) -> Vec<Role> {
    let mut roles = Vec::new();
    if is_requester(&ticket.summary, me) {
        roles.push(Role::Requester);
    }
    if desk {
        roles.push(Role::Agent);
    }
    if ticket.watchers.iter().any(|watcher| watcher.id.as_str() == me) {
        roles.push(Role::Watcher);
    }
    roles
}

/// Whether the ticket was filed by `me`, or for them.
pub fn is_requester(ticket: &TicketSummary, me: &str) -> bool {
    ticket.opened_by.id.as_str() == me || ticket.requested_for.id.as_str() == me
}

/// All that is missing, each with its field. What else stands against it, the backend knows better.
pub fn missing(
    ticket: &TicketSummary,
    action: Action,
    given: &ActionInput,
    roles: &[Role],
    now: DateTime<Utc>,
) -> Vec<(Field, String)> {
    let mut missing = Vec::new();
    if action == Action::Assign && given.group.is_none() {
        missing.push((Field::Choice, m::ticket_page::need_group()));
    }
    // The rules let one reopen without a word; the desk could only ask back.
    if action == Action::Reopen && given.comment.is_none() {
        missing.push((Field::Text, m::ticket_page::need_reopen_text()));
    }
    let facts = Facts { hold_reason: ticket.hold_reason, ..Facts::new(ticket.kind, ticket.state) };
    let mut input = Input {
        comment: given.comment.as_deref(),
        hold_reason: given.hold_reason,
        resolution_code: given.resolution_code,
        resolution_text: given.resolution_text.as_deref(),
    };
    // The rules name one thing at a time; people want to hear all of it.
    while let Err(refusal) = apply(&facts, action, &input, roles, now) {
        let field = match refusal {
            Refusal::HoldReasonNeeded => {
                input.hold_reason = Some(HoldReason::ThirdParty);
                Field::Choice
            }
            Refusal::ResolutionCodeNeeded => {
                input.resolution_code = Some(ResolutionCode::Solved);
                Field::Choice
            }
            Refusal::ResolutionTextNeeded => {
                input.resolution_text = Some("…");
                Field::Text
            }
            Refusal::CommentNeeded => {
                input.comment = Some("…");
                Field::Text
            }
            _ => break,
        };
        missing.push((field, comment_words(action, &refusal)));
    }
    missing
}

/// "A comment is needed" says less than for what.
fn comment_words(action: Action, refusal: &Refusal) -> String {
    match (action, refusal) {
        (Action::Hold, Refusal::CommentNeeded) => m::ticket_page::need_question(),
        (Action::Cancel, Refusal::CommentNeeded) => m::ticket_page::need_cancel_reason(),
        _ => words::refusal(refusal),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use guichet_contract::types::{ClockState, PersonRef};
    use guichet_rules::{
        ids::{PersonId, TicketId},
        ticket::{Kind, NextStep, State},
    };

    fn ticket(state: State) -> TicketSummary {
        let person = PersonRef { id: PersonId::new("aylin-kaya").unwrap(), name: String::new(), about: None };
        let at = "2026-11-21T09:00:00Z".parse().unwrap();
        TicketSummary {
            id: TicketId::new("INC-1").unwrap(),
            kind: Kind::Incident,
            title: String::new(),
            state,
            hold_reason: None,
            priority: None,
            next_step: NextStep::Work,
            next_who: None,
            opened_by: person.clone(),
            requested_for: person,
            group: None,
            assignee: None,
            opened_at: at,
            updated_at: at,
            due: None,
            clock: ClockState::Running,
        }
    }

    fn fields(state: State, action: Action, given: &ActionInput, role: Role) -> Vec<Field> {
        let now = "2026-11-21T10:00:00Z".parse().unwrap();
        missing(&ticket(state), action, given, &[role], now).into_iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn everything_that_is_missing_is_named_at_once() {
        let nothing = ActionInput::default();
        let all = fields(State::InProgress, Action::Resolve, &nothing, Role::Agent);
        assert_eq!(all, [Field::Choice, Field::Text]);
        let all = fields(State::InProgress, Action::Assign, &nothing, Role::Agent);
        assert_eq!(all, [Field::Choice]);
    }

    #[test]
    fn a_question_to_the_requester_needs_words_and_a_wait_for_a_supplier_does_not() {
        let hold = |reason| ActionInput { hold_reason: Some(reason), ..ActionInput::default() };
        let asks = fields(State::InProgress, Action::Hold, &hold(HoldReason::Requester), Role::Agent);
        assert_eq!(asks, [Field::Text]);
        let waits = fields(State::InProgress, Action::Hold, &hold(HoldReason::ThirdParty), Role::Agent);
        assert!(waits.is_empty());
    }

    #[test]
    fn nobody_owes_a_reason_before_work_has_begun() {
        let nothing = ActionInput::default();
        assert!(fields(State::New, Action::Cancel, &nothing, Role::Requester).is_empty());
        assert_eq!(fields(State::InProgress, Action::Cancel, &nothing, Role::Requester), [Field::Text]);
    }

    #[test]
    fn what_works_again_is_solved_without_a_word() {
        let typed = Typed {
            text: " ".into(),
            choice: String::new(),
            choice_label: String::new(),
            key: String::new(),
        };
        let given = input(Action::Resolve, &typed, true);
        assert_eq!(given.resolution_code, Some(ResolutionCode::Solved));
        assert!(given.resolution_text.is_some());
    }
}

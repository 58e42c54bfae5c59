//! Secret answers: what is kept apart from the others, and who may read it.
//!
//! A secret is asked so that whoever delivers can use it, once. So it is read by those who work on the ticket and by nobody
//! else, whatever else they may see of it, and it ends with the ticket.

use crate::{
    form::{Answers, Form, Kind, Question},
    ids::GroupId,
    person::{Person, Right},
    ticket::{Facts, State},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Why somebody may not read a secret answer. The portal says it in the reader's language, by its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SecretRefusal"))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// It is for the people of the group that has the ticket, and for whoever is assigned.
    #[error("the person does not work on the ticket")]
    NotWorkingOnIt,
    /// Somebody has to agree first. Where they do not, nobody ever needs it.
    #[error("it awaits approval")]
    AwaitingApproval,
    /// The ticket has ended, and the secret with it.
    #[error("it was deleted when the ticket ended")]
    Deleted,
    /// It is kept, and the key that it was sealed with is not there any more.
    #[error("it cannot be opened any more")]
    Sealed,
    /// A reason that this release does not know.
    #[error("not possible")]
    #[serde(other)]
    Unknown,
}

/// Whether `actor` may read the secrets of a ticket that `group` has. `facts` are those that `actor` sees.
pub fn may_read(
    actor: &Person,
    facts: &Facts,
    group: Option<&GroupId>,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let in_group = group.is_some_and(|group| actor.in_group(group.as_str()));
    // Who left the desk is assigned at times until somebody notices.
    if !actor.has(Right::Desk) || !(in_group || facts.assigned_to_me) {
        return Err(Refusal::NotWorkingOnIt);
    }
    match facts.state_at(now) {
        State::AwaitingApproval => Err(Refusal::AwaitingApproval),
        state if state.is_terminal() => Err(Refusal::Deleted),
        _ => Ok(()),
    }
}

/// Whether something of the answer to `question` is kept apart: all of it, or a column of its rows. Files are kept as files
/// are, and seen by whoever sees the ticket's.
pub fn holds_secrets(question: &Question) -> bool {
    is_kept_apart(question) || question.kind.columns().iter().any(is_kept_apart)
}

fn is_kept_apart(question: &Question) -> bool {
    question.is_secret() && !matches!(question.kind, Kind::File { .. })
}

/// Takes the secrets out of answers: first the answers with `null` where a secret was, so that it is still known that there
/// is one; then, whole, each answer that held one.
pub fn set_apart(form: &Form, answers: Answers) -> (Answers, Answers) {
    let mut open = answers;
    let mut secrets = Answers::new();
    for question in form.questions().filter(|question| holds_secrets(question)) {
        let Some(answer) = open.get_mut(&question.id) else { continue };
        let whole = answer.clone();
        if take_out(question, answer) {
            secrets.insert(question.id.clone(), whole);
        }
    }
    (open, secrets)
}

/// Whether a secret was taken out of this answer.
pub fn was_taken_out(answer: &Value) -> bool {
    let rows = answer.as_array().into_iter().flatten().filter_map(Value::as_object);
    answer.is_null() || rows.flat_map(|row| row.values()).any(Value::is_null)
}

/// Leaves `null` in the place of each secret. Whether there was any.
fn take_out(question: &Question, answer: &mut Value) -> bool {
    if is_kept_apart(question) {
        return !answer.take().is_null();
    }
    let mut any = false;
    for row in answer.as_array_mut().into_iter().flatten() {
        for column in question.kind.columns().iter().filter(|column| is_kept_apart(column)) {
            any |= row.get_mut(column.id.as_str()).is_some_and(|cell| !cell.take().is_null());
        }
    }
    any
}

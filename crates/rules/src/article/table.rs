//! Which action leads where, and who may take it.

use super::{ProposalState as State, WritingAction as Action, WritingRefusal as Refusal};

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Actor {
    /// They wrote the text.
    pub author: bool,
    /// They keep the article right, see [`may_review`](super::may_review).
    pub reviewer: bool,
    /// Nobody else who is there could decide.
    pub alone: bool,
}

/// For whom an action is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Author,
    Reviewer,
    /// A reviewer who did not write it.
    Another,
}

/// From where, by what, for whom, to where. A text that is thrown away is nowhere.
const TABLE: &[(State, Action, Who, Option<State>)] = &[
    (State::Draft, Action::Save, Who::Author, Some(State::Draft)),
    (State::Draft, Action::Propose, Who::Author, Some(State::Proposed)),
    (State::Draft, Action::Discard, Who::Author, None),
    (State::Proposed, Action::Withdraw, Who::Author, Some(State::Draft)),
    (State::Proposed, Action::Publish, Who::Another, Some(State::Published)),
    (State::Proposed, Action::AskChanges, Who::Another, Some(State::Returned)),
    (State::Proposed, Action::Reject, Who::Another, Some(State::Rejected)),
    (State::Returned, Action::Save, Who::Author, Some(State::Returned)),
    (State::Returned, Action::Propose, Who::Author, Some(State::Proposed)),
    (State::Returned, Action::Discard, Who::Author, None),
    (State::Published, Action::Confirm, Who::Reviewer, Some(State::Published)),
    (State::Published, Action::Retire, Who::Reviewer, Some(State::Retired)),
    (State::Retired, Action::PutBack, Who::Reviewer, Some(State::Published)),
];

/// Where `action` leads from `state`; `None` where it is not in the table.
pub fn next(state: State, action: Action) -> Option<Option<State>> {
    find(state, action).map(|(_, to)| to)
}

fn find(state: State, action: Action) -> Option<(Who, Option<State>)> {
    let row = TABLE.iter().find(|(from, by, ..)| (*from, *by) == (state, action));
    row.map(|(.., who, to)| (*who, *to))
}

/// Where `action` by `actor` leads from `state`: nowhere where the text is thrown away.
pub fn permit(state: State, action: Action, actor: Actor) -> Result<Option<State>, Refusal> {
    let (who, to) = find(state, action).ok_or(Refusal::NotOffered)?;
    match who {
        Who::Author if !actor.author => Err(Refusal::NotYours),
        Who::Reviewer | Who::Another if !actor.reviewer => Err(Refusal::NotReviewer),
        // Whoever sends a text back to themselves, or rejects it, could as well withdraw it.
        Who::Another if actor.author && (action != Action::Publish || !actor.alone) => {
            Err(Refusal::OwnProposal)
        }
        _ => Ok(to),
    }
}

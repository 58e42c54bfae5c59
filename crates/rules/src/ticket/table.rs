//! The table: what each action does in each state, by kind and role. Everything else here only reads it.

use super::{Action as A, Facts, Kind, Refusal, Role as R, State};
use chrono::{DateTime, Utc};

/// What an action does in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It makes no sense there and is not shown.
    NotOffered,
    /// It makes sense and is not possible there; shown with the reason.
    Refused(Refusal),
    /// It leaves the state as it is.
    Stay,
    /// It leads to a state.
    To(State),
    /// It ends a wait for the requester, and otherwise leaves the state as it is.
    Answer,
}

/// What else must not be the case, beside the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// The actor is assigned already.
    AlreadyYours,
    /// Nobody is assigned.
    Unassigned,
    /// It is a major incident.
    Major,
    /// Part of the request is delivered.
    DeliveryBegun,
    /// The actor can still reopen it.
    Reopenable,
    /// The time to reopen is not over.
    WindowOpen,
    /// Those who have to agree heard of it a short while ago.
    JustAsked,
}

/// One action of one role, in every state.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// What is done.
    pub action: A,
    /// As whom.
    pub role: R,
    /// On which kinds of ticket.
    pub kinds: &'static [Kind],
    /// What stands against it even where `steps` allow it.
    pub unless: &'static [Guard],
    /// What it does, a column per state in the order of [`State::ALL`].
    pub steps: [Step; 8],
}

const fn row(action: A, role: R, kinds: &'static [Kind], unless: &'static [Guard], steps: [Step; 8]) -> Row {
    Row { action, role, kinds, unless, steps }
}

const EVERY: &[Kind] = Kind::ALL;
const REQUEST: &[Kind] = &[Kind::Request];
/// What a requester can see to be well again without the desk.
const TROUBLE: &[Kind] = &[Kind::Incident, Kind::Question];

// The columns, short enough to keep the table a table.
const NA: Step = Step::NotOffered;
const STAY: Step = Step::Stay;
const ANSW: Step = Step::Answer;
const PROG: Step = Step::To(State::InProgress);
const HOLD: Step = Step::To(State::OnHold);
const DONE: Step = Step::To(State::Resolved);
const CLOS: Step = Step::To(State::Closed);
const CANC: Step = Step::To(State::Cancelled);
const REJ: Step = Step::To(State::Rejected);
/// Not before the approvals are there.
const WAIT: Step = Step::Refused(Refusal::AwaitingApproval);
/// Not before somebody has begun, so that the first response is always known.
const IDLE: Step = Step::Refused(Refusal::NotStarted);
/// Not after the work is finished.
const OVER: Step = Step::Refused(Refusal::Finished);
/// Not any more: open a follow-up.
const SHUT: Step = Step::Refused(Refusal::Closed);

/// The table. At most one row for an action, a role and a kind; no row: the action is not for the role.
///
/// - Approval leads to work at once: the delivery time counts from there, whoever takes it.
/// - A requester cancels until work is finished, but neither a major incident nor what is partly delivered.
/// - A requester, and the desk, may remind those who have to agree, once a day.
/// - A requester declares an incident or a question done ("it works again"), but not a request: it is done on delivery.
/// - The system begins, resolves and cancels a request with its items, see [`super::rollup()`], and ends a wait when the
///   change or the problem that it waits for is done.
#[rustfmt::skip]
pub const TABLE: &[Row] = &[
    //                                                            new   await prog  hold  resol clos  canc  rejected
    row(A::Take,      R::Agent,     EVERY,   &[Guard::AlreadyYours],  [PROG, WAIT, STAY, STAY, NA,   NA,   NA,   NA]),
    row(A::Assign,    R::Agent,     EVERY,   &[],                     [STAY, WAIT, STAY, STAY, NA,   NA,   NA,   NA]),
    row(A::Start,     R::Agent,     EVERY,   &[Guard::Unassigned],    [PROG, WAIT, NA,   NA,   NA,   NA,   NA,   NA]),
    row(A::Start,     R::System,    EVERY,   &[],                     [PROG, NA,   NA,   NA,   NA,   NA,   NA,   NA]),
    row(A::Hold,      R::Agent,     EVERY,   &[],                     [IDLE, WAIT, HOLD, NA,   NA,   NA,   NA,   NA]),
    row(A::Resume,    R::Agent,     EVERY,   &[],                     [NA,   NA,   NA,   PROG, NA,   NA,   NA,   NA]),
    row(A::Resume,    R::System,    EVERY,   &[],                     [NA,   NA,   NA,   PROG, NA,   NA,   NA,   NA]),
    row(A::Resolve,   R::Agent,     EVERY,   &[],                     [IDLE, WAIT, DONE, DONE, NA,   NA,   NA,   NA]),
    row(A::Resolve,   R::Requester, TROUBLE, &[Guard::Major],         [DONE, NA,   DONE, DONE, NA,   NA,   NA,   NA]),
    row(A::Resolve,   R::System,    EVERY,   &[],                     [DONE, NA,   DONE, DONE, NA,   NA,   NA,   NA]),
    row(A::Confirm,   R::Requester, EVERY,   &[],                     [NA,   NA,   NA,   NA,   CLOS, NA,   NA,   NA]),
    row(A::Reopen,    R::Requester, EVERY,   &[Guard::Major],         [NA,   NA,   NA,   NA,   PROG, SHUT, NA,   NA]),
    row(A::Reopen,    R::Agent,     EVERY,   &[],                     [NA,   NA,   NA,   NA,   PROG, SHUT, NA,   NA]),
    row(A::Cancel,    R::Requester, EVERY,   &[Guard::Major, Guard::DeliveryBegun],
                                                                      [CANC, CANC, CANC, CANC, OVER, NA,   NA,   NA]),
    row(A::Cancel,    R::Agent,     EVERY,   &[],                     [CANC, CANC, CANC, CANC, OVER, NA,   NA,   NA]),
    row(A::Cancel,    R::System,    EVERY,   &[],                     [CANC, CANC, CANC, CANC, NA,   NA,   NA,   NA]),
    row(A::Comment,   R::Requester, EVERY,   &[],                     [STAY, STAY, STAY, ANSW, STAY, SHUT, SHUT, SHUT]),
    row(A::Comment,   R::Agent,     EVERY,   &[],                     [STAY, STAY, STAY, STAY, STAY, SHUT, SHUT, SHUT]),
    row(A::Comment,   R::Watcher,   EVERY,   &[],                     [STAY, STAY, STAY, STAY, STAY, SHUT, SHUT, SHUT]),
    row(A::WorkNote,  R::Agent,     EVERY,   &[],                     [STAY, STAY, STAY, STAY, STAY, SHUT, SHUT, SHUT]),
    row(A::FollowUp,  R::Requester, EVERY,   &[Guard::Reopenable],    [NA,   NA,   NA,   NA,   STAY, STAY, STAY, STAY]),
    row(A::FollowUp,  R::Agent,     EVERY,   &[Guard::Reopenable],    [NA,   NA,   NA,   NA,   STAY, STAY, STAY, STAY]),
    row(A::Rate,      R::Requester, EVERY,   &[],                     [NA,   NA,   NA,   NA,   STAY, STAY, NA,   NA]),
    row(A::Remind,    R::Requester, REQUEST, &[Guard::JustAsked],     [NA,   STAY, NA,   NA,   NA,   NA,   NA,   NA]),
    row(A::Remind,    R::Agent,     REQUEST, &[Guard::JustAsked],     [NA,   STAY, NA,   NA,   NA,   NA,   NA,   NA]),
    row(A::Approve,   R::System,    REQUEST, &[],                     [NA,   PROG, NA,   NA,   NA,   NA,   NA,   NA]),
    row(A::Reject,    R::System,    REQUEST, &[],                     [NA,   REJ,  NA,   NA,   NA,   NA,   NA,   NA]),
    row(A::AutoClose, R::System,    EVERY,   &[Guard::WindowOpen],    [NA,   NA,   NA,   NA,   CLOS, NA,   NA,   NA]),
];

/// The row for an action, a role and a kind.
pub fn find(kind: Kind, action: A, role: R) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.action == action && row.role == role && row.kinds.contains(&kind))
}

impl Row {
    /// What the action does in `state`; `None` for a state that the table does not have.
    pub fn step(&self, state: State) -> Option<Step> {
        let column = State::ALL.iter().position(|s| *s == state)?;
        self.steps.get(column).copied()
    }
}

/// What an action does, guards aside.
pub fn step(kind: Kind, state: State, action: A, role: R) -> Step {
    if !kind.has(state) || action == A::Unknown {
        return Step::Refused(Refusal::Unrecognised);
    }
    match find(kind, action, role) {
        None => Step::Refused(Refusal::NotPermitted),
        Some(row) => row.step(state).unwrap_or(Step::Refused(Refusal::Unrecognised)),
    }
}

impl Guard {
    /// The refusal, if this is the case.
    pub fn refusal(self, facts: &Facts, role: R, now: DateTime<Utc>) -> Option<Refusal> {
        let open = !facts.reopen_window_ended(now);
        match self {
            Self::AlreadyYours => facts.assigned_to_me.then_some(Refusal::AlreadyYours),
            Self::Unassigned => (!facts.assigned && !facts.assigned_to_me).then_some(Refusal::NotAssigned),
            Self::Major => facts.major.then_some(Refusal::MajorIncident),
            Self::DeliveryBegun => facts.delivery_begun.then_some(Refusal::DeliveryBegun),
            Self::Reopenable => {
                // Whoever may not reopen a major incident is left with a follow-up from the first minute.
                let may_reopen = !(facts.major && role == R::Requester);
                (facts.state == State::Resolved && open && may_reopen)
                    .then(|| Refusal::ReopenInstead { until: facts.reopen_until() })
            }
            Self::JustAsked => match facts.remind_from() {
                Some(from) => (now < from).then_some(Refusal::RemindLater { from }),
                // The step waits for an administrator, and there is nobody to remind.
                None => Some(Refusal::NotOffered),
            },
            Self::WindowOpen => open.then(|| Refusal::ReopenWindowOpen { until: facts.reopen_until() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_rows_say_something_about_the_same() {
        for (index, row) in TABLE.iter().enumerate() {
            for other in &TABLE[index + 1..] {
                let same = row.action == other.action && row.role == other.role;
                assert!(!same || !row.kinds.iter().any(|k| other.kinds.contains(k)), "{row:?}\n{other:?}");
            }
        }
    }

    #[test]
    fn every_action_is_for_somebody() {
        for action in A::ALL {
            assert!(TABLE.iter().any(|row| row.action == *action), "{action}");
        }
    }

    #[test]
    fn the_table_has_a_column_for_every_state() {
        for row in TABLE {
            assert_eq!(row.steps.len(), State::ALL.len());
        }
    }
}

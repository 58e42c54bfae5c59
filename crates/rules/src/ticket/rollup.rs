//! The state of a request that has several items.

use super::{Action, Change, Facts, Role, State};
use chrono::{DateTime, Utc};

/// The state that follows from the states of the items.
///
/// | items | request |
/// | --- | --- |
/// | all done, or done and given up | resolved |
/// | all given up | cancelled |
/// | some done, others open | in progress |
/// | open ones in one state, none done | that state |
/// | open ones in different states, work begun on one | in progress |
/// | some new, some awaiting approval | awaiting approval |
///
/// Done is resolved or closed; given up is cancelled or rejected. No items at all: new, for nothing was done.
pub fn rollup(items: &[State]) -> State {
    let done = items.iter().any(|item| matches!(item, State::Resolved | State::Closed));
    let mut open = items.iter().copied().filter(|item| *item != State::Resolved && !item.is_terminal());
    let Some(first) = open.next() else {
        return match (done, items.is_empty()) {
            (true, _) => State::Resolved,
            (false, true) => State::New,
            (false, false) => State::Cancelled,
        };
    };
    let rest: Vec<State> = open.collect();
    if done {
        State::InProgress
    } else if rest.iter().all(|state| *state == first) {
        first
    } else if rest.iter().chain([&first]).all(|state| matches!(state, State::New | State::AwaitingApproval)) {
        State::AwaitingApproval
    } else {
        State::InProgress
    }
}

/// What changes with a request of several items once these are in `items`; nothing where it stays as it is, or has ended.
pub fn follow(request: &Facts, items: &[State], now: DateTime<Utc>) -> Option<Change> {
    let (from, to) = (request.state, rollup(items));
    if from == to || from.is_terminal() || to == State::Unknown {
        return None;
    }
    let action = match to {
        State::Resolved => Action::Resolve,
        State::Cancelled => Action::Cancel,
        State::OnHold => Action::Hold,
        _ if from == State::Resolved => Action::Reopen,
        _ if from == State::OnHold => Action::Resume,
        _ if from == State::AwaitingApproval => Action::Approve,
        _ => Action::Start,
    };
    let reopens = u32::from(from == State::Resolved);
    Some(Change {
        action,
        role: Role::System,
        from,
        to,
        // What its items wait for they say themselves; several may wait for different things.
        hold_reason: None,
        resolved_at: (to == State::Resolved).then_some(now),
        reopen_count: request.reopen_count.saturating_add(reopens),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ticket::Kind;
    use State::{AwaitingApproval, Cancelled, Closed, InProgress, New, OnHold, Rejected, Resolved};
    use proptest::prelude::*;

    #[test]
    fn a_request_is_what_its_items_are() {
        let cases: &[(&[State], State)] = &[
            (&[], New),
            (&[Resolved, Closed], Resolved),
            (&[Closed], Resolved),
            (&[Resolved, Cancelled, Rejected], Resolved),
            (&[Cancelled, Rejected], Cancelled),
            (&[Rejected], Cancelled),
            (&[Resolved, New], InProgress),
            (&[Closed, OnHold, Cancelled], InProgress),
            (&[OnHold, OnHold, Rejected], OnHold),
            (&[AwaitingApproval], AwaitingApproval),
            (&[New, New], New),
            (&[New, AwaitingApproval], AwaitingApproval),
            (&[AwaitingApproval, InProgress], InProgress),
            (&[New, OnHold], InProgress),
            (&[State::Unknown], State::Unknown),
            (&[State::Unknown, Resolved], InProgress),
        ];
        for (items, expected) in cases {
            assert_eq!(rollup(items), *expected, "{items:?}");
        }
    }

    #[test]
    fn a_request_goes_where_its_items_go() {
        let now = "2026-11-21T09:00:00Z".parse::<DateTime<Utc>>().unwrap();
        let facts = |state| Facts { order: true, ..Facts::new(Kind::Request, state) };
        for (from, items, expected) in [
            (AwaitingApproval, &[AwaitingApproval, New][..], None),
            (AwaitingApproval, &[InProgress, AwaitingApproval], Some((Action::Approve, InProgress))),
            (AwaitingApproval, &[Rejected, Rejected], Some((Action::Cancel, Cancelled))),
            (New, &[InProgress, New], Some((Action::Start, InProgress))),
            (InProgress, &[OnHold, OnHold], Some((Action::Hold, OnHold))),
            (OnHold, &[InProgress, OnHold], Some((Action::Resume, InProgress))),
            (InProgress, &[Resolved, Closed, Cancelled], Some((Action::Resolve, Resolved))),
            (Resolved, &[InProgress, Resolved], Some((Action::Reopen, InProgress))),
            (Resolved, &[Closed, Resolved], None),
            (Closed, &[InProgress], None),
            (New, &[State::Unknown], None),
        ] {
            let change = follow(&facts(from), items, now);
            assert_eq!(change.map(|change| (change.action, change.to)), expected, "{from} {items:?}");
        }
        let resolved = follow(&facts(InProgress), &[Resolved], now).unwrap();
        assert_eq!((resolved.resolved_at, resolved.reopen_count), (Some(now), 0));
        let before = Facts { resolved_at: Some(now), ..facts(Resolved) };
        let reopened = follow(&before, &[InProgress], now).unwrap();
        assert_eq!((reopened.resolved_at, reopened.reopen_count), (None, 1));
    }

    proptest! {
        #[test]
        fn the_order_of_items_and_doubles_do_not_matter(
            items in prop::collection::vec(prop::sample::select(State::ALL), 0..6),
        ) {
            let found = rollup(&items);
            let mut twice = items.clone();
            twice.reverse();
            twice.extend(&items);
            prop_assert_eq!(rollup(&twice), found);
            // A request is open as long as one of its items is.
            let open = |state: &State| *state != Resolved && !state.is_terminal();
            prop_assert_eq!(open(&found), items.is_empty() || items.iter().any(open));
        }
    }
}

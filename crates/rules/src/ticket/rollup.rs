//! The state of a request that has several items.

use super::State;

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

#[cfg(test)]
mod tests {
    use super::*;
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

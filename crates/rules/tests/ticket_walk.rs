//! What holds for every ticket, whatever people do with it.

use chrono::{DateTime, TimeDelta, Utc};
use guichet_rules::ticket::{
    Action, Facts, HoldReason, Input, Kind, ResolutionCode, Role, State, apply, initial,
};
use proptest::prelude::*;

/// An input that has some of what an action may need.
fn input() -> impl Strategy<Value = Input<'static>> {
    (
        prop::option::of(prop::sample::select(vec!["", " ", "text"])),
        prop::option::of(prop::sample::select(HoldReason::ALL)),
        prop::option::of(prop::sample::select(ResolutionCode::ALL)),
        prop::option::of(prop::sample::select(vec!["", "text"])),
    )
        .prop_map(|(comment, hold_reason, resolution_code, resolution_text)| Input {
            comment,
            hold_reason,
            resolution_code,
            resolution_text,
        })
}

fn walk() -> impl Strategy<Value = Vec<(Action, Role, Input<'static>, i64)>> {
    let step = (
        prop::sample::select(Action::ALL),
        prop::sample::select(Role::ALL),
        input(),
        0_i64..3 * 24 * 60 * 60,
    );
    prop::collection::vec(step, 0..60)
}

proptest! {
    #[test]
    fn what_holds_for_every_ticket_holds_after_every_walk(
        kind in prop::sample::select(Kind::ALL),
        needs_approval in any::<bool>(),
        steps in walk(),
    ) {
        let mut facts = Facts::new(kind, initial(kind, needs_approval));
        let mut time: DateTime<Utc> = "2026-11-21T09:00:00Z".parse().unwrap();
        for (action, role, input, seconds) in steps {
            time += TimeDelta::seconds(seconds);
            let Ok(change) = apply(&facts, action, &input, &[role], time) else { continue };
            let before = facts;
            facts = change.after(&before);
            prop_assert!(kind.has(facts.state));
            prop_assert_eq!(facts.hold_reason.is_some(), facts.state == State::OnHold);
            prop_assert_eq!(facts.resolved_at.is_some(), matches!(facts.state, State::Resolved | State::Closed));
            let reopened = before.state == State::Resolved && facts.state == State::InProgress;
            prop_assert_eq!(facts.reopen_count, before.reopen_count + u32::from(reopened));
            if before.state.is_terminal() {
                prop_assert_eq!(facts, before);
                prop_assert!(matches!(action, Action::FollowUp | Action::Rate));
            }
        }
    }
}

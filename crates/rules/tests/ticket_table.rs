//! The ticket table as a whole: as text, and its laws.

use chrono::{DateTime, TimeDelta, Utc};
use guichet_rules::ticket::{
    Action, Change, Facts, HoldReason, Input, Kind, Refusal, ResolutionCode, Role, State, apply, initial,
    permitted,
    table::{self, Step},
};
use std::{collections::BTreeSet, fmt::Write};

const FULL: Input<'static> = Input {
    comment: Some("because"),
    hold_reason: Some(HoldReason::Requester),
    resolution_code: Some(ResolutionCode::Solved),
    resolution_text: Some("replaced the cable"),
};

fn now() -> DateTime<Utc> {
    "2026-11-21T09:00:00Z".parse().unwrap()
}

/// Every value, the unknown one too.
fn with_unknown<T: Copy>(known: &[T], unknown: T) -> Vec<T> {
    known.iter().copied().chain([unknown]).collect()
}

fn kinds() -> Vec<Kind> {
    with_unknown(Kind::ALL, Kind::Unknown)
}

fn states() -> Vec<State> {
    with_unknown(State::ALL, State::Unknown)
}

fn actions() -> Vec<Action> {
    with_unknown(Action::ALL, Action::Unknown)
}

fn roles() -> Vec<Role> {
    with_unknown(Role::ALL, Role::Unknown)
}

/// One line an action and role: `state>next` moves, `state=` stays, `state?` stays unless it waits for the requester,
/// `state!code` refuses; states that are not named do not offer it.
fn as_text() -> String {
    let mut text = String::new();
    for kind in Kind::ALL {
        writeln!(text, "# {kind}").unwrap();
        for action in Action::ALL {
            for role in Role::ALL {
                let Some(row) = table::find(*kind, *action, *role) else { continue };
                write!(text, "{action} {role}").unwrap();
                for guard in row.unless {
                    write!(text, " unless {guard:?}").unwrap();
                }
                write!(text, ":").unwrap();
                for state in State::ALL.iter().copied().filter(|state| kind.has(*state)) {
                    match table::step(*kind, state, *action, *role) {
                        Step::NotOffered => Ok(()),
                        Step::Refused(refusal) => write!(text, " {state}!{}", refusal.code()),
                        Step::Stay => write!(text, " {state}="),
                        Step::To(next) => write!(text, " {state}>{next}"),
                        Step::Answer => write!(text, " {state}?"),
                    }
                    .unwrap();
                }
                writeln!(text).unwrap();
            }
        }
    }
    text
}

#[test]
fn the_table_is_the_one_that_was_agreed() {
    let agreed = include_str!("ticket_table.txt");
    let found = as_text();
    for (line, (agreed, found)) in agreed.lines().zip(found.lines()).enumerate() {
        assert_eq!(agreed, found, "line {} of ticket_table.txt", line + 1);
    }
    assert_eq!(agreed.lines().count(), found.lines().count(), "the table is now:\n{found}");
}

/// Every combination of facts that a guard looks at, for a state.
fn facts(kind: Kind, state: State) -> Vec<Facts> {
    let mut all = Vec::new();
    for bits in 0..32_u8 {
        let bit = |n: u8| bits & (1 << n) != 0;
        for days in [None, Some(1), Some(7), Some(30)] {
            for hold_reason in [None, Some(HoldReason::Requester), Some(HoldReason::ThirdParty)] {
                all.push(Facts {
                    major: bit(0),
                    assigned: bit(1),
                    assigned_to_me: bit(2),
                    delivery_begun: bit(3),
                    asked_at: bit(4).then(|| now() - TimeDelta::days(days.unwrap_or_default())),
                    resolved_at: days.map(|days| now() - TimeDelta::days(days)),
                    hold_reason,
                    ..Facts::new(kind, state)
                });
            }
        }
    }
    all
}

#[test]
fn every_combination_is_decided_and_permitted_agrees_with_apply() {
    for kind in kinds() {
        for state in states() {
            for facts in facts(kind, state) {
                for role in roles() {
                    let permitted = permitted(&facts, &[role], now());
                    for action in actions() {
                        let listed = permitted.iter().find(|permission| permission.action == action);
                        let applied = apply(&facts, action, &FULL, &[role], now());
                        let about = || format!("{action} as {role} on {facts:?}");
                        match (listed, applied) {
                            (Some(p), Ok(change)) => {
                                assert!(p.allowed && p.reason.is_none(), "{}", about());
                                assert!(kind.has(change.to), "{} leads to {}", about(), change.to);
                                assert_eq!((change.from, change.role, change.action), (state, role, action));
                            }
                            (Some(p), Err(refusal)) => {
                                assert_eq!((p.allowed, p.reason), (false, Some(refusal)), "{}", about());
                            }
                            (None, Err(refusal)) => assert!(!refusal.is_shown(), "{}: {refusal:?}", about()),
                            (None, Ok(change)) => panic!("{} is not listed, yet gives {change:?}", about()),
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn what_this_release_does_not_know_offers_nothing() {
    let everyone = roles();
    for facts in [
        Facts::new(Kind::Unknown, State::New),
        Facts::new(Kind::Incident, State::Unknown),
        Facts::new(Kind::Incident, State::AwaitingApproval),
        Facts::new(Kind::Question, State::Rejected),
    ] {
        assert!(permitted(&facts, &everyone, now()).is_empty(), "{facts:?}");
        let refused = apply(&facts, Action::Comment, &FULL, &everyone, now());
        assert_eq!(refused, Err(Refusal::Unrecognised), "{facts:?}");
    }
    let known = Facts::new(Kind::Incident, State::New);
    assert_eq!(apply(&known, Action::Unknown, &FULL, &everyone, now()), Err(Refusal::Unrecognised));
    assert_eq!(apply(&known, Action::Comment, &FULL, &[Role::Unknown], now()), Err(Refusal::NotPermitted));
    assert_eq!(apply(&known, Action::Comment, &FULL, &[], now()), Err(Refusal::NotPermitted));
}

#[test]
fn nothing_leads_out_of_a_terminal_state() {
    for kind in Kind::ALL {
        for state in State::ALL.iter().filter(|state| state.is_terminal() && kind.has(**state)) {
            let mut possible = BTreeSet::new();
            for action in Action::ALL {
                for role in Role::ALL {
                    match table::step(*kind, *state, *action, *role) {
                        Step::Stay => {
                            possible.insert(*action);
                        }
                        Step::To(_) | Step::Answer => panic!("{action} as {role} leads out of {state}"),
                        Step::NotOffered | Step::Refused(_) => {}
                    }
                }
            }
            let rate = (*state == State::Closed).then_some(Action::Rate);
            let expected = BTreeSet::from_iter(rate.into_iter().chain([Action::FollowUp]));
            assert_eq!(possible, expected, "{kind} {state}");
        }
    }
}

/// Whatever can be done with `facts`, at once and when its time to reopen is over.
fn all_changes(facts: &Facts) -> Vec<Change> {
    let later = now() + TimeDelta::days(30);
    let mut changes = Vec::new();
    for action in Action::ALL {
        for role in Role::ALL {
            changes.extend(
                [now(), later].into_iter().filter_map(|at| apply(facts, *action, &FULL, &[*role], at).ok()),
            );
        }
    }
    changes
}

#[test]
fn every_state_of_a_kind_can_be_reached_and_no_other() {
    for kind in Kind::ALL {
        let mut reached = BTreeSet::new();
        let mut open =
            vec![Facts::new(*kind, initial(*kind, true)), Facts::new(*kind, initial(*kind, false))];
        while let Some(facts) = open.pop() {
            if reached.insert(facts.state) {
                open.extend(all_changes(&facts).iter().map(|change| change.after(&facts)));
            }
        }
        let expected: BTreeSet<State> = State::ALL.iter().copied().filter(|state| kind.has(*state)).collect();
        assert_eq!(reached, expected, "{kind}");
    }
}

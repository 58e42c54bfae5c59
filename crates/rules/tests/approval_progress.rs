//! What votes decide, and that they decide it for good.

use guichet_rules::{
    approval::{
        Decision, DecisionRefusal, Outcome, Plan, PlannedApprover, PlannedStep, Policy, SkipReason,
        StepState, Vote, may_decide, may_decide_for, progress,
    },
    ids::{PersonId, StepId},
};
use proptest::prelude::*;

fn person(number: usize) -> PersonId {
    PersonId::new(format!("p{number}")).unwrap()
}

fn step_id(number: usize) -> StepId {
    StepId::new(format!("s{number}")).unwrap()
}

/// A step that asks the first `asked` people.
fn step(number: usize, policy: Policy, asked: usize) -> PlannedStep {
    PlannedStep {
        id: step_id(number),
        approvers: (0..asked)
            .map(|p| PlannedApprover { person: person(p), instead_of: None, note: None })
            .collect(),
        passed_over: Vec::new(),
        remind_after: None,
        policy,
        because: None,
        problem: None,
        skipped: None,
    }
}

fn skipped(number: usize) -> PlannedStep {
    PlannedStep { skipped: Some(SkipReason::ConditionNotMet), ..step(number, Policy::All, 0) }
}

fn vote(step: usize, by: usize, decision: Decision) -> Vote {
    Vote { step: step_id(step), person: person(by), by: None, decision }
}

fn states(plan: &Plan, votes: &[Vote]) -> (Vec<StepState>, Option<usize>, Outcome) {
    let progress = progress(plan, votes);
    (progress.steps.iter().map(|step| step.state).collect(), progress.current, progress.overall)
}

#[test]
fn steps_follow_one_another_and_a_refusal_ends_the_chain() {
    use Decision::{Approve, Reject};
    use StepState::{Approved, NotStarted, Rejected, Skipped, Waiting};
    let plan = Plan {
        steps: vec![
            step(0, Policy::Anyone, 2),
            skipped(1),
            step(2, Policy::All, 2),
            step(3, Policy::Anyone, 1),
        ],
    };
    for (votes, expected) in [
        (vec![], (vec![Waiting, Skipped, NotStarted, NotStarted], Some(0), Outcome::Waiting)),
        // One of two may still agree.
        (
            vec![vote(0, 0, Reject)],
            (vec![Waiting, Skipped, NotStarted, NotStarted], Some(0), Outcome::Waiting),
        ),
        (
            vec![vote(0, 0, Reject), vote(0, 1, Reject)],
            (vec![Rejected, Skipped, NotStarted, NotStarted], None, Outcome::Rejected),
        ),
        (
            vec![vote(0, 1, Approve)],
            (vec![Approved, Skipped, Waiting, NotStarted], Some(2), Outcome::Waiting),
        ),
        (
            vec![vote(0, 1, Approve), vote(2, 0, Reject), vote(3, 0, Approve)],
            (vec![Approved, Skipped, Rejected, NotStarted], None, Outcome::Rejected),
        ),
        (
            vec![vote(0, 1, Approve), vote(2, 0, Approve), vote(2, 1, Approve), vote(3, 0, Approve)],
            (vec![Approved, Skipped, Approved, Approved], None, Outcome::Approved),
        ),
    ] {
        assert_eq!(states(&plan, &votes), expected, "{votes:?}");
    }
}

#[test]
fn where_no_step_applies_nobody_has_to_agree() {
    for plan in [Plan::default(), Plan { steps: vec![skipped(0), skipped(1)] }] {
        assert!(!plan.needs_approval());
        assert_eq!(progress(&plan, &[]).overall, Outcome::Approved);
    }
}

#[test]
fn strangers_and_second_thoughts_do_not_count() {
    let plan = Plan { steps: vec![step(0, Policy::All, 2)] };
    let votes = [
        vote(0, 7, Decision::Approve),
        vote(0, 0, Decision::Unknown),
        vote(0, 0, Decision::Approve),
        vote(0, 0, Decision::Reject),
        vote(0, 0, Decision::Approve),
    ];
    let found = progress(&plan, &votes);
    assert_eq!((found.steps[0].asked, found.steps[0].approved, found.steps[0].rejected), (2, 1, 0));
    assert_eq!(found.overall, Outcome::Waiting);
}

#[test]
fn who_may_decide_when() {
    let plan = Plan { steps: vec![step(0, Policy::Anyone, 2), step(1, Policy::All, 2), skipped(2)] };
    let may = |votes: &[Vote], step: usize, by: usize| may_decide(&plan, votes, &step_id(step), &person(by));
    assert_eq!(may(&[], 0, 0), Ok(()));
    assert_eq!(may(&[], 0, 7), Err(DecisionRefusal::NotAsked));
    assert_eq!(may(&[], 9, 0), Err(DecisionRefusal::NotAsked));
    assert_eq!(may(&[], 2, 0), Err(DecisionRefusal::NotAsked));
    assert_eq!(may(&[], 1, 0), Err(DecisionRefusal::NotYet));
    let first = [vote(0, 0, Decision::Approve)];
    assert_eq!(may(&first, 0, 0), Err(DecisionRefusal::AlreadyAnswered));
    assert_eq!(may(&first, 0, 1), Err(DecisionRefusal::Over));
    assert_eq!(may(&first, 1, 1), Ok(()));
    let refused = [vote(0, 0, Decision::Reject), vote(0, 1, Decision::Reject)];
    assert_eq!(may(&refused, 1, 0), Err(DecisionRefusal::Over));
}

#[test]
fn who_may_decide_for_somebody_else() {
    let plan = Plan { steps: vec![step(0, Policy::All, 3), step(1, Policy::Anyone, 1)] };
    let may = |votes: &[Vote], of: usize, by: usize| {
        may_decide_for(&plan, votes, &step_id(0), &person(of), &person(by))
    };
    let cast = |of: usize, by: usize| Vote { by: Some(person(by)), ..vote(0, of, Decision::Approve) };
    // Somebody who is not asked, and who stands in for one or for two.
    assert_eq!(may(&[], 0, 7), Ok(()));
    assert_eq!(may(&[cast(0, 7)], 1, 7), Err(DecisionRefusal::SecondVote));
    assert_eq!(may(&[cast(0, 7)], 1, 8), Ok(()));
    assert_eq!(may(&[cast(0, 7)], 0, 8), Err(DecisionRefusal::AlreadyAnswered));
    // Somebody who is asked too.
    assert_eq!(may(&[], 0, 1), Err(DecisionRefusal::SecondVote));
    // What the approver themselves may not do, nobody may for them.
    assert_eq!(may(&[], 7, 8), Err(DecisionRefusal::NotAsked));
    let later = may_decide_for(&plan, &[], &step_id(1), &person(0), &person(7));
    assert_eq!(later, Err(DecisionRefusal::NotYet));
    // A vote in an earlier step is none in this one.
    let votes = [cast(0, 7), cast(1, 8), cast(2, 9)];
    assert_eq!(may_decide_for(&plan, &votes, &step_id(1), &person(0), &person(7)), Ok(()));
    // It is the vote of the one who was asked.
    assert_eq!(progress(&plan, &votes).steps[0].approved, 3);
}

fn policy(asked: usize) -> impl Strategy<Value = Policy> {
    let asked = u32::try_from(asked).unwrap();
    prop_oneof![
        Just(Policy::Anyone),
        Just(Policy::All),
        Just(Policy::Majority),
        (1_u8..=100).prop_map(Policy::Percent),
        (1..=asked).prop_map(Policy::Count),
    ]
}

/// A chain whose steps can all be decided, and a vote of everyone asked in each of them.
fn decided() -> impl Strategy<Value = (Plan, Vec<Vote>)> {
    let step_and_answers = (1_usize..5).prop_flat_map(|asked| {
        (policy(asked), prop::collection::vec(any::<bool>(), asked), prop::bool::weighted(0.2))
    });
    prop::collection::vec(step_and_answers, 0..4).prop_map(|chain| {
        let mut votes = Vec::new();
        let mut steps = Vec::new();
        for (number, (policy, answers, skip)) in chain.into_iter().enumerate() {
            steps.push(if skip { skipped(number) } else { step(number, policy, answers.len()) });
            for (by, agrees) in answers.into_iter().enumerate() {
                votes.push(vote(number, by, if agrees { Decision::Approve } else { Decision::Reject }));
            }
        }
        (Plan { steps }, votes)
    })
}

/// The same, with the votes in two orders.
fn in_two_orders() -> impl Strategy<Value = (Plan, Vec<Vote>, Vec<Vote>)> {
    decided().prop_flat_map(|(plan, votes)| (Just(plan), Just(votes.clone()), Just(votes).prop_shuffle()))
}

proptest! {
    #[test]
    fn once_everyone_voted_it_is_decided((plan, votes) in decided()) {
        let found = progress(&plan, &votes);
        prop_assert!(matches!(found.overall, Outcome::Approved | Outcome::Rejected), "{:?}", found);
        prop_assert_eq!(found.current, None);
    }

    #[test]
    fn the_order_of_votes_does_not_matter((plan, one, other) in in_two_orders()) {
        prop_assert_eq!(progress(&plan, &one), progress(&plan, &other));
    }

    #[test]
    fn what_is_decided_stays_decided((plan, _, votes) in in_two_orders()) {
        let mut before = progress(&plan, &[]);
        for count in 1..=votes.len() {
            let after = progress(&plan, &votes[..count]);
            for (before, after) in before.steps.iter().zip(&after.steps) {
                if matches!(before.state, StepState::Approved | StepState::Rejected | StepState::Skipped) {
                    prop_assert_eq!(before.state, after.state);
                }
            }
            if before.overall != Outcome::Waiting {
                prop_assert_eq!(before.overall, after.overall);
            }
            before = after;
        }
    }

    #[test]
    fn a_chain_has_one_step_that_waits_and_nothing_starts_behind_it(
        (plan, _, votes) in in_two_orders(),
        share in 0.0..1.0,
    ) {
        let some = &votes[..(votes.len() as f64 * share) as usize];
        let found = progress(&plan, some);
        let stops = found.steps.iter().position(|s| matches!(s.state, StepState::Waiting | StepState::Rejected));
        let behind = found.steps.iter().skip(stops.map_or(usize::MAX, |stop| stop + 1));
        for step in behind {
            prop_assert!(matches!(step.state, StepState::NotStarted | StepState::Skipped), "{:?}", found);
            prop_assert_eq!((step.approved, step.rejected), (0, 0));
        }
        let waits = stops.filter(|stop| found.steps[*stop].state == StepState::Waiting);
        prop_assert_eq!(found.current, waits);
        prop_assert_eq!(found.overall == Outcome::Approved, stops.is_none());
    }
}

//! Who is asked, on a small company.

use chrono::{DateTime, TimeDelta, Utc};
use guichet_rules::{
    approval::{
        Approvers, ConfigProblem, Context, Delegation, Directory, Note, PassReason, Plan, PlannedStep,
        Policy, SkipReason, StepRule, When, deputy, plan,
    },
    form::Condition,
    ids::{CostCentreId, GroupId, LocationId, PersonId, QuestionId, StepId},
    person::{Employment, Person},
};

/// aylin and jonas report to mara, mara and hana to the top, who reports to nobody; gone left and temp is a contractor.
/// Delegations are pairs, from the day before to the day after.
struct Company {
    delegations: Vec<(&'static str, &'static str)>,
}

const PEOPLE: &[(&str, Option<&str>)] = &[
    ("aylin", Some("mara")),
    ("jonas", Some("mara")),
    ("mara", Some("top")),
    ("hana", Some("top")),
    ("top", None),
    ("temp", Some("mara")),
];
const LEFT: &[(&str, Option<&str>)] = &[("gone", Some("mara")), ("orphan", Some("gone"))];

fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-11-21T09:00:00Z".parse().unwrap()
}

impl Directory for Company {
    fn person(&self, wanted: &PersonId) -> Option<Person> {
        let found = PEOPLE.iter().chain(LEFT).find(|(name, _)| *name == wanted.as_str());
        found.map(|(name, manager)| Person {
            id: id(name),
            groups: Vec::new(),
            location: LocationId::new("berlin").unwrap(),
            employment: if *name == "temp" { Employment::Contractor } else { Employment::Employee },
            manager: manager.map(id),
            cost_centre: None,
            active: *name != "gone",
            rights: Vec::new(),
        })
    }

    fn members(&self, group: &GroupId) -> Vec<PersonId> {
        match group.as_str() {
            "finance" => vec![id("hana"), id("jonas"), id("gone")],
            "ghosts" => vec![id("gone"), id("nobody-knows")],
            _ => Vec::new(),
        }
    }

    fn cost_centre_owner(&self, cost_centre: &CostCentreId) -> Option<PersonId> {
        (cost_centre.as_str() == "4410").then(|| id("mara"))
    }

    fn delegation(&self, person: &PersonId, at: DateTime<Utc>) -> Option<Delegation> {
        let (_, to) = self.delegations.iter().find(|(from, _)| *from == person.as_str())?;
        let (starts_at, ends_at) = (now() - TimeDelta::days(1), now() + TimeDelta::days(1));
        let found = Delegation {
            delegator: person.clone(),
            delegate: id(to),
            from: starts_at.date_naive(),
            until: ends_at.date_naive(),
            starts_at,
            ends_at,
        };
        Some(found).filter(|found| found.is_active(at))
    }
}

const NOBODY_AWAY: Company = Company { delegations: Vec::new() };

/// What `person` orders for themselves, for nothing, and nobody else answers for.
fn for_themselves(person: &PersonId) -> Context<'_> {
    Context {
        requester: person,
        beneficiary: person,
        cost_centre: None,
        service_owner: None,
        one_off_total: 0,
        now: now(),
    }
}

fn rule(approvers: Approvers, policy: Policy) -> StepRule {
    StepRule {
        id: StepId::new("step").unwrap(),
        approvers,
        policy,
        when: None,
        because: None,
        remind_after: None,
    }
}

fn people(names: &[&str]) -> Approvers {
    Approvers::People(names.iter().map(|name| id(name)).collect())
}

fn group(name: &str) -> Approvers {
    Approvers::Group(GroupId::new(name).unwrap())
}

/// A request that `requester` files for `beneficiary`.
fn plan_for(company: &Company, requester: &str, beneficiary: &str, rules: &[StepRule]) -> Plan {
    let (requester, beneficiary) = (id(requester), id(beneficiary));
    let context = Context { beneficiary: &beneficiary, one_off_total: 200_000, ..for_themselves(&requester) };
    plan(rules, &context, company, &|_| false)
}

fn step_for(company: &Company, requester: &str, beneficiary: &str, approvers: Approvers) -> PlannedStep {
    plan_for(company, requester, beneficiary, &[rule(approvers, Policy::Anyone)]).steps.remove(0)
}

/// Who is asked, and in whose place.
fn asked(step: &PlannedStep) -> Vec<(&str, Option<&str>, Option<Note>)> {
    let approvers = step.approvers.iter();
    approvers.map(|a| (a.person.as_str(), a.instead_of.as_ref().map(PersonId::as_str), a.note)).collect()
}

fn passed_over(step: &PlannedStep) -> Vec<(&str, PassReason)> {
    step.passed_over.iter().map(|passed| (passed.person.as_str(), passed.reason)).collect()
}

#[test]
fn the_manager_is_the_one_of_the_person_it_is_for() {
    let step = step_for(&NOBODY_AWAY, "hana", "aylin", Approvers::Manager);
    assert_eq!(asked(&step), [("mara", None, None)]);
    assert_eq!(step.problem, None);
}

#[test]
fn nobody_approves_their_own_request() {
    // A manager who orders for a report, and one who orders for themselves where they would be asked.
    for (requester, beneficiary, approvers) in [
        ("mara", "aylin", Approvers::Manager),
        ("aylin", "mara", people(&["mara"])),
        ("mara", "mara", people(&["mara"])),
    ] {
        let step = step_for(&NOBODY_AWAY, requester, beneficiary, approvers);
        assert_eq!(
            asked(&step),
            [("top", Some("mara"), Some(Note::OwnRequest))],
            "{requester} for {beneficiary}"
        );
        assert_eq!(passed_over(&step), [("mara", PassReason::OwnRequest)]);
    }
    // Of a group, only the one whom it concerns is replaced; who left is not.
    let step = step_for(&NOBODY_AWAY, "jonas", "jonas", group("finance"));
    assert_eq!(asked(&step), [("hana", None, None), ("mara", Some("jonas"), Some(Note::OwnRequest))]);
    assert_eq!(passed_over(&step), [("jonas", PassReason::OwnRequest), ("gone", PassReason::Inactive)]);
}

#[test]
fn two_whom_it_concerns_are_climbed_past() {
    // aylin's manager filed it: both are concerned, so it goes to the manager's manager.
    let step = step_for(&NOBODY_AWAY, "mara", "aylin", people(&["aylin"]));
    assert_eq!(asked(&step), [("top", Some("aylin"), Some(Note::OwnRequest))]);
    assert_eq!(passed_over(&step), [("aylin", PassReason::OwnRequest), ("mara", PassReason::OwnRequest)]);
}

/// Who may decide for `approver` in a step that asks them, `hours` from now.
fn deputy_of(
    company: &Company,
    step: &PlannedStep,
    approver: &str,
    requester: &str,
    hours: i64,
) -> Option<String> {
    let found = deputy(step, &id(approver), &[&id(requester)], company, now() + TimeDelta::hours(hours));
    found.map(|delegation| delegation.delegate.to_string())
}

#[test]
fn who_is_away_is_asked_and_their_delegate_may_decide() {
    let away = Company { delegations: vec![("mara", "hana"), ("hana", "top")] };
    let step = step_for(&away, "aylin", "aylin", Approvers::Manager);
    assert_eq!(asked(&step), [("mara", None, None)]);
    // One step far: hana's own delegation is for what hana is asked.
    assert_eq!(deputy_of(&away, &step, "mara", "aylin", 0).as_deref(), Some("hana"));
    // Its first instant belongs to it, its end does not.
    assert_eq!(deputy_of(&away, &step, "mara", "aylin", -24).as_deref(), Some("hana"));
    assert_eq!(deputy_of(&away, &step, "mara", "aylin", -25), None);
    assert_eq!(deputy_of(&away, &step, "mara", "aylin", 24), None);
    // Two who stand in for one another: each decides for the other, and neither is asked in a circle.
    let circle = Company { delegations: vec![("mara", "hana"), ("hana", "mara")] };
    assert_eq!(deputy_of(&circle, &step, "mara", "aylin", 0).as_deref(), Some("hana"));
    assert_eq!(deputy_of(&NOBODY_AWAY, &step, "mara", "aylin", 0), None);
}

#[test]
fn no_delegate_decides_over_their_own_request_or_twice() {
    let to_requester = Company { delegations: vec![("mara", "aylin")] };
    let step = step_for(&to_requester, "aylin", "aylin", Approvers::Manager);
    assert_eq!(asked(&step), [("mara", None, None)]);
    assert_eq!(deputy_of(&to_requester, &step, "mara", "aylin", 0), None);
    for delegate in ["gone", "temp", "nobody-knows"] {
        let company = Company { delegations: vec![("mara", delegate)] };
        assert_eq!(deputy_of(&company, &step, "mara", "aylin", 0), None, "{delegate}");
    }
    let colleague = Company { delegations: vec![("jonas", "hana")] };
    let both = step_for(&colleague, "aylin", "aylin", people(&["hana", "jonas"]));
    assert_eq!(asked(&both), [("hana", None, None), ("jonas", None, None)]);
    assert_eq!(deputy_of(&colleague, &both, "jonas", "aylin", 0), None, "asked as well");
    let alone = step_for(&colleague, "aylin", "aylin", people(&["jonas"]));
    assert_eq!(deputy_of(&colleague, &alone, "jonas", "aylin", 0).as_deref(), Some("hana"));
}

#[test]
fn who_left_is_replaced_by_the_delegate_they_named() {
    let of_the_gone = Company { delegations: vec![("gone", "hana")] };
    let step = step_for(&of_the_gone, "aylin", "aylin", people(&["gone"]));
    assert_eq!(asked(&step), [("hana", Some("gone"), Some(Note::Delegated))]);
    let to_nobody = Company { delegations: vec![("gone", "temp")] };
    let step = step_for(&to_nobody, "aylin", "aylin", people(&["gone", "mara"]));
    assert_eq!(asked(&step), [("mara", None, None)]);
    assert_eq!(passed_over(&step), [("temp", PassReason::NoDelegate), ("gone", PassReason::Inactive)]);
}

#[test]
fn nobody_is_asked_twice_in_a_step() {
    let left = Company { delegations: vec![("gone", "hana")] };
    let step = step_for(&left, "aylin", "aylin", people(&["hana", "gone", "hana"]));
    assert_eq!(asked(&step), [("hana", None, None)]);
    assert_eq!(passed_over(&step), [("gone", PassReason::AlreadyAsked)]);
}

#[test]
fn what_one_refusal_does_is_known_before_anyone_is_asked() {
    for (policy, end) in [
        (Policy::Anyone, Some(2)),
        (Policy::All, Some(1)),
        (Policy::Majority, Some(1)),
        (Policy::Percent(50), Some(2)),
        (Policy::Count(3), None),
    ] {
        let step = plan_for(&NOBODY_AWAY, "aylin", "aylin", &[rule(people(&["hana", "jonas"]), policy)])
            .steps
            .remove(0);
        assert_eq!(step.refusals_to_end(), end, "{policy:?}");
    }
}

#[test]
fn the_same_person_is_asked_again_in_a_later_step() {
    let rules = [rule(Approvers::Manager, Policy::Anyone), rule(people(&["mara"]), Policy::Anyone)];
    let plan = plan_for(&NOBODY_AWAY, "aylin", "aylin", &rules);
    for step in &plan.steps {
        assert_eq!(asked(step), [("mara", None, None)]);
    }
}

#[test]
fn nobody_to_ask_is_a_problem_and_never_an_approval() {
    let aylin = id("aylin");
    let context = for_themselves(&aylin);
    let unowned = CostCentreId::new("9999").unwrap();
    let for_top = Context { beneficiary: &id("top"), ..context };
    let for_stranger = Context { beneficiary: &id("stranger"), ..context };
    let for_orphan = Context { beneficiary: &id("orphan"), ..context };
    let on_unowned = Context { cost_centre: Some(&unowned), ..context };
    let top_for_top = Context { requester: &id("top"), ..for_top };
    let empty = GroupId::new("empty").unwrap();
    for (context, rule, problem) in [
        (for_top, rule(Approvers::Manager, Policy::Anyone), ConfigProblem::NoManager { person: id("top") }),
        (
            for_stranger,
            rule(Approvers::Manager, Policy::Anyone),
            ConfigProblem::NoSuchPerson { person: id("stranger") },
        ),
        (for_orphan, rule(Approvers::Manager, Policy::Anyone), ConfigProblem::NobodyLeft),
        (
            context,
            rule(Approvers::CostCentreOwner, Policy::Anyone),
            ConfigProblem::NoCostCentre { person: id("aylin") },
        ),
        (
            on_unowned,
            rule(Approvers::CostCentreOwner, Policy::Anyone),
            ConfigProblem::NoCostCentreOwner { cost_centre: unowned.clone() },
        ),
        (context, rule(Approvers::ServiceOwner, Policy::Anyone), ConfigProblem::NoServiceOwner),
        (context, rule(group("empty"), Policy::Anyone), ConfigProblem::EmptyGroup { group: empty }),
        (context, rule(group("ghosts"), Policy::Anyone), ConfigProblem::NobodyLeft),
        (context, rule(people(&[]), Policy::Anyone), ConfigProblem::NobodyNamed),
        (top_for_top, rule(people(&["top"]), Policy::All), ConfigProblem::NobodyLeft),
        (
            context,
            rule(people(&["hana", "mara"]), Policy::Count(3)),
            ConfigProblem::CountOutOfRange { count: 3, asked: 2 },
        ),
        (
            context,
            rule(people(&["hana"]), Policy::Percent(101)),
            ConfigProblem::PercentOutOfRange { percent: 101 },
        ),
        (context, rule(people(&["hana"]), Policy::Unknown), ConfigProblem::UnknownPolicy),
    ] {
        let plan = plan(&[rule], &context, &NOBODY_AWAY, &|_| true);
        assert!(plan.needs_approval());
        assert_eq!(plan.problems().map(|(_, problem)| problem).collect::<Vec<_>>(), [&problem]);
        let progress = guichet_rules::approval::progress(&plan, &[]);
        assert_eq!(progress.overall, guichet_rules::approval::Outcome::Waiting, "{problem}");
    }
}

#[test]
fn owners_are_asked_where_there_are_some() {
    let (cost_centre, owner) = (CostCentreId::new("4410").unwrap(), id("hana"));
    let aylin = id("aylin");
    let context =
        Context { cost_centre: Some(&cost_centre), service_owner: Some(&owner), ..for_themselves(&aylin) };
    let rules =
        [rule(Approvers::CostCentreOwner, Policy::Anyone), rule(Approvers::ServiceOwner, Policy::Anyone)];
    let plan = plan(&rules, &context, &NOBODY_AWAY, &|_| true);
    let names: Vec<_> = plan.steps.iter().map(asked).collect();
    assert_eq!(names, [[("mara", None, None)], [("hana", None, None)]]);
}

#[test]
fn a_step_whose_condition_is_not_met_asks_nobody_and_is_no_problem() {
    let present = |question: &str| When::Answers(Condition::Present(QuestionId::new(question).unwrap()));
    let is_use = |condition: &Condition| *condition == Condition::Present(QuestionId::new("use").unwrap());
    let aylin = id("aylin");
    let context = Context { one_off_total: 200_000, ..for_themselves(&aylin) };
    for (when, applies) in [
        (When::CostOver(199_999), true),
        (When::CostOver(200_000), false),
        (present("use"), true),
        (present("model"), false),
    ] {
        let rule = StepRule { when: Some(when.clone()), ..rule(group("empty"), Policy::All) };
        let plan = plan(&[rule], &context, &NOBODY_AWAY, &is_use);
        assert_eq!(plan.needs_approval(), applies, "{when:?}");
        assert_eq!(plan.problems().count() == 1, applies);
        assert_eq!(plan.steps[0].skipped.is_none(), applies);
        assert!(applies || plan.steps[0].skipped == Some(SkipReason::ConditionNotMet));
    }
}

#[test]
fn a_plan_of_a_later_release_can_be_read() {
    let read: Plan = serde_json::from_value(serde_json::json!({
        "steps": [{
            "id": "a",
            "approvers": [{"person": "mara", "note": "on_a_whim", "weight": 2}],
            "policy": {"quorum": {"of": 3}},
            "problem": {"code": "moon", "phase": 1},
            "skipped": "holiday",
        }],
    }))
    .unwrap();
    let step = &read.steps[0];
    assert_eq!(step.policy, Policy::Unknown);
    assert_eq!(step.problem, Some(ConfigProblem::Unknown));
    assert_eq!(step.skipped, Some(SkipReason::Unknown));
    assert_eq!(asked(step), [("mara", None, Some(Note::Unknown))]);
}

#[test]
fn who_left_after_it_was_filed_is_not_waited_for() {
    let (aylin, hana, mara) = (id("aylin"), id("hana"), id("mara"));
    let rules = [rule(people(&["hana", "mara"]), Policy::All)];
    let planned = plan(&rules, &for_themselves(&aylin), &NOBODY_AWAY, &|_| true).steps.remove(0);
    for (delegate, asked, passed_over) in [
        (None, &["mara"][..], 1),
        (Some("jonas"), &["jonas", "mara"], 0),
        // A contractor, whoever asks, and somebody who is asked already.
        (Some("temp"), &["mara"], 1),
        (Some("aylin"), &["mara"], 1),
        (Some("mara"), &["mara"], 1),
    ] {
        let company = Company { delegations: delegate.map(|to| ("hana", to)).into_iter().collect() };
        let mut step = planned.clone();
        assert!(step.without(&hana, &[&aylin], &company, now()));
        let names: Vec<&str> = step.approvers.iter().map(|approver| approver.person.as_str()).collect();
        assert_eq!((names.as_slice(), step.passed_over.len()), (asked, passed_over), "{delegate:?}");
        assert!(step.passed_over.iter().all(|passed| passed.reason == PassReason::Inactive));
        assert_eq!(step.problem, None);
        // Once is enough.
        assert!(!step.without(&hana, &[&aylin], &company, now()));
    }
    let mut step = planned;
    assert!(step.without(&hana, &[&aylin], &NOBODY_AWAY, now()));
    assert!(step.without(&mara, &[&aylin], &NOBODY_AWAY, now()));
    assert_eq!(step.problem, Some(ConfigProblem::NobodyLeft));
}

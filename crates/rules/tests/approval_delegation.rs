//! Arranging that somebody else decides.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use guichet_rules::{
    approval::{
        Arrangement, Delegation, DelegationField, DelegationPhase, DelegationProblem as P, DelegationRefusal,
        MOST_DELEGATION_DAYS, check_delegation, may_change_delegation,
    },
    ids::{LocationId, PersonId},
    person::{Employment, Person},
};
use proptest::prelude::*;

/// What is wrong with what is right.
const NOTHING: [P; 0] = [];

fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Noon of 1 December.
fn now() -> DateTime<Utc> {
    "2026-12-01T12:00:00Z".parse().unwrap()
}

fn person(name: &str, employment: Employment, active: bool) -> Person {
    Person {
        id: id(name),
        groups: Vec::new(),
        location: LocationId::new("berlin").unwrap(),
        employment,
        manager: None,
        cost_centre: None,
        active,
        rights: Vec::new(),
    }
}

/// From the beginning of one day to the end of another, in UTC.
fn between(delegator: &str, delegate: &str, from: NaiveDate, until: NaiveDate) -> Delegation {
    let midnight = |day: NaiveDate| day.and_hms_opt(0, 0, 0).unwrap().and_utc();
    Delegation {
        delegator: id(delegator),
        delegate: id(delegate),
        from,
        until,
        starts_at: midnight(from),
        ends_at: midnight(until + Days::new(1)),
    }
}

fn ada(from: &str, until: &str) -> Delegation {
    between("ada", "ben", day(from), day(until))
}

fn check(
    wanted: &Delegation,
    was: Option<&Delegation>,
    others: &[Delegation],
    of_delegate: &[Delegation],
) -> Vec<P> {
    let ben = person("ben", Employment::Employee, true);
    check_delegation(&Arrangement {
        wanted,
        was,
        delegate: Some(&ben),
        others,
        of_delegate,
        today: now().date_naive(),
        now: now(),
    })
}

#[test]
fn days_are_looked_at() {
    for (from, until, expected) in [
        ("2026-12-01", "2026-12-01", vec![]),
        ("2026-12-24", "2027-01-06", vec![]),
        ("2026-12-01", "2027-12-01", vec![]),
        ("2026-12-01", "2027-12-02", vec![P::TooLong { days: MOST_DELEGATION_DAYS }]),
        ("2026-11-30", "2026-12-03", vec![P::BeginsInThePast]),
        ("2026-12-05", "2026-12-04", vec![P::EndsTooEarly]),
        ("2026-11-01", "2026-11-30", vec![P::BeginsInThePast, P::EndsTooEarly]),
    ] {
        assert_eq!(check(&ada(from, until), None, &[], &[]), expected, "{from} to {until}");
    }
}

#[test]
fn a_delegate_is_somebody_else_who_is_there() {
    let wanted = ada("2026-12-01", "2026-12-03");
    let with = |delegate: Option<&Person>| {
        check_delegation(&Arrangement {
            wanted: &wanted,
            was: None,
            delegate,
            others: &[],
            of_delegate: &[],
            today: now().date_naive(),
            now: now(),
        })
    };
    assert_eq!(with(None), [P::NotFound]);
    for (employment, active, expected) in [
        (Employment::Employee, true, vec![]),
        (Employment::Employee, false, vec![P::Inactive]),
        (Employment::Contractor, true, vec![P::NotEmployed]),
        (Employment::Intern, true, vec![P::NotEmployed]),
        (Employment::Other, true, vec![P::NotEmployed]),
    ] {
        assert_eq!(with(Some(&person("ben", employment, active))), expected, "{employment:?} {active}");
    }
    let to_oneself = between("ada", "ada", day("2026-12-01"), day("2026-12-03"));
    assert_eq!(check(&to_oneself, None, &[], &[]), [P::ToOneself]);
    let of_ben = between("ben", "cleo", day("2026-12-03"), day("2026-12-10"));
    let away = P::DelegateAway { from: of_ben.from, until: of_ben.until };
    assert_eq!(check(&wanted, None, &[], std::slice::from_ref(&of_ben)), [away]);
    // The day after is free.
    assert_eq!(check(&ada("2026-12-01", "2026-12-02"), None, &[], &[of_ben]), NOTHING);
}

#[test]
fn there_is_one_at_a_time() {
    let other = ada("2026-12-10", "2026-12-20");
    let overlaps = P::Overlaps { from: other.from, until: other.until };
    for (from, until, free) in [
        ("2026-12-01", "2026-12-09", true),
        ("2026-12-21", "2026-12-22", true),
        ("2026-12-01", "2026-12-10", false),
        ("2026-12-20", "2026-12-31", false),
        ("2026-12-12", "2026-12-13", false),
        ("2026-12-01", "2026-12-31", false),
    ] {
        let expected = if free { vec![] } else { vec![overlaps] };
        assert_eq!(
            check(&ada(from, until), None, std::slice::from_ref(&other), &[]),
            expected,
            "{from} {until}"
        );
    }
}

#[test]
fn of_what_has_begun_only_the_end_can_change() {
    let was = ada("2026-11-25", "2026-12-05");
    let change = |wanted: &Delegation| check(wanted, Some(&was), &[], &[]);
    assert_eq!(change(&ada("2026-11-25", "2026-12-31")), NOTHING);
    assert_eq!(change(&ada("2026-11-25", "2026-12-01")), NOTHING);
    assert_eq!(change(&ada("2026-11-25", "2026-11-30")), [P::EndsTooEarly]);
    assert_eq!(change(&ada("2026-11-26", "2026-12-05")), [P::Begun]);
    let another = between("ada", "cleo", was.from, was.until);
    assert_eq!(change(&another), [P::DelegateFixed]);
    // What is still to come may begin elsewhere.
    let coming = ada("2026-12-10", "2026-12-12");
    assert_eq!(check(&ada("2026-12-02", "2026-12-03"), Some(&coming), &[], &[]), NOTHING);
    assert_eq!(may_change_delegation(&was, now()), Ok(()));
    assert_eq!(may_change_delegation(&was, was.ends_at), Err(DelegationRefusal::Past));
}

#[test]
fn every_problem_belongs_to_a_field_and_one_of_a_later_release_is_read() {
    let day = day("2026-12-01");
    for (problem, field) in [
        (P::ToOneself, DelegationField::Delegate),
        (P::NotFound, DelegationField::Delegate),
        (P::Inactive, DelegationField::Delegate),
        (P::NotEmployed, DelegationField::Delegate),
        (P::DelegateAway { from: day, until: day }, DelegationField::Delegate),
        (P::BeginsInThePast, DelegationField::From),
        (P::Begun, DelegationField::From),
        (P::Overlaps { from: day, until: day }, DelegationField::From),
        (P::EndsTooEarly, DelegationField::Until),
        (P::TooLong { days: 1 }, DelegationField::Until),
    ] {
        assert_eq!(problem.field(), field, "{problem}");
        let json = serde_json::to_value(problem).unwrap();
        assert_eq!(serde_json::from_value::<P>(json).unwrap(), problem);
    }
    let later = serde_json::json!({"code": "phase_of_the_moon", "phase": 3});
    assert_eq!(serde_json::from_value::<P>(later).unwrap(), P::Unknown);
}

fn some() -> impl Strategy<Value = Delegation> {
    (0_u64..40, 0_u64..10).prop_map(|(first, days)| {
        let from = day("2026-12-01") + Days::new(first);
        between("ada", "ben", from, from + Days::new(days))
    })
}

proptest! {
    #[test]
    fn a_delegation_is_in_one_phase_and_they_follow_one_another(found in some(), hours in 0_i64..1500) {
        let at = now() - TimeDelta::hours(100) + TimeDelta::hours(hours);
        let expected = match (at < found.starts_at, at < found.ends_at) {
            (true, _) => DelegationPhase::Coming,
            (false, true) => DelegationPhase::Active,
            (false, false) => DelegationPhase::Past,
        };
        prop_assert_eq!(found.phase(at), expected);
    }

    #[test]
    fn two_overlap_where_a_day_belongs_to_both(one in some(), other in some()) {
        let shared = one.from.iter_days().take_while(|day| *day <= one.until)
            .any(|day| other.from <= day && day <= other.until);
        prop_assert_eq!(one.overlaps(&other), shared);
        prop_assert_eq!(other.overlaps(&one), shared);
    }

    #[test]
    fn those_that_were_accepted_never_overlap(wishes in prop::collection::vec(some(), 0..12)) {
        let mut kept: Vec<Delegation> = Vec::new();
        for wish in wishes {
            if check(&wish, None, &kept, &[]).is_empty() {
                kept.push(wish);
            }
        }
        for (n, one) in kept.iter().enumerate() {
            prop_assert!(kept.iter().skip(n + 1).all(|other| !one.overlaps(other)));
        }
    }
}

//! Who may read a secret answer, and what is kept apart.

use chrono::{DateTime, TimeDelta, Utc};
use guichet_rules::{
    form::{Answers, Form},
    ids::{GroupId, LocationId, PersonId},
    person::{Employment, Person, Right},
    secret::{Refusal, holds_secrets, may_read, set_apart, was_taken_out},
    ticket::{Facts, Kind, State},
};
use serde_json::{from_value, json, to_value};

fn now() -> DateTime<Utc> {
    "2026-11-21T09:00:00Z".parse().unwrap()
}

fn person(groups: &[&str], rights: &[Right]) -> Person {
    Person {
        id: PersonId::new("somebody").unwrap(),
        groups: groups.iter().map(|group| GroupId::new(*group).unwrap()).collect(),
        location: LocationId::new("berlin").unwrap(),
        employment: Employment::Employee,
        manager: None,
        cost_centre: None,
        active: true,
        rights: rights.to_vec(),
    }
}

#[test]
fn a_secret_is_for_those_who_work_on_the_ticket() {
    let telephony = GroupId::new("telephony").unwrap();
    let (desk, nothing): (&[Right], &[Right]) = (&[Right::Desk], &[]);
    let all: &[Right] = &[Right::Desk, Right::Admin, Right::Forms];
    for (own, rights, group, assigned, expected) in [
        ("telephony", desk, Some(&telephony), false, Ok(())),
        ("network", desk, Some(&telephony), true, Ok(())),
        ("telephony", desk, Some(&telephony), true, Ok(())),
        // The rest of the desk sees the ticket and not its secrets; neither does whoever may do everything else.
        ("network", desk, Some(&telephony), false, Err(Refusal::NotWorkingOnIt)),
        ("it-management", all, Some(&telephony), false, Err(Refusal::NotWorkingOnIt)),
        ("telephony", desk, None, false, Err(Refusal::NotWorkingOnIt)),
        // To be in the group, or to have been given it, is not to work at the desk.
        ("telephony", nothing, Some(&telephony), true, Err(Refusal::NotWorkingOnIt)),
        // The requester, their colleagues, watchers and approvers.
        ("designers", nothing, Some(&telephony), false, Err(Refusal::NotWorkingOnIt)),
    ] {
        let facts = Facts { assigned_to_me: assigned, ..Facts::new(Kind::Request, State::InProgress) };
        let read = may_read(&person(&[own], rights), &facts, group, now());
        assert_eq!(read, expected, "{own} {rights:?} {group:?} {assigned}");
    }
}

#[test]
fn a_secret_is_there_from_the_agreement_to_the_end_of_the_ticket() {
    let telephony = GroupId::new("telephony").unwrap();
    let agent = person(&["telephony"], &[Right::Desk]);
    let days = |days| Some(now() - TimeDelta::days(days));
    for (state, resolved_at, expected) in [
        (State::AwaitingApproval, None, Err(Refusal::AwaitingApproval)),
        (State::New, None, Ok(())),
        (State::InProgress, None, Ok(())),
        (State::OnHold, None, Ok(())),
        (State::Resolved, days(6), Ok(())),
        // The time to reopen is over, whenever the backend gets round to closing it.
        (State::Resolved, days(7), Err(Refusal::Deleted)),
        (State::Closed, days(1), Err(Refusal::Deleted)),
        (State::Cancelled, None, Err(Refusal::Deleted)),
        (State::Rejected, None, Err(Refusal::Deleted)),
    ] {
        let facts = Facts { resolved_at, ..Facts::new(Kind::Request, state) };
        assert_eq!(may_read(&agent, &facts, Some(&telephony), now()), expected, "{state} {resolved_at:?}");
    }
}

#[test]
fn a_stranger_is_not_told_how_the_ticket_stands() {
    let group = GroupId::new("telephony").unwrap();
    for state in State::ALL {
        let facts = Facts::new(Kind::Request, *state);
        let read = may_read(&person(&[], &[]), &facts, Some(&group), now());
        assert_eq!(read, Err(Refusal::NotWorkingOnIt), "{state}");
    }
}

#[test]
fn what_is_secret_is_kept_apart_whole() {
    let form: Form =
        from_value(json!({"id": "f", "version": 1, "pages": [{"id": "p", "title": "P", "questions": [
            {"id": "name", "type": "short_text", "label": "Name"},
            {"id": "pin", "type": "masked", "label": "PIN"},
            {"id": "legal", "type": "short_text", "label": "Legal name", "sensitive": true},
            {"id": "card", "type": "file", "label": "Card", "sensitive": true},
            {"id": "unasked", "type": "masked", "label": "Unasked"},
            {"id": "people", "type": "rows", "label": "People", "questions": [
                {"id": "who", "type": "short_text", "label": "Who"},
                {"id": "code", "type": "masked", "label": "Code"},
            ]},
        ]}]}))
        .unwrap();
    let answers: Answers = from_value(json!({
        "name": "Ada", "pin": "4711", "legal": "Augusta Ada King", "card": ["file-1"], "gone": "x",
        "people": [{"who": "Ben", "code": "12"}, {"who": "Cy"}],
    }))
    .unwrap();
    let (open, secrets) = set_apart(&form, answers);
    assert_eq!(
        json!(open),
        json!({
            "name": "Ada", "pin": null, "legal": null, "card": ["file-1"], "gone": "x",
            "people": [{"who": "Ben", "code": null}, {"who": "Cy"}],
        })
    );
    assert_eq!(
        json!(secrets),
        json!({
            "pin": "4711", "legal": "Augusta Ada King",
            "people": [{"who": "Ben", "code": "12"}, {"who": "Cy"}],
        })
    );
    for (id, expected) in [("name", false), ("pin", true), ("legal", true), ("card", false), ("people", true)]
    {
        assert_eq!(form.question(id).map(holds_secrets), Some(expected), "{id}");
    }
    // Twice is no other than once, and rows without a secret are no secret.
    assert_eq!(set_apart(&form, open.clone()), (open.clone(), Answers::new()));
    let plain: Answers = from_value(json!({"people": [{"who": "Cy"}]})).unwrap();
    assert_eq!(set_apart(&form, plain.clone()), (plain, Answers::new()));
    for (id, expected) in [("name", false), ("pin", true), ("card", false), ("people", true)] {
        let answer = open.iter().find(|(question, _)| question.as_str() == id).map(|(_, answer)| answer);
        assert_eq!(answer.map(was_taken_out), Some(expected), "{id}");
    }
}

#[test]
fn reasons_travel_by_their_code() {
    for (refusal, code) in [
        (Refusal::NotWorkingOnIt, "not_working_on_it"),
        (Refusal::AwaitingApproval, "awaiting_approval"),
        (Refusal::Deleted, "deleted"),
        (Refusal::Sealed, "sealed"),
    ] {
        let json = json!({ "code": code });
        assert_eq!(to_value(refusal).unwrap(), json);
        assert_eq!(from_value::<Refusal>(json).unwrap(), refusal);
    }
    assert_eq!(from_value::<Refusal>(json!({ "code": "phase_of_the_moon" })).unwrap(), Refusal::Unknown);
}

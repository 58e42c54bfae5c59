//! What people may expect of a ticket, rule by rule.

use chrono::{DateTime, TimeDelta, Utc};
use guichet_rules::ticket::{
    Action, Change, Facts, HoldReason, Input, Kind, Refusal, ResolutionCode, Role, State, apply, initial,
    permitted,
};

const NOTHING: Input<'static> =
    Input { comment: None, hold_reason: None, resolution_code: None, resolution_text: None };

fn now() -> DateTime<Utc> {
    "2026-11-21T09:00:00Z".parse().unwrap()
}

fn comment(text: &str) -> Input<'_> {
    Input { comment: Some(text), ..Input::default() }
}

fn incident(state: State) -> Facts {
    Facts::new(Kind::Incident, state)
}

/// An incident resolved so long ago.
fn resolved(ago: TimeDelta) -> Facts {
    Facts { resolved_at: Some(now() - ago), ..incident(State::Resolved) }
}

fn held(reason: HoldReason) -> Facts {
    Facts { hold_reason: Some(reason), ..incident(State::OnHold) }
}

fn act(facts: &Facts, action: Action, input: &Input<'_>, role: Role) -> Result<Change, Refusal> {
    apply(facts, action, input, &[role], now())
}

fn next(facts: &Facts, action: Action, input: &Input<'_>, role: Role) -> Result<State, Refusal> {
    act(facts, action, input, role).map(|change| change.to)
}

#[test]
fn only_requests_begin_with_approvals() {
    assert_eq!(initial(Kind::Request, true), State::AwaitingApproval);
    assert_eq!(initial(Kind::Request, false), State::New);
    assert_eq!(initial(Kind::Incident, true), State::New);
}

#[test]
fn to_hold_needs_a_reason_and_for_the_requester_a_question() {
    let facts = incident(State::InProgress);
    let hold = |reason, comment| {
        let input = Input { hold_reason: reason, comment, ..Input::default() };
        act(&facts, Action::Hold, &input, Role::Agent).map(|change| (change.to, change.hold_reason))
    };
    assert_eq!(hold(None, Some("later")), Err(Refusal::HoldReasonNeeded));
    assert_eq!(hold(Some(HoldReason::Unknown), None), Err(Refusal::HoldReasonNeeded));
    assert_eq!(hold(Some(HoldReason::Requester), None), Err(Refusal::CommentNeeded));
    assert_eq!(hold(Some(HoldReason::Requester), Some(" \n")), Err(Refusal::CommentNeeded));
    for (reason, comment) in [
        (HoldReason::Requester, Some("Which printer?")),
        (HoldReason::ThirdParty, None),
        (HoldReason::Change, None),
    ] {
        assert_eq!(hold(Some(reason), comment), Ok((State::OnHold, Some(reason))));
    }
    let fresh = next(&incident(State::New), Action::Hold, &NOTHING, Role::Agent);
    assert_eq!(fresh, Err(Refusal::NotStarted));
}

#[test]
fn only_the_requesters_comment_ends_a_wait_and_only_a_wait_for_them() {
    let say = comment("The one on floor 2");
    for (reason, role, expected) in [
        (HoldReason::Requester, Role::Requester, State::InProgress),
        (HoldReason::Requester, Role::Agent, State::OnHold),
        (HoldReason::Requester, Role::Watcher, State::OnHold),
        (HoldReason::ThirdParty, Role::Requester, State::OnHold),
        (HoldReason::Approval, Role::Requester, State::OnHold),
    ] {
        let change = act(&held(reason), Action::Comment, &say, role).unwrap();
        assert_eq!(change.to, expected, "{reason}, {role}");
        assert_eq!(change.hold_reason.is_some(), expected == State::OnHold);
    }
    let note = next(&held(HoldReason::Requester), Action::WorkNote, &say, Role::Agent);
    assert_eq!(note, Ok(State::OnHold));
}

#[test]
fn an_agent_who_filed_the_ticket_answers_as_its_requester() {
    let roles = [Role::Agent, Role::Requester];
    let say = comment("It is mine");
    let change = apply(&held(HoldReason::Requester), Action::Comment, &say, &roles, now()).unwrap();
    assert_eq!((change.role, change.to), (Role::Requester, State::InProgress));
}

#[test]
fn to_resolve_needs_a_code_and_a_text() {
    let facts = incident(State::InProgress);
    let full = Input {
        resolution_code: Some(ResolutionCode::Solved),
        resolution_text: Some("New cable"),
        ..Input::default()
    };
    for (input, refusal) in [
        (NOTHING, Refusal::ResolutionCodeNeeded),
        (Input { resolution_code: None, ..full }, Refusal::ResolutionCodeNeeded),
        (Input { resolution_code: Some(ResolutionCode::Unknown), ..full }, Refusal::ResolutionCodeNeeded),
        (Input { resolution_text: Some("  "), ..full }, Refusal::ResolutionTextNeeded),
    ] {
        assert_eq!(next(&facts, Action::Resolve, &input, Role::Agent), Err(refusal));
    }
    for role in [Role::Agent, Role::Requester, Role::System] {
        let change = act(&facts, Action::Resolve, &full, role).unwrap();
        assert_eq!((change.to, change.resolved_at), (State::Resolved, Some(now())));
    }
    let request = Facts { kind: Kind::Request, ..facts };
    assert_eq!(next(&request, Action::Resolve, &full, Role::Requester), Err(Refusal::NotPermitted));
}

#[test]
fn a_requester_confirms_or_reopens_within_the_window_and_only_follows_up_after_it() {
    let week = TimeDelta::days(7);
    let last_second = resolved(week - TimeDelta::seconds(1));
    assert_eq!(next(&last_second, Action::Confirm, &NOTHING, Role::Requester), Ok(State::Closed));
    let reopened = act(&last_second, Action::Reopen, &NOTHING, Role::Requester).unwrap();
    assert_eq!((reopened.to, reopened.reopen_count, reopened.resolved_at), (State::InProgress, 1, None));
    let early = act(&last_second, Action::FollowUp, &NOTHING, Role::Requester);
    assert_eq!(early, Err(Refusal::ReopenInstead { until: Some(now() + TimeDelta::seconds(1)) }));

    let over = resolved(week);
    let allowed: Vec<Action> = permitted(&over, &[Role::Requester, Role::Agent, Role::Watcher], now())
        .into_iter()
        .filter_map(|permission| permission.allowed.then_some(permission.action))
        .collect();
    assert_eq!(allowed, [Action::FollowUp, Action::Rate]);
    let reason = |action| act(&over, action, &comment("Again"), Role::Requester).unwrap_err();
    assert_eq!(reason(Action::Reopen), Refusal::ReopenWindowEnded { ended_at: now() });
    assert_eq!(reason(Action::Comment), Refusal::Closed);
    assert_eq!(reason(Action::Confirm), Refusal::NotOffered);
    let follow_up = act(&over, Action::FollowUp, &NOTHING, Role::Requester).unwrap();
    assert_eq!((follow_up.from, follow_up.to), (State::Resolved, State::Resolved));
}

#[test]
fn the_window_counts_from_the_resolution_and_not_from_the_last_comment() {
    let facts = resolved(TimeDelta::days(6));
    let commented = act(&facts, Action::Comment, &comment("Thanks"), Role::Requester).unwrap().after(&facts);
    assert_eq!(commented.resolved_at, facts.resolved_at);
}

#[test]
fn what_was_confirmed_early_is_closed_for_good() {
    let closed = Facts { state: State::Closed, ..resolved(TimeDelta::days(1)) };
    assert_eq!(next(&closed, Action::Reopen, &NOTHING, Role::Requester), Err(Refusal::Closed));
    assert_eq!(next(&closed, Action::FollowUp, &NOTHING, Role::Requester), Ok(State::Closed));
}

#[test]
fn the_system_closes_when_the_window_has_ended_and_not_before() {
    let early = resolved(TimeDelta::days(6));
    let refused = next(&early, Action::AutoClose, &NOTHING, Role::System);
    assert_eq!(refused, Err(Refusal::ReopenWindowOpen { until: Some(now() + TimeDelta::days(1)) }));
    let due = resolved(TimeDelta::days(7));
    assert_eq!(next(&due, Action::AutoClose, &NOTHING, Role::System), Ok(State::Closed));
    let undated = incident(State::Resolved);
    let refused = next(&undated, Action::AutoClose, &NOTHING, Role::System);
    assert_eq!(refused, Err(Refusal::ReopenWindowOpen { until: None }));
}

#[test]
fn one_requester_does_not_decide_over_a_major_incident() {
    let open = Facts { major: true, ..incident(State::InProgress) };
    let done = Facts { major: true, ..resolved(TimeDelta::days(1)) };
    for (facts, action) in [(open, Action::Cancel), (open, Action::Resolve), (done, Action::Reopen)] {
        assert_eq!(next(&facts, action, &NOTHING, Role::Requester), Err(Refusal::MajorIncident), "{action}");
    }
    assert_eq!(next(&done, Action::FollowUp, &NOTHING, Role::Requester), Ok(State::Resolved));
    assert_eq!(next(&done, Action::Reopen, &NOTHING, Role::Agent), Ok(State::InProgress));
}

#[test]
fn a_requester_cancels_until_work_is_finished_and_gives_a_reason_once_it_began() {
    let request = |state| Facts::new(Kind::Request, state);
    let cancel = |facts: &Facts, input: &Input<'_>| next(facts, Action::Cancel, input, Role::Requester);
    for state in [State::New, State::AwaitingApproval] {
        assert_eq!(cancel(&request(state), &NOTHING), Ok(State::Cancelled));
    }
    for state in [State::InProgress, State::OnHold] {
        assert_eq!(cancel(&request(state), &NOTHING), Err(Refusal::CommentNeeded));
        assert_eq!(cancel(&request(state), &comment("Found one")), Ok(State::Cancelled));
    }
    assert_eq!(cancel(&request(State::Resolved), &comment("No")), Err(Refusal::Finished));
    let begun = Facts { delivery_begun: true, ..request(State::InProgress) };
    assert_eq!(cancel(&begun, &comment("No")), Err(Refusal::DeliveryBegun));
    assert_eq!(next(&begun, Action::Cancel, &comment("Agreed by phone"), Role::Agent), Ok(State::Cancelled));
    let new = request(State::New);
    assert_eq!(next(&new, Action::Cancel, &NOTHING, Role::Agent), Err(Refusal::CommentNeeded));
}

#[test]
fn approvals_open_or_end_a_request() {
    let waiting = Facts::new(Kind::Request, State::AwaitingApproval);
    assert_eq!(next(&waiting, Action::Approve, &NOTHING, Role::System), Ok(State::InProgress));
    assert_eq!(next(&waiting, Action::Reject, &NOTHING, Role::System), Ok(State::Rejected));
    assert_eq!(next(&waiting, Action::Approve, &NOTHING, Role::Agent), Err(Refusal::NotPermitted));
    assert_eq!(next(&waiting, Action::Take, &NOTHING, Role::Agent), Err(Refusal::AwaitingApproval));
}

#[test]
fn whoever_has_to_agree_is_reminded_once_a_day() {
    let asked = |hours: i64| Facts {
        asked_at: Some(now() - TimeDelta::hours(hours)),
        ..Facts::new(Kind::Request, State::AwaitingApproval)
    };
    for role in [Role::Requester, Role::Agent] {
        assert_eq!(next(&asked(24), Action::Remind, &NOTHING, role), Ok(State::AwaitingApproval));
        let refused = next(&asked(23), Action::Remind, &NOTHING, role);
        assert_eq!(refused, Err(Refusal::RemindLater { from: now() + TimeDelta::hours(1) }));
    }
    assert_eq!(next(&asked(24), Action::Remind, &NOTHING, Role::Watcher), Err(Refusal::NotPermitted));
    // The step is misconfigured: nobody was asked.
    let nobody = Facts::new(Kind::Request, State::AwaitingApproval);
    assert_eq!(next(&nobody, Action::Remind, &NOTHING, Role::Requester), Err(Refusal::NotOffered));
    let over = Facts { state: State::InProgress, ..asked(48) };
    assert_eq!(next(&over, Action::Remind, &NOTHING, Role::Requester), Err(Refusal::NotOffered));
}

#[test]
fn to_take_is_to_begin() {
    let new = incident(State::New);
    assert_eq!(next(&new, Action::Start, &NOTHING, Role::Agent), Err(Refusal::NotAssigned));
    let taken = act(&new, Action::Take, &NOTHING, Role::Agent).unwrap().after(&new);
    assert_eq!((taken.state, taken.assigned, taken.assigned_to_me), (State::InProgress, true, true));
    assert_eq!(next(&taken, Action::Take, &NOTHING, Role::Agent), Err(Refusal::AlreadyYours));
    let anothers = Facts { assigned: true, ..incident(State::OnHold) };
    assert_eq!(next(&anothers, Action::Take, &NOTHING, Role::Agent), Ok(State::OnHold));
}

#[test]
fn an_employee_is_not_shown_what_only_the_desk_does() {
    let shown = |facts: &Facts| {
        let shown = permitted(facts, &[Role::Requester], now()).into_iter();
        shown.map(|p| (p.action, p.reason)).collect::<Vec<_>>()
    };
    assert_eq!(
        shown(&incident(State::InProgress)),
        [(Action::Resolve, None), (Action::Cancel, None), (Action::Comment, None)]
    );
    assert_eq!(
        shown(&resolved(TimeDelta::days(30))),
        [
            (Action::Reopen, Some(Refusal::ReopenWindowEnded { ended_at: now() - TimeDelta::days(23) })),
            (Action::Comment, Some(Refusal::Closed)),
            (Action::FollowUp, None),
            (Action::Rate, None),
        ]
    );
}

#[test]
fn a_request_of_several_items_is_not_worked_on_itself() {
    let order = |state| Facts { order: true, assigned: true, ..Facts::new(Kind::Request, state) };
    for action in
        [Action::Take, Action::Assign, Action::Hold, Action::Resolve, Action::Reopen, Action::Approve]
    {
        for role in [Role::Agent, Role::Requester, Role::System] {
            let refused = act(&order(State::InProgress), action, &comment("x"), role).unwrap_err();
            assert_eq!(refused, Refusal::NotOffered, "{action} {role}");
        }
    }
    assert_eq!(next(&order(State::New), Action::Cancel, &NOTHING, Role::Requester), Ok(State::Cancelled));
    assert_eq!(next(&order(State::Resolved), Action::Confirm, &NOTHING, Role::Requester), Ok(State::Closed));
    assert_eq!(
        next(&order(State::InProgress), Action::Comment, &comment("x"), Role::Requester),
        Ok(State::InProgress)
    );
    let begun = Facts { delivery_begun: true, ..order(State::InProgress) };
    assert_eq!(act(&begun, Action::Cancel, &comment("x"), Role::Requester), Err(Refusal::DeliveryBegun));
}

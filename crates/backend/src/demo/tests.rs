use super::*;
use crate::{
    content::load,
    store::{Store, lists},
};
use guichet_contract::types::{ApprovalState, TimelineEvent};
use guichet_rules::ticket::{HoldReason, Kind, State};
use std::{collections::BTreeSet, path::Path};

fn content() -> Content {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/demo")).unwrap()
}

fn now() -> DateTime<Utc> {
    // A Tuesday, in the middle of Berlin's working day.
    "2026-11-24T13:20:00Z".parse().unwrap()
}

fn records(tickets: usize) -> Vec<Record> {
    generate(&content(), tickets, 1, now()).collect()
}

#[test]
fn a_year_of_tickets_is_believable() {
    let all = records(1500);
    assert_eq!(all.len(), 1500);
    assert!(all.is_sorted_by_key(|record| record.ticket.opened_at));
    let open = all.iter().filter(|record| !record.ticket.state.is_terminal()).count();
    assert!((75..=165).contains(&open), "{open} of 1500 are open");
    let states: BTreeSet<State> = all.iter().map(|record| record.ticket.state).collect();
    assert_eq!(states.len(), State::ALL.len(), "{states:?}");
    let incidents = all.iter().filter(|record| record.ticket.kind == Kind::Incident).count();
    assert!((750..=950).contains(&incidents), "{incidents}");
    let titles: BTreeSet<&str> = all.iter().map(|record| record.ticket.title.as_str()).collect();
    assert!(titles.len() > 120, "{} titles", titles.len());
    for word in ["VPN bricht alle paar Minuten ab", "VPN drops every few minutes"] {
        assert!(titles.contains(word), "{word}");
    }
}

#[test]
fn every_step_is_one_that_the_rules_allow_and_lies_in_the_past() {
    for record in records(600) {
        let Record { ticket, entries, approvals, refused, .. } = &record;
        assert!(refused.is_empty(), "{}: {refused:?}", ticket.title);
        assert!(entries.is_sorted_by_key(|entry| entry.at), "{}", ticket.title);
        assert!(entries.iter().all(|entry| ticket.opened_at <= entry.at && entry.at <= now()));
        assert_eq!(entries[0].event, TimelineEvent::Opened);
        assert!(ticket.updated_at <= now() && ticket.kind.has(ticket.state));
        // The timeline says where the ticket stands.
        let last = entries.iter().rev().find(|entry| entry.event == TimelineEvent::StateChanged);
        if let Some(to) = last.and_then(|entry| entry.to.as_deref()) {
            assert_eq!(to, ticket.state.as_str(), "{}", ticket.title);
        }
        assert_eq!(ticket.state == State::OnHold, ticket.hold_reason.is_some());
        assert_eq!(
            matches!(ticket.state, State::Resolved | State::Closed),
            ticket.detail.resolution.is_some()
        );
        let waiting = approvals.iter().any(|approval| approval.state == ApprovalState::Waiting);
        assert_eq!(waiting, ticket.state == State::AwaitingApproval, "{}", ticket.title);
        match ticket.state {
            State::AwaitingApproval | State::Rejected => assert!(ticket.clock_from.is_none()),
            State::Cancelled => {}
            _ => assert!(ticket.clock_from.is_some(), "{}", ticket.title),
        }
    }
}

#[test]
fn the_people_of_the_sign_in_find_what_they_are_promised() {
    let all = records(2000);
    let open = |person: &str| -> Vec<&Ticket> {
        let theirs =
            all.iter().map(|record| &record.ticket).filter(|ticket| ticket.requested_for.as_str() == person);
        theirs.filter(|ticket| !ticket.state.is_terminal()).collect()
    };
    let aylin = open("aylin-kaya");
    assert_eq!(
        aylin.len(),
        6,
        "{:?}",
        aylin.iter().map(|ticket| (&ticket.title, ticket.state)).collect::<Vec<_>>()
    );
    let has = |fits: &dyn Fn(&Ticket) -> bool| aylin.iter().any(|ticket| fits(ticket));
    assert!(has(&|ticket| ticket.hold_reason == Some(HoldReason::Requester)));
    assert!(has(&|ticket| ticket.state == State::AwaitingApproval));
    assert!(has(&|ticket| ticket.state == State::New));
    assert!(has(&|ticket| ticket.state == State::Resolved));
    assert!(has(&|ticket| {
        let at_risk =
            ticket.risk_at.is_some_and(|at| at <= now()) && ticket.due_at.is_some_and(|at| at > now());
        at_risk && ticket.service.as_ref().is_some_and(|service| service.as_str() == "vpn")
    }));
    let waiting = |person: &str| {
        let asked = |record: &&Record| {
            let theirs = |approval: &Approval| {
                approval.approver.as_str() == person && approval.state == ApprovalState::Waiting
            };
            record.approvals.iter().any(theirs)
        };
        all.iter()
            .filter(asked)
            .map(|record| (record.ticket.title.as_str(), record.ticket.requested_for.as_str()))
            .collect::<Vec<_>>()
    };
    let mara = waiting("mara-lindt");
    assert_eq!(mara.len(), 2, "{mara:?}");
    assert!(mara.contains(&("Monitor", "jonas-weber")), "{mara:?}");
    assert_eq!(waiting("ingrid-solberg").len(), 1);
    assert_eq!(waiting("hana-mori").len(), 1);
    let tomasz = all.iter().filter(|record| {
        !record.ticket.state.is_terminal()
            && record.ticket.assignee.as_ref().is_some_and(|agent| agent.as_str() == "tomasz-sikora")
    });
    assert!(tomasz.count() >= 5);
}

#[test]
fn the_same_seed_gives_the_same_year_and_another_seed_another() {
    let content = content();
    let titles = |seed: u64| -> Vec<(String, DateTime<Utc>)> {
        generate(&content, 200, seed, now())
            .map(|record| (record.ticket.title, record.ticket.updated_at))
            .collect()
    };
    assert_eq!(titles(7), titles(7));
    assert_ne!(titles(7), titles(8));
}

#[test]
fn scenes_come_about_at_any_hour_of_any_day() {
    let content = content();
    for hour in 0..8 {
        let now = now() + chrono::TimeDelta::hours(21 * hour);
        let scenes: Vec<Record> = generate(&content, 0, 3, now).collect();
        assert_eq!(scenes.len(), 23, "{now}");
    }
}

#[tokio::test]
async fn what_was_generated_is_in_the_store() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(&dir.path().join("demo.db")).await.unwrap();
    let content = content();
    let count = import(&store, generate(&content, 300, 1, now())).await.unwrap();
    assert_eq!(count, 300);
    let mut conn = store.read().await.unwrap();
    assert_eq!(crate::store::tickets::count(&mut conn).await.unwrap(), 300);
    let aylin: PersonId = "aylin-kaya".parse().unwrap();
    let filter = lists::Filter {
        person: aylin,
        whose: lists::Whose::Mine,
        phase: Some(guichet_contract::types::TicketPhase::Open),
        kind: None,
        words: Vec::new(),
        sort: guichet_contract::types::TicketSort::Updated,
    };
    assert_eq!(lists::count(&mut conn, &filter).await.unwrap(), 6);
}

//! Which message a first response is owed to.

use super::at;
use guichet_rules::schedule::{
    Exchange, Fact,
    FactKind::{self, AgentComment, Opened, RequesterReply, WorkNote},
    exchanges, first_response,
};

/// Facts at minutes after 10:00.
fn facts(list: &[(FactKind, u32)]) -> Vec<Fact> {
    list.iter()
        .map(|(kind, minute)| Fact { kind: *kind, at: at(&format!("2026-11-23T10:{minute:02}:00Z")) })
        .collect()
}

fn wait(start: u32, stopped_at: Option<u32>) -> Exchange {
    let minute = |minute: u32| at(&format!("2026-11-23T10:{minute:02}:00Z"));
    Exchange { start: minute(start), stopped_at: stopped_at.map(minute) }
}

#[test]
fn only_a_public_comment_of_an_agent_answers() {
    type Row<'a> = (&'a [(FactKind, u32)], Option<Exchange>);
    let rows: &[Row] = &[
        (&[], None),
        (&[(Opened, 0)], Some(wait(0, None))),
        // What the requester adds does not answer, nor does it begin the wait anew.
        (&[(Opened, 0), (RequesterReply, 5)], Some(wait(0, None))),
        (&[(Opened, 0), (WorkNote, 5)], Some(wait(0, None))),
        (&[(Opened, 0), (WorkNote, 5), (AgentComment, 9)], Some(wait(0, Some(9)))),
        (&[(Opened, 0), (AgentComment, 3), (AgentComment, 9)], Some(wait(0, Some(3)))),
        // A new message after an answer is owed one of its own, from the oldest unanswered one on.
        (&[(Opened, 0), (AgentComment, 3), (RequesterReply, 7), (RequesterReply, 8)], Some(wait(7, None))),
        (&[(Opened, 0), (AgentComment, 3), (RequesterReply, 7), (AgentComment, 9)], Some(wait(7, Some(9)))),
        // Any order.
        (&[(AgentComment, 3), (Opened, 0)], Some(wait(0, Some(3)))),
        // An agent who writes first answers nothing.
        (&[(AgentComment, 0), (WorkNote, 1)], None),
        (&[(AgentComment, 0), (RequesterReply, 4)], Some(wait(4, None))),
        // In one instant the order given decides.
        (&[(Opened, 0), (AgentComment, 0)], Some(wait(0, Some(0)))),
    ];
    for (list, expected) in rows {
        assert_eq!(first_response(&facts(list)), *expected, "{list:?}");
    }
}

#[test]
fn every_wait_is_kept_for_reports() {
    let list = [(Opened, 0), (AgentComment, 3), (RequesterReply, 7), (WorkNote, 8)];
    assert_eq!(exchanges(&facts(&list)), [wait(0, Some(3)), wait(7, None)]);
}

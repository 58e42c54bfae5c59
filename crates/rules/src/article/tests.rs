use super::{ProposalState as State, WritingAction as Action, WritingRefusal as Refusal, *};
use proptest::prelude::*;
use serde_json::{from_value, json, to_value};

const AUTHOR: Actor = Actor { author: true, reviewer: false, alone: false };
const REVIEWER: Actor = Actor { author: false, reviewer: true, alone: false };
const BOTH: Actor = Actor { author: true, reviewer: true, alone: false };
const ALONE: Actor = Actor { author: true, reviewer: true, alone: true };
const NOBODY: Actor = Actor { author: false, reviewer: false, alone: false };

fn person(groups: &[&str], rights: Vec<Right>) -> Person {
    let person = json!({
        "id": "ada", "groups": groups, "location": "berlin", "employment": "employee", "rights": rights,
    });
    from_value(person).unwrap()
}

#[test]
fn who_writes_and_who_decides() {
    let owner = GroupId::new("network").unwrap();
    for (groups, rights, writes, decides) in [
        (&[][..], vec![], false, false),
        (&["network"][..], vec![], true, true),
        (&["sap-team"][..], vec![Right::Desk], true, false),
        (&[][..], vec![Right::Knowledge], true, true),
        (&[][..], vec![Right::Forms, Right::Admin], false, false),
    ] {
        let person = person(groups, rights);
        let found = (may_write(&person, Some(&owner)), may_review(&person, Some(&owner)));
        assert_eq!(found, (writes, decides), "{person:?}");
    }
    // A new article belongs to nobody yet.
    assert!(!may_write(&person(&["network"], vec![]), None));
    let left = Person { active: false, ..person(&["network"], vec![Right::Knowledge]) };
    assert!(!may_review(&left, Some(&owner)));
}

#[test]
fn a_text_goes_from_a_draft_to_its_end() {
    use Action::*;
    for (state, action, actor, expected) in [
        (State::Draft, Save, AUTHOR, Ok(Some(State::Draft))),
        (State::Draft, Propose, AUTHOR, Ok(Some(State::Proposed))),
        (State::Draft, Propose, REVIEWER, Err(Refusal::NotYours)),
        (State::Draft, Publish, ALONE, Err(Refusal::NotOffered)),
        (State::Draft, Discard, AUTHOR, Ok(None)),
        (State::Proposed, Save, AUTHOR, Err(Refusal::NotOffered)),
        (State::Proposed, Withdraw, AUTHOR, Ok(Some(State::Draft))),
        (State::Proposed, Withdraw, REVIEWER, Err(Refusal::NotYours)),
        (State::Proposed, Publish, REVIEWER, Ok(Some(State::Published))),
        (State::Proposed, Publish, AUTHOR, Err(Refusal::NotReviewer)),
        (State::Proposed, Publish, NOBODY, Err(Refusal::NotReviewer)),
        (State::Proposed, Publish, BOTH, Err(Refusal::OwnProposal)),
        (State::Proposed, Publish, ALONE, Ok(Some(State::Published))),
        (State::Proposed, Reject, ALONE, Err(Refusal::OwnProposal)),
        (State::Proposed, AskChanges, REVIEWER, Ok(Some(State::Returned))),
        (State::Proposed, Reject, REVIEWER, Ok(Some(State::Rejected))),
        (State::Returned, Save, AUTHOR, Ok(Some(State::Returned))),
        (State::Returned, Propose, AUTHOR, Ok(Some(State::Proposed))),
        (State::Rejected, Propose, AUTHOR, Err(Refusal::NotOffered)),
        (State::Published, Confirm, REVIEWER, Ok(Some(State::Published))),
        (State::Published, Confirm, AUTHOR, Err(Refusal::NotReviewer)),
        (State::Published, Retire, BOTH, Ok(Some(State::Retired))),
        (State::Retired, PutBack, REVIEWER, Ok(Some(State::Published))),
        (State::Retired, Confirm, REVIEWER, Err(Refusal::NotOffered)),
        (State::Other, Save, AUTHOR, Err(Refusal::NotOffered)),
        (State::Draft, Other, AUTHOR, Err(Refusal::NotOffered)),
    ] {
        assert_eq!(permit(state, action, actor), expected, "{state:?} {action:?} {actor:?}");
    }
}

#[test]
fn words_are_the_same_kept_and_on_the_wire() {
    for state in State::ALL {
        assert_eq!(to_value(state).unwrap(), state.as_str());
    }
    for action in Action::ALL {
        assert_eq!(to_value(action).unwrap(), action.as_str());
        assert_eq!(Action::named(action.as_str()), Some(action));
    }
    assert_eq!(Action::named("other"), None);
    let refusal = to_value(Refusal::OwnProposal).unwrap();
    assert_eq!(refusal, json!({ "code": "own_proposal" }));
}

#[test]
fn an_id_says_what_the_title_says() {
    let id = |title: &str| id_of(title, |_| false).map(|id| id.to_string()).unwrap_or_default();
    for (title, expected) in [
        ("Reset the door code", "reset-the-door-code"),
        ("  Türöffner, größer!  ", "tueroeffner-groesser"),
        ("What's new? C++ & Émile", "whats-new-c-emile"),
        ("???", "article"),
        ("パスワード", "article"),
    ] {
        assert_eq!(id(title), expected, "{title}");
    }
    let taken = |id: &str| matches!(id, "vpn" | "vpn-2");
    assert_eq!(id_of("VPN", taken).map(|id| id.to_string()).as_deref(), Some("vpn-3"));
    assert_eq!(id_of("VPN", |_| true), None);
}

proptest! {
    #[test]
    fn nobody_publishes_their_own_while_somebody_else_could(state in 0..State::ALL.len(), action in 0..Action::ALL.len()) {
        let (state, action) = (State::ALL[state], Action::ALL[action]);
        let led = permit(state, action, BOTH);
        prop_assert!(led != Ok(Some(State::Published)) || matches!(action, Action::Confirm | Action::PutBack));
        // Who is neither may do nothing.
        prop_assert!(permit(state, action, NOBODY).is_err());
        prop_assert_eq!(next(state, action).is_some(), [AUTHOR, REVIEWER].iter().any(|actor| permit(state, action, *actor).is_ok()));
    }

    #[test]
    fn every_title_has_an_id(title in "\\PC{0,120}") {
        let id = id_of(&title, |_| false);
        prop_assert!(id.is_some_and(|id| id.as_str().len() <= 52));
    }
}

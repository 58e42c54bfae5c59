//! URLs, and the codes of problems.

use guichet_contract::{Code, Endpoint, NoPath, NoQuery, Problem, endpoints::*, types::*, url};
use std::collections::BTreeSet;

#[test]
fn urls_are_built_from_paths_and_parameters() {
    let ticket = "REQ-20418".parse().unwrap();
    let person = "aylin-kaya".parse().unwrap();
    let lookup = LookupQuery {
        q: Some("ay & ö/?".to_owned()),
        question: Some("laptop@3/asset".to_owned()),
        requested_for: Some(person),
        given: Some("site:berlin".to_owned()),
        id: Some("berlin".to_owned()),
        emails: Some("ada@acme.example,bob@acme.example".to_owned()),
        facts: Some(true),
        limit: Some(8),
    };
    let tickets = TicketQuery {
        scope: Some(TicketScope::Mine),
        phase: Some(TicketPhase::Open),
        count: Some(true),
        ..TicketQuery::default()
    };
    let act = ActionPath { ticket, action: "hold".to_owned() };
    for (built, expected) in [
        (url::<GetMe>(&NoPath {}, &NoQuery {}), "/itsm/v1/me"),
        (url::<GetForm>(&FormPath { form: "laptop@3".to_owned() }, &NoQuery {}), "/itsm/v1/forms/laptop%403"),
        (url::<ActOnTicket>(&act, &NoQuery {}), "/itsm/v1/tickets/REQ-20418/actions/hold"),
        (url::<ListTickets>(&NoPath {}, &TicketQuery::default()), "/itsm/v1/tickets"),
        (url::<ListTickets>(&NoPath {}, &tickets), "/itsm/v1/tickets?scope=mine&phase=open&count=true"),
        (
            url::<Lookups>(&LookupPath { source: "people".to_owned() }, &lookup),
            "/itsm/v1/lookups/people?q=ay%20%26%20%C3%B6%2F%3F&question=laptop%403%2Fasset\
             &requested_for=aylin-kaya&given=site%3Aberlin&id=berlin\
             &emails=ada%40acme.example%2Cbob%40acme.example&facts=true&limit=8",
        ),
        (
            url::<Lookups>(&LookupPath { source: "../me".to_owned() }, &LookupQuery::default()),
            "/itsm/v1/lookups/..%2Fme",
        ),
    ] {
        assert_eq!(built, expected);
    }
}

#[test]
fn no_two_endpoints_have_the_same_id_or_the_same_route() {
    let mut ids = BTreeSet::new();
    let mut routes = BTreeSet::new();
    macro_rules! check {
        ($($endpoint:ident),* $(,)?) => {$(
            assert!(ids.insert($endpoint::ID), "{}", $endpoint::ID);
            assert!(routes.insert((<$endpoint as Endpoint>::METHOD.as_str(), $endpoint::PATH)), "{}", $endpoint::PATH);
            assert!($endpoint::SUMMARY.ends_with('.'), "{}", $endpoint::ID);
        )*};
    }
    guichet_contract::for_each_endpoint!(check);
}

#[test]
fn codes_are_unique_travel_as_words_and_fit_their_status() {
    let mut words = BTreeSet::new();
    for code in Code::ALL {
        assert!(words.insert(code.as_str()), "{code} is there twice");
        assert!((400..=599).contains(&code.status()), "{code}");
        assert!(!code.doc().is_empty() && !code.title().is_empty(), "{code}");
        let json = serde_json::to_value(code).unwrap();
        assert_eq!(json, code.as_str());
        assert_eq!(serde_json::from_value::<Code>(json).unwrap(), *code);
    }
    assert_eq!(serde_json::from_str::<Code>("\"of_a_later_release\"").unwrap(), Code::Other);
}

#[test]
fn a_problem_is_read_from_any_server() {
    let problem: Problem =
        serde_json::from_str(r#"{"type": "about:blank", "status": 502, "more": 1}"#).unwrap();
    assert_eq!((problem.status, problem.code), (502, Code::Other));
    let ours = Problem::new(Code::Stale, "Somebody was faster.");
    let json = serde_json::to_value(&ours).unwrap();
    assert_eq!(json["type"], "urn:guichet:problem:stale");
    assert!(json.get("errors").is_none(), "what is empty is left out");
}

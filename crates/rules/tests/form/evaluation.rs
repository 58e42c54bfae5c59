//! What is asked, what is needed, and what is sent.

use super::{answers, ask, codes, context, form, groups, judge, state};
use guichet_rules::form::{Answer, Condition, Prefill};
use serde_json::{Value, json};

fn ids(list: &[impl ToString]) -> Vec<String> {
    list.iter().map(ToString::to_string).collect()
}

#[test]
fn a_chain_of_questions_falls_with_its_first_link() {
    let questions = json!([
        {"id": "model", "type": "single_choice", "label": "M", "required": true, "options": [
            {"id": "design", "label": "D"}, {"id": "standard", "label": "S"}]},
        {"id": "use", "type": "short_text", "label": "U", "required": true, "visible_when": {"eq": ["model", "design"]}},
        {"id": "more", "type": "short_text", "label": "M", "required": true, "visible_when": {"present": "use"}},
    ]);
    let typed = |model: &str| json!({"model": model, "use": "posters", "more": "A0"});

    let evaluation = ask(&questions, &typed("design"));
    assert!(evaluation.questions.iter().all(|q| q.visible && q.required && q.problem.is_none()));
    assert_eq!(evaluation.submitted(&answers(&typed("design"))), answers(&typed("design")));

    // What was typed is still there, in case it comes back; it is neither needed nor wrong nor sent.
    let evaluation = ask(&questions, &typed("standard"));
    for id in ["use", "more"] {
        let state = state(&evaluation, id);
        assert!(!state.visible && !state.required, "{id}");
        assert_eq!((&state.answer, &state.problem), (&None, &None), "{id}");
    }
    assert_eq!(evaluation.submitted(&answers(&typed("standard"))), answers(&json!({"model": "standard"})));
    assert!(codes(&evaluation).is_empty());
}

#[test]
fn required_and_read_only_follow_their_conditions_while_visible() {
    let questions = json!([
        {"id": "flag", "type": "yes_no", "label": "F"},
        {"id": "q", "type": "number", "label": "Q", "required_when": {"eq": ["flag", true]},
            "read_only_when": {"eq": ["flag", false]}},
        {"id": "both", "type": "number", "label": "Q", "required": true, "required_when": {"or": []},
            "visible_when": {"present": "flag"}, "read_only_when": {"and": []}},
    ]);
    for (given, q, both) in [
        (json!({}), (true, false, false), (false, false, false)),
        (json!({"flag": true}), (true, true, false), (true, true, true)),
        (json!({"flag": false}), (true, false, true), (true, true, true)),
    ] {
        let evaluation = ask(&questions, &given);
        for (id, expected) in [("q", q), ("both", both)] {
            let state = state(&evaluation, id);
            assert_eq!((state.visible, state.required, state.read_only), expected, "{id} with {given}");
            let missing = state.problem.is_some();
            assert_eq!(missing, state.required, "{id} with {given}");
        }
    }
}

#[test]
fn an_unknown_type_blocks_only_while_it_is_visible() {
    let questions = json!([
        {"id": "flag", "type": "yes_no", "label": "F"},
        {"id": "new", "type": "hologram", "label": "N", "required": true, "visible_when": {"eq": ["flag", true]}},
    ]);
    assert!(codes(&ask(&questions, &json!({"flag": false, "new": "x"}))).is_empty());
    let evaluation = ask(&questions, &json!({"flag": true}));
    assert_eq!(codes(&evaluation), [("new".to_owned(), "unsupported".to_owned())]);
}

fn depending_options() -> Value {
    json!([
        {"id": "system", "type": "single_choice", "label": "S", "options": [
            {"id": "mac", "label": "M"}, {"id": "linux", "label": "L"}]},
        {"id": "tool", "type": "single_choice", "label": "T", "options": [
            {"id": "xcode", "label": "X", "price": {"one_off": 7}, "visible_when": {"eq": ["system", "mac"]}},
            {"id": "editor", "label": "E", "price": {"one_off": 5}}]},
        {"id": "extras", "type": "many_choice", "label": "T", "options": [
            {"id": "xcode", "label": "X", "price": {"one_off": 70}, "visible_when": {"eq": ["system", "mac"]}},
            {"id": "editor", "label": "E", "price": {"one_off": 50}}]},
        {"id": "why", "type": "short_text", "label": "W", "visible_when": {"eq": ["tool", "xcode"]}},
        {"id": "why-extra", "type": "short_text", "label": "W", "visible_when": {"contains": ["extras", "xcode"]}},
    ])
}

#[test]
fn an_option_that_is_no_longer_on_offer_decides_nothing_and_is_reported() {
    let questions = depending_options();
    let given = |system: &str| json!({"system": system, "tool": "xcode", "extras": ["editor", "xcode"]});

    let evaluation = ask(&questions, &given("mac"));
    assert_eq!(ids(&state(&evaluation, "tool").options), ["xcode", "editor"]);
    assert!(state(&evaluation, "why").visible && state(&evaluation, "why-extra").visible);
    assert!(codes(&evaluation).is_empty());

    let evaluation = ask(&questions, &given("linux"));
    assert_eq!(ids(&state(&evaluation, "tool").options), ["editor"]);
    assert_eq!(state(&evaluation, "tool").answer, None);
    assert_eq!(state(&evaluation, "extras").answer, Some(Answer::Ids(vec!["editor".into()])));
    assert!(!state(&evaluation, "why").visible && !state(&evaluation, "why-extra").visible);
    let expected = ["tool", "extras"].map(|id| (id.to_owned(), "no_such_option".to_owned()));
    assert_eq!(codes(&evaluation), expected);
    let sent = evaluation.submitted(&answers(&given("linux")));
    assert_eq!(sent, answers(&json!({"system": "linux", "extras": ["editor"]})));
}

#[test]
fn a_question_says_because_of_whose_answers_it_is_asked() {
    let questions = json!([
        {"id": "a", "type": "number", "label": "A"},
        {"id": "b", "type": "number", "label": "B"},
        {"id": "c", "type": "number", "label": "C", "visible_when":
            {"or": [{"eq": ["b", 1]}, {"ge": ["a", 1]}, {"lt": ["b", 5]}]}},
        {"id": "always", "type": "number", "label": "D"},
    ]);
    let because = |given: Value, id: &str| ids(&state(&ask(&questions, &given), id).because_of());
    assert_eq!(because(json!({"a": 1, "b": 1}), "c"), ["b", "a"]);
    assert_eq!(because(json!({"a": 1}), "c"), ["a"]);
    assert_eq!(because(json!({"a": 0}), "c"), Vec::<String>::new(), "not asked");
    assert_eq!(because(json!({"a": 1}), "always"), Vec::<String>::new());
}

#[test]
fn what_is_sent_is_what_was_checked() {
    let options = json!([{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]);
    let questions = json!([
        {"id": "text", "type": "short_text", "label": "T", "max_length": 3},
        {"id": "one", "type": "single_choice", "label": "T", "options": options},
        {"id": "many", "type": "many_choice", "label": "T", "options": options},
        {"id": "day", "type": "date", "label": "T"},
        {"id": "count", "type": "number", "label": "T"},
        {"id": "share", "type": "number", "label": "T"},
        {"id": "no", "type": "yes_no", "label": "T"},
        {"id": "blank", "type": "short_text", "label": "T"},
        {"id": "null", "type": "short_text", "label": "T"},
        {"id": "mistyped", "type": "short_text", "label": "T"},
        {"id": "heading", "type": "heading", "label": "T"},
    ]);
    let given = json!({
        "text": "  abc  ", "one": " a", "many": ["b", "a", "b"], "day": " 2026-11-21 ", "count": 3, "share": 3.0, "no": false,
        "blank": "  ", "null": null, "mistyped": 5, "heading": "x", "stray": 1,
    });
    let sent = ask(&questions, &given).submitted(&answers(&given));
    let expected = json!({
        "text": "abc", "one": "a", "many": ["b", "a"], "day": "2026-11-21", "count": 3, "share": 3.0, "no": false,
    });
    assert_eq!(serde_json::to_value(sent).unwrap(), expected);
}

#[test]
fn approvals_ask_the_same_answers_afterwards() {
    let form = form(&depending_options());
    let evaluation = judge(&form, &answers(&json!({"system": "linux", "tool": "xcode", "why": "x"})));
    for (condition, expected) in [
        (json!({"eq": ["system", "linux"]}), true),
        (json!({"eq": ["tool", "xcode"]}), false),
        (json!({"present": "why"}), false),
        (json!({"member_of": "designers"}), true),
        (json!({"member_of": "finance"}), false),
    ] {
        let parsed: Condition = serde_json::from_value(condition.clone()).unwrap();
        let groups = groups();
        let context = context(&groups, Prefill::nothing());
        assert_eq!(evaluation.holds(&parsed, &context), expected, "{condition}");
    }
    let designers: Condition = serde_json::from_value(json!({"member_of": "designers"})).unwrap();
    assert!(!evaluation.holds(&designers, &context(&[], Prefill::nothing())));
}

#[test]
fn pages_are_asked_in_order() {
    let form = serde_json::from_value(json!({"id": "f", "version": 3, "pages": [
        {"id": "one", "title": "1", "questions": [
            {"id": "a", "type": "number", "label": "A", "visible_when": {"present": "b"}}]},
        {"id": "two", "title": "2", "questions": [
            {"id": "b", "type": "number", "label": "B"},
            {"id": "c", "type": "number", "label": "C", "visible_when": {"present": "b"}}]},
    ]}))
    .unwrap();
    let evaluation = judge(&form, &answers(&json!({"a": 1, "b": 1, "c": 1})));
    let visible: Vec<(&str, bool)> =
        evaluation.questions.iter().map(|q| (q.id.as_str(), q.visible)).collect();
    assert_eq!(visible, [("a", false), ("b", true), ("c", true)]);
}

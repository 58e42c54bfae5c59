//! Mistakes in forms, found at the place where they are.

use super::form;
use guichet_rules::form::{Form, lint};
use serde_json::{Value, json};

/// Where each problem is, below the questions of the only page, and what it is.
fn found(questions: &Value) -> Vec<(String, String)> {
    lint(&form(questions))
        .into_iter()
        .map(|problem| {
            assert!(!problem.remedy.is_empty());
            let at = problem.pointer.trim_start_matches("/pages/0/questions").to_owned();
            (at, problem.what)
        })
        .collect()
}

fn check(table: impl IntoIterator<Item = (Value, &'static [(&'static str, &'static str)])>) {
    for (questions, expected) in table {
        let found = found(&questions);
        let as_expected = found.len() == expected.len()
            && found
                .iter()
                .zip(expected)
                .all(|((at, what), (place, part))| at == place && what.contains(part));
        assert!(as_expected, "{questions}\nfound {found:?}\nexpected {expected:?}");
    }
}

#[test]
fn a_form_asks_something_under_its_own_name() {
    for (pages, expected) in [
        (json!([]), vec!["/pages"]),
        (json!([{"id": "p", "title": "P", "questions": []}]), vec!["/pages/0/questions"]),
        (
            json!([
                {"id": "p", "title": "P", "questions": [{"id": "a", "type": "number", "label": "A"}]},
                {"id": "p", "title": "P", "questions": [{"id": "a", "type": "number", "label": "A"}]},
            ]),
            vec!["/pages/1/id", "/pages/1/questions/0/id"],
        ),
    ] {
        let form: Form = serde_json::from_value(json!({"id": "f", "version": 1, "pages": pages})).unwrap();
        let pointers: Vec<String> = lint(&form).into_iter().map(|problem| problem.pointer).collect();
        assert_eq!(pointers, expected, "{pages}");
    }
}

#[test]
fn questions_are_complete() {
    check([
        (json!([{"id": "a", "type": "number"}]), &[("/0", "no label")] as &[_]),
        (json!([{"id": "a", "type": "heading"}]), &[("/0", "no label")]),
        (json!([{"id": "a", "type": "notice", "text": "N"}]), &[]),
        (json!([{"id": "a", "type": "hologram", "label": "A"}]), &[("/0/type", "does not exist")]),
        (
            json!([{"id": "a", "type": "single_choice", "label": "A", "options": []}]),
            &[("/0/options", "no options")],
        ),
        (
            json!([{"id": "a", "type": "many_choice", "label": "A", "options": [
                {"id": "x", "label": "X"}, {"id": "y", "label": "Y", "price": {"monthly": -1}}, {"id": "x", "label": "X"}]}]),
            &[("/0/options/1/price", "negative"), ("/0/options/2/id", "twice")],
        ),
        (
            json!([{"id": "a", "type": "yes_no", "label": "A", "price": {"yearly": -1}}]),
            &[("/0/price", "negative")],
        ),
        (
            json!([{"id": "a", "type": "short_text", "label": "A", "pattern": "x"}]),
            &[("/0/pattern", "pattern_message")],
        ),
    ]);
}

#[test]
fn limits_leave_something_between_them() {
    let with = |extra: Value| {
        let mut question = json!({"id": "a", "label": "A"});
        for (key, value) in extra.as_object().unwrap() {
            question[key] = value.clone();
        }
        json!([question])
    };
    let options = json!([{"id": "x", "label": "X"}, {"id": "y", "label": "Y"}]);
    check([
        (with(json!({"type": "number", "min": 2, "max": 2})), &[] as &[_]),
        (with(json!({"type": "number", "min": 2.1, "max": 2})), &[("/0/min", "`max`")]),
        (with(json!({"type": "short_text", "min_length": 201})), &[("/0/min_length", "`max_length`")]),
        (with(json!({"type": "short_text", "min_length": 201, "max_length": 300})), &[]),
        (
            with(json!({"type": "long_text", "min_length": 9, "max_length": 8})),
            &[("/0/min_length", "`max_length`")],
        ),
        (
            with(json!({"type": "many_choice", "options": options, "min_choices": 2, "max_choices": 1})),
            &[("/0/min_choices", "`max_choices`")],
        ),
        (
            with(json!({"type": "many_choice", "options": options, "min_choices": 3})),
            &[("/0/min_choices", "number of options")],
        ),
        (with(json!({"type": "many_choice", "options": options, "min_choices": 2, "max_choices": 2})), &[]),
        (with(json!({"type": "date", "earliest": 1, "latest": 0})), &[("/0/earliest", "`latest`")]),
        (
            with(json!({"type": "date", "earliest": "2026-12-01", "latest": "2026-11-30"})),
            &[("/0/earliest", "`latest`")],
        ),
        (with(json!({"type": "date", "earliest": "2026-12-01", "latest": 0})), &[]),
    ]);
}

#[test]
fn defaults_are_answers() {
    let options = json!([{"id": "x", "label": "X"}]);
    let of = |kind: &str, default: Value| json!([{"id": "a", "type": kind, "label": "A", "options": options, "default": default}]);
    check([
        (of("number", json!(3)), &[] as &[_]),
        (of("number", json!("3")), &[("/0/default", "type")]),
        (of("yes_no", json!(false)), &[]),
        (of("date", json!("tomorrow")), &[("/0/default", "type")]),
        (of("single_choice", json!("x")), &[]),
        (of("single_choice", json!("z")), &[("/0/default", "no option 'z'")]),
        (of("many_choice", json!(["x", "z"])), &[("/0/default", "no option 'z'")]),
        (of("person", json!("anyone")), &[]),
    ]);
}

/// A form with a question of each type that has to be compared in its own way, then one on `condition`.
fn on(condition: Value) -> Value {
    json!([
        {"id": "text", "type": "short_text", "label": "L"},
        {"id": "number", "type": "number", "label": "L"},
        {"id": "flag", "type": "yes_no", "label": "L"},
        {"id": "one", "type": "single_choice", "label": "L", "options": [{"id": "x", "label": "X"}]},
        {"id": "day", "type": "date", "label": "L"},
        {"id": "title", "type": "heading", "label": "L"},
        {"id": "asked", "type": "number", "label": "L", "visible_when": condition},
        {"id": "later", "type": "number", "label": "L"},
    ])
}

#[test]
fn conditions_make_sense() {
    const AT: &str = "/6/visible_when";
    check([
        (
            on(
                json!({"and": [{"eq": ["one", "x"]}, {"not": {"between": ["day", "2026-01-01", "2026-12-31"]}}]}),
            ),
            &[] as &[_],
        ),
        (
            on(json!({"or": [{"ge": ["number", 2]}, {"eq": ["flag", true]}, {"contains": ["text", "a"]}]})),
            &[],
        ),
        (on(json!({"member_of": "nobody-knows"})), &[]),
        (on(json!({"present": "later"})), &[(AT, "'later', which is no earlier question")]),
        (on(json!({"present": "asked"})), &[(AT, "no earlier question")]),
        (on(json!({"not": {"ne": ["nowhere", 1]}})), &[(AT, "'nowhere'")]),
        (on(json!({"present": "title"})), &[(AT, "only shown")]),
        (on(json!({"in": ["one", ["x", "y", "z"]]})), &[(AT, "no option 'y'"), (AT, "no option 'z'")]),
        (on(json!({"eq": ["flag", "yes"]})), &[(AT, "true or false")]),
        (on(json!({"lt": ["number", "2"]})), &[(AT, "with a number")]),
        (on(json!({"eq": ["text", 2]})), &[(AT, "with a text")]),
        (on(json!({"gt": ["day", "2026-1-5"]})), &[(AT, "no date")]),
        (on(json!({"gt": ["day", 5]})), &[(AT, "with a date")]),
        (
            on(json!({"or": [{"gt": ["text", "a"]}, {"eq": ["text", "a"]}]})),
            &[(AT, "neither a number nor a date")],
        ),
        (on(json!({"between": ["one", "x", "x"]})), &[(AT, "neither a number nor a date")]),
    ]);
}

#[test]
fn every_place_of_a_condition_is_looked_at() {
    let questions = json!([
        {"id": "a", "type": "number", "label": "A", "required_when": {"present": "z"}, "read_only_when": {"present": "z"}},
        {"id": "b", "type": "single_choice", "label": "B", "options": [
            {"id": "x", "label": "X"}, {"id": "y", "label": "Y", "visible_when": {"present": "b"}}]},
    ]);
    let places: Vec<String> = found(&questions).into_iter().map(|(at, _)| at).collect();
    assert_eq!(places, ["/0/required_when", "/0/read_only_when", "/1/options/1/visible_when"]);
}

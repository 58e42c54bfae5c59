//! What is wrong with an answer: each code that the rules give, on both sides of its limit.

use super::{ask, codes, state};
use guichet_rules::form::ProblemCode;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Question, answer, and the code with its parameters; null where the answer does.
fn cases() -> Vec<(Value, Value, Value)> {
    let options = json!([
        {"id": "a", "label": "A"},
        {"id": "b", "label": "B"},
        {"id": "c", "label": "C"},
        {"id": "d", "label": "D"},
    ]);
    let fine = Value::Null;
    let mistyped = json!({"code": "mistyped"});
    let none = json!({"code": "no_such_option"});
    let required = json!({"code": "required"});
    let mut cases = Vec::new();
    let mut of = |question: Value, answers: Vec<(Value, Value)>| {
        cases.extend(answers.into_iter().map(|(answer, code)| (question.clone(), answer, code)));
    };

    of(
        json!({"type": "short_text"}),
        vec![
            (json!("ä".repeat(200)), fine.clone()),
            (json!("ä".repeat(201)), json!({"code": "too_long", "max": 200, "length": 201})),
            (json!(format!(" {} ", "a".repeat(200))), fine.clone()),
            (json!(""), fine.clone()),
            (json!(null), fine.clone()),
            (json!(5), mistyped.clone()),
            (json!(["a"]), mistyped.clone()),
        ],
    );
    of(
        json!({"type": "short_text", "min_length": 3, "max_length": 5, "pattern": "4410"}),
        vec![
            (json!("4410"), fine.clone()),
            (json!(" 4410 "), fine.clone()),
            (json!("4411"), json!({"code": "pattern"})),
            (json!("44"), json!({"code": "too_short", "min": 3})),
            (json!(" 44  "), json!({"code": "too_short", "min": 3})),
            (json!("441044"), json!({"code": "too_long", "max": 5, "length": 6})),
            (json!("  "), fine.clone()),
        ],
    );
    of(
        json!({"type": "long_text", "min_length": 2}),
        vec![
            (json!("a".repeat(4000)), fine.clone()),
            (json!("a".repeat(4001)), json!({"code": "too_long", "max": 4000, "length": 4001})),
            (json!("a\nb"), fine.clone()),
            (json!("a"), json!({"code": "too_short", "min": 2})),
            (json!(true), mistyped.clone()),
        ],
    );
    of(
        json!({"type": "number", "min": -1, "max": 4.5}),
        vec![
            (json!(-1), fine.clone()),
            (json!(4.5), fine.clone()),
            (json!(-1.01), json!({"code": "too_small", "min": -1.0})),
            (json!(4.6), json!({"code": "too_great", "max": 4.5})),
            (json!("3"), mistyped.clone()),
            (json!(true), mistyped.clone()),
        ],
    );
    of(
        json!({"type": "number", "integer": true}),
        vec![
            (json!(3), fine.clone()),
            (json!(3.0), fine.clone()),
            (json!(2.5), json!({"code": "not_whole"})),
            (json!(1e12), fine.clone()),
        ],
    );
    // What is charged for each has an end also where the form names none; a form may name a later one.
    let seats = json!({"type": "number", "integer": true, "price": {"monthly": 700}});
    let mut many = seats.clone();
    many["max"] = json!(50_000);
    of(
        seats,
        vec![
            (json!(10_000), fine.clone()),
            (json!(10_001), json!({"code": "too_great", "max": 10_000.0})),
            (json!(5e9), json!({"code": "too_great", "max": 10_000.0})),
        ],
    );
    of(
        many,
        vec![(json!(50_000), fine.clone()), (json!(50_001), json!({"code": "too_great", "max": 50_000.0}))],
    );
    of(
        json!({"type": "yes_no"}),
        vec![(json!(false), fine.clone()), (json!("yes"), mistyped.clone()), (json!(1), mistyped.clone())],
    );
    of(
        json!({"type": "single_choice", "options": options}),
        vec![
            (json!("a"), fine.clone()),
            (json!("z"), none.clone()),
            (json!("A"), none.clone()),
            (json!(["a"]), mistyped.clone()),
        ],
    );
    of(
        json!({"type": "many_choice", "options": options, "min_choices": 2, "max_choices": 3}),
        vec![
            (json!([]), fine.clone()),
            (json!(["a", "b"]), fine.clone()),
            (json!(["a", "b", "c", "a"]), fine.clone()),
            (json!(["a"]), json!({"code": "too_few", "min": 2})),
            (json!(["a", "a"]), json!({"code": "too_few", "min": 2})),
            (json!(["a", "b", "c", "d"]), json!({"code": "too_many", "max": 3})),
            (json!(["a", "b", "z"]), none.clone()),
            (json!("a"), mistyped.clone()),
            (json!(["a", 1]), mistyped.clone()),
        ],
    );
    of(
        json!({"type": "date", "earliest": 0, "latest": 14}),
        vec![
            (json!("2026-11-21"), fine.clone()),
            (json!("2026-12-05"), fine.clone()),
            (json!("2026-11-20"), json!({"code": "too_early", "earliest": "2026-11-21"})),
            (json!("2026-12-06"), json!({"code": "too_late", "latest": "2026-12-05"})),
        ],
    );
    of(
        json!({"type": "date", "earliest": "2026-01-01", "latest": -30}),
        vec![
            (json!("2026-10-22"), fine.clone()),
            (json!("2025-12-31"), json!({"code": "too_early", "earliest": "2026-01-01"})),
            (json!("2026-10-23"), json!({"code": "too_late", "latest": "2026-10-22"})),
        ],
    );
    of(
        json!({"type": "date"}),
        [
            "2026-1-5",
            "2026-02-30",
            "2026 -01-05",
            "2026-01- 5",
            "+12026-01-05",
            "21.11.2026",
            "2026-11-21T00:00:00Z",
            "２０２６-11-21",
        ]
        .into_iter()
        .map(|text| (json!(text), mistyped.clone()))
        .chain([(json!(" 2024-02-29 "), fine.clone()), (json!(20_261_121), mistyped.clone())])
        .collect(),
    );
    of(
        json!({"type": "rich_text", "min_length": 2}),
        vec![
            (json!("**a**"), fine.clone()),
            (json!("a"), json!({"code": "too_short", "min": 2})),
            (json!("a".repeat(4001)), json!({"code": "too_long", "max": 4000, "length": 4001})),
        ],
    );
    of(
        json!({"type": "masked", "min_length": 4, "pattern": "4410"}),
        vec![
            (json!("4410"), fine.clone()),
            (json!("441"), json!({"code": "too_short", "min": 4})),
            (json!("4411"), json!({"code": "pattern"})),
            (json!("4".repeat(201)), json!({"code": "too_long", "max": 200, "length": 201})),
        ],
    );
    of(
        json!({"type": "currency", "min": -5, "max": 100}),
        vec![
            (json!(-5), fine.clone()),
            (json!(100), fine.clone()),
            (json!(100.0), fine.clone()),
            (json!(-6), json!({"code": "amount_too_small", "min": -5})),
            (json!(101), json!({"code": "amount_too_great", "max": 100})),
            (json!(0.5), mistyped.clone()),
            (json!("5"), mistyped.clone()),
        ],
    );
    of(
        json!({"type": "currency"}),
        vec![
            (json!(9_007_199_254_740_991_i64), fine.clone()),
            (json!(9_007_199_254_740_992_i64), mistyped.clone()),
            (json!(1e300), mistyped.clone()),
        ],
    );
    of(
        json!({"type": "duration", "min": 60, "max": 3600}),
        vec![
            (json!(60), fine.clone()),
            (json!(3600), fine.clone()),
            (json!(59), json!({"code": "duration_too_short", "min": 60})),
            (json!(3601), json!({"code": "duration_too_long", "max": 3600})),
            (json!(-60), mistyped.clone()),
            (json!("1h"), mistyped.clone()),
        ],
    );
    of(
        json!({"type": "rating"}),
        vec![
            (json!(1), fine.clone()),
            (json!(5), fine.clone()),
            (json!(0), json!({"code": "too_small", "min": 1.0})),
            (json!(6), json!({"code": "too_great", "max": 5.0})),
            (json!(2.5), json!({"code": "not_whole"})),
        ],
    );
    of(json!({"type": "rating", "max": 10}), vec![(json!(10), fine.clone())]);
    let format = json!({"code": "format"});
    for (kind, right, wrong) in [
        ("email", "aylin@nordlicht.example", "aylin@nordlicht"),
        ("phone", "+49 30 1234567", "call me"),
        ("url", "https://nordlicht.example/a?b#c", "nordlicht.example"),
        ("ip_address", "192.0.2.7", "192.0.2"),
        ("ip_address", "2001:db8::7", "192.0.2.0/24"),
    ] {
        let answers = vec![
            (json!(right), fine.clone()),
            (json!(format!(" {right} ")), fine.clone()),
            (json!(wrong), format.clone()),
            (json!(5), mistyped.clone()),
        ];
        of(json!({ "type": kind }), answers);
    }
    of(
        json!({"type": "ip_address", "version": "v4", "network": true}),
        vec![
            (json!("192.0.2.0/24"), fine.clone()),
            (json!("192.0.2.0/33"), format.clone()),
            (json!("2001:db8::7"), format.clone()),
        ],
    );
    of(
        json!({"type": "email"}),
        vec![(
            json!(format!("{}@b.de", "a".repeat(250))),
            json!({"code": "too_long", "max": 254, "length": 255}),
        )],
    );
    of(
        json!({"type": "time", "earliest": "08:00", "latest": "17:30"}),
        vec![
            (json!("08:00"), fine.clone()),
            (json!("17:30"), fine.clone()),
            (json!("07:59"), json!({"code": "time_too_early", "earliest": "08:00"})),
            (json!("17:31"), json!({"code": "time_too_late", "latest": "17:30"})),
            (json!("8:00"), mistyped.clone()),
            (json!("08:00:00"), mistyped.clone()),
            (json!("24:00"), mistyped.clone()),
        ],
    );
    of(
        json!({"type": "date_time", "earliest": 0, "latest": "2026-12-24"}),
        vec![
            (json!("2026-11-21T00:00"), fine.clone()),
            (json!("2026-12-24T23:59"), fine.clone()),
            (json!("2026-11-20T23:59"), json!({"code": "too_early", "earliest": "2026-11-21"})),
            (json!("2026-12-25T00:00"), json!({"code": "too_late", "latest": "2026-12-24"})),
            (json!("2026-11-21"), mistyped.clone()),
            (json!("2026-11-21T09:00Z"), mistyped.clone()),
        ],
    );
    let range = |from: &str, to: &str| json!({"from": from, "to": to});
    of(
        json!({"type": "date_range", "earliest": 0, "latest": 30, "min_days": 2, "max_days": 5}),
        vec![
            (range("2026-11-21", "2026-11-22"), fine.clone()),
            (range("2026-12-17", "2026-12-21"), fine.clone()),
            (range(" 2026-11-21 ", "2026-11-22"), fine.clone()),
            (range("2026-11-22", "2026-11-21"), json!({"code": "reversed"})),
            (range("2026-11-20", "2026-11-22"), json!({"code": "too_early", "earliest": "2026-11-21"})),
            (range("2026-12-20", "2026-12-22"), json!({"code": "too_late", "latest": "2026-12-21"})),
            (range("2026-11-21", "2026-11-21"), json!({"code": "range_too_short", "min": 2})),
            (range("2026-11-21", "2026-11-26"), json!({"code": "range_too_long", "max": 5})),
            (range("", ""), fine.clone()),
            (json!({}), fine.clone()),
            (range("2026-11-21", ""), mistyped.clone()),
            (json!({"from": "2026-11-21"}), mistyped.clone()),
            (json!("2026-11-21/2026-11-22"), mistyped.clone()),
        ],
    );
    let tree = json!([
        {"id": "de", "label": "DE", "children": [{"id": "berlin", "label": "B"}]}, {"id": "at", "label": "AT"}]);
    of(
        json!({"type": "tree", "options": tree}),
        vec![
            (json!("berlin"), fine.clone()),
            (json!("at"), fine.clone()),
            (json!("de"), json!({"code": "unspecific"})),
            (json!("paris"), none.clone()),
            (json!(["de", "berlin"]), mistyped.clone()),
        ],
    );
    of(json!({"type": "tree", "any_level": true, "options": tree}), vec![(json!("de"), fine.clone())]);
    of(
        json!({"type": "single_choice", "options_source": {"list": "people"}}),
        // What the list holds is the backend's to say.
        vec![(json!("anybody"), fine.clone()), (json!(["a"]), mistyped.clone())],
    );
    of(
        json!({"type": "many_choice", "options_source": {"list": "people"}, "max_choices": 1}),
        vec![(json!(["anybody"]), fine.clone()), (json!(["a", "b"]), json!({"code": "too_many", "max": 1}))],
    );
    of(
        json!({"type": "number", "constraints": [
            {"must": {"ne": ["q", 13]}, "message": "Not thirteen"}, {"must": {"le": ["q", 20]}, "message": "Too much"}]}),
        vec![
            (json!(12), fine.clone()),
            (json!(13), json!({"code": "constraint"})),
            (json!(21), json!({"code": "constraint"})),
            (json!(null), fine.clone()),
            (json!("x"), mistyped.clone()),
        ],
    );
    for kind in ["person", "group", "service", "asset", "location"] {
        let answers = vec![
            // Whether it exists is the backend's to say.
            (json!("anything"), fine.clone()),
            (json!(5), mistyped.clone()),
            (json!(["a"]), mistyped.clone()),
        ];
        of(json!({ "type": kind }), answers);
    }
    of(
        json!({"type": "file"}),
        vec![
            (json!(["f1"]), fine.clone()),
            (json!(["f1", "f1"]), fine.clone()),
            (json!(["f1", "f2"]), json!({"code": "too_many", "max": 1})),
            (json!("f1"), mistyped.clone()),
        ],
    );
    of(
        json!({"type": "file", "max_files": 2}),
        vec![
            (json!(["f1", "f2"]), fine.clone()),
            (json!(["f1", "f2", "f3"]), json!({"code": "too_many", "max": 2})),
        ],
    );
    for kind in ["heading", "paragraph", "notice", "image"] {
        of(
            json!({"type": kind, "text": "T", "src": "/a.png", "alt": "A", "required": true}),
            vec![(json!(null), fine.clone()), (json!("a"), mistyped.clone())],
        );
    }
    for answer in [json!(null), json!("a")] {
        of(json!({"type": "hologram"}), vec![(answer, json!({"code": "unsupported"}))]);
    }
    for (kind, nothing) in [
        ("short_text", json!("  ")),
        ("number", json!(null)),
        ("yes_no", json!(null)),
        ("single_choice", json!("")),
        ("many_choice", json!([])),
        ("date", json!("")),
        ("file", json!([])),
        ("rich_text", json!(" ")),
        ("currency", json!(null)),
        ("tree", json!("")),
        ("time", json!("")),
        ("date_time", json!("")),
        ("duration", json!(null)),
        ("email", json!("")),
        ("rating", json!(null)),
        ("group", json!("")),
        ("masked", json!("")),
        ("rows", json!([])),
        ("rows", json!([{}, {"c": " "}])),
    ] {
        of(
            json!({"type": kind, "required": true, "options": options, "questions": [
                {"id": "c", "type": "short_text", "label": "C"}]}),
            vec![(nothing, required.clone()), (json!({}), mistyped.clone())],
        );
    }
    of(json!({"type": "yes_no", "required": true}), vec![(json!(false), fine)]);
    cases
}

#[test]
fn answers_are_held_against_the_constraints() {
    for (question, answer, expected) in cases() {
        let mut asked = question.clone();
        asked["id"] = json!("q");
        asked["label"] = json!("Q");
        let evaluation = ask(&json!([asked]), &json!({"q": answer}));
        let problem = state(&evaluation, "q").problem.as_ref();
        let code = problem.map_or(Value::Null, |problem| serde_json::to_value(&problem.code).unwrap());
        assert_eq!(code, expected, "{question} answered {answer}");
        assert_eq!(evaluation.problems().count(), usize::from(!expected.is_null()));
    }
}

/// A code that no case above meets would be one whose limit nobody tried.
#[test]
fn each_code_that_the_rules_give_is_tried() {
    let cases = cases();
    let tried: BTreeSet<&str> = cases.iter().filter_map(|(.., code)| code["code"].as_str()).collect();
    // The others are the backend's, or about what the form does not ask.
    let given = ProblemCode::WITH_MESSAGES.iter().copied().chain(["constraint", "unsupported"]);
    assert_eq!(tried, given.collect::<BTreeSet<_>>());
}

#[test]
fn strays_are_named_after_the_problems_of_the_form() {
    let questions = json!([{"id": "q", "type": "number", "label": "Q", "required": true}]);
    let evaluation = ask(&questions, &json!({"a": 1, "z": null}));
    let expected = [("q", "required"), ("a", "unknown_question"), ("z", "unknown_question")];
    assert_eq!(codes(&evaluation), expected.map(|(q, code)| (q.to_owned(), code.to_owned())));
}

#[test]
fn the_form_has_words_of_its_own() {
    let questions = json!([
        {"id": "missing", "type": "number", "label": "Q", "required": true, "required_message": "Enter a number"},
        {"id": "wrong", "type": "number", "label": "Q", "required": true, "required_message": "Enter a number"},
        {"id": "code", "type": "short_text", "label": "Q", "pattern": "x", "pattern_message": "Enter an x"},
    ]);
    let evaluation = ask(&questions, &json!({"wrong": "a", "code": "y"}));
    let words = |id: &str| state(&evaluation, id).problem.as_ref().unwrap().message.clone();
    assert_eq!(words("missing").as_deref(), Some("Enter a number"));
    assert_eq!(words("wrong"), None);
    assert_eq!(words("code").as_deref(), Some("Enter an x"));

    let questions = json!([
        {"id": "long", "type": "short_text", "label": "Q", "max_length": 2, "messages": {"too_long": "Shorter", "required": "Any"}},
        {"id": "missing", "type": "number", "label": "Q", "required": true, "messages": {"required": "Enter one"},
            "required_message": "Enter a number"},
        {"id": "must", "type": "number", "label": "Q", "constraints": [
            {"must": {"gt": ["must", 2]}, "message": "More"}, {"must": {"lt": ["must", 2]}, "message": "Less"}]},
    ]);
    let evaluation = ask(&questions, &json!({"long": "abc", "must": 2}));
    let words = |id: &str| state(&evaluation, id).problem.as_ref().unwrap().message.clone();
    assert_eq!(words("long").as_deref(), Some("Shorter"));
    assert_eq!(words("missing").as_deref(), Some("Enter one"));
    assert_eq!(words("must").as_deref(), Some("More"), "the first that is broken");
}

#[test]
fn each_code_has_the_name_that_it_has_on_the_wire() {
    for (_, answer, code) in cases().into_iter().filter(|(.., code)| !code.is_null()) {
        let parsed: ProblemCode = serde_json::from_value(code.clone()).unwrap();
        assert_eq!(code["code"], parsed.name(), "{answer}");
    }
}

#[test]
fn a_constraint_compares_with_what_was_answered_before() {
    let questions = json!([
        {"id": "start", "type": "date", "label": "S"},
        {"id": "end", "type": "date", "label": "E", "constraints": [
            {"must": {"days_between": ["start", "end", {"ge": 1}]}, "message": "Later than the start"}]},
        {"id": "shares", "type": "rows", "label": "S", "questions": [
                {"id": "percent", "type": "number", "label": "P"}, {"id": "main", "type": "yes_no", "label": "M"}],
            "constraints": [{"must": {"count": ["shares", {"eq": ["main", true]}, {"eq": 1}]}, "message": "One is the main one"}]},
    ]);
    let row = |main: bool| json!({"percent": 50, "main": main});
    for (given, expected) in [
        (json!({}), vec![]),
        (json!({"start": "2026-11-21", "end": "2026-11-22", "shares": [row(true), row(false)]}), vec![]),
        (json!({"start": "2026-11-21", "end": "2026-11-21"}), vec!["end"]),
        (json!({"shares": [row(true), row(true)]}), vec!["shares"]),
        (json!({"shares": [row(false)]}), vec!["shares"]),
    ] {
        let found: Vec<String> = codes(&ask(&questions, &given)).into_iter().map(|(id, _)| id).collect();
        assert_eq!(found, expected, "{given}");
    }
}

#[test]
fn what_waits_for_an_earlier_answer_has_nothing_on_offer() {
    let questions = json!([
        {"id": "site", "type": "location", "label": "S"},
        {"id": "device", "type": "asset", "label": "D", "within": "everyone", "narrowed_by": {"location": "site"}},
        {"id": "payer", "type": "single_choice", "label": "P", "options_source":
            {"list": "people", "narrowed_by": {"location": "site", "person": "boss"}}},
        {"id": "boss", "type": "person", "label": "B"},
    ]);
    let evaluation = ask(&questions, &json!({"device": "lt-1"}));
    let device = state(&evaluation, "device");
    assert_eq!(device.waits_for.as_ref().map(ToString::to_string).as_deref(), Some("site"));
    assert_eq!((&device.answer, device.given.len()), (&None, 0));
    assert_eq!(codes(&evaluation), [("device".to_owned(), "no_such_option".to_owned())]);

    let evaluation = ask(&questions, &json!({"site": "berlin", "device": "lt-1", "boss": "ada"}));
    let device = state(&evaluation, "device");
    let given: Vec<(String, &str)> =
        device.given.iter().map(|(id, value)| (id.to_string(), value.as_str())).collect();
    assert_eq!((&device.waits_for, given), (&None, vec![("site".to_owned(), "berlin")]));
    assert!(device.answer.is_some());
    // A question that comes later is never answered in time.
    assert!(state(&evaluation, "payer").waits_for.is_some());
}

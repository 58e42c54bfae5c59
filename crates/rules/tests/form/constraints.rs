//! What is wrong with an answer: each code that the rules give, on both sides of its limit.

use super::{ask, codes, state};
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
        ],
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
    for kind in ["person", "service", "asset", "location"] {
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
    for kind in ["heading", "paragraph", "notice"] {
        of(
            json!({"type": kind, "text": "T", "required": true}),
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
    ] {
        of(
            json!({"type": kind, "required": true, "options": options}),
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
    let given = [
        "mistyped",
        "no_such_option",
        "not_whole",
        "pattern",
        "required",
        "too_early",
        "too_few",
        "too_great",
        "too_late",
        "too_long",
        "too_many",
        "too_short",
        "too_small",
        "unsupported",
    ];
    assert_eq!(tried, BTreeSet::from(given));
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
}

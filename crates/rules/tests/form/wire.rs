//! Forms, problems and the `rules form` line as JSON.

use super::{itself, judge};
use guichet_rules::form::{Answers, Form, Kind, Problem, ProblemCode, cli, lint};
use serde_json::{Value, json};

/// A form with everything that docs/content.md describes, in one language. Numbers that may have a fraction are written
/// with one, so that the JSON is the same to the letter when it is written again.
fn whole() -> Value {
    json!({
        "id": "laptop",
        "version": 4,
        "pages": [
            {"id": "device", "title": "Device", "questions": [
                {"id": "about", "type": "heading", "label": "The device"},
                {"id": "text", "type": "paragraph", "text": "It comes *set up*."},
                {"id": "model", "type": "single_choice", "label": "Which model?", "hint": "Compare the weight", "required": true,
                    "required_message": "Choose a model", "display": "radio", "options": [
                        {"id": "standard-14", "label": "Standard 14\"", "hint": "1.3 kg", "price": {"one_off": 129_000}},
                        {"id": "design-16", "label": "Design 16\"", "price": {"one_off": 248_000, "monthly": 100, "yearly": 5}}]},
                {"id": "use", "type": "short_text", "label": "What for?", "visible_when": {"eq": ["model", "design-16"]},
                    "because": "Asked because the model is Design 16\"", "required": true, "min_length": 2, "max_length": 200},
                {"id": "extras", "type": "many_choice", "label": "Extras", "min_choices": 1, "max_choices": 2, "options": [
                    {"id": "dock", "label": "Dock"},
                    {"id": "bag", "label": "Bag", "visible_when": {"ne": ["model", "design-16"]}}]},
                {"id": "care", "type": "yes_no", "label": "Care plan", "default": false, "price": {"monthly": 650}},
                {"id": "count", "type": "number", "label": "How many?", "min": 1.0, "max": 5.0, "integer": true, "unit": "pieces"},
                {"id": "cost-centre", "type": "short_text", "label": "Cost centre", "pattern": "\\d{4}",
                    "pattern_message": "Enter four digits", "width": "short", "autocomplete": "off"},
            ]},
            {"id": "delivery", "title": "Delivery", "questions": [
                {"id": "warning", "type": "notice", "text": "Closed in August.", "visible_when": {"member_of": "designers"}},
                {"id": "by", "type": "date", "label": "By when?", "earliest": 1, "latest": "2027-12-31"},
                {"id": "who", "type": "person", "label": "Who?", "within": "reports", "required_when": {"or": [
                    {"in": ["model", ["standard-14", "design-16"]]},
                    {"and": [{"ge": ["count", 2.0]}, {"lt": ["count", 5.0]}]},
                    {"not": {"present": "care"}},
                    {"contains": ["extras", "dock"]},
                    {"between": ["by", "2026-12-01", "2026-12-31"]},
                    {"eq": ["care", true]},
                    {"gt": ["count", 3.5]},
                    {"le": ["by", "2026-12-24"]}]}},
                {"id": "service", "type": "service", "label": "Which service?"},
                {"id": "device", "type": "asset", "label": "Which device?", "within": "mine",
                    "read_only_when": {"present": "service"}},
                {"id": "site", "type": "location", "label": "Where?"},
                {"id": "pin", "type": "long_text", "label": "PIN", "sensitive": true, "max_length": 40},
                {"id": "offer", "type": "file", "label": "Offer", "max_files": 2, "max_bytes": 10_485_760,
                    "accept": ["application/pdf", "image/*"]},
            ]},
        ],
    })
}

#[test]
fn a_form_is_read_and_written_without_loss() {
    let form: Form = serde_json::from_value(whole()).unwrap();
    let problems = lint(&form);
    assert!(problems.is_empty(), "{problems:?}");
    assert!(form.questions().all(|q| !matches!(q.kind, Kind::Unknown)));
    assert_eq!(serde_json::to_value(&form).unwrap(), whole());
}

#[test]
fn a_form_of_a_newer_release_is_read() {
    let newer = json!({"id": "f", "version": 1, "theme": "dark", "pages": [
        {"id": "p", "title": "P", "icon": "x", "questions": [
            {"id": "a", "type": "short_text", "label": "A", "width": "huge", "voice": true},
            {"id": "b", "type": "single_choice", "label": "B", "display": "wheel", "options": [
                {"id": "x", "label": "X", "image": "x.png"}]},
            {"id": "c", "type": "person", "label": "C", "within": "floor"},
            {"id": "d", "type": "asset", "label": "D", "within": "floor"},
            {"id": "e", "type": "hologram", "label": "E", "depth": 3},
        ]},
    ]});
    let form: Form = serde_json::from_value(newer).unwrap();
    assert_eq!(form.question("e").unwrap().kind, Kind::Unknown);
    assert_eq!(form.questions().count(), 5);
}

#[test]
fn what_is_no_form_is_refused() {
    let page = |question: Value| json!({"id": "f", "version": 1, "pages": [{"id": "p", "title": "P", "questions": [question]}]});
    for bad in [
        page(json!({"id": "a b", "type": "number", "label": "A"})),
        page(json!({"id": "a", "label": "A"})),
        page(json!({"id": "a", "type": "single_choice", "label": "A"})),
        page(json!({"id": "a", "type": "number", "label": "A", "visible_when": {"equals": ["b", 1]}})),
        page(json!({"id": "a", "type": "number", "label": "A", "visible_when": {"eq": ["b"]}})),
        page(json!({"id": "a", "type": "number", "label": "A", "visible_when": {"eq": ["b", [1]]}})),
        page(json!({"id": "a", "type": "date", "label": "A", "earliest": "tomorrow"})),
    ] {
        assert!(serde_json::from_value::<Form>(bad.clone()).is_err(), "{bad}");
    }
}

#[test]
fn problems_are_read_and_written_without_loss() {
    for code in [
        json!({"code": "required"}),
        json!({"code": "mistyped"}),
        json!({"code": "too_short", "min": 3}),
        json!({"code": "too_long", "max": 3, "length": 4}),
        json!({"code": "pattern"}),
        json!({"code": "too_small", "min": 1.5}),
        json!({"code": "too_great", "max": 1.5}),
        json!({"code": "not_whole"}),
        json!({"code": "no_such_option"}),
        json!({"code": "too_few", "min": 1}),
        json!({"code": "too_many", "max": 1}),
        json!({"code": "too_early", "earliest": "2026-11-21"}),
        json!({"code": "too_late", "latest": "2026-11-21"}),
        json!({"code": "not_found"}),
        json!({"code": "file_too_large", "max_bytes": 1}),
        json!({"code": "file_type"}),
        json!({"code": "unknown_question"}),
        json!({"code": "unsupported"}),
    ] {
        let mut json = code;
        json["question"] = json!("q");
        json["message"] = json!("Words");
        let problem: Problem = serde_json::from_value(json.clone()).unwrap();
        assert_ne!(problem.code, ProblemCode::Other, "{json}");
        assert_eq!(serde_json::to_value(&problem).unwrap(), json);
    }
    let newer = json!({"question": "q", "code": "too_loud", "decibel": 90});
    assert_eq!(serde_json::from_value::<Problem>(newer).unwrap().code, ProblemCode::Other);
}

#[test]
fn a_line_says_what_the_evaluation_says() {
    let answers =
        json!({"model": "design-16", "extras": ["bag"], "care": true, "cost-centre": "12", "colour": "red"});
    let line = json!({"form": whole(), "answers": answers, "today": "2026-11-21", "currency": "USD"});
    let expected = json!({
        "problems": [
            {"question": "use", "code": "required"},
            {"question": "extras", "code": "no_such_option"},
            {"question": "cost-centre", "code": "pattern", "message": "Enter four digits"},
            {"question": "who", "code": "required"},
            {"question": "colour", "code": "unknown_question"},
        ],
        "visible": ["about", "text", "model", "use", "extras", "care", "count", "cost-centre", "by", "who", "service", "device",
            "site", "pin", "offer"],
        "required": ["model", "use", "who"],
        "price": {
            "currency": "USD",
            "total": {"one_off": 248_000, "monthly": 750, "yearly": 5},
            "lines": [
                {"label": "Design 16\"", "one_off": 248_000, "monthly": 100, "yearly": 5},
                {"label": "Care plan", "monthly": 650},
            ],
        },
    });
    assert_eq!(cli(line, &itself).unwrap(), expected);
}

#[test]
fn a_line_has_defaults_and_may_be_wrong() {
    let said =
        cli(json!({"form": whole(), "today": "2026-11-21", "groups": ["designers"]}), &itself).unwrap();
    assert_eq!(said["price"], json!({"currency": "EUR", "total": {}, "lines": []}));
    assert!(said["visible"].as_array().unwrap().contains(&json!("warning")));
    let form: Form = serde_json::from_value(whole()).unwrap();
    let problems =
        serde_json::to_value(judge(&form, &Answers::new()).problems().collect::<Vec<_>>()).unwrap();
    assert_eq!(said["problems"], problems);

    for bad in [
        json!({"form": whole()}),
        json!({"today": "2026-11-21"}),
        json!({"form": whole(), "today": "2026-11-21", "answers": {"../x": 1}}),
        json!({"form": whole(), "today": "2026-11-21", "currency": "euro"}),
        json!([]),
    ] {
        assert!(cli(bad.clone(), &itself).is_err(), "{bad}");
    }
}

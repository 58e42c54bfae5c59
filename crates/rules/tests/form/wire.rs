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
            {"id": "rest", "title": "Everything else", "questions": [
                {"id": "picture", "type": "image", "src": "/forms/laptops.png", "alt": "Three laptops"},
                {"id": "reason", "type": "rich_text", "label": "Why?", "min_length": 20, "messages": {"too_short": "Say more"}},
                {"id": "budget", "type": "currency", "label": "Budget", "min": 0, "max": 500_000},
                {"id": "place", "type": "tree", "label": "Place", "any_level": true, "levels": ["Country", "City"], "options": [
                    {"id": "de", "label": "Germany", "price": {"one_off": 100}, "children": [
                        {"id": "berlin", "label": "Berlin", "visible_when": {"ge": ["budget", 1000.0]}}]}]},
                {"id": "at", "type": "time", "label": "When?", "earliest": "08:00", "latest": "17:30"},
                {"id": "start", "type": "date_time", "label": "Start", "earliest": 0, "latest": "2027-12-31"},
                {"id": "away", "type": "date_range", "label": "Away", "earliest": 0, "latest": 365, "min_days": 2, "max_days": 30},
                {"id": "outage", "type": "duration", "label": "How long?", "min": 900, "max": 28800},
                {"id": "mail", "type": "email", "label": "Mail", "default_from": {"person": "email"}, "autocomplete": "email"},
                {"id": "call", "type": "phone", "label": "Phone", "default_from": {"link": "phone"}},
                {"id": "site-url", "type": "url", "label": "Address"},
                {"id": "ip", "type": "ip_address", "label": "IP", "version": "v4", "network": true},
                {"id": "stars", "type": "rating", "label": "How urgent?", "max": 10, "low_label": "Not", "high_label": "Very"},
                {"id": "team", "type": "group", "label": "Team"},
                {"id": "boss", "type": "person", "label": "Boss", "narrowed_by": {"location": "site", "person": "who", "group": "team"}},
                {"id": "old", "type": "asset", "label": "Old device", "within": "everyone", "narrowed_by": {"location": "site"}},
                {"id": "serial", "type": "short_text", "label": "Serial", "default_from": {"asset": ["old", "serial"]}},
                {"id": "again", "type": "location", "label": "Again", "default_from": {"answer": "site"}},
                {"id": "payer", "type": "single_choice", "label": "Payer", "options": [],
                    "options_source": {"list": "cost_centres", "narrowed_by": {"person": "boss"}}, "display": "select"},
                {"id": "readers", "type": "many_choice", "label": "Readers", "options": [],
                    "options_source": {"list": "people"}, "max_choices": 5, "display": "list"},
                {"id": "secret", "type": "masked", "label": "PIN", "min_length": 4, "max_length": 8, "pattern": "\\d+",
                    "pattern_message": "Digits only"},
                {"id": "cards", "type": "rows", "label": "Cards", "min_rows": 1, "max_rows": 9, "row_label": "Card", "questions": [
                        {"id": "name", "type": "short_text", "label": "Name", "required": true},
                        {"id": "seats", "type": "number", "label": "Seats", "min": 0.0, "integer": true, "price": {"monthly": 5}}],
                    "constraints": [{"must": {"count": ["cards", {"gt": ["seats", 3.0]}, {"le": 1}]}, "message": "One big one"}]},
                {"id": "sum", "type": "computed", "label": "Sum", "unit": "seats", "digits": 1, "formula":
                    {"sum": [{"total": ["cards", {"answer": "seats"}]}, {"product": [{"answer": "count"}, {"number": 2.0}]},
                        {"difference": [{"number": 1.0}, {"number": 0.5}]}, {"quotient": [{"answer": "stars"}, {"number": 4.0}]},
                        {"least": [{"days": ["by", "away"]}, {"length": "cards"}]}, {"greatest": [{"number": 1.0}]},
                        {"if": [{"present": "mail"}, {"number": 1.0}, {"number": 0.0}]}]}},
                {"id": "cost", "type": "computed", "label": "Cost", "money": true, "formula": {"answer": "budget"}},
                {"id": "last", "type": "notice", "text": "Look.", "visible_when": {"and": [
                    {"length": ["reason", {"gt": 100}]}, {"matches": ["mail", ".*@nordlicht[.]example"]},
                    {"days_until": ["by", {"lt": 14}]}, {"days_between": ["by", "away", {"between": [1, 30]}]},
                    {"any": ["cards", {"eq": ["name", "a"]}]}, {"all": ["cards", {"present": "seats"}]},
                    {"count": ["cards", {"ne": ["name", "a"]}, {"ge": 2}]}, {"contains": ["place", "de"]},
                    {"eq": ["at", "09:00"]}, {"gt": ["start", "2026-12-01T09:00"]}]}},
            ]},
        ],
    })
}

#[test]
fn a_form_is_read_and_written_without_loss() {
    let form: Form = serde_json::from_value(whole()).unwrap();
    let problems = lint(&form);
    assert!(problems.is_empty(), "{problems:?}");
    assert!(form.questions_and_columns().all(|q| !matches!(q.kind, Kind::Unknown)));
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
        page(json!({"id": "a", "type": "tree", "label": "A"})),
        page(json!({"id": "a", "type": "rows", "label": "A"})),
        page(json!({"id": "a", "type": "computed", "label": "A"})),
        page(
            json!({"id": "a", "type": "computed", "label": "A", "formula": {"power": [{"number": 1}, {"number": 2}]}}),
        ),
        page(json!({"id": "a", "type": "time", "label": "A", "earliest": "8:00"})),
        page(json!({"id": "a", "type": "number", "label": "A", "visible_when": {"length": ["b", 3]}})),
        page(
            json!({"id": "a", "type": "rows", "label": "A", "questions": [{"id": "b", "type": "number", "visible_when": {"x": 1}}]}),
        ),
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
        json!({"code": "format"}),
        json!({"code": "amount_too_small", "min": -5}),
        json!({"code": "amount_too_great", "max": 5}),
        json!({"code": "unspecific"}),
        json!({"code": "time_too_early", "earliest": "08:00"}),
        json!({"code": "time_too_late", "latest": "17:30"}),
        json!({"code": "reversed"}),
        json!({"code": "range_too_short", "min": 2}),
        json!({"code": "range_too_long", "max": 5}),
        json!({"code": "duration_too_short", "min": 60}),
        json!({"code": "duration_too_long", "max": 3600}),
        json!({"code": "constraint"}),
        json!({"code": "not_found"}),
        json!({"code": "file_too_large", "max_bytes": 1}),
        json!({"code": "file_type"}),
        json!({"code": "unknown_question"}),
        json!({"code": "unsupported"}),
    ] {
        let mut json = code;
        json["question"] = json!("q");
        json["pointer"] = json!("/q");
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
    let said = cli(line, &itself).unwrap();
    let problem = |question: &str, code: &str| json!({"question": question, "pointer": format!("/{question}"), "code": code});
    let mut pattern = problem("cost-centre", "pattern");
    pattern["message"] = json!("Enter four digits");
    let problems = json!([
        problem("use", "required"),
        problem("extras", "no_such_option"),
        pattern,
        problem("who", "required"),
        problem("colour", "unknown_question"),
    ]);
    assert_eq!(said["problems"], problems);
    assert_eq!(said["required"], json!(["model", "use", "who"]));
    let visible = said["visible"].as_array().unwrap();
    assert!(
        visible.contains(&json!("use"))
            && !visible.contains(&json!("warning"))
            && !visible.contains(&json!("last"))
    );
    assert_eq!(said["read_only"], json!(["sum", "cost"]));
    assert_eq!(said["options"]["model"], json!(["standard-14", "design-16"]));
    assert_eq!(said["options"]["extras"], json!(["dock"]));
    assert_eq!(said["waits_for"], json!({"boss": "site", "old": "site", "payer": "boss"}));
    assert_eq!(said["defaults"], json!({"care": false}));
    assert_eq!(
        said["because"],
        json!({"use": [{"condition": {"eq": ["model", "design-16"]}, "holds": true}]})
    );
    // A half from the difference and one from the greatest; what is unanswered is left out.
    assert_eq!(
        said["submitted"],
        json!({"model": "design-16", "care": true, "cost-centre": "12", "sum": 1.5})
    );
    assert_eq!(said["left_behind"], json!(["/colour"]));
    assert_eq!(said["lint"], json!([]));
    let price = json!({
        "currency": "USD",
        "total": {"one_off": 248_000, "monthly": 750, "yearly": 5},
        "lines": [
            {"label": "Design 16\"", "one_off": 248_000, "monthly": 100, "yearly": 5},
            {"label": "Care plan", "monthly": 650},
        ],
    });
    assert_eq!(said["price"], price);
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

//! Answers that are there at first.

use super::{answers, context, form, groups};
use guichet_rules::{
    form::{Answers, Compiled, Prefill},
    ids::QuestionId,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn prefill() -> Prefill {
    serde_json::from_value(json!({
        "person": {"email": "aylin@nordlicht.example", "location": "berlin", "cost_centre": "4410"},
        "link": {"ref": "dock", "n": "3", "yes": "true", "many": "dock,bag", "secret": "x"},
        "assets": {"lt-1": {"serial": "NI-LT-1", "location": "tokyo"}},
    }))
    .unwrap()
}

fn begin(questions: &Value, given: &Value, own: &[&str]) -> Value {
    let form = Compiled::new(form(questions));
    let (groups, prefill) = (groups(), prefill());
    let own: BTreeSet<QuestionId> = own.iter().map(|id| QuestionId::new(*id).unwrap()).collect();
    let filled = form.prefilled(&answers(given), &own, &context(&groups, &prefill));
    serde_json::to_value(filled).unwrap()
}

#[test]
fn a_default_comes_from_the_form_the_person_the_link_the_device_or_an_earlier_answer() {
    let options = json!([{"id": "dock", "label": "D"}, {"id": "bag", "label": "B"}]);
    for (question, expected) in [
        (json!({"type": "short_text", "default": "x"}), json!("x")),
        (json!({"type": "email", "default_from": {"person": "email"}}), json!("aylin@nordlicht.example")),
        (json!({"type": "location", "default_from": {"person": "location"}}), json!("berlin")),
        (json!({"type": "number", "default_from": {"person": "cost_centre"}}), json!(4410)),
        (json!({"type": "short_text", "default_from": {"person": "title"}}), json!(null)),
        (json!({"type": "short_text", "default_from": {"person": "title"}, "default": "x"}), json!("x")),
        (
            json!({"type": "single_choice", "options": options, "default_from": {"link": "ref"}}),
            json!("dock"),
        ),
        (
            json!({"type": "many_choice", "options": options, "default_from": {"link": "many"}}),
            json!(["dock", "bag"]),
        ),
        (json!({"type": "number", "default_from": {"link": "n"}}), json!(3)),
        (json!({"type": "yes_no", "default_from": {"link": "yes"}}), json!(true)),
        // What could not be the answer is none.
        (json!({"type": "single_choice", "options": options, "default_from": {"link": "n"}}), json!(null)),
        (
            json!({"type": "date", "default_from": {"link": "ref"}, "default": "2026-11-21"}),
            json!("2026-11-21"),
        ),
        // A secret is not taken from an address.
        (json!({"type": "masked", "default_from": {"link": "secret"}}), json!(null)),
        (json!({"type": "short_text", "sensitive": true, "default_from": {"link": "secret"}}), json!(null)),
        (json!({"type": "short_text", "default_from": {"asset": ["device", "serial"]}}), json!("NI-LT-1")),
        (json!({"type": "short_text", "default_from": {"asset": ["device", "owner"]}}), json!(null)),
        (json!({"type": "short_text", "default_from": {"answer": "device"}}), json!("lt-1")),
        (json!({"type": "number", "default_from": {"answer": "count"}}), json!(2)),
        (json!({"type": "number", "default_from": {"answer": "hidden"}}), json!(null)),
        (json!({"type": "number", "default_from": {"answer": "device"}}), json!(null)),
    ] {
        let mut asked = question.clone();
        asked["id"] = json!("q");
        let questions = json!([
            {"id": "device", "type": "asset", "label": "D"},
            {"id": "count", "type": "number", "label": "C"},
            {"id": "hidden", "type": "number", "label": "H", "visible_when": {"or": []}},
            asked,
        ]);
        let given = json!({"device": "lt-1", "count": 2, "hidden": 5});
        let filled = begin(&questions, &given, &["device", "count", "hidden"]);
        assert_eq!(filled.get("q").cloned().unwrap_or_default(), expected, "{question}");
    }
}

#[test]
fn a_default_fires_the_conditions_that_hang_on_it() {
    let questions = json!([
        {"id": "delivery", "type": "single_choice", "label": "D", "default": "home", "options": [
            {"id": "desk", "label": "D"}, {"id": "home", "label": "H"}]},
        {"id": "address", "type": "short_text", "label": "A", "required": true, "visible_when": {"eq": ["delivery", "home"]}},
    ]);
    let form = Compiled::new(form(&questions));
    let (groups, prefill) = (groups(), prefill());
    let context = context(&groups, &prefill);
    let filled = form.prefilled(&Answers::new(), &BTreeSet::new(), &context);
    let evaluation = form.evaluate(&filled, &context);
    assert!(evaluation.question("address").unwrap().visible);
    assert_eq!(evaluation.problems().count(), 1);
}

#[test]
fn a_default_follows_until_somebody_says_otherwise() {
    let questions = json!([
        {"id": "device", "type": "asset", "label": "D"},
        {"id": "site", "type": "location", "label": "S", "default_from": {"asset": ["device", "location"]}, "default": "berlin"},
        {"id": "copy", "type": "location", "label": "C", "default_from": {"answer": "site"}},
    ]);
    for (given, own, site, copy) in [
        (json!({}), vec![], "berlin", "berlin"),
        (json!({"device": "lt-1"}), vec!["device"], "tokyo", "tokyo"),
        // Left over from an earlier device.
        (json!({"device": "lt-2", "site": "tokyo", "copy": "tokyo"}), vec!["device"], "berlin", "berlin"),
        (json!({"device": "lt-1", "site": "rome"}), vec!["device", "site"], "rome", "rome"),
        (json!({"device": "lt-1", "copy": "oslo"}), vec!["device", "copy"], "tokyo", "oslo"),
    ] {
        let filled = begin(&questions, &given, &own);
        assert_eq!((&filled["site"], &filled["copy"]), (&json!(site), &json!(copy)), "{given}");
    }
    // An answer that was taken back stays back.
    let filled = begin(&questions, &json!({"device": "lt-1"}), &["device", "site"]);
    assert_eq!(filled.get("site"), None);
}

#[test]
fn a_new_row_has_the_defaults_of_its_questions() {
    let questions = json!([
        {"id": "site", "type": "location", "label": "S"},
        {"id": "people", "type": "rows", "label": "P", "questions": [
            {"id": "name", "type": "short_text", "label": "N"},
            {"id": "where", "type": "location", "label": "W", "default_from": {"answer": "site"}},
            {"id": "badge", "type": "yes_no", "label": "B", "default": true}]},
    ]);
    let form = Compiled::new(form(&questions));
    let (groups, prefill) = (groups(), prefill());
    let context = context(&groups, &prefill);
    let evaluation = form.evaluate(&answers(&json!({"site": "tokyo"})), &context);
    assert_eq!(form.new_row("people", &evaluation, &context), json!({"where": "tokyo", "badge": true}));
    assert_eq!(form.new_row("site", &evaluation, &context), json!({}));
    assert_eq!(form.new_row("nowhere", &evaluation, &context), json!({}));
}

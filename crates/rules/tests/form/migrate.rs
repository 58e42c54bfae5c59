//! Answers to one version of a form, carried over to another.

use super::{answers, form};
use guichet_rules::form::{Why, migrate};
use serde_json::{Value, json};

fn new_form() -> Value {
    let options = json!([{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]);
    json!([
        {"id": "text", "type": "short_text", "label": "T", "max_length": 3},
        {"id": "number", "type": "number", "label": "N"},
        {"id": "one", "type": "single_choice", "label": "O", "options": options},
        {"id": "many", "type": "many_choice", "label": "M", "options": options},
        {"id": "tree", "type": "tree", "label": "T", "options": [{"id": "a", "label": "A", "children": [{"id": "b", "label": "B"}]}]},
        {"id": "who", "type": "person", "label": "W", "visible_when": {"eq": ["number", 1]}},
        {"id": "sum", "type": "computed", "label": "S", "formula": {"number": 1}},
        {"id": "head", "type": "heading", "label": "H"},
        {"id": "rows", "type": "rows", "label": "R", "questions": [
            {"id": "name", "type": "short_text", "label": "N"}, {"id": "kind", "type": "single_choice", "label": "K", "options": options}]},
    ])
}

fn carried(given: &Value) -> (Value, Vec<(String, Why)>) {
    let migrated = migrate(&form(&new_form()), &answers(given));
    let dropped = migrated.dropped.into_iter().map(|dropped| (dropped.pointer, dropped.why)).collect();
    (serde_json::to_value(migrated.answers).unwrap(), dropped)
}

#[test]
fn what_fits_is_kept_and_the_rest_named_with_its_reason() {
    let gone = |id: &str| Why::OptionGone(id.parse().unwrap());
    for (given, kept, dropped) in [
        (json!({}), json!({}), vec![]),
        // Too long now, which the person can mend.
        (json!({"text": "abcdef"}), json!({"text": "abcdef"}), vec![]),
        (json!({"text": 5}), json!({}), vec![("/text", Why::OtherType)]),
        (json!({"text": "  "}), json!({}), vec![]),
        (json!({"number": "5"}), json!({}), vec![("/number", Why::OtherType)]),
        (json!({"one": "a"}), json!({"one": "a"}), vec![]),
        (json!({"one": "z"}), json!({}), vec![("/one", gone("z"))]),
        (json!({"one": "no id"}), json!({}), vec![("/one", Why::OtherType)]),
        (json!({"many": ["a", "z", "b"]}), json!({"many": ["a", "b"]}), vec![("/many", gone("z"))]),
        (json!({"many": ["z"]}), json!({}), vec![("/many", gone("z"))]),
        // One became several, and the other way round.
        (json!({"many": "a"}), json!({"many": ["a"]}), vec![]),
        (json!({"one": ["b"]}), json!({"one": "b"}), vec![]),
        (json!({"one": ["a", "b"]}), json!({}), vec![("/one", Why::OtherType)]),
        (json!({"tree": "b"}), json!({"tree": "b"}), vec![]),
        (json!({"tree": "z"}), json!({}), vec![("/tree", gone("z"))]),
        // Hidden at present, and it may come back.
        (json!({"who": "ada"}), json!({"who": "ada"}), vec![]),
        (json!({"sum": 5, "head": "x"}), json!({}), vec![("/sum", Why::NotAsked), ("/head", Why::NotAsked)]),
        (json!({"old": 1, "older": 2}), json!({}), vec![("/old", Why::Gone), ("/older", Why::Gone)]),
        (
            json!({"rows": [{"name": "a", "kind": "z"}, {"shoe": 42}, {"name": 5}, {"kind": "b"}]}),
            json!({"rows": [{"name": "a"}, {"kind": "b"}]}),
            vec![("/rows/0/kind", gone("z")), ("/rows/1/shoe", Why::Gone), ("/rows/2/name", Why::OtherType)],
        ),
        (json!({"rows": "x"}), json!({}), vec![("/rows", Why::OtherType)]),
    ] {
        let dropped: Vec<(String, Why)> =
            dropped.into_iter().map(|(pointer, why)| (pointer.to_owned(), why)).collect();
        assert_eq!(carried(&given), (kept, dropped), "{given}");
    }
}

#[test]
fn carrying_over_twice_is_carrying_over_once() {
    let given =
        json!({"text": "abc", "many": ["a", "z"], "one": ["b"], "rows": [{"name": "a"}, {}], "old": 1});
    let (once, _) = carried(&given);
    assert_eq!(carried(&once), (once, vec![]));
}

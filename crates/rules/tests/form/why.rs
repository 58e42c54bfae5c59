//! Why a question is asked: the operators without which it would not be.

use super::{ask, state};
use serde_json::{Value, json};

fn why(condition: &Value, given: &Value) -> Vec<(Value, bool)> {
    let questions = json!([
        {"id": "a", "type": "number", "label": "A"},
        {"id": "b", "type": "number", "label": "B"},
        {"id": "people", "type": "rows", "label": "P", "questions": [{"id": "age", "type": "number", "label": "A"}]},
        {"id": "asked", "type": "number", "label": "L", "visible_when": condition},
    ]);
    let evaluation = ask(&questions, given);
    let because = state(&evaluation, "asked").because.iter();
    because.map(|reason| (serde_json::to_value(&*reason.condition).unwrap(), reason.holds)).collect()
}

#[test]
fn only_what_decides_is_named() {
    let (a, b) = (json!({"eq": ["a", 1.0]}), json!({"gt": ["b", 5.0]}));
    let group = json!({"member_of": "designers"});
    let adult = json!({"any": ["people", {"ge": ["age", 18.0]}]});
    for (condition, given, expected) in [
        (a.clone(), json!({"a": 1}), vec![(&a, true)]),
        (a.clone(), json!({"a": 2}), vec![]),
        (json!({"or": [a, b]}), json!({"a": 1, "b": 1}), vec![(&a, true)]),
        (json!({"or": [a, b]}), json!({"a": 1, "b": 9}), vec![(&a, true), (&b, true)]),
        (json!({"and": [a, b]}), json!({"a": 1, "b": 9}), vec![(&a, true), (&b, true)]),
        (json!({"not": a}), json!({"a": 2}), vec![(&a, false)]),
        (json!({"not": {"and": [a, b]}}), json!({"a": 1, "b": 1}), vec![(&b, false)]),
        (json!({"not": {"or": [a, b]}}), json!({}), vec![(&a, false), (&b, false)]),
        (json!({"not": {"not": a}}), json!({"a": 1}), vec![(&a, true)]),
        (json!({"and": [group, a]}), json!({"a": 1}), vec![(&group, true), (&a, true)]),
        (adult.clone(), json!({"people": [{"age": 3}, {"age": 18}]}), vec![(&adult, true)]),
        (json!({"and": []}), json!({}), vec![]),
    ] {
        let expected: Vec<(Value, bool)> =
            expected.into_iter().map(|(c, holds)| (c.clone(), holds)).collect();
        assert_eq!(why(&condition, &given), expected, "{condition} with {given}");
    }
}

#[test]
fn a_reason_names_its_question() {
    let questions = json!([
        {"id": "a", "type": "number", "label": "A"},
        {"id": "asked", "type": "number", "label": "L", "visible_when":
            {"and": [{"ge": ["a", 1]}, {"le": ["a", 3]}, {"member_of": "designers"}]}},
    ]);
    let evaluation = ask(&questions, &json!({"a": 2}));
    let asked = state(&evaluation, "asked");
    assert_eq!(asked.because.len(), 3);
    assert_eq!(asked.because_of().iter().map(ToString::to_string).collect::<Vec<_>>(), ["a"]);
}

#[test]
fn a_reason_about_two_questions_names_both() {
    let questions = json!([
        {"id": "from", "type": "date", "label": "F"},
        {"id": "to", "type": "date", "label": "T"},
        {"id": "asked", "type": "number", "label": "L", "visible_when": {"days_between": ["from", "to", {"ge": 3}]}},
    ]);
    let evaluation = ask(&questions, &json!({"from": "2026-11-01", "to": "2026-11-09"}));
    let named = state(&evaluation, "asked").because_of();
    assert_eq!(named.into_iter().map(ToString::to_string).collect::<Vec<_>>(), ["from", "to"]);
}

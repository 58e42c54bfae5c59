//! Names that lead nowhere, and patterns.

use super::{super::form, check};
use guichet_rules::form::patterns;
use serde_json::json;

#[test]
fn names_lead_to_earlier_questions_wherever_they_stand() {
    check([
        (
            json!([{"id": "a", "type": "number", "label": "A", "constraints": [
                {"must": {"and": [{"gt": ["a", 1]}, {"present": "b"}]}, "message": "M"}]}, {"id": "b", "type": "number", "label": "B"}]),
            &[("/0/constraints/0/must", "'b', which is no earlier question")] as &[_],
        ),
        (
            json!([{"id": "a", "type": "computed", "label": "A", "formula": {"sum": [{"answer": "b"}, {"answer": "c"}]}},
                {"id": "b", "type": "number", "label": "B"}]),
            &[
                ("/0/formula", "'b', which is no earlier question"),
                ("/0/formula", "'c', which is no earlier question"),
            ],
        ),
        (
            json!([{"id": "t", "type": "short_text", "label": "T"},
                {"id": "a", "type": "computed", "label": "A", "formula": {"answer": "t"}}]),
            &[("/1/formula", "'t' is not answered with a number")],
        ),
        (
            json!([{"id": "r", "type": "rows", "label": "R", "questions": [
                    {"id": "x", "type": "number", "label": "X"},
                    {"id": "y", "type": "number", "label": "Y", "visible_when": {"gt": ["x", 1]}},
                    {"id": "z", "type": "number", "label": "Z", "visible_when": {"gt": ["later", 1]}},
                    {"id": "later", "type": "number", "label": "L"}]},
                {"id": "a", "type": "computed", "label": "A", "formula": {"total": ["r", {"answer": "x"}]}},
                {"id": "b", "type": "computed", "label": "B", "formula": {"answer": "x"}}]),
            &[("/0/questions/2/visible_when", "'later'"), ("/2/formula", "one in each row of 'r'")],
        ),
        (
            json!([{"id": "who", "type": "person", "label": "W"},
                {"id": "a", "type": "asset", "label": "A", "narrowed_by": {"location": "who", "person": "who", "group": "who"}},
                {"id": "b", "type": "person", "label": "B", "narrowed_by": {"location": "nowhere"}}]),
            &[
                ("/1/narrowed_by/location", "'who' is no location"),
                ("/1/narrowed_by/group", "`group` says nothing"),
                ("/2/narrowed_by/location", "'nowhere'"),
            ],
        ),
        (
            json!([{"id": "who", "type": "person", "label": "W"},
                {"id": "a", "type": "short_text", "label": "A", "default_from": {"asset": ["who", "serial"]}},
                {"id": "b", "type": "short_text", "label": "B", "default_from": {"answer": "c"}},
                {"id": "c", "type": "short_text", "label": "C", "default_from": {"person": "shoe_size"}},
                {"id": "d", "type": "file", "label": "D", "default_from": {"person": "name"}}]),
            &[
                ("/1/default_from", "'who' is no device"),
                ("/2/default_from", "'c', which is no earlier question"),
                ("/3/default_from", "no such fact"),
                ("/4/default_from", "never filled in"),
            ],
        ),
    ]);
}

#[test]
fn a_formula_does_not_tell_a_secret() {
    let secret = json!({"id": "pay", "type": "currency", "label": "Pay", "sensitive": true});
    let computed =
        |formula: serde_json::Value| json!({"id": "c", "type": "computed", "label": "C", "formula": formula});
    check([
        (json!([secret, computed(json!({"answer": "pay"}))]), &[("/1/formula", "the secret 'pay'")] as &[_]),
        (
            json!([secret, computed(json!({"if": [{"present": "pay"}, {"number": 1}, {"number": 0}]}))]),
            &[("/1/formula", "the secret 'pay'")],
        ),
        (
            json!([secret, {"id": "why", "type": "short_text", "label": "W", "visible_when": {"present": "pay"}}]),
            &[],
        ),
    ]);
}

#[test]
fn circles_are_named_as_such() {
    let on = |id: &str, other: &str| json!({"id": id, "type": "number", "label": "L", "visible_when": {"present": other}});
    check([
        (json!([on("a", "b"), on("b", "a")]), &[("/0/visible_when", "a -> b -> a")] as &[_]),
        (json!([on("a", "c"), on("b", "a"), on("c", "b")]), &[("/0/visible_when", "a -> c -> b -> a")]),
        (json!([on("a", "a")]), &[("/0/visible_when", "no earlier question")]),
        (
            json!([on("a", "b"), {"id": "b", "type": "computed", "label": "B", "formula": {"length": "a"}}]),
            &[("/0/visible_when", "a -> b -> a"), ("/1/formula", "no length")],
        ),
    ]);
}

#[test]
fn every_pattern_of_a_form_is_found() {
    let questions = json!([
        {"id": "a", "type": "short_text", "label": "A", "pattern": "1"},
        {"id": "b", "type": "masked", "label": "B", "pattern": "2", "visible_when": {"not": {"matches": ["a", "3"]}},
            "constraints": [{"must": {"matches": ["b", "4"]}, "message": "M"}]},
        {"id": "c", "type": "single_choice", "label": "C", "options": [{"id": "o", "label": "O", "visible_when": {"matches": ["a", "5"]}}]},
        {"id": "d", "type": "rows", "label": "D", "questions": [{"id": "e", "type": "short_text", "label": "E", "pattern": "6"}]},
    ]);
    let form = form(&questions);
    let found: Vec<(String, &str)> = patterns(&form);
    let expected = [
        ("/0/pattern", "1"),
        ("/1/pattern", "2"),
        ("/1/visible_when", "3"),
        ("/1/constraints/0/must", "4"),
        ("/2/options/0/visible_when", "5"),
        ("/3/questions/0/pattern", "6"),
    ];
    assert_eq!(found, expected.map(|(at, pattern)| (format!("/pages/0/questions{at}"), pattern)));
}

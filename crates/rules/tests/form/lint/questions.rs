//! What a question lacks.

use super::check;
use guichet_rules::form::{Form, lint};
use serde_json::{Value, json};

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
fn questions_of_every_type_are_complete() {
    let rows = |columns: Value| json!([{"id": "r", "type": "rows", "label": "R", "questions": columns}]);
    let number = json!({"id": "n", "type": "number", "label": "N"});
    check([
        (json!([{"id": "a", "type": "image", "src": "/a.png", "alt": "A"}]), &[] as &[_]),
        (json!([{"id": "a", "type": "image", "src": "/a.png", "alt": " "}]), &[("/0/alt", "no words")]),
        (
            json!([{"id": "a", "type": "image", "src": "https://x.example/a.png", "alt": "A"}]),
            &[("/0/src", "another server")],
        ),
        (
            json!([{"id": "a", "type": "image", "src": "//x.example/a.png", "alt": "A"}]),
            &[("/0/src", "another server")],
        ),
        (json!([{"id": "a", "type": "tree", "label": "A", "options": []}]), &[("/0/options", "no options")]),
        (
            json!([{"id": "a", "type": "tree", "label": "A", "options": [
                {"id": "x", "label": "X", "children": [{"id": "x", "label": "X", "price": {"one_off": -1}}]}]}]),
            &[("/0/options/0/children/0/id", "twice"), ("/0/options/0/children/0/price", "negative")],
        ),
        (
            json!([{"id": "a", "type": "single_choice", "label": "A", "options": [
                {"id": "x", "label": "X", "children": [{"id": "y", "label": "Y"}]}]}]),
            &[("/0/options/0/children", "no tree")],
        ),
        (json!([{"id": "a", "type": "single_choice", "label": "A"}]), &[("/0/options", "no options")]),
        (
            json!([{"id": "a", "type": "single_choice", "label": "A", "options_source": {"list": "people"}}]),
            &[],
        ),
        (
            json!([{"id": "a", "type": "many_choice", "label": "A", "options_source": {"list": "people"}, "options": [
                {"id": "x", "label": "X"}]}]),
            &[("/0/options_source", "and `options_source`")],
        ),
        (
            json!([{"id": "a", "type": "single_choice", "label": "A", "options_source": {"list": "planets"}}]),
            &[("/0/options_source/list", "no such list")],
        ),
        (rows(json!([])), &[("/0/questions", "no questions")]),
        (rows(json!([{"id": "h", "type": "heading", "label": "H"}])), &[("/0/questions", "no questions")]),
        (
            rows(json!([number, {"id": "f", "type": "file", "label": "F"}])),
            &[("/0/questions/1/type", "files within rows")],
        ),
        (
            rows(json!([number, {"id": "x", "type": "rows", "label": "F", "questions": [number]}])),
            &[("/0/questions/1/type", "rows within rows")],
        ),
        (rows(json!([number, number])), &[("/0/questions/1/id", "twice")]),
        (
            json!([number, {"id": "r", "type": "rows", "label": "R", "questions": [number]}]),
            &[("/1/questions/0/id", "twice")],
        ),
        (
            json!([{"id": "a", "type": "number", "label": "A", "price": {"monthly": 5}}]),
            &[("/0/price", "fraction")],
        ),
        (
            json!([{"id": "a", "type": "number", "label": "A", "integer": true, "price": {"monthly": -5}}]),
            &[("/0/price", "negative")],
        ),
        (json!([{"id": "a", "type": "rating", "label": "A", "max": 1}]), &[("/0/max", "steps")]),
        (json!([{"id": "a", "type": "rating", "label": "A", "max": 11}]), &[("/0/max", "steps")]),
        (json!([{"id": "a", "type": "masked", "label": "A", "default": "x"}]), &[("/0/default", "secret")]),
        (
            json!([{"id": "a", "type": "masked", "label": "A", "pattern": "x"}]),
            &[("/0/pattern", "pattern_message")],
        ),
        (
            json!([{"id": "a", "type": "masked", "label": "A", "default_from": {"link": "x"}}]),
            &[("/0/default_from", "secret")],
        ),
        (
            json!([{"id": "a", "type": "yes_no", "label": "A", "sensitive": true, "price": {"monthly": 5}}]),
            &[("/0/sensitive", "told by its price")],
        ),
        (
            json!([{"id": "a", "type": "tree", "label": "A", "sensitive": true, "options": [
                {"id": "x", "label": "X", "children": [{"id": "y", "label": "Y", "price": {"one_off": 1}}]}]}]),
            &[("/0/sensitive", "told by its price")],
        ),
        (
            json!([{"id": "r", "type": "rows", "label": "R", "sensitive": true, "questions": [
                {"id": "n", "type": "number", "label": "N", "integer": true, "price": {"one_off": 1}}]}]),
            &[("/0/sensitive", "told by its price")],
        ),
        (json!([{"id": "a", "type": "yes_no", "label": "A", "sensitive": true}]), &[]),
        (
            json!([{"id": "a", "type": "short_text", "label": "A", "messages": {"too_long": "x", "too_loud": "y"}}]),
            &[("/0/messages/too_loud", "no problem 'too_loud'")],
        ),
        (
            json!([{"id": "a", "type": "short_text", "label": "A", "pattern": "x", "messages": {"pattern": "Enter an x"}}]),
            &[],
        ),
        (
            json!([{"id": "a", "type": "number", "label": "A", "constraints": [{"must": {"gt": ["a", 1]}, "message": " "}]}]),
            &[("/0/constraints/0", "says nothing")],
        ),
        (
            json!([{"id": "a", "type": "computed", "label": "A", "digits": 7, "formula": {"number": 1}}]),
            &[("/0/digits", "at most 6")],
        ),
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

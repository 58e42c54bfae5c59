//! Conditions that make no sense.

use super::{check, found};
use serde_json::{Value, json};

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

/// Questions of many types, then one on `condition`.
fn after_all(condition: Value) -> Value {
    json!([
        {"id": "text", "type": "short_text", "label": "L"},
        {"id": "number", "type": "number", "label": "L", "min": 0, "max": 10},
        {"id": "day", "type": "date", "label": "L"},
        {"id": "time", "type": "time", "label": "L"},
        {"id": "many", "type": "many_choice", "label": "L", "options": [{"id": "x", "label": "X"}, {"id": "y", "label": "Y"}]},
        {"id": "tree", "type": "tree", "label": "L", "options": [{"id": "x", "label": "X", "children": [{"id": "y", "label": "Y"}]}]},
        {"id": "rows", "type": "rows", "label": "L", "questions": [
            {"id": "name", "type": "short_text", "label": "N"}, {"id": "age", "type": "number", "label": "A"}]},
        {"id": "amount", "type": "currency", "label": "L"},
        {"id": "title", "type": "heading", "label": "L"},
        {"id": "asked", "type": "number", "label": "L", "visible_when": condition},
    ])
}

#[test]
fn operators_fit_their_questions() {
    const AT: &str = "/9/visible_when";
    check([
        (after_all(json!({"length": ["text", {"ge": 3}]})), &[] as &[_]),
        (after_all(json!({"length": ["number", {"ge": 3}]})), &[(AT, "no length")]),
        (after_all(json!({"length": ["text", {"lt": 0}]})), &[(AT, "no number of things")]),
        (after_all(json!({"matches": ["text", "x"]})), &[]),
        (after_all(json!({"matches": ["many", "x"]})), &[(AT, "not answered with a text")]),
        (after_all(json!({"days_until": ["day", {"lt": -30}]})), &[]),
        (after_all(json!({"days_until": ["time", {"lt": 3}]})), &[(AT, "not answered with a date")]),
        (
            after_all(json!({"days_between": ["day", "text", {"lt": 3}]})),
            &[(AT, "'text' is not answered with a date")],
        ),
        (after_all(json!({"any": ["rows", {"ge": ["age", 18]}]})), &[]),
        (after_all(json!({"any": ["rows", {"and": [{"ge": ["age", 18]}, {"eq": ["text", "a"]}]}]})), &[]),
        (after_all(json!({"any": ["many", {"and": []}]})), &[(AT, "no rows")]),
        (after_all(json!({"all": ["rows", {"eq": ["age", "x"]}]})), &[(AT, "with a number")]),
        (after_all(json!({"count": ["rows", {"present": "shoe"}, {"ge": 1}]})), &[(AT, "'shoe'")]),
        (
            after_all(json!({"count": ["rows", {"and": []}, {"between": [3, 1]}]})),
            &[(AT, "no number of things")],
        ),
        (after_all(json!({"ge": ["age", 18]})), &[(AT, "one in each row of 'rows'")]),
        (after_all(json!({"eq": ["rows", "x"]})), &[(AT, "answered with rows")]),
        (after_all(json!({"contains": ["tree", "y"]})), &[]),
        (after_all(json!({"eq": ["tree", "z"]})), &[(AT, "no option 'z'")]),
        (after_all(json!({"lt": ["time", "9:00"]})), &[(AT, "no time such as 09:30")]),
        (after_all(json!({"lt": ["amount", 2.5]})), &[(AT, "whole number")]),
        (after_all(json!({"lt": ["tree", "x"]})), &[(AT, "neither a number nor a date")]),
    ]);
}

#[test]
fn what_no_answers_make_true_is_found() {
    const AT: &str = "/9/visible_when";
    const NEVER: &str = "never asked";
    check([
        (after_all(json!({"and": [{"contains": ["many", "x"]}, {"contains": ["many", "y"]}]})), &[] as &[_]),
        (
            after_all(json!({"and": [{"contains": ["many", "x"]}, {"not": {"contains": ["many", "x"]}}]})),
            &[(AT, NEVER)],
        ),
        (after_all(json!({"and": [{"eq": ["many", "x"]}, {"contains": ["many", "y"]}]})), &[(AT, NEVER)]),
        (after_all(json!({"and": [{"eq": ["tree", "y"]}, {"contains": ["tree", "x"]}]})), &[]),
        (after_all(json!({"and": [{"eq": ["tree", "x"]}, {"contains": ["tree", "y"]}]})), &[(AT, NEVER)]),
        (after_all(json!({"and": [{"gt": ["number", 3]}, {"lt": ["number", 3]}]})), &[(AT, NEVER)]),
        (after_all(json!({"and": [{"ge": ["number", 3]}, {"le": ["number", 3]}]})), &[]),
        (
            after_all(json!({"and": [{"ge": ["number", 3]}, {"le": ["number", 3]}, {"ne": ["number", 3]}]})),
            &[(AT, NEVER)],
        ),
        (after_all(json!({"gt": ["number", 10]})), &[(AT, NEVER)]),
        (after_all(json!({"ge": ["number", 10]})), &[]),
        (after_all(json!({"between": ["day", "2026-12-01", "2026-11-01"]})), &[(AT, NEVER)]),
        (after_all(json!({"and": [{"eq": ["text", "a"]}, {"eq": ["text", "b"]}]})), &[(AT, NEVER)]),
        (after_all(json!({"or": [{"gt": ["number", 10]}, {"eq": ["text", "b"]}]})), &[]),
        (after_all(json!({"or": []})), &[(AT, NEVER)]),
        (after_all(json!({"not": {"ne": ["text", "a"]}})), &[]),
        (after_all(json!({"and": [{"not": {"present": "text"}}, {"eq": ["text", "a"]}]})), &[(AT, NEVER)]),
        (after_all(json!({"and": [{"ne": ["text", "a"]}, {"not": {"present": "text"}}]})), &[]),
        (after_all(json!({"and": [{"member_of": "a"}, {"not": {"member_of": "a"}}]})), &[(AT, NEVER)]),
        (after_all(json!({"and": [{"member_of": "a"}, {"not": {"member_of": "b"}}]})), &[]),
        (after_all(json!({"in": ["time", ["09:00", "10:00"]]})), &[]),
        (
            after_all(json!({"and": [{"in": ["time", ["09:00", "10:00"]]}, {"gt": ["time", "11:00"]}]})),
            &[(AT, NEVER)],
        ),
    ]);
}

#[test]
fn what_hangs_on_the_impossible_is_found() {
    let options = json!([
        {"id": "x", "label": "X"},
        {"id": "y", "label": "Y", "visible_when": {"eq": ["first", "b"]}},
    ]);
    let form = |rest: Value| {
        let mut questions = json!([
            {"id": "first", "type": "single_choice", "label": "F", "options": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]},
            {"id": "second", "type": "single_choice", "label": "S", "options": options, "visible_when": {"present": "first"}},
        ]);
        questions.as_array_mut().unwrap().extend(rest.as_array().unwrap().iter().cloned());
        questions
    };
    let asked = |condition: Value, extra: Value| {
        let mut question = json!({"id": "q", "type": "number", "label": "Q", "visible_when": condition});
        for (key, value) in extra.as_object().unwrap() {
            question[key] = value.clone();
        }
        form(json!([question]))
    };
    check([
        // "y" is on offer for "b" alone.
        (asked(json!({"and": [{"eq": ["second", "y"]}, {"eq": ["first", "b"]}]}), json!({})), &[] as &[_]),
        (
            asked(json!({"and": [{"eq": ["second", "y"]}, {"eq": ["first", "a"]}]}), json!({})),
            &[("/2/visible_when", "never asked")],
        ),
        // Without an answer to the first, nobody sees the second.
        (
            asked(
                json!({"and": [{"eq": ["second", "x"]}, {"not": {"present": "first"}}]}),
                json!({"required": true}),
            ),
            &[("/2/visible_when", "can never be shown")],
        ),
        (
            asked(json!({"eq": ["first", "a"]}), json!({"required_when": {"eq": ["first", "b"]}})),
            &[("/2/required_when", "make this condition hold")],
        ),
        (
            asked(json!({"eq": ["first", "a"]}), json!({"read_only_when": {"eq": ["second", "y"]}})),
            &[("/2/read_only_when", "make this condition hold")],
        ),
        (
            form(
                json!([{"id": "q", "type": "single_choice", "label": "Q", "visible_when": {"eq": ["first", "a"]}, "options": [
                {"id": "o", "label": "O"}, {"id": "p", "label": "P", "visible_when": {"eq": ["first", "b"]}}]}]),
            ),
            &[("/2/options/1/visible_when", "'p' on offer")],
        ),
        (
            form(json!([{"id": "q", "type": "tree", "label": "Q", "options": [
                {"id": "o", "label": "O", "visible_when": {"eq": ["first", "a"]}, "children": [
                    {"id": "p", "label": "P", "visible_when": {"eq": ["first", "b"]}}]}]}])),
            &[("/2/options/0/children/0/visible_when", "'p' on offer")],
        ),
        // What hangs on a mistake is not called impossible as well.
        (
            asked(json!({"eq": ["first", "z"]}), json!({"required_when": {"eq": ["first", "b"]}})),
            &[("/2/visible_when", "no option 'z'")],
        ),
    ]);
}

//! Repeating rows: each of its questions in each of them.

use super::{answers, ask, codes, state};
use guichet_rules::form::Answer;
use serde_json::{Value, json};

fn people() -> Value {
    json!([
        {"id": "team", "type": "yes_no", "label": "T"},
        {"id": "people", "type": "rows", "label": "P", "required": true, "min_rows": 2, "max_rows": 3, "row_label": "Person",
            "questions": [
                {"id": "name", "type": "short_text", "label": "N", "required": true},
                {"id": "remote", "type": "yes_no", "label": "R", "visible_when": {"eq": ["team", true]}},
                {"id": "address", "type": "short_text", "label": "A", "required": true, "visible_when": {"eq": ["remote", true]}},
                {"id": "days", "type": "number", "label": "D", "max": 5},
                {"id": "hours", "type": "computed", "label": "H", "formula": {"product": [{"answer": "days"}, {"number": 8}]}}]},
        {"id": "total", "type": "computed", "label": "T", "unit": "hours", "formula": {"total": ["people", {"answer": "hours"}]}},
    ])
}

#[test]
fn each_row_has_conditions_of_its_own() {
    let given = json!({"team": true, "people": [
        {"name": "a", "remote": true, "address": "x", "days": 2}, {"name": "b", "remote": false, "address": "y", "days": 3}]});
    let evaluation = ask(&people(), &given);
    assert!(codes(&evaluation).is_empty());
    let rows = state(&evaluation, "people");
    assert_eq!(rows.answer, Some(Answer::Rows(2)));
    assert!(rows.cell(0, "address").unwrap().visible && !rows.cell(1, "address").unwrap().visible);
    assert_eq!(rows.cell(1, "hours").unwrap().answer, Some(Answer::Number(24.0)));
    assert_eq!(state(&evaluation, "total").answer, Some(Answer::Number(40.0)));
    // What nobody sees in a row is not sent.
    let sent = evaluation.submitted(&answers(&given));
    let expected = json!({"team": true, "total": 40, "people": [
        {"name": "a", "remote": true, "address": "x", "days": 2, "hours": 16},
        {"name": "b", "remote": false, "days": 3, "hours": 24}]});
    assert_eq!(serde_json::to_value(sent).unwrap(), expected);

    // A condition that looks outside of the row falls for all of them.
    let mut given = given;
    given["team"] = json!(false);
    let evaluation = ask(&people(), &given);
    let rows = state(&evaluation, "people");
    assert!(
        (0..2)
            .all(|row| !rows.cell(row, "remote").unwrap().visible
                && !rows.cell(row, "address").unwrap().visible)
    );
}

#[test]
fn problems_point_into_their_row() {
    let given = json!({"team": true, "people": [
        {"name": "a"}, {"days": 9}, {"name": "c", "remote": true, "a/b": 1, "shoe": 42}, {"name": "d"}]});
    let evaluation = ask(&people(), &given);
    let found: Vec<(String, String)> = evaluation
        .problems()
        .map(|problem| (problem.pointer.clone(), problem.code.name().to_owned()))
        .collect();
    let expected = [
        ("/people", "too_many"),
        ("/people/1/name", "required"),
        ("/people/1/days", "too_great"),
        ("/people/2/address", "required"),
        ("/people/2/a~1b", "unknown_question"),
        ("/people/2/shoe", "unknown_question"),
    ];
    assert_eq!(found, expected.map(|(pointer, code)| (pointer.to_owned(), code.to_owned())));
}

#[test]
fn a_row_that_was_left_alone_is_none() {
    for (rows, expected) in [
        (json!([]), vec!["required"]),
        (json!([{}, {"name": "  ", "days": null}]), vec!["required"]),
        (json!([{"name": "a"}, {}]), vec!["too_few"]),
        (json!([{"name": "a"}, {}, {"name": "b"}]), vec![]),
        // Only that which is worked out would be in it.
        (json!([{"name": "a"}, {"hours": 8}, {"name": "b"}]), vec![]),
        (json!([{"name": "a"}, "b"]), vec!["mistyped"]),
        (json!({"name": "a"}), vec!["mistyped"]),
    ] {
        let given = json!({"people": rows});
        let evaluation = ask(&people(), &given);
        let found: Vec<String> = codes(&evaluation).into_iter().map(|(_, code)| code).collect();
        assert_eq!(found, expected, "{rows}");
    }
    let given = json!({"people": [{"name": " a "}, {}, {"name": "b"}]});
    let sent = ask(&people(), &given).submitted(&answers(&given));
    assert_eq!(serde_json::to_value(sent).unwrap(), json!({"people": [{"name": "a"}, {"name": "b"}]}));
}

#[test]
fn rows_within_rows_cannot_be_asked() {
    let questions = json!([{"id": "outer", "type": "rows", "label": "O", "questions": [
        {"id": "name", "type": "short_text", "label": "N"},
        {"id": "inner", "type": "rows", "label": "I", "questions": [{"id": "x", "type": "number", "label": "X"}]}]}]);
    let evaluation = ask(&questions, &json!({"outer": [{"name": "a"}]}));
    assert_eq!(codes(&evaluation), [("inner".to_owned(), "unsupported".to_owned())]);
    assert!(codes(&ask(&questions, &json!({}))).is_empty());
}

#[test]
fn numbers_are_worked_out_and_nobody_can_send_them() {
    let questions = json!([
        {"id": "a", "type": "number", "label": "A"},
        {"id": "b", "type": "number", "label": "B"},
        {"id": "from", "type": "date", "label": "F"},
        {"id": "to", "type": "date", "label": "T"},
        {"id": "budget", "type": "currency", "label": "B"},
        {"id": "out", "type": "computed", "label": "O", "formula": {"number": 0}},
    ]);
    let worked_out = |formula: Value, extra: Value, given: Value| {
        let mut questions = questions.clone();
        let last = questions.as_array_mut().unwrap().last_mut().unwrap();
        last["formula"] = formula;
        for (key, value) in extra.as_object().unwrap() {
            last[key] = value.clone();
        }
        let mut given = given;
        given["out"] = json!(99);
        let sent = ask(&questions, &given).submitted(&answers(&given));
        serde_json::to_value(sent).unwrap().get("out").cloned().unwrap_or_default()
    };
    let (a, b) = (json!({"answer": "a"}), json!({"answer": "b"}));
    let ab = || json!({"a": 7, "b": 2});
    for (formula, given, expected) in [
        (json!({"number": 1.5}), json!({}), json!(1.5)),
        (a.clone(), ab(), json!(7)),
        (a.clone(), json!({}), json!(null)),
        (a.clone(), json!({"a": "x"}), json!(null)),
        (json!({"sum": [a, b]}), ab(), json!(9)),
        (json!({"sum": [a, b]}), json!({"a": 7}), json!(7)),
        (json!({"sum": [a, b]}), json!({}), json!(null)),
        (json!({"product": [a, b]}), ab(), json!(14)),
        (json!({"product": [a, b]}), json!({"a": 7}), json!(null)),
        (json!({"product": []}), json!({}), json!(1)),
        (json!({"difference": [a, b]}), ab(), json!(5)),
        (json!({"quotient": [a, b]}), ab(), json!(3.5)),
        (json!({"quotient": [b, a]}), ab(), json!(0.29)),
        (json!({"quotient": [a, {"number": 0}]}), ab(), json!(null)),
        (json!({"least": [a, b, {"answer": "nowhere"}]}), ab(), json!(2)),
        (json!({"greatest": [a, b]}), ab(), json!(7)),
        (json!({"days": ["from", "to"]}), json!({"from": "2026-11-21", "to": "2026-12-21"}), json!(30)),
        (json!({"days": ["from", "to"]}), json!({"to": "2026-12-21"}), json!(null)),
        (json!({"if": [{"gt": ["a", 5]}, b, {"number": 0}]}), ab(), json!(2)),
        (json!({"if": [{"gt": ["a", 9]}, b, {"number": 0}]}), ab(), json!(0)),
        (json!({"product": [{"number": 1e300}, {"number": 1e300}]}), json!({}), json!(null)),
        (json!({"sum": [{"number": 0.1}, {"number": 0.2}]}), json!({}), json!(0.3)),
    ] {
        assert_eq!(worked_out(formula.clone(), json!({}), given.clone()), expected, "{formula} with {given}");
    }
    let third = || json!({"quotient": [{"number": 2}, {"number": 3}]});
    for (extra, expected) in [
        (json!({"digits": 0}), json!(1)),
        (json!({"digits": 3}), json!(0.667)),
        (json!({"digits": 9}), json!(0.666_667)),
        (json!({"money": true}), json!(1)),
    ] {
        assert_eq!(worked_out(third(), extra.clone(), json!({})), expected, "{extra}");
    }
    let share = json!({"product": [{"answer": "budget"}, {"number": 0.125}]});
    assert_eq!(worked_out(share, json!({"money": true}), json!({"budget": 1001})), json!(125));
}

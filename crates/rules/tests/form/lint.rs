//! Mistakes in forms, found at the place where they are.

use super::form;
use guichet_rules::form::{Form, lint, patterns};
use serde_json::{Value, json};

/// Where each problem is, below the questions of the only page, and what it is.
fn found(questions: &Value) -> Vec<(String, String)> {
    lint(&form(questions))
        .into_iter()
        .map(|problem| {
            assert!(!problem.remedy().is_empty());
            let at = problem.pointer.trim_start_matches("/pages/0/questions").to_owned();
            (at, problem.what())
        })
        .collect()
}

fn check(table: impl IntoIterator<Item = (Value, &'static [(&'static str, &'static str)])>) {
    for (questions, expected) in table {
        let found = found(&questions);
        let as_expected = found.len() == expected.len()
            && found
                .iter()
                .zip(expected)
                .all(|((at, what), (place, part))| at == place && what.contains(part));
        assert!(as_expected, "{questions}\nfound {found:?}\nexpected {expected:?}");
    }
}

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
fn limits_leave_something_between_them() {
    let with = |extra: Value| {
        let mut question = json!({"id": "a", "label": "A"});
        for (key, value) in extra.as_object().unwrap() {
            question[key] = value.clone();
        }
        json!([question])
    };
    let options = json!([{"id": "x", "label": "X"}, {"id": "y", "label": "Y"}]);
    check([
        (with(json!({"type": "number", "min": 2, "max": 2})), &[] as &[_]),
        (with(json!({"type": "number", "min": 2.1, "max": 2})), &[("/0/min", "`max`")]),
        (with(json!({"type": "short_text", "min_length": 201})), &[("/0/min_length", "`max_length`")]),
        (with(json!({"type": "short_text", "min_length": 201, "max_length": 300})), &[]),
        (
            with(json!({"type": "long_text", "min_length": 9, "max_length": 8})),
            &[("/0/min_length", "`max_length`")],
        ),
        (
            with(json!({"type": "many_choice", "options": options, "min_choices": 2, "max_choices": 1})),
            &[("/0/min_choices", "`max_choices`")],
        ),
        (
            with(json!({"type": "many_choice", "options": options, "min_choices": 3})),
            &[("/0/min_choices", "number of options")],
        ),
        (with(json!({"type": "many_choice", "options": options, "min_choices": 2, "max_choices": 2})), &[]),
        (with(json!({"type": "date", "earliest": 1, "latest": 0})), &[("/0/earliest", "`latest`")]),
        (
            with(json!({"type": "date", "earliest": "2026-12-01", "latest": "2026-11-30"})),
            &[("/0/earliest", "`latest`")],
        ),
        (with(json!({"type": "date", "earliest": "2026-12-01", "latest": 0})), &[]),
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
fn limits_of_every_type_leave_something_between_them() {
    let with = |extra: Value| {
        let mut question =
            json!({"id": "a", "label": "A", "questions": [{"id": "c", "type": "number", "label": "C"}]});
        for (key, value) in extra.as_object().unwrap() {
            question[key] = value.clone();
        }
        json!([question])
    };
    check([
        (with(json!({"type": "currency", "min": 2, "max": 1})), &[("/0/min", "`max`")] as &[_]),
        (with(json!({"type": "duration", "min": 2, "max": 1})), &[("/0/min", "`max`")]),
        (with(json!({"type": "rich_text", "min_length": 4001})), &[("/0/min_length", "4000")]),
        (with(json!({"type": "masked", "min_length": 201})), &[("/0/min_length", "200")]),
        (with(json!({"type": "rows", "min_rows": 51})), &[("/0/min_rows", "50")]),
        (
            with(json!({"type": "time", "earliest": "17:00", "latest": "09:00"})),
            &[("/0/earliest", "`latest`")],
        ),
        (with(json!({"type": "time", "earliest": "09:00", "latest": "09:00"})), &[]),
        (with(json!({"type": "date_time", "earliest": 2, "latest": 1})), &[("/0/earliest", "`latest`")]),
        (with(json!({"type": "date_range", "earliest": 2, "latest": 1})), &[("/0/earliest", "`latest`")]),
        (with(json!({"type": "date_range", "min_days": 2, "max_days": 1})), &[("/0/min_days", "`max_days`")]),
    ]);
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

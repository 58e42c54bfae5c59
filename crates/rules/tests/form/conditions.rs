//! Every operator, with answers, without, and with answers that nobody sees.

use super::{ask, state};
use serde_json::{Value, json};

/// Whether a question is asked on `condition`. It comes after one question of each type, and before `later`.
fn holds(condition: &Value, given: &Value) -> bool {
    let options = json!([{"id": "a", "label": "A"}, {"id": "b", "label": "B"}, {"id": "c", "label": "C"}]);
    let questions = json!([
        {"id": "text", "type": "short_text", "label": "L"},
        {"id": "lines", "type": "long_text", "label": "L"},
        {"id": "number", "type": "number", "label": "L"},
        {"id": "flag", "type": "yes_no", "label": "L"},
        {"id": "one", "type": "single_choice", "label": "L", "options": options},
        {"id": "many", "type": "many_choice", "label": "L", "options": options},
        {"id": "day", "type": "date", "label": "L"},
        {"id": "who", "type": "person", "label": "L"},
        {"id": "files", "type": "file", "label": "L", "max_files": 3},
        {"id": "amount", "type": "currency", "label": "L"},
        {"id": "time", "type": "time", "label": "L"},
        {"id": "moment", "type": "date_time", "label": "L"},
        {"id": "range", "type": "date_range", "label": "L"},
        {"id": "span", "type": "duration", "label": "L"},
        {"id": "stars", "type": "rating", "label": "L"},
        {"id": "mail", "type": "email", "label": "L"},
        {"id": "team", "type": "group", "label": "L"},
        {"id": "tree", "type": "tree", "label": "L", "any_level": true, "options": [
            {"id": "de", "label": "DE", "children": [
                {"id": "berlin", "label": "B"},
                {"id": "hessen", "label": "H", "children": [{"id": "fulda", "label": "F"}]}]},
            {"id": "at", "label": "AT"}]},
        {"id": "people", "type": "rows", "label": "L", "questions": [
            {"id": "name", "type": "short_text", "label": "N"},
            {"id": "age", "type": "number", "label": "A"}]},
        {"id": "hidden", "type": "number", "label": "L", "visible_when": {"or": []}},
        {"id": "asked", "type": "number", "label": "L", "visible_when": condition},
        {"id": "later", "type": "number", "label": "L"},
    ]);
    state(&ask(&questions, given), "asked").visible
}

fn check(table: impl IntoIterator<Item = (Value, Value, bool)>) {
    for (condition, given, expected) in table {
        assert_eq!(holds(&condition, &given), expected, "{condition} with {given}");
    }
}

#[test]
fn eq_and_ne_are_opposites() {
    for (question, value, answer, equal) in [
        ("text", json!("a"), json!("a"), true),
        ("text", json!("a"), json!(" a "), true),
        ("text", json!("a"), json!("A"), false),
        ("text", json!(1), json!("1"), false),
        ("lines", json!("a\nb"), json!("a\nb"), true),
        ("number", json!(2), json!(2.0), true),
        ("number", json!(2), json!(3), false),
        ("number", json!("2"), json!(2), false),
        ("flag", json!(true), json!(true), true),
        ("flag", json!(false), json!(false), true),
        ("flag", json!(false), json!(true), false),
        ("one", json!("a"), json!("a"), true),
        ("one", json!("a"), json!("b"), false),
        ("many", json!("a"), json!(["a"]), true),
        ("many", json!("a"), json!(["a", "a"]), true),
        ("many", json!("a"), json!(["a", "b"]), false),
        ("day", json!("2026-11-21"), json!("2026-11-21"), true),
        ("day", json!("2026-11-21"), json!("2026-11-22"), false),
        ("day", json!("2026-1-5"), json!("2026-01-05"), false),
        ("who", json!("aylin-kaya"), json!("aylin-kaya"), true),
        ("files", json!("f1"), json!(["f1"]), true),
    ] {
        let mut given = json!({});
        given[question] = answer;
        check([
            (json!({"eq": [question, value]}), given.clone(), equal),
            (json!({"ne": [question, value]}), given, !equal),
        ]);
    }
}

#[test]
fn in_and_contains() {
    check([
        (json!({"in": ["one", ["a", "b"]]}), json!({"one": "b"}), true),
        (json!({"in": ["one", ["a", "b"]]}), json!({"one": "c"}), false),
        (json!({"in": ["one", []]}), json!({"one": "c"}), false),
        (json!({"in": ["number", [1, 2]]}), json!({"number": 2}), true),
        (json!({"in": ["many", ["a", "b"]]}), json!({"many": ["b"]}), true),
        (json!({"in": ["many", ["a", "b"]]}), json!({"many": ["a", "b"]}), false),
        (json!({"contains": ["many", "a"]}), json!({"many": ["b", "a"]}), true),
        (json!({"contains": ["many", "a"]}), json!({"many": ["b", "c"]}), false),
        (json!({"contains": ["files", "f1"]}), json!({"files": ["f0", "f1"]}), true),
        (json!({"contains": ["text", "ÄRGER"]}), json!({"text": "mit ärgerlichem Ton"}), true),
        (json!({"contains": ["text", "x"]}), json!({"text": "abc"}), false),
        (json!({"contains": ["one", "a"]}), json!({"one": "a"}), true),
        (json!({"contains": ["who", "ay"]}), json!({"who": "aylin"}), false),
        (json!({"contains": ["number", 1]}), json!({"number": 10}), false),
    ]);
}

#[test]
fn numbers_and_dates_have_an_order_and_nothing_else_has() {
    // Less, the same, greater.
    for (operator, expected) in [
        ("lt", [true, false, false]),
        ("le", [true, true, false]),
        ("gt", [false, false, true]),
        ("ge", [false, true, true]),
    ] {
        let numbers = [json!(1.5), json!(2), json!(2.5)];
        let days = [json!("2026-11-20"), json!("2026-11-21"), json!("2026-11-22")];
        for ((number, day), expected) in numbers.into_iter().zip(days).zip(expected) {
            check([
                (json!({operator: ["number", 2]}), json!({"number": number}), expected),
                (json!({operator: ["day", "2026-11-21"]}), json!({"day": day}), expected),
            ]);
        }
        check([
            (json!({operator: ["text", "b"]}), json!({"text": "a"}), false),
            (json!({operator: ["text", "b"]}), json!({"text": "c"}), false),
            (json!({operator: ["text", "b"]}), json!({"text": "b"}), false),
            (json!({operator: ["number", "2"]}), json!({"number": 2}), false),
            (json!({operator: ["day", 2]}), json!({"day": "2026-11-21"}), false),
            (json!({operator: ["day", "soon"]}), json!({"day": "2026-11-21"}), false),
        ]);
    }
    for (number, expected) in [(0.9, false), (1.0, true), (2.0, true), (3.0, true), (3.1, false)] {
        check([(json!({"between": ["number", 1, 3]}), json!({"number": number}), expected)]);
        check([(json!({"between": ["number", 3, 1]}), json!({"number": number}), false)]);
    }
    for (day, expected) in
        [("2026-10-31", false), ("2026-11-01", true), ("2026-11-30", true), ("2026-12-01", false)]
    {
        let condition = json!({"between": ["day", "2026-11-01", "2026-11-30"]});
        check([(condition, json!({"day": day}), expected)]);
    }
}

#[test]
fn present_groups_and_the_connectives() {
    let (yes, no) = (json!({"and": []}), json!({"or": []}));
    check([
        (json!({"present": "text"}), json!({"text": "a"}), true),
        (json!({"present": "flag"}), json!({"flag": false}), true),
        (json!({"present": "number"}), json!({"number": 0}), true),
        (json!({"member_of": "designers"}), json!({}), true),
        (json!({"member_of": "finance"}), json!({}), false),
        (yes.clone(), json!({}), true),
        (no.clone(), json!({}), false),
        (json!({"and": [yes, no]}), json!({}), false),
        (json!({"and": [yes, yes]}), json!({}), true),
        (json!({"or": [no, yes]}), json!({}), true),
        (json!({"or": [no, no]}), json!({}), false),
        (json!({"not": yes}), json!({}), false),
        (json!({"not": no}), json!({}), true),
    ]);
}

/// Every operator that looks at an answer, asked so that the answer `value` would satisfy one of them at least.
fn operators(question: &str, value: &Value) -> Vec<Value> {
    let mut all: Vec<Value> = ["eq", "contains", "lt", "le", "gt", "ge"]
        .iter()
        .map(|operator| {
            let operator: &str = operator;
            json!({operator: [question, value]})
        })
        .collect();
    all.push(json!({"in": [question, [value]]}));
    all.push(json!({"between": [question, value, value]}));
    all.push(json!({"present": question}));
    all.push(json!({"length": [question, {"ge": 0}]}));
    all.push(json!({"matches": [question, value.to_string()]}));
    all.push(json!({"days_until": [question, {"ge": -9999}]}));
    all.push(json!({"days_between": [question, question, {"eq": 0}]}));
    all.push(json!({"any": [question, {"and": []}]}));
    all.push(json!({"all": [question, {"and": []}]}));
    all.push(json!({"count": [question, {"and": []}, {"ge": 0}]}));
    all
}

#[test]
fn without_an_answer_only_ne_holds() {
    let questions = [
        ("text", json!("a")),
        ("lines", json!("a")),
        ("number", json!(1)),
        ("flag", json!(true)),
        ("one", json!("a")),
        ("many", json!("a")),
        ("day", json!("2026-11-21")),
        ("who", json!("a")),
        ("files", json!("a")),
        ("amount", json!(1)),
        ("time", json!("09:00")),
        ("moment", json!("2026-11-21T09:00")),
        ("range", json!("2026-11-21")),
        ("span", json!(60)),
        ("stars", json!(1)),
        ("mail", json!("a@b.de")),
        ("team", json!("a")),
        ("tree", json!("de")),
        ("people", json!("a")),
    ];
    // None of these is an answer to any of them: nothing is there, or something of another type.
    let nothings = [None, Some(json!(null)), Some(json!("  ")), Some(json!([])), Some(json!({"a": 1}))];
    for (question, value) in &questions {
        for nothing in &nothings {
            let mut given = json!({});
            if let Some(nothing) = nothing {
                given[question] = nothing.clone();
            }
            for condition in operators(question, value) {
                check([(json!({"not": condition}), given.clone(), true), (condition, given.clone(), false)]);
            }
            check([(json!({"ne": [question, value]}), given, true)]);
        }
    }
}

#[test]
fn what_is_not_visible_comes_later_or_does_not_exist_counts_as_unanswered() {
    for question in ["hidden", "asked", "later", "unheard-of"] {
        let mut given = json!({});
        given[question] = json!(1);
        for condition in operators(question, &json!(1)) {
            check([(condition, given.clone(), false)]);
        }
        check([(json!({"ne": [question, 1]}), given, true)]);
    }
}

#[test]
fn each_type_with_an_order_has_its_own() {
    for (question, below, value, above) in [
        ("amount", json!(99), json!(100), json!(101)),
        ("time", json!("08:59"), json!("09:00"), json!("13:00")),
        ("moment", json!("2026-11-20T23:59"), json!("2026-11-21T00:00"), json!("2026-11-21T00:01")),
        ("span", json!(59), json!(60), json!(61)),
        ("stars", json!(2), json!(3), json!(4)),
    ] {
        for (operator, expected) in [
            ("lt", [true, false, false]),
            ("le", [true, true, false]),
            ("eq", [false, true, false]),
            ("ne", [true, false, true]),
            ("gt", [false, false, true]),
            ("ge", [false, true, true]),
        ] {
            for (answer, expected) in [&below, &value, &above].into_iter().zip(expected) {
                let mut given = json!({});
                given[question] = answer.clone();
                check([(json!({operator: [question, value]}), given, expected)]);
            }
        }
        let mut given = json!({});
        given[question] = value.clone();
        check([(json!({"between": [question, below, above]}), given, true)]);
    }
    check([
        // A day stands for the whole of it.
        (json!({"eq": ["moment", "2026-11-21"]}), json!({"moment": "2026-11-21T17:00"}), true),
        (json!({"gt": ["moment", "2026-11-21"]}), json!({"moment": "2026-11-21T17:00"}), false),
        (json!({"gt": ["moment", "2026-11-20"]}), json!({"moment": "2026-11-21T00:00"}), true),
        // A range counts from its first day.
        (
            json!({"ge": ["range", "2026-11-21"]}),
            json!({"range": {"from": "2026-11-21", "to": "2026-11-30"}}),
            true,
        ),
        (
            json!({"gt": ["range", "2026-11-21"]}),
            json!({"range": {"from": "2026-11-21", "to": "2026-11-30"}}),
            false,
        ),
        (json!({"present": "range"}), json!({"range": {"from": "2026-11-21", "to": "2026-11-20"}}), false),
        (json!({"present": "range"}), json!({"range": {"from": "2026-11-21"}}), false),
        (json!({"lt": ["time", 9]}), json!({"time": "08:00"}), false),
        (json!({"lt": ["span", "1:00"]}), json!({"span": 10}), false),
    ]);
}

#[test]
fn a_tree_contains_what_lies_above() {
    for (answer, eq, contains) in
        [("de", true, true), ("fulda", false, true), ("berlin", false, true), ("at", false, false)]
    {
        check([
            (json!({"eq": ["tree", "de"]}), json!({"tree": answer}), eq),
            (json!({"contains": ["tree", "de"]}), json!({"tree": answer}), contains),
            (json!({"contains": ["tree", "hessen"]}), json!({"tree": answer}), answer == "fulda"),
        ]);
    }
    check([
        (json!({"in": ["tree", ["fulda", "at"]]}), json!({"tree": "at"}), true),
        (json!({"contains": ["tree", "nowhere"]}), json!({"tree": "at"}), false),
        (json!({"present": "tree"}), json!({"tree": "nowhere"}), false),
    ]);
}

#[test]
fn length_counts_what_there_is_to_count() {
    let rows = json!([{"name": "a"}, {}, {"name": "  "}, {"age": 3}]);
    for (question, answer, length) in [
        ("text", json!(" äöü "), 3),
        ("lines", json!("a\nb"), 3),
        ("mail", json!("a@b.de"), 6),
        ("many", json!(["a", "b", "a"]), 2),
        ("files", json!(["f"]), 1),
        ("range", json!({"from": "2026-11-21", "to": "2026-11-21"}), 1),
        ("range", json!({"from": "2026-11-21", "to": "2026-12-20"}), 30),
        ("people", rows, 2),
    ] {
        let mut given = json!({});
        given[question] = answer;
        check([
            (json!({"length": [question, {"eq": length}]}), given.clone(), true),
            (json!({"length": [question, {"gt": length}]}), given.clone(), false),
            (json!({"length": [question, {"between": [length, length]}]}), given, true),
        ]);
    }
    for (question, answer) in [("number", json!(3)), ("one", json!("a")), ("day", json!("2026-11-21"))] {
        let mut given = json!({});
        given[question] = answer;
        check([(json!({"length": [question, {"ge": 0}]}), given, false)]);
    }
}

#[test]
fn a_text_matches_as_a_whole() {
    // In these tests a pattern matches itself alone.
    check([
        (json!({"matches": ["text", "abc"]}), json!({"text": " abc "}), true),
        (json!({"matches": ["text", "abc"]}), json!({"text": "abcd"}), false),
        (json!({"matches": ["mail", "a@b.de"]}), json!({"mail": "a@b.de"}), true),
        (json!({"matches": ["number", "3"]}), json!({"number": 3}), false),
        (json!({"matches": ["one", "a"]}), json!({"one": "a"}), false),
    ]);
}

#[test]
fn days_are_counted_from_today_and_between_answers() {
    // Today is the 21st.
    for (day, days) in [("2026-11-20", -1), ("2026-11-21", 0), ("2026-12-21", 30)] {
        check([
            (json!({"days_until": ["day", {"eq": days}]}), json!({"day": day}), true),
            (json!({"days_until": ["day", {"lt": days}]}), json!({"day": day}), false),
            (
                json!({"days_until": ["moment", {"eq": days}]}),
                json!({"moment": format!("{day}T23:59")}),
                true,
            ),
        ]);
    }
    let given =
        json!({"day": "2026-11-21", "range": {"from": "2026-11-24", "to": "2026-12-24"}, "number": 3});
    check([
        (json!({"days_between": ["day", "range", {"eq": 3}]}), given.clone(), true),
        (json!({"days_between": ["range", "day", {"eq": -3}]}), given.clone(), true),
        (json!({"days_between": ["day", "moment", {"ge": -9999}]}), given.clone(), false),
        (json!({"days_between": ["day", "number", {"ge": -9999}]}), given, false),
    ]);
}

#[test]
fn rows_are_gone_through() {
    let given = json!({"flag": true, "people": [{"name": "a", "age": 3}, {}, {"name": "b", "age": 30}, {"name": "c"}]});
    let adult = json!({"ge": ["age", 18]});
    check([
        (json!({"any": ["people", adult]}), given.clone(), true),
        (json!({"all": ["people", adult]}), given.clone(), false),
        (json!({"all": ["people", {"present": "name"}]}), given.clone(), true),
        (json!({"count": ["people", adult, {"eq": 1}]}), given.clone(), true),
        (json!({"count": ["people", {"and": []}, {"eq": 3}]}), given.clone(), true),
        (json!({"count": ["people", {"ne": ["age", 3]}, {"eq": 2}]}), given.clone(), true),
        // What stands outside can be asked in each row.
        (
            json!({"any": ["people", {"and": [{"eq": ["name", "a"]}, {"eq": ["flag", true]}]}]}),
            given.clone(),
            true,
        ),
        (json!({"any": ["people", {"eq": ["flag", false]}]}), given.clone(), false),
        // And what stands in each row cannot be asked outside.
        (json!({"present": "name"}), given.clone(), false),
        (json!({"any": ["number", {"and": []}]}), given, false),
    ]);
    // Without rows none of them holds, not even "all".
    for nothing in
        [json!({}), json!({"people": []}), json!({"people": [{}, {"name": ""}]}), json!({"people": "a"})]
    {
        for condition in [
            json!({"any": ["people", {"and": []}]}),
            json!({"all": ["people", {"and": []}]}),
            json!({"count": ["people", {"and": []}, {"le": 5}]}),
            json!({"length": ["people", {"le": 5}]}),
        ] {
            check([(condition, nothing.clone(), false)]);
        }
    }
}

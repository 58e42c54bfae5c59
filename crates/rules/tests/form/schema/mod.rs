//! The JSON Schema of a form: what it says, and that a stock validator says the same by it as the rules do.

use super::form;
use guichet_rules::form::{Compiled, schema, testing};
use jsonschema::Validator;
use serde_json::{Value, json};

fn validator(schema: &Value) -> Validator {
    jsonschema::validator_for(schema).unwrap_or_else(|error| panic!("{error}: {schema:#}"))
}

fn of(questions: &Value) -> (Value, bool) {
    let schema = schema(&form(questions));
    (schema.schema, schema.exact)
}

/// Answers that the schema of these questions takes and refuses.
fn check(questions: &Value, exact: bool, right: &[Value], wrong: &[Value]) {
    let (schema, is_exact) = of(questions);
    assert_eq!(is_exact, exact, "{questions}");
    let validator = validator(&schema);
    for answers in right {
        assert!(validator.is_valid(answers), "{answers} is refused by {schema:#}");
    }
    for answers in wrong {
        assert!(!validator.is_valid(answers), "{answers} is taken by {schema:#}");
    }
}

/// One question of a type, with what answers it and what does not.
fn one(question: &Value, exact: bool, right: &[Value], wrong: &[Value]) {
    let mut asked = question.clone();
    asked["id"] = json!("q");
    asked["label"] = json!("Q");
    let answer = |values: &[Value]| values.iter().map(|value| json!({ "q": value })).collect::<Vec<_>>();
    check(
        &json!([asked]),
        exact,
        &[answer(right), vec![json!({})]].concat(),
        &[answer(wrong), vec![json!({"x": 1})]].concat(),
    );
}

#[test]
fn a_schema_is_a_document() {
    let (schema, exact) = of(&json!([
        {"id": "model", "type": "short_text", "label": "Which model?", "hint": "On the back", "required": true},
        {"id": "who", "type": "person", "label": "Who?"},
        {"id": "head", "type": "heading", "label": "H"},
    ]));
    assert!(!exact);
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["$id"], "urn:guichet:form:f@1");
    assert!(schema["$comment"].as_str().unwrap().contains("more"));
    assert_eq!(schema["required"], json!(["model"]));
    assert_eq!(schema["additionalProperties"], json!(false));
    let model = &schema["properties"]["model"];
    assert_eq!((&model["title"], &model["description"]), (&json!("Which model?"), &json!("On the back")));
    assert!(schema["properties"]["who"]["$comment"].is_string());
    assert!(schema["properties"].get("head").is_none());
}

#[test]
fn each_type_has_its_shape() {
    let options = json!([{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]);
    one(
        &json!({"type": "short_text", "min_length": 2, "max_length": 3}),
        true,
        &[json!("ab"), json!("äöü")],
        &[json!("a"), json!("abcd"), json!(" ab"), json!("ab\u{a0}"), json!(""), json!(5), json!(null)],
    );
    one(
        &json!({"type": "short_text", "pattern": "[0-9]{4}"}),
        true,
        &[json!("4410")],
        &[json!("44100"), json!("x4410")],
    );
    one(
        &json!({"type": "long_text"}),
        true,
        &[json!("a\nb"), json!("a".repeat(4000))],
        &[json!("a".repeat(4001))],
    );
    one(
        &json!({"type": "number", "min": 1, "max": 2.5}),
        true,
        &[json!(1), json!(2.5)],
        &[json!(0.9), json!(3), json!("2")],
    );
    one(&json!({"type": "number", "integer": true}), true, &[json!(2), json!(2.0)], &[json!(2.5)]);
    one(
        &json!({"type": "number", "integer": true, "price": {"monthly": 700}}),
        true,
        &[json!(10_000)],
        &[json!(10_001), json!(5e9)],
    );
    one(
        &json!({"type": "currency", "min": 0}),
        true,
        &[json!(0), json!(5.0)],
        &[json!(-1), json!(0.5), json!(1e17)],
    );
    one(
        &json!({"type": "duration", "max": 60}),
        true,
        &[json!(0), json!(60)],
        &[json!(-1), json!(61), json!("PT1M")],
    );
    one(&json!({"type": "rating"}), true, &[json!(1), json!(5)], &[json!(0), json!(6), json!(2.5)]);
    one(&json!({"type": "yes_no"}), true, &[json!(true), json!(false)], &[json!("true"), json!(1)]);
    one(
        &json!({"type": "single_choice", "options": options}),
        true,
        &[json!("a")],
        &[json!("c"), json!(["a"])],
    );
    one(
        &json!({"type": "many_choice", "options": options, "max_choices": 1}),
        true,
        &[json!(["b"])],
        &[json!([]), json!(["a", "b"]), json!(["a", "a"]), json!(["c"]), json!("a")],
    );
    let tree = json!([{"id": "de", "label": "DE", "children": [{"id": "berlin", "label": "B"}]}]);
    one(&json!({"type": "tree", "options": tree}), true, &[json!("berlin")], &[json!("de"), json!("x")]);
    one(
        &json!({"type": "tree", "options": tree, "any_level": true}),
        true,
        &[json!("berlin"), json!("de")],
        &[json!("x")],
    );
    one(
        &json!({"type": "date"}),
        true,
        &[json!("2024-02-29")],
        &[json!("2023-02-29"), json!("2024-2-29"), json!("24-02-29")],
    );
    one(&json!({"type": "date", "earliest": 0}), false, &[json!("2024-02-29")], &[json!("today")]);
    one(&json!({"type": "time"}), true, &[json!("00:00"), json!("23:59")], &[json!("24:00"), json!("9:00")]);
    one(
        &json!({"type": "date_time"}),
        true,
        &[json!("2026-11-21T09:00")],
        &[json!("2026-11-21"), json!("2026-11-21T09:00Z")],
    );
    one(
        &json!({"type": "date_range"}),
        false,
        &[json!({"from": "2026-11-21", "to": "2026-11-22"})],
        &[
            json!({"from": "2026-11-21"}),
            json!({"from": "a", "to": "b"}),
            json!({"from": "2026-11-21", "to": "2026-11-22", "x": 1}),
        ],
    );
    one(
        &json!({"type": "email"}),
        true,
        &[json!("a@b.de")],
        &[json!("a@b"), json!("a b@c.de"), json!("a@b@c.de")],
    );
    one(&json!({"type": "phone"}), true, &[json!("+49 30 12345")], &[json!("123"), json!("abc")]);
    one(&json!({"type": "url"}), true, &[json!("https://a/b?c")], &[json!("ftp://a"), json!("https://")]);
    one(
        &json!({"type": "ip_address", "version": "v4"}),
        true,
        &[json!("10.0.0.1")],
        &[json!("10.0.0"), json!("10.0.0.256")],
    );
    one(
        &json!({"type": "ip_address", "network": true}),
        false,
        &[json!("10.0.0.0/8"), json!("::1/64")],
        &[json!("10.0.0.0/200")],
    );
    one(&json!({"type": "masked", "min_length": 4}), true, &[json!("1234")], &[json!("123")]);
    one(
        &json!({"type": "file", "max_files": 2}),
        false,
        &[json!(["a", "b"])],
        &[json!(["a", "b", "c"]), json!("a")],
    );
    one(
        &json!({"type": "single_choice", "options_source": {"list": "people"}}),
        false,
        &[json!("anyone")],
        &[json!(" "), json!(1)],
    );
    one(&json!({"type": "computed", "formula": {"number": 1}}), false, &[json!(1)], &[json!("1")]);
    for kind in ["person", "group", "service", "asset", "location"] {
        one(&json!({ "type": kind }), false, &[json!("some-id")], &[json!(""), json!(["some-id"])]);
    }
    for kind in ["heading", "paragraph", "notice", "image"] {
        one(&json!({"type": kind, "text": "T", "src": "/a", "alt": "A"}), true, &[], &[json!("x")]);
    }
    one(
        &json!({"type": "rows", "max_rows": 2, "questions": [
            {"id": "name", "type": "short_text", "label": "N", "required": true},
            {"id": "age", "type": "number", "label": "A", "visible_when": {"eq": ["name", "a"]}}]}),
        true,
        &[json!([{"name": "a", "age": 3}]), json!([{"name": "b"}, {"name": "a"}])],
        &[
            json!([]),
            json!([{}]),
            json!([{"age": 3}]),
            json!([{"name": "b", "age": 3}]),
            json!([{"name": "a", "shoe": 42}]),
            json!([{"name": "a"}, {"name": "b"}, {"name": "c"}]),
        ],
    );
}

#[test]
fn conditions_are_part_of_it() {
    let questions = |condition: Value, extra: Value| {
        let options = json!([{"id": "x", "label": "X"}, {"id": "y", "label": "Y"}]);
        let mut last = json!({"id": "q", "type": "yes_no", "label": "Q", "visible_when": condition});
        for (key, value) in extra.as_object().unwrap() {
            last[key] = value.clone();
        }
        json!([
            {"id": "text", "type": "short_text", "label": "L"},
            {"id": "number", "type": "number", "label": "L"},
            {"id": "many", "type": "many_choice", "label": "L", "options": options},
            {"id": "tree", "type": "tree", "label": "L", "any_level": true, "options": [
                {"id": "x", "label": "X", "children": [{"id": "y", "label": "Y"}]}, {"id": "z", "label": "Z"}]},
            {"id": "day", "type": "date", "label": "L"},
            {"id": "rows", "type": "rows", "label": "L", "questions": [{"id": "age", "type": "number", "label": "A"}]},
            last,
        ])
    };
    let (q, rows) = (
        |given: Value| {
            let mut given = given;
            given["q"] = json!(true);
            given
        },
        |ages: &[i64]| json!({"rows": ages.iter().map(|age| json!({"age": age})).collect::<Vec<_>>()}),
    );
    // Where the question is asked, and where it is not.
    for (condition, asked, not_asked) in [
        (json!({"eq": ["text", "a"]}), vec![json!({"text": "a"})], vec![json!({}), json!({"text": "b"})]),
        (json!({"ne": ["text", "a"]}), vec![json!({}), json!({"text": "b"})], vec![json!({"text": "a"})]),
        (
            json!({"in": ["number", [1, 2]]}),
            vec![json!({"number": 2.0})],
            vec![json!({"number": 3}), json!({})],
        ),
        (json!({"in": ["number", []]}), vec![], vec![json!({"number": 3}), json!({})]),
        (
            json!({"contains": ["many", "x"]}),
            vec![json!({"many": ["y", "x"]})],
            vec![json!({"many": ["y"]}), json!({})],
        ),
        (json!({"eq": ["many", "x"]}), vec![json!({"many": ["x"]})], vec![json!({"many": ["x", "y"]})]),
        (
            json!({"contains": ["tree", "x"]}),
            vec![json!({"tree": "y"}), json!({"tree": "x"})],
            vec![json!({"tree": "z"})],
        ),
        (json!({"gt": ["number", 2]}), vec![json!({"number": 2.5})], vec![json!({"number": 2}), json!({})]),
        (json!({"le": ["number", 2]}), vec![json!({"number": 2})], vec![json!({"number": 2.5}), json!({})]),
        (
            json!({"between": ["number", 1, 2]}),
            vec![json!({"number": 1})],
            vec![json!({"number": 0.5}), json!({"number": 3})],
        ),
        (json!({"present": "day"}), vec![json!({"day": "2026-11-21"})], vec![json!({})]),
        (
            json!({"length": ["text", {"ge": 2}]}),
            vec![json!({"text": "äö"})],
            vec![json!({"text": "a"}), json!({})],
        ),
        (
            json!({"length": ["many", {"ne": 1}]}),
            vec![json!({"many": ["x", "y"]})],
            vec![json!({"many": ["x"]}), json!({})],
        ),
        (
            json!({"matches": ["text", "[0-9]+"]}),
            vec![json!({"text": "12"})],
            vec![json!({"text": "12a"}), json!({})],
        ),
        (json!({"any": ["rows", {"ge": ["age", 18]}]}), vec![rows(&[3, 18])], vec![rows(&[3]), json!({})]),
        (
            json!({"all": ["rows", {"ge": ["age", 18]}]}),
            vec![rows(&[20, 18])],
            vec![rows(&[3, 20]), json!({})],
        ),
        (
            json!({"count": ["rows", {"ge": ["age", 18]}, {"le": 1}]}),
            vec![rows(&[3]), rows(&[20, 3])],
            vec![rows(&[20, 30]), json!({})],
        ),
        (
            json!({"and": [{"present": "text"}, {"present": "day"}]}),
            vec![json!({"text": "a", "day": "2026-11-21"})],
            vec![json!({"text": "a"})],
        ),
        (
            json!({"or": [{"present": "text"}, {"present": "day"}]}),
            vec![json!({"text": "a"})],
            vec![json!({})],
        ),
        (json!({"not": {"present": "text"}}), vec![json!({})], vec![json!({"text": "a"})]),
    ] {
        let with: Vec<Value> = asked.iter().cloned().map(q).collect();
        let wrong: Vec<Value> = not_asked.iter().cloned().map(q).collect();
        check(
            &questions(condition.clone(), json!({})),
            true,
            &[with.clone(), asked.clone(), not_asked.clone()].concat(),
            &wrong,
        );
        // Required while it is asked, and only then.
        let required = questions(condition, json!({"required": true}));
        check(&required, true, &[with, not_asked].concat(), &asked);
    }
    // What cannot be seen in the answers neither forbids nor asks for anything.
    for condition in [
        json!({"member_of": "designers"}),
        json!({"not": {"member_of": "designers"}}),
        json!({"gt": ["day", "2026-11-21"]}),
        json!({"days_until": ["day", {"lt": 3}]}),
        json!({"contains": ["text", "Abc"]}),
    ] {
        let given =
            [json!({"day": "2026-11-21", "text": "a"}), json!({"day": "2026-11-21", "text": "a", "q": true})];
        check(&questions(condition, json!({"required": true})), false, &given, &[json!({"q": "yes"})]);
    }
    // Of two parts, the one that can be seen counts.
    let half = json!({"and": [{"present": "text"}, {"member_of": "designers"}]});
    check(
        &questions(half, json!({"required": true})),
        false,
        &[json!({"text": "a"}), json!({"text": "a", "q": true})],
        &[json!({"q": true})],
    );
    let half = json!({"or": [{"present": "text"}, {"member_of": "designers"}]});
    check(
        &questions(half, json!({"required": true})),
        false,
        &[json!({}), json!({"text": "a", "q": true})],
        &[json!({"text": "a"})],
    );
}

#[test]
fn options_constraints_and_required_when_are_part_of_it() {
    let questions = json!([
        {"id": "system", "type": "single_choice", "label": "S", "options": [{"id": "mac", "label": "M"}, {"id": "linux", "label": "L"}]},
        {"id": "tools", "type": "many_choice", "label": "T", "options": [
            {"id": "xcode", "label": "X", "visible_when": {"eq": ["system", "mac"]}}, {"id": "editor", "label": "E"}]},
        {"id": "place", "type": "tree", "label": "P", "options": [
            {"id": "de", "label": "DE", "visible_when": {"eq": ["system", "mac"]}, "children": [{"id": "berlin", "label": "B"}]},
            {"id": "at", "label": "AT"}]},
        {"id": "why", "type": "number", "label": "W", "required_when": {"contains": ["tools", "xcode"]},
            "constraints": [{"must": {"ne": ["why", 13]}, "message": "M"}]},
    ]);
    check(
        &questions,
        true,
        &[
            json!({"system": "mac", "tools": ["xcode"], "why": 1}),
            json!({"system": "linux", "tools": ["editor"]}),
            json!({"system": "mac", "place": "berlin"}),
            json!({"place": "at"}),
        ],
        &[
            json!({"system": "mac", "tools": ["xcode"]}),
            json!({"system": "linux", "tools": ["xcode"], "why": 1}),
            json!({"tools": ["editor", "xcode"], "why": 1}),
            json!({"system": "linux", "place": "berlin"}),
            json!({"why": 13}),
        ],
    );
}

#[test]
fn what_no_validator_should_be_asked_is_not_in_it() {
    // An `enum` of nothing, and a count of at least nothing.
    let rows = json!({"id": "r", "type": "rows", "label": "R", "questions": [{"id": "c", "type": "yes_no", "label": "C"}]});
    check(
        &json!([
            {"id": "a", "type": "single_choice", "label": "A", "options": []},
            {"id": "b", "type": "many_choice", "label": "B", "options": []},
            rows,
            {"id": "d", "type": "yes_no", "label": "D", "visible_when": {"count": ["r", {"present": "c"}, {"ge": 0}]}},
            {"id": "e", "type": "yes_no", "label": "E", "visible_when": {"length": ["r", {"gt": -2}]}},
        ]),
        true,
        &[json!({}), json!({"r": [{"c": true}], "d": true, "e": true})],
        &[json!({"a": "x"}), json!({"b": ["x"]}), json!({"d": true}), json!({"e": true})],
    );
}

/// How many cases there were of each kind.
#[derive(Debug, Default)]
struct Counted {
    exact_right: u32,
    exact_wrong: u32,
    loose_right: u32,
    all: u32,
}

#[test]
fn a_stock_validator_and_the_rules_agree_on_random_forms() {
    let mut counted = Counted::default();
    for seed in 0..900_u64 {
        let made =
            if seed.is_multiple_of(3) { testing::numbered_form(seed) } else { testing::short_form(seed) };
        let form = Compiled::new(made.unwrap());
        let schema = schema(&form);
        let validator = validator(&schema.schema);
        for case in testing::cases(&form, seed, 8).unwrap() {
            let answers = serde_json::to_value(&case.answers).unwrap();
            let valid = validator.is_valid(&answers);
            let about = || format!("{seed}: {answers} by {:#}", schema.schema);
            // Everything that the rules take, and where it is exact nothing else.
            assert!(valid || !case.right, "refused: {}", about());
            assert!(!valid || case.right || !schema.exact, "taken: {}", about());
            counted.all += 1;
            counted.exact_right += u32::from(schema.exact && case.right);
            counted.exact_wrong += u32::from(schema.exact && !case.right);
            counted.loose_right += u32::from(!schema.exact && case.right);
        }
    }
    // What all of this is about has to come up.
    let Counted { exact_right, exact_wrong, loose_right, all } = counted;
    let enough = (exact_right + exact_wrong) * 10 > all && exact_right * 50 > all && exact_wrong * 50 > all;
    assert!(enough && loose_right * 50 > all, "{counted:?}");
}

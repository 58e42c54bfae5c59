//! Limits that leave nothing between them.

use super::check;
use serde_json::{Value, json};

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
        (with(json!({"type": "number", "min": 10_001})), &[]),
        (
            with(json!({"type": "number", "min": 10_001, "integer": true, "price": {"one_off": 1}})),
            &[("/0/min", "`max`, which is 10000")],
        ),
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

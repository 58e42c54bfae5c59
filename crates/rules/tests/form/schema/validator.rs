//! As much of JSON Schema (2020-12) as the schemas of forms use, so that these tests need no other. A keyword that is not
//! known here fails the test: nobody would look at what it says.

use regex::Regex;
use serde_json::{Map, Value};

/// Keywords that only say something to people and tools.
const SAID: &[&str] = &["$schema", "$id", "$comment", "title", "description", "format"];

pub(super) fn accepts(schema: &Value, value: &Value) -> bool {
    match schema {
        Value::Bool(all) => *all,
        Value::Object(schema) => {
            schema.iter().all(|(keyword, argument)| holds(schema, keyword, argument, value))
        }
        _ => panic!("{schema} is no schema"),
    }
}

fn holds(schema: &Map<String, Value>, keyword: &str, argument: &Value, value: &Value) -> bool {
    let each = || argument.as_array().unwrap().iter();
    match keyword {
        "type" => match argument.as_str().unwrap() {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "boolean" => value.is_boolean(),
            "number" => value.is_number(),
            "integer" => value.as_f64().is_some_and(|n| n.fract() == 0.0),
            other => panic!("the type {other}"),
        },
        "const" => same(argument, value),
        "enum" => each().any(|one| same(one, value)),
        "not" => !accepts(argument, value),
        "allOf" => each().all(|one| accepts(one, value)),
        "anyOf" => each().any(|one| accepts(one, value)),
        "if" => {
            let branch = if accepts(argument, value) { "then" } else { "else" };
            schema.get(branch).is_none_or(|branch| accepts(branch, value))
        }
        "then" | "else" => schema.contains_key("if"),
        "required" => value
            .as_object()
            .is_none_or(|value| each().all(|name| value.contains_key(name.as_str().unwrap()))),
        "properties" => value.as_object().is_none_or(|value| {
            let properties = argument.as_object().unwrap().iter();
            properties
                .into_iter()
                .all(|(name, schema)| value.get(name).is_none_or(|value| accepts(schema, value)))
        }),
        "additionalProperties" => {
            assert_eq!(argument, &Value::Bool(false));
            let known = schema["properties"].as_object().unwrap();
            value.as_object().is_none_or(|value| value.keys().all(|name| known.contains_key(name)))
        }
        "minimum" => compare(argument, value, |least, n| n >= least),
        "maximum" => compare(argument, value, |most, n| n <= most),
        "exclusiveMinimum" => compare(argument, value, |least, n| n > least),
        "exclusiveMaximum" => compare(argument, value, |most, n| n < most),
        "minLength" => value.as_str().is_none_or(|text| text.chars().count() >= count(argument)),
        "maxLength" => value.as_str().is_none_or(|text| text.chars().count() <= count(argument)),
        "pattern" => {
            let pattern = Regex::new(argument.as_str().unwrap()).unwrap();
            value.as_str().is_none_or(|text| pattern.is_match(text))
        }
        "minItems" => value.as_array().is_none_or(|items| items.len() >= count(argument)),
        "maxItems" => value.as_array().is_none_or(|items| items.len() <= count(argument)),
        "uniqueItems" => value.as_array().is_none_or(|items| {
            items.iter().enumerate().all(|(n, item)| items[..n].iter().all(|earlier| !same(earlier, item)))
        }),
        "items" => value.as_array().is_none_or(|items| items.iter().all(|item| accepts(argument, item))),
        "contains" => value.as_array().is_none_or(|items| {
            let found = items.iter().filter(|item| accepts(argument, item)).count();
            let least = schema.get("minContains").map_or(1, count);
            found >= least && schema.get("maxContains").is_none_or(|most| found <= count(most))
        }),
        "minContains" | "maxContains" => schema.contains_key("contains"),
        said if SAID.contains(&said) => true,
        unknown => panic!("the keyword {unknown}"),
    }
}

fn count(argument: &Value) -> usize {
    usize::try_from(argument.as_u64().unwrap()).unwrap()
}

fn compare(argument: &Value, value: &Value, holds: fn(f64, f64) -> bool) -> bool {
    value.as_f64().is_none_or(|n| holds(argument.as_f64().unwrap(), n))
}

/// Numbers are equal where they are as numbers.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        _ => one == other,
    }
}

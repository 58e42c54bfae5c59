//! What schemars writes, in the shapes that readers, linters and generators expect.

use super::{
    prose::{append, plain_words},
    words::{drop_catch_all, list_words},
};
use schemars::{Schema, transform::transform_subschemas};
use serde_json::{Map, Value};

/// Puts a schema, and each that it is made of, into these shapes.
pub(super) fn tidy(schema: &mut Schema) {
    if let Some(object) = schema.as_object_mut() {
        let dropped = drop_catch_all(object);
        list_words(object);
        if dropped {
            append(
                object,
                "Later releases may add to these: take one that you do not know as unknown, not as an error.",
            );
        }
        absent_instead_of_null(object);
        drop_default(object);
        open_maps(object);
        give_items(object);
        plain_words(object);
    }
    transform_subschemas(&mut tidy, schema);
}

/// What is not there is left out on the wire, never `null`.
fn absent_instead_of_null(object: &mut Map<String, Value>) {
    let is_null = |schema: &Value| schema.get("type").is_some_and(|kind| kind == "null");
    let mut kind = None;
    if let Some(Value::Array(kinds)) = object.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [only] = kinds.as_slice() {
            kind = Some(only.clone());
        }
    }
    if let Some(kind) = kind {
        object.insert("type".to_owned(), kind);
    }
    let mut only = None;
    if let Some(Value::Array(options)) = object.get_mut("anyOf") {
        options.retain(|option| !is_null(option));
        if options.len() == 1 {
            only = options.pop();
        }
    }
    if let Some(Value::Object(only)) = only {
        object.remove("anyOf");
        for (key, value) in only {
            object.entry(key).or_insert(value);
        }
    }
    if let Some(Value::Array(values)) = object.get_mut("enum") {
        values.retain(|value| !value.is_null());
    }
}

/// The default of a catch-all is no value of the contract.
fn drop_default(object: &mut Map<String, Value>) {
    if object.get("default").is_some_and(|default| default == "other") {
        object.remove("default");
    }
}

/// A map whose keys have a pattern, in the way that generators know: any key, of which each has that pattern.
fn open_maps(object: &mut Map<String, Value>) {
    if object.get("additionalProperties") != Some(&Value::Bool(false)) {
        return;
    }
    let Some(Value::Object(patterns)) = object.get("patternProperties") else { return };
    let mut each = patterns.iter();
    let (Some((pattern, value)), None) = (each.next(), each.next()) else { return };
    let (pattern, value) = (pattern.clone(), value.clone());
    object.remove("patternProperties");
    object.insert("additionalProperties".to_owned(), value);
    object.insert("propertyNames".to_owned(), serde_json::json!({ "pattern": pattern }));
}

/// Linters want `items` with every array, beside `prefixItems` too, where `maxItems` leaves it nothing to say.
fn give_items(object: &mut Map<String, Value>) {
    if object.get("type").is_some_and(|kind| kind == "array") {
        object.entry("items").or_insert_with(|| Value::Object(Map::new()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn tidied(value: Value) -> Value {
        let mut schema = Schema::try_from(value).unwrap();
        tidy(&mut schema);
        schema.to_value()
    }

    #[test]
    fn words_become_an_enumeration_without_the_catch_all() {
        let schema = json!({"description": "How.", "oneOf": [
            {"type": "string", "const": "well", "description": "As it should."},
            {"type": "string", "const": "other", "description": "A word that this release does not know."},
        ]});
        let tidy = tidied(schema);
        assert_eq!(tidy["enum"], json!(["well"]));
        assert_eq!(tidy["type"], "string");
        let text = tidy["description"].as_str().unwrap();
        assert!(text.starts_with("How.") && text.contains("- `well`: As it should."), "{text}");
        assert!(tidy.get("oneOf").is_none());
    }

    #[test]
    fn an_option_is_absent_and_not_null() {
        let reference = json!({"anyOf": [{"$ref": "#/a"}, {"type": "null"}], "description": "Who."});
        assert_eq!(tidied(reference), json!({"$ref": "#/a", "description": "Who."}));
        assert_eq!(tidied(json!({"type": ["string", "null"]})), json!({"type": "string"}));
    }

    #[test]
    fn maps_and_tuples_are_written_as_tools_expect() {
        let map =
            json!({"type": "object", "additionalProperties": false, "patternProperties": {"^a$": true}});
        let expected =
            json!({"type": "object", "additionalProperties": true, "propertyNames": {"pattern": "^a$"}});
        assert_eq!(tidied(map), expected);
        let tuple = json!({"type": "array", "prefixItems": [{"type": "string"}], "maxItems": 1});
        assert_eq!(tidied(tuple)["items"], json!({}));
    }
}

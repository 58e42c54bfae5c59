//! From Rust types to schemas that readers, linters and generators of other languages expect.

use schemars::{
    JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, transform::transform_subschemas,
};
use serde_json::{Map, Value};

/// Where the document keeps schemas.
const DEFINITIONS: &str = "/components/schemas";

/// A generator whose definitions belong into the document.
///
/// One schema serves both directions, as a reader sees it: what may be missing when it is read is optional.
pub(super) fn generator() -> SchemaGenerator {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = DEFINITIONS.into();
        settings.meta_schema = None;
    });
    settings.with_transform(tidy).into_generator()
}

/// The schema of `T` written out, even where it would be a reference: parameters are taken from its properties.
pub(super) fn inline<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    let mut schema = T::json_schema(generator);
    tidy(&mut schema);
    schema.to_value()
}

/// The schema of `T`, or a reference to it.
pub(super) fn reference<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    let mut schema = generator.subschema_for::<T>();
    tidy(&mut schema);
    schema.to_value()
}

/// Whether what `schema` stands for has a property `name`.
pub(super) fn has_property(generator: &SchemaGenerator, schema: &Value, name: &str) -> bool {
    let target = schema.get("$ref").and_then(Value::as_str).and_then(|r| r.rsplit('/').next());
    let target = target.and_then(|target| generator.definitions().get(target)).unwrap_or(schema);
    target.get("properties").and_then(|properties| properties.get(name)).is_some()
}

fn tidy(schema: &mut Schema) {
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

/// Adds a paragraph to the description.
fn append(object: &mut Map<String, Value>, paragraph: &str) {
    let text = object.get("description").and_then(Value::as_str).unwrap_or_default();
    let text = if text.is_empty() { paragraph.to_owned() } else { format!("{text}\n\n{paragraph}") };
    object.insert("description".to_owned(), text.into());
}

/// What our own readers turn values of later releases into. Nobody sends it, so it is no part of the contract.
fn is_catch_all(variant: &Value) -> bool {
    let word = |schema: &Value| schema.get("const").is_some_and(|word| word == "other" || word == "unknown");
    let tagged = |properties: &Map<String, Value>| properties.values().any(word);
    let text = variant.get("description").and_then(Value::as_str).unwrap_or_default();
    let said = text.contains("this release does not know") || text.contains("newer release means");
    said && (word(variant) || variant.get("properties").and_then(Value::as_object).is_some_and(tagged))
}

fn drop_catch_all(object: &mut Map<String, Value>) -> bool {
    let Some(Value::Array(variants)) = object.get_mut("oneOf") else { return false };
    let before = variants.len();
    variants.retain(|variant| !is_catch_all(variant));
    variants.len() < before
}

/// A word and what it means.
type Word = (String, String);

/// The words of one branch of a `oneOf`, where it holds nothing but words.
fn words_of(variant: &Value) -> Option<Vec<Word>> {
    if variant.get("type")?.as_str()? != "string" {
        return None;
    }
    if let Some(word) = variant.get("const").and_then(Value::as_str) {
        let meaning = variant.get("description").and_then(Value::as_str).unwrap_or_default();
        return Some(vec![(word.to_owned(), meaning.to_owned())]);
    }
    let words = variant.get("enum")?.as_array()?;
    words.iter().map(|word| Some((word.as_str()?.to_owned(), String::new()))).collect()
}

/// `oneOf` constants, each with a description, is right but no generator takes it for an enumeration. So it becomes
/// one, and the meanings move into its description.
fn list_words(object: &mut Map<String, Value>) {
    let Some(Value::Array(variants)) = object.get("oneOf") else { return };
    let Some(words) = variants.iter().map(words_of).collect::<Option<Vec<_>>>() else { return };
    let words = words.concat();
    let meanings: Vec<String> = words
        .iter()
        .filter(|(_, meaning)| !meaning.is_empty())
        .map(|(word, meaning)| format!("- `{word}`: {}", meaning.replace('\n', " ")))
        .collect();
    object.remove("oneOf");
    object.insert("type".to_owned(), "string".into());
    object.insert("enum".to_owned(), words.into_iter().map(|(word, _)| word).collect());
    if !meanings.is_empty() {
        append(object, &meanings.join("\n"));
    }
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

/// Documentation links mean nothing outside Rust.
fn plain_words(object: &mut Map<String, Value>) {
    if let Some(Value::String(text)) = object.get_mut("description") {
        *text = without_links(text);
    }
}

fn without_links(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once("[`") {
        let Some((name, after)) = tail.split_once("`]") else { break };
        out.push_str(before);
        out.push('`');
        out.push_str(name.rsplit("::").next().unwrap_or(name));
        out.push('`');
        rest =
            after.strip_prefix('(').and_then(|link| link.split_once(')')).map_or(after, |(_, after)| after);
    }
    out.push_str(rest);
    out
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
    fn only_catch_alls_go() {
        let said = "A word that this release does not know.";
        let tagged = |word: &str| json!({"type": "object", "properties": {"code": {"const": word}}});
        for (word, description, goes) in [
            ("unknown", said, true),
            ("other", "Whatever a newer release means.", true),
            ("other", "None of these.", false),
            ("unrecognised", said, false),
        ] {
            for mut variant in [tagged(word), json!({"type": "string", "const": word})] {
                variant["description"] = description.into();
                assert_eq!(is_catch_all(&variant), goes, "{variant}");
            }
        }
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

    #[test]
    fn links_of_rust_become_words() {
        for (text, plain) in [
            ("see [`Price::clamped`].", "see `clamped`."),
            ("except [`Ne`](Self::Ne), which", "except `Ne`, which"),
            ("a [`b and no end", "a [`b and no end"),
            ("nothing", "nothing"),
        ] {
            assert_eq!(without_links(text), plain);
        }
    }
}

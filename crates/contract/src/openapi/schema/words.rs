//! Enumerations.

use super::prose::append;
use serde_json::{Map, Value};

/// What our own readers turn values of later releases into. Nobody sends it, so it is no part of the contract.
fn is_catch_all(variant: &Value) -> bool {
    let word = |schema: &Value| schema.get("const").is_some_and(|word| word == "other" || word == "unknown");
    let tagged = |properties: &Map<String, Value>| properties.values().any(word);
    let text = variant.get("description").and_then(Value::as_str).unwrap_or_default();
    let said = text.contains("this release does not know") || text.contains("newer release means");
    said && (word(variant) || variant.get("properties").and_then(Value::as_object).is_some_and(tagged))
}

pub(super) fn drop_catch_all(object: &mut Map<String, Value>) -> bool {
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
pub(super) fn list_words(object: &mut Map<String, Value>) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

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
}

//! What a deserializer says, in words for someone who writes YAML.

/// Splits a message into what is wrong and what to do. Errors of the rules say both, with a colon between; those of serde
/// say what they expected.
pub(super) fn explain(message: &str) -> (String, String) {
    if let Some(rest) = message.strip_prefix("missing field ") {
        return (format!("{rest} is missing"), "add it, as described in docs/content.md".into());
    }
    for prefix in ["invalid type: ", "invalid value: "] {
        if let Some((found, expected)) =
            message.strip_prefix(prefix).and_then(|rest| rest.rsplit_once(EXPECTED))
        {
            let remedy = wanted(found, expected);
            let found = match found {
                "map" => "a mapping",
                "sequence" => "a list",
                "null" => "an empty value",
                found => found,
            };
            return (format!("{found} does not fit here"), remedy);
        }
    }
    if let Some((found, expected)) =
        message.strip_prefix("invalid length ").and_then(|rest| rest.rsplit_once(EXPECTED))
    {
        return (format!("a list of {found} does not fit here"), format!("write {expected}"));
    }
    for prefix in ["unknown variant ", "unknown field "] {
        if let Some((found, expected)) =
            message.strip_prefix(prefix).and_then(|rest| rest.split_once(EXPECTED))
        {
            return (format!("{found} is no word of the format here"), format!("write {expected}"));
        }
    }
    if message.starts_with("data did not match any variant") {
        return ("the value has none of the forms that it may have".into(), SEE.into());
    }
    match message.split_once(": ") {
        Some((what, remedy)) => (what.to_owned(), remedy.to_owned()),
        None => (message.to_owned(), SEE.into()),
    }
}

const SEE: &str = "see docs/content.md";

/// What stands between found and expected in a message of serde.
const EXPECTED: &str = ", expected ";

/// The remedy where a value of another type was expected.
fn wanted(found: &str, expected: &str) -> String {
    let scalar =
        ["integer", "floating point", "boolean", "number"].iter().any(|kind| found.starts_with(kind));
    match expected {
        "a string" if scalar => "put it in quotes".into(),
        "a string" => "write plain text, or one text a language".into(),
        "a sequence" => "write a list".into(),
        "i64" | "i32" | "u64" | "u32" | "u8" | "usize" => "write a whole number".into(),
        _ if expected.starts_with("struct ") => "write a mapping of keys and values".into(),
        _ => format!("write {expected}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_say_what_to_do() {
        for (message, what, remedy) in [
            ("missing field `name`", "`name` is missing", "add it, as described in docs/content.md"),
            (
                "invalid type: integer `4410`, expected a string",
                "integer `4410` does not fit here",
                "put it in quotes",
            ),
            (
                "invalid type: floating point `1290.5`, expected i64",
                "floating point `1290.5` does not fit here",
                "write a whole number",
            ),
            (
                "invalid type: map, expected a string",
                "a mapping does not fit here",
                "write plain text, or one text a language",
            ),
            (
                "invalid type: string \"x\", expected struct Week",
                "string \"x\" does not fit here",
                "write a mapping of keys and values",
            ),
            (
                "unknown variant `tabelt`, expected one of `phone`, `tablet`",
                "`tabelt` is no word of the format here",
                "write one of `phone`, `tablet`",
            ),
            (
                "'4w' is no duration: write a whole number and m",
                "'4w' is no duration",
                "write a whole number and m",
            ),
            ("an id may not be empty", "an id may not be empty", "see docs/content.md"),
        ] {
            assert_eq!(explain(message), (what.to_owned(), remedy.to_owned()), "{message}");
        }
    }
}

//! What is answered.

use super::operation::set;
use crate::{Code, Problem};
use serde_json::{Map, Value, json};

/// The answer of success.
pub(super) fn success(status: u16, reply: Option<&Value>, tagged: bool, example: Option<Value>) -> Value {
    let description = match status {
        201 => "Done; what came of it.",
        204 => "Done; there is nothing to say.",
        _ => "As asked.",
    };
    let mut success = json!({ "description": description });
    if let Some(schema) = reply {
        let mut content = json!({ "schema": schema });
        if let Some(example) = example {
            set(&mut content, "example", example);
        }
        set(&mut success, "content", json!({ "application/json": content }));
        let mut headers = json!({ "Content-Language": header("ContentLanguage") });
        if tagged {
            set(&mut headers, "ETag", header("ETag"));
        }
        set(&mut success, "headers", headers);
    }
    success
}

/// The answer to `If-None-Match` with the version that is still the newest.
pub(super) fn not_modified() -> Value {
    json!({
        "description": "It is still as in the version that `If-None-Match` names; there is no body.",
        "headers": { "ETag": header("ETag") },
    })
}

/// `codes` by their status, lowest first, each once, in the order of [`Code::ALL`].
pub(super) fn by_status(codes: &[Code]) -> Vec<Vec<Code>> {
    let mut groups: Vec<Vec<Code>> = Vec::new();
    let mut given: Vec<Code> = Code::ALL.iter().copied().filter(|code| codes.contains(code)).collect();
    given.sort_by_key(|code| code.status());
    for code in given {
        match groups.last_mut() {
            Some(group) if group.iter().all(|other| other.status() == code.status()) => group.push(code),
            _ => groups.push(vec![code]),
        }
    }
    groups
}

/// What a response component is called: `NotFound`, `MalformedOrBadParameter`.
pub(super) fn name(group: &[Code]) -> String {
    let pascal = |code: &Code| {
        code.as_str().split('_').fold(String::new(), |name, word| {
            let (first, rest) = word.split_at(word.len().min(1));
            name + &first.to_ascii_uppercase() + rest
        })
    };
    group.iter().map(pascal).collect::<Vec<_>>().join("Or")
}

/// The status that a group shares.
pub(super) fn status(group: &[Code]) -> String {
    group.first().map_or(500, |code| code.status()).to_string()
}

/// A refusal for one of `group`, which share a status.
pub(super) fn refusal(group: &[Code]) -> Value {
    let line = |code: &Code| format!("`{code}`: {}", code.doc());
    let description = match group {
        [code] => line(code),
        codes => codes.iter().map(|code| format!("- {}", line(code))).collect::<Vec<_>>().join("\n"),
    };
    let examples: Map<String, Value> = group
        .iter()
        .map(|code| (code.as_str().to_owned(), json!({ "summary": code.title(), "value": problem(*code) })))
        .collect();
    let mut refusal = json!({
        "description": description,
        "content": { "application/problem+json": {
            "schema": { "$ref": "#/components/schemas/Problem" },
            "examples": examples,
        } },
    });
    let mut headers = json!({ "Content-Language": header("ContentLanguage") });
    if group.iter().any(|code| matches!(code, Code::TooManyCalls | Code::Unavailable | Code::StillRunning)) {
        set(&mut headers, "Retry-After", header("RetryAfter"));
    }
    set(&mut refusal, "headers", headers);
    refusal
}

fn problem(code: Code) -> Value {
    let mut problem = Problem::new(code, code.doc());
    problem.request_id = "0197a3b2-6f0e-7c61-9d0a-2f6a0a4f7c11".to_owned();
    serde_json::to_value(problem).unwrap_or_default()
}

/// A reference to one of [`headers`].
pub(super) fn header(name: &str) -> Value {
    json!({ "$ref": format!("#/components/headers/{name}") })
}

/// Headers that many answers carry.
pub(super) fn headers() -> Value {
    json!({
        "ETag": {
            "description": "Strong and opaque: changes whenever the reply does. For `If-None-Match`, and for `If-Match` of what has versions.",
            "schema": { "type": "string" },
            "example": "\"7\"",
        },
        "ContentLanguage": {
            "description": "The language of the prose in the body, BCP 47.",
            "schema": { "type": "string" },
            "example": "de",
        },
        "RetryAfter": {
            "description": "How many seconds to wait before the same call may be repeated.",
            "schema": { "type": "integer", "minimum": 0 },
            "example": 5,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_grouped_by_status_and_named_after_what_they_say() {
        let groups =
            by_status(&[Code::NotFound, Code::KeyReused, Code::Malformed, Code::Invalid, Code::NotFound]);
        assert_eq!(
            groups,
            [vec![Code::Malformed], vec![Code::NotFound], vec![Code::Invalid, Code::KeyReused]]
        );
        let names: Vec<String> = groups.iter().map(|group| name(group)).collect();
        assert_eq!(names, ["Malformed", "NotFound", "InvalidOrKeyReused"]);
        assert_eq!(status(&groups[2]), "422");
    }
}

//! Parameters in paths, queries and headers.

use super::{example, operation::set};
use crate::Guard;
use serde_json::{Value, json};

/// A parameter for each property of a schema.
pub(super) fn all(schema: &Value, place: &str) -> Vec<Value> {
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return Vec::new() };
    let mut properties: Vec<(&String, &Value)> = properties.iter().collect();
    properties.sort_by_key(|(name, _)| *name);
    properties.into_iter().map(|(name, schema)| parameter(name, schema, place)).collect()
}

fn parameter(name: &str, schema: &Value, place: &str) -> Value {
    let mut schema = schema.clone();
    let description = schema.as_object_mut().and_then(|object| object.remove("description"));
    let mut parameter = json!({
        "name": name,
        "in": place,
        "required": place == "path",
        "description": description.unwrap_or_default(),
        "schema": schema,
    });
    if let Some(example) = example::parameter(name) {
        set(&mut parameter, "example", example);
    }
    parameter
}

/// The headers that a call brings.
pub(super) fn headers(guard: Guard, cached: bool) -> Vec<Value> {
    let mut names = vec!["AcceptLanguage"];
    match guard {
        Guard::None => {}
        Guard::Idempotent => names.push("IdempotencyKey"),
        Guard::Versioned => names.extend(["IdempotencyKey", "IfMatch"]),
    }
    if cached {
        names.push("IfNoneMatch");
    }
    names.into_iter().map(reference).collect()
}

/// A reference to one of [`components`].
pub(super) fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/parameters/{name}") })
}

/// Header parameters that many operations share.
pub(super) fn components() -> Value {
    json!({
        "AcceptLanguage": {
            "name": "Accept-Language",
            "in": "header",
            "required": false,
            "description": "In which language to answer; the first of `/capabilities` where none fits.",
            "schema": { "type": "string" },
            "example": "de, en;q=0.8",
        },
        "IdempotencyKey": {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A UUID of the caller's making, new for each thing to be done and the same for each attempt at it. \
                A repeated call is answered as the first one was, for seven days or more.",
            "schema": { "type": "string", "format": "uuid" },
            "example": "6f1d3c3e-2f0a-4a3f-9f55-0d5c3a1c7a10",
        },
        "IfMatch": {
            "name": "If-Match",
            "in": "header",
            "required": true,
            "description": "The version that the caller has seen: its `version` in quotes, or its `ETag` as it came.",
            "schema": { "type": "string" },
            "example": "\"7\"",
        },
        "IfNoneMatch": {
            "name": "If-None-Match",
            "in": "header",
            "required": false,
            "description": "The `ETag` of what the caller already has; 304 where that is still right.",
            "schema": { "type": "string" },
            "example": "\"7\"",
        },
        "LastEventId": {
            "name": "Last-Event-ID",
            "in": "header",
            "required": false,
            "description": "The `id` of the last event seen: the stream goes on after it. A browser sends it by itself.",
            "schema": { "type": "string" },
            "example": "1042",
        },
    })
}

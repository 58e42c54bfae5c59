//! Schemas that stand for conditions: combined, negated, and taken from two sides where they cannot be exact.

use serde_json::{Value, json};

/// A condition on the answers as two schemas: where the first accepts them it surely holds, where the second does not it
/// surely does not. The two are the same where JSON Schema can say exactly what is meant.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Held {
    pub surely: Value,
    pub maybe: Value,
}

impl Held {
    /// Just this.
    pub fn exactly(schema: Value) -> Self {
        Self { surely: schema.clone(), maybe: schema }
    }

    /// Nobody can tell from the answers.
    pub fn unknown() -> Self {
        Self { surely: Value::Bool(false), maybe: Value::Bool(true) }
    }

    pub fn is_exact(&self) -> bool {
        self.surely == self.maybe
    }

    pub fn not(self) -> Self {
        Self { surely: not(self.maybe), maybe: not(self.surely) }
    }

    pub fn all(parts: Vec<Self>) -> Self {
        let (surely, maybe): (Vec<Value>, Vec<Value>) =
            parts.into_iter().map(|part| (part.surely, part.maybe)).unzip();
        Self { surely: all(surely), maybe: all(maybe) }
    }

    pub fn any(parts: Vec<Self>) -> Self {
        let (surely, maybe): (Vec<Value>, Vec<Value>) =
            parts.into_iter().map(|part| (part.surely, part.maybe)).unzip();
        Self { surely: any(surely), maybe: any(maybe) }
    }

    /// Both sides put into a larger schema.
    pub fn map(self, within: impl Fn(Value) -> Value) -> Self {
        Self { surely: within(self.surely), maybe: within(self.maybe) }
    }
}

/// What `schema` refuses.
pub(super) fn not(schema: Value) -> Value {
    match schema {
        Value::Bool(all) => Value::Bool(!all),
        Value::Object(mut object) if object.len() == 1 && object.contains_key("not") => {
            object.remove("not").unwrap_or(Value::Bool(true))
        }
        schema => json!({ "not": schema }),
    }
}

/// What all of `parts` accept.
pub(super) fn all(parts: Vec<Value>) -> Value {
    if parts.contains(&Value::Bool(false)) {
        return Value::Bool(false);
    }
    joined("allOf", parts.into_iter().filter(|part| *part != Value::Bool(true)).collect(), true)
}

/// What one of `parts` accepts at least.
pub(super) fn any(parts: Vec<Value>) -> Value {
    if parts.contains(&Value::Bool(true)) {
        return Value::Bool(true);
    }
    joined("anyOf", parts.into_iter().filter(|part| *part != Value::Bool(false)).collect(), false)
}

fn joined(word: &str, mut parts: Vec<Value>, of_none: bool) -> Value {
    parts.dedup();
    match parts.len() {
        0 => Value::Bool(of_none),
        1 => parts.remove(0),
        _ => json!({ word: parts }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_change_places_when_a_condition_is_negated() {
        let unknown = Held::unknown();
        assert_eq!(unknown.clone().not(), unknown);
        let known = Held::exactly(json!({ "const": 1 }));
        assert_eq!(known.clone().not(), Held::exactly(json!({ "not": { "const": 1 } })));
        assert_eq!(known.clone().not().not(), known);
        let both = Held::all(vec![known.clone(), unknown.clone()]);
        assert_eq!((both.surely, both.maybe), (json!(false), json!({ "const": 1 })));
        let either = Held::any(vec![known, unknown]);
        assert_eq!((either.surely, either.maybe), (json!({ "const": 1 }), json!(true)));
        assert_eq!(Held::all(Vec::new()), Held::exactly(json!(true)));
        assert_eq!(Held::any(Vec::new()), Held::exactly(json!(false)));
    }
}

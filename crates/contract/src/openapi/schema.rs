//! From Rust types to schemas that readers, linters and generators of other languages expect.

mod prose;
mod tidy;
mod words;

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::Value;
use tidy::tidy;

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

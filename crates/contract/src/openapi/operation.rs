//! One operation an endpoint.

use super::{example, extra, parameter, response, schema, text};
use crate::{Code, Endpoint, Guard, Method, NoBody, NoReply};
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// Gathers paths and components, endpoint by endpoint.
pub(super) struct Builder {
    generator: SchemaGenerator,
    paths: Map<String, Value>,
    responses: Map<String, Value>,
}

/// What is known of an endpoint once its types have become schemas.
struct Facts {
    id: &'static str,
    path: &'static str,
    summary: &'static str,
    success: u16,
    signed_in: bool,
    guard: Guard,
    cached: bool,
    refusals: Vec<Code>,
    parameters: Vec<Value>,
    body: Option<Value>,
    reply: Option<Value>,
    /// The reply is a version of something, so it carries an `ETag` whatever the method.
    versioned: bool,
}

impl Builder {
    pub(super) fn new() -> Self {
        Self { generator: schema::generator(), paths: Map::new(), responses: Map::new() }
    }

    /// Adds an endpoint.
    pub(super) fn endpoint<E: Endpoint>(&mut self) {
        let body = self.unless::<E::Body, NoBody>();
        let reply = self.unless::<E::Reply, NoReply>();
        let mut parameters = parameter::all(&schema::inline::<E::Path>(&mut self.generator), "path");
        parameters.extend(parameter::all(&schema::inline::<E::Query>(&mut self.generator), "query"));
        let versioned =
            reply.as_ref().is_some_and(|reply| schema::has_property(&self.generator, reply, "version"));
        let facts = Facts {
            id: E::ID,
            path: E::PATH,
            summary: E::SUMMARY,
            success: E::SUCCESS,
            signed_in: E::SIGNED_IN,
            guard: E::GUARD,
            cached: E::CACHED,
            refusals: refusals::<E>(body.is_some()),
            parameters,
            body,
            reply,
            versioned,
        };
        let operation = self.operation(&facts);
        self.insert(facts.path, E::METHOD, operation);
    }

    /// The schema of `T`, unless it stands for nothing.
    fn unless<T: JsonSchema, Nothing: JsonSchema>(&mut self) -> Option<Value> {
        (T::schema_id() != Nothing::schema_id()).then(|| schema::reference::<T>(&mut self.generator))
    }

    fn operation(&mut self, facts: &Facts) -> Value {
        let mut parameters = facts.parameters.clone();
        parameters.extend(parameter::headers(facts.guard, facts.cached));
        let mut operation = json!({
            "operationId": facts.id,
            "tags": [text::tag_of(facts.path)],
            "summary": facts.summary.trim_end_matches('.'),
            "description": text::description(facts.id),
            "parameters": parameters,
            "responses": self.answers(facts),
        });
        if let Some(schema) = &facts.body {
            let mut content = json!({ "schema": schema });
            if let Some(example) = example::body(facts.id) {
                set(&mut content, "example", example);
            }
            let body = json!({ "required": true, "content": { "application/json": content } });
            set(&mut operation, "requestBody", body);
        }
        if !facts.signed_in {
            set(&mut operation, "security", json!([]));
        }
        if facts.id == "listEvents" {
            extra::events(&mut operation);
        }
        operation
    }

    fn answers(&mut self, facts: &Facts) -> Map<String, Value> {
        let mut answers = self.refusals(&facts.refusals);
        let tagged = facts.cached || facts.versioned || facts.guard == Guard::Versioned;
        let example = example::reply(facts.id);
        let success = response::success(facts.success, facts.reply.as_ref(), tagged, example);
        answers.insert(facts.success.to_string(), success);
        if facts.cached {
            answers.insert("304".to_owned(), response::not_modified());
        }
        answers
    }

    /// One response a status, kept among the components because many operations refuse for the same reasons.
    pub(super) fn refusals(&mut self, codes: &[Code]) -> Map<String, Value> {
        let mut answers = Map::new();
        for group in response::by_status(codes) {
            let name = response::name(&group);
            answers.insert(
                response::status(&group),
                json!({ "$ref": format!("#/components/responses/{name}") }),
            );
            self.responses.entry(name).or_insert_with(|| response::refusal(&group));
        }
        answers
    }

    /// The schema of `T`, or a reference to it.
    pub(super) fn schema<T: JsonSchema>(&mut self) -> Value {
        schema::reference::<T>(&mut self.generator)
    }

    /// Adds an operation.
    pub(super) fn insert(&mut self, path: &str, method: Method, operation: Value) {
        self.insert_as(path, &method.as_str().to_ascii_lowercase(), operation);
    }

    /// Adds an operation of a method, in small letters, that no endpoint with JSON has.
    pub(super) fn insert_as(&mut self, path: &str, method: &str, operation: Value) {
        let item = self.paths.entry(path).or_insert_with(|| json!({}));
        set(item, method, operation);
    }

    /// Paths and components.
    pub(super) fn finish(mut self) -> (Value, Value) {
        // Every refusal has this shape, and nothing else refers to it.
        let _ = self.schema::<crate::Problem>();
        let components = json!({
            "schemas": self.generator.take_definitions(true),
            "responses": self.responses,
            "parameters": parameter::components(),
            "headers": response::headers(),
            "securitySchemes": text::security(),
        });
        (Value::Object(self.paths), components)
    }
}

/// Puts `value` at `key` of an object.
pub(super) fn set(object: &mut Value, key: &str, value: Value) {
    if let Value::Object(object) = object {
        object.insert(key.to_owned(), value);
    }
}

/// The endpoint's own refusals and those that follow from what it is.
fn refusals<E: Endpoint>(has_body: bool) -> Vec<Code> {
    let mut codes = common(E::METHOD, E::SIGNED_IN, E::GUARD, has_body);
    codes.extend(E::REFUSALS);
    codes
}

/// The refusals that no endpoint needs to name.
pub(super) fn common(method: Method, signed_in: bool, guard: Guard, has_body: bool) -> Vec<Code> {
    let mut codes = vec![Code::TooManyCalls, Code::Internal, Code::Unavailable];
    if signed_in {
        codes.push(Code::NotSignedIn);
    }
    if method == Method::Get {
        codes.push(Code::BadParameter);
    } else {
        codes.push(Code::ForeignOrigin);
        codes.push(Code::Malformed);
    }
    if has_body {
        codes.extend([Code::RequestTimeout, Code::TooLarge, Code::UnsupportedMediaType]);
    }
    if guard != Guard::None {
        codes.extend([Code::IdempotencyKeyMissing, Code::StillRunning, Code::KeyReused]);
    }
    if guard == Guard::Versioned {
        codes.extend([Code::VersionMissing, Code::Stale]);
    }
    codes
}

//! Files in pieces: methods and headers that no endpoint item has.

use super::{
    example,
    extra::bytes,
    operation::{self, Builder, set},
    parameter, response, text,
};
use crate::{Code, Guard, Method, tus, types::Upload};
use guichet_rules::ids::UploadId;
use serde_json::{Map, Value, json};

/// Beginning, asking, going on and ending.
pub(super) fn all(builder: &mut Builder) {
    create(builder);
    head(builder);
    append(builder);
    remove(builder);
}

fn create(builder: &mut Builder) {
    let mut codes = operation::common(Method::Post, true, Guard::Idempotent, false);
    codes.extend([
        Code::BadParameter,
        Code::TooManyUploads,
        Code::TusVersion,
        Code::TooLarge,
        Code::FileType,
        Code::NoSpace,
    ]);
    let mut responses = builder.refusals(&codes);
    let id = "createUpload";
    let schema = builder.schema::<Upload>();
    let mut success = response::success(201, Some(&schema), false, example::reply(id));
    if let Some(headers) = success.get_mut("headers") {
        set(headers, "Location", header("Where it is, relative to here.", "uploads/7be0a4f1"));
        set(headers, "Upload-Expires", expires());
    }
    responses.insert("201".to_owned(), success);
    let mut parameters = vec![
        speaks(),
        given("Upload-Length", "How many bytes the file has.", integer(), json!(3_481_004)),
        given(
            "Upload-Metadata",
            "Pairs of a key and a value in Base64, with commas between them. `filename` has to be there; `filetype` decides \
             nothing.",
            json!({ "type": "string" }),
            json!(tus::metadata("crack.jpg", "image/jpeg")),
        ),
    ];
    parameters.extend(parameter::headers(Guard::Idempotent, false));
    builder.insert(tus::PATH, Method::Post, described(id, "Begins a file in pieces", parameters, responses));
}

fn head(builder: &mut Builder) {
    let codes = refusals(operation::common(Method::Get, true, Guard::None, false), &[]);
    let mut responses = builder.refusals(&codes);
    let success = json!({
        "description": "There is no body.",
        "headers": { "Upload-Offset": offset(), "Upload-Length": length(), "Upload-Expires": expires() },
    });
    responses.insert("200".to_owned(), success);
    let parameters = of_one(builder, vec![speaks()]);
    let operation = described("headUpload", "How much of a file is there", parameters, responses);
    builder.insert_as(tus::ONE, "head", operation);
}

fn append(builder: &mut Builder) {
    let own = [
        Code::BadParameter,
        Code::RequestTimeout,
        Code::WrongOffset,
        Code::TooLarge,
        Code::UnsupportedMediaType,
        Code::FileType,
        Code::NoSpace,
    ];
    let codes = refusals(operation::common(Method::Post, true, Guard::None, false), &own);
    let mut responses = builder.refusals(&codes);
    let success = json!({
        "description": "All of it is kept.",
        "headers": { "Upload-Offset": offset(), "Upload-Expires": expires() },
    });
    responses.insert("204".to_owned(), success);
    let begins = "Where the piece begins: as many bytes as are there.";
    let parameters =
        of_one(builder, vec![speaks(), given("Upload-Offset", begins, integer(), json!(262_144))]);
    let mut operation = described("appendUpload", "The next piece of a file", parameters, responses);
    let body = json!({ "required": true, "content": { (tus::MEDIA_TYPE): { "schema": bytes() } } });
    set(&mut operation, "requestBody", body);
    builder.insert_as(tus::ONE, "patch", operation);
}

fn remove(builder: &mut Builder) {
    let codes = refusals(operation::common(Method::Delete, true, Guard::None, false), &[]);
    let mut responses = builder.refusals(&codes);
    responses.insert("204".to_owned(), response::success(204, None, false, None));
    let parameters = of_one(builder, vec![speaks()]);
    let operation = described("deleteUpload", "Ends a file in pieces", parameters, responses);
    builder.insert(tus::ONE, Method::Delete, operation);
}

fn refusals(mut codes: Vec<Code>, own: &[Code]) -> Vec<Code> {
    codes.extend([Code::NotFound, Code::TusVersion]);
    codes.extend(own);
    codes
}

fn described(id: &str, summary: &str, parameters: Vec<Value>, responses: Map<String, Value>) -> Value {
    json!({
        "operationId": id,
        "tags": [text::tag_of(tus::PATH)],
        "summary": summary,
        "description": text::description(id),
        "parameters": parameters,
        "responses": responses,
    })
}

/// The parameters of a call about one upload.
fn of_one(builder: &mut Builder, headers: Vec<Value>) -> Vec<Value> {
    let name = "upload";
    let mut parameters = vec![json!({
        "name": name,
        "in": "path",
        "required": true,
        "description": "Which.",
        "schema": builder.schema::<UploadId>(),
        "example": example::parameter(name),
    })];
    parameters.extend(headers);
    parameters.extend(parameter::headers(Guard::None, false));
    parameters
}

fn given(name: &str, description: &str, schema: Value, example: Value) -> Value {
    json!({ "name": name, "in": "header", "required": true, "description": description, "schema": schema, "example": example })
}

fn speaks() -> Value {
    let schema = json!({ "type": "string", "const": tus::VERSION });
    given("Tus-Resumable", "The version of tus that is spoken.", schema, json!(tus::VERSION))
}

fn integer() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn offset() -> Value {
    json!({ "description": "How many bytes are kept.", "schema": integer(), "example": 262_144 })
}

fn length() -> Value {
    json!({ "description": "How many bytes the file will have.", "schema": integer(), "example": 3_481_004 })
}

fn expires() -> Value {
    header(
        "When it is forgotten, unless more of it arrives before; an HTTP date.",
        "Sun, 22 Nov 2026 09:00:00 GMT",
    )
}

fn header(description: &str, example: &str) -> Value {
    json!({ "description": description, "schema": { "type": "string" }, "example": example })
}

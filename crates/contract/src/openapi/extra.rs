//! What the endpoint items cannot say: bodies that are not JSON.

use super::{
    example, operation,
    operation::{Builder, set},
    parameter, response, text,
};
use crate::{Code, Guard, Method, search_index, types::Attachment};
use guichet_rules::ids::{AttachmentId, PictureId};
use serde_json::{Value, json};

/// The bytes of a file, as 3.1 says it and as generators of 3.0 look for it.
pub(super) fn bytes() -> Value {
    json!({ "type": "string", "format": "binary", "contentMediaType": "application/octet-stream" })
}

/// Upload and download.
pub(super) fn attachments(builder: &mut Builder) {
    upload(builder);
    download(builder);
}

fn upload(builder: &mut Builder) {
    let mut codes = operation::common(Method::Post, true, Guard::Idempotent, true);
    codes.extend([Code::FileType, Code::NoSpace]);
    let mut responses = builder.refusals(&codes);
    let schema = builder.schema::<Attachment>();
    let id = "uploadAttachment";
    responses.insert("201".to_owned(), response::success(201, Some(&schema), false, example::reply(id)));
    let path = "/attachments";
    let form = json!({
        "type": "object",
        "properties": { "file": bytes() },
        "required": ["file"],
    });
    let upload = json!({
        "operationId": id,
        "tags": [text::tag_of(path)],
        "summary": "Uploads a file",
        "description": text::description(id),
        "parameters": parameter::headers(Guard::Idempotent, false),
        "requestBody": { "required": true, "content": { "multipart/form-data": { "schema": form } } },
        "responses": responses,
    });
    builder.insert(path, Method::Post, upload);
}

fn download(builder: &mut Builder) {
    let mut codes = operation::common(Method::Get, true, Guard::None, false);
    codes.push(Code::NotFound);
    let mut responses = builder.refusals(&codes);
    let header = |description: &str, example: &str| json!({ "description": description, "schema": { "type": "string" }, "example": example });
    let success = json!({
        "description": "The bytes of the file, with the media type that its content has.",
        "headers": {
            "Content-Disposition": header("A download, with the file's name.", "attachment; filename=\"screen.png\""),
            "X-Content-Type-Options": header("The type is not to be guessed.", "nosniff"),
        },
        "content": { "*/*": { "schema": bytes() } },
    });
    responses.insert("200".to_owned(), success);
    let schema = builder.schema::<AttachmentId>();
    let name = "attachment";
    let mut parameters = vec![json!({
        "name": name,
        "in": "path",
        "required": true,
        "description": "Which.",
        "schema": schema,
        "example": example::parameter(name),
    })];
    parameters.extend(parameter::headers(Guard::None, false));
    let (id, path) = ("downloadAttachment", "/attachments/{attachment}");
    let download = json!({
        "operationId": id,
        "tags": [text::tag_of(path)],
        "summary": "The bytes of a file",
        "description": text::description(id),
        "parameters": parameters,
        "responses": responses,
    });
    builder.insert(path, Method::Get, download);
}

/// The index for searching on the device.
pub(super) fn search_index(builder: &mut Builder) {
    let mut responses = builder.refusals(&operation::common(Method::Get, true, Guard::None, false));
    let success = json!({
        "description": "The index, or what of it is missing.",
        "headers": {
            "Guichet-Index-Version": {
                "description": "What to give as `since` the next time.",
                "schema": { "type": "string" },
                "example": "5f1c09ab72d3e418.0a9be2d4471f6c35",
            },
            "ETag": { "$ref": "#/components/headers/ETag" },
        },
        "content": { (search_index::MEDIA_TYPE): { "schema": bytes() } },
    });
    responses.insert("200".to_owned(), success);
    responses.insert("304".to_owned(), response::not_modified());
    let mut parameters = vec![json!({
        "name": search_index::SINCE,
        "in": "query",
        "required": false,
        "description": "The version of what the caller has. One that means nothing to the backend is as good as none.",
        "schema": { "type": "string" },
        "example": "5f1c09ab72d3e418.77d0c1e2a9b84f06",
    })];
    parameters.extend(parameter::headers(Guard::None, true));
    let id = "getSearchIndex";
    let operation = json!({
        "operationId": id,
        "tags": [text::tag_of(search_index::PATH)],
        "summary": "What the caller may find, to search in on the device",
        "description": text::description(id),
        "parameters": parameters,
        "responses": responses,
    });
    builder.insert(search_index::PATH, Method::Get, operation);
}

/// A picture of an article.
pub(super) fn picture(builder: &mut Builder) {
    let mut codes = operation::common(Method::Get, true, Guard::None, false);
    codes.push(Code::NotFound);
    let mut responses = builder.refusals(&codes);
    let success = json!({
        "description": "The bytes of the picture, with the media type that its content has.",
        "headers": { "ETag": response::header("ETag") },
        "content": { "image/*": { "schema": bytes() } },
    });
    responses.insert("200".to_owned(), success);
    responses.insert("304".to_owned(), response::not_modified());
    let name = "picture";
    let mut parameters = vec![json!({
        "name": name,
        "in": "path",
        "required": true,
        "description": "Which.",
        "schema": builder.schema::<PictureId>(),
        "example": example::parameter(name),
    })];
    parameters.extend(parameter::headers(Guard::None, true));
    let (id, path) = ("getPicture", "/knowledge/pictures/{picture}");
    let picture = json!({
        "operationId": id,
        "tags": [text::tag_of(path)],
        "summary": "A picture of an article",
        "description": text::description(id),
        "parameters": parameters,
        "responses": responses,
    });
    builder.insert(path, Method::Get, picture);
}

/// The stream of events, beside the list that the endpoint item describes.
pub(super) fn events(operation: &mut Value) {
    let content = json!({
        "schema": { "type": "string" },
        "example": "id: 1042\ndata: {\"type\":\"ticket\",\"id\":\"INC-10877\",\"version\":7}\n\n",
    });
    if let Some(contents) = operation.pointer_mut("/responses/200/content") {
        set(contents, "text/event-stream", content);
    }
    if let Some(Value::Array(parameters)) = operation.get_mut("parameters") {
        parameters.push(parameter::reference("LastEventId"));
    }
}

//! Sending files: as a whole, or in pieces where the backend takes them. Each function is one call; who goes on after a
//! failure, and how, is in `crate::upload`.

use super::{
    ApiError, Key, fetch_once, json,
    transport::{PATIENCE_MS, Reply, absolute, exchange},
};
use crate::{format, i18n};
use gloo_net::http::{Method, RequestBuilder};
use guichet_contract::{
    BASE_PATH, NoQuery,
    endpoints::{GetUpload, UploadPath},
    tus,
    types::{Attachment, Upload},
};
use guichet_rules::ids::UploadId;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use web_sys::{AbortController, Blob, File, FormData};

/// Bytes a millisecond of the poorest line that a file is waited for: 256 kbit/s.
const POOR_LINE: f64 = 32.0;

/// What goes with a call about a file.
struct Call<'a> {
    method: Method,
    path: String,
    headers: &'a [(&'static str, String)],
    body: Option<JsValue>,
    /// How much of the file goes along, in bytes.
    bytes: f64,
}

async fn call(call: Call<'_>, abort: &AbortController) -> Result<Reply, ApiError> {
    let mut builder = RequestBuilder::new(&absolute(&format!("{BASE_PATH}{}", call.path)))
        .method(call.method)
        .header("Accept-Language", &i18n::language())
        .credentials(web_sys::RequestCredentials::Include)
        .abort_signal(Some(&abort.signal()));
    if call.path.starts_with(tus::PATH) {
        builder = builder.header(tus::header::RESUMABLE, tus::VERSION);
    }
    for (name, value) in call.headers {
        builder = builder.header(name, value);
    }
    let request = match call.body {
        Some(body) => builder.body(body),
        None => builder.build(),
    };
    // A file takes as long as it takes over a poor line, beside what any call may take.
    let patience = PATIENCE_MS.saturating_add((call.bytes / POOR_LINE) as i32);
    let request = request.map_err(|_| ApiError::Nonsense)?;
    exchange(request, abort, patience, format::set_server_time).await
}

/// Sends a whole file, called `name`.
pub async fn whole(
    file: &File,
    name: &str,
    key: &Key,
    abort: &AbortController,
) -> Result<Attachment, ApiError> {
    let form = FormData::new().map_err(|_| ApiError::Nonsense)?;
    form.append_with_blob_and_filename("file", file, name).map_err(|_| ApiError::Nonsense)?;
    let send = Call {
        method: Method::POST,
        path: "/attachments".to_owned(),
        headers: &[("Idempotency-Key", key.to_string())],
        body: Some(form.into()),
        bytes: file.size(),
    };
    let reply = call(send, abort).await?;
    json::read(&reply.text).ok_or(ApiError::Nonsense)
}

/// Begins a file that is sent in pieces.
pub async fn begin(
    (name, media_type, size): (&str, &str, u64),
    key: &Key,
    abort: &AbortController,
) -> Result<Upload, ApiError> {
    let send = Call {
        method: Method::POST,
        path: tus::PATH.to_owned(),
        headers: &[
            ("Idempotency-Key", key.to_string()),
            (tus::header::LENGTH, size.to_string()),
            (tus::header::METADATA, tus::metadata(name, media_type)),
        ],
        body: None,
        bytes: 0.0,
    };
    let reply = call(send, abort).await?;
    json::read(&reply.text).ok_or(ApiError::Nonsense)
}

/// How much of it is there, in bytes.
pub async fn offset(upload: &UploadId, abort: &AbortController) -> Result<u64, ApiError> {
    let ask = Call { method: Method::HEAD, path: path(upload), headers: &[], body: None, bytes: 0.0 };
    told(&call(ask, abort).await?)
}

/// Sends the piece that begins at `offset`. Gives how much is there then.
pub async fn piece(
    upload: &UploadId,
    offset: u64,
    piece: Blob,
    abort: &AbortController,
) -> Result<u64, ApiError> {
    let bytes = piece.size();
    let send = Call {
        method: Method::PATCH,
        path: path(upload),
        headers: &[(tus::header::OFFSET, offset.to_string()), ("Content-Type", tus::MEDIA_TYPE.to_owned())],
        body: Some(piece.into()),
        bytes,
    };
    told(&call(send, abort).await?)
}

/// What became of it, once all of it is there.
pub async fn outcome(upload: &UploadId) -> Result<Attachment, ApiError> {
    let upload = fetch_once::<GetUpload>(&UploadPath { upload: upload.clone() }, &NoQuery {}).await?;
    upload.attachment.ok_or(ApiError::Nonsense)
}

/// Ends it: nobody wants it any more. Where nobody hears of it, the backend forgets it by itself.
pub fn end(upload: UploadId) {
    spawn_local(async move {
        let Ok(abort) = AbortController::new() else { return };
        let end = Call { method: Method::DELETE, path: path(&upload), headers: &[], body: None, bytes: 0.0 };
        let _ = call(end, &abort).await;
    });
}

fn path(upload: &UploadId) -> String {
    format!("{}/{upload}", tus::PATH)
}

fn told(reply: &Reply) -> Result<u64, ApiError> {
    reply.offset.as_deref().and_then(|offset| offset.parse().ok()).ok_or(ApiError::Nonsense)
}

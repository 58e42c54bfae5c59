//! `POST /attachments` and `GET /attachments/{attachment}`.
//!
//! For the contract's document, which describes JSON alone:
//!
//! - `POST /attachments` (`uploadAttachment`): uploads one file, `multipart/form-data` with the part `file`. Needs a session
//!   and an `Idempotency-Key`; a repetition is the same when name and content are. Replies 201 with an `Attachment` as JSON.
//!   Refusals: `malformed` (400) where there is no part `file`, `idempotency_key_missing` (400), `request_timeout` (408),
//!   `still_running` (409), `too_large` (413), `unsupported_media_type` (415) where the body is no `multipart/form-data`,
//!   `file_type` (415) where the content is of a type that is not taken, `key_reused` (422), `no_space` (507). A file that
//!   nothing refers to is removed after two days.
//! - `GET /attachments/{attachment}` (`downloadAttachment`): the bytes, as `Content-Disposition: attachment`. Refusal:
//!   `not_found` (404), also for whoever may not see the ticket that refers to it, or an article that shows it.

use super::{
    body::{broken_off, discard, too_large},
    conditions::{self, Check},
    etag::is_known,
    mount::enter,
    reply::{self, Reply, RequestId},
};
use crate::{
    app::App,
    config::limits,
    hex::sha256,
    service::{Failure, Write, files},
    store::idempotency::{self, Fingerprint},
};
use axum::{
    body::Body,
    extract::{FromRequest, Multipart, Request, State, multipart::MultipartError},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::Response,
};
use bytes::{Bytes, BytesMut};
use guichet_contract::{FieldError, Guard};
use guichet_rules::ids::AttachmentId;
use serde::Deserialize;
use serde_json::Value;

/// Where both are.
pub const PATH: &str = "/attachments";
/// Where one is.
pub const ONE: &str = "/attachments/{attachment}";

/// Parameters of the path of a file.
#[derive(Deserialize)]
struct OnePath {
    attachment: AttachmentId,
}

/// Takes a file.
pub async fn upload(State(app): State<App>, request: Request) -> Response {
    let headers = request.headers().clone();
    let id = RequestId::of(request.extensions());
    let result = take(&app, &headers, request).await;
    with_language(&app, &headers, |language| match result {
        Ok(reply) => reply::success(reply, None, language),
        Err(failure) => reply::failure(failure, language, &id),
    })
}

/// Gives a file.
pub async fn download(State(app): State<App>, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let id = RequestId::of(&parts.extensions);
    let result = give(&app, &mut parts).await;
    with_language(&app, &parts.headers, |language| {
        result.unwrap_or_else(|failure| reply::failure(failure, language, &id))
    })
}

/// The response that `respond` makes, in the language of the caller.
pub fn with_language(app: &App, headers: &HeaderMap, respond: impl FnOnce(&str) -> Response) -> Response {
    let loaded = app.loaded();
    respond(super::language::choose(headers, &loaded.content.languages))
}

async fn take(app: &App, headers: &HeaderMap, request: Request) -> Result<Reply, Failure> {
    let ctx = enter(app, headers).await?;
    let (name, data) = read(request).await?;
    // The body as a whole differs between two uploads of the same file: its boundary is made up each time.
    let call = Fingerprint {
        method: "POST".to_owned(),
        path: PATH.to_owned(),
        body: sha256(format!("{name}\n{}", sha256(&data)).as_bytes()),
    };
    let conditions = match conditions::check(&ctx, headers, call, Guard::Idempotent).await? {
        Check::Go(conditions) => conditions,
        Check::Replay(answer) => return Ok(Reply::replayed(answer)),
    };
    // Runs to its end even if the caller hangs up, as every change does.
    let kept = tokio::spawn(async move {
        let mut write = Write::begin(&ctx, conditions.key.clone()).await?;
        let attachment = files::add(&ctx, &mut write, &name, &data).await?;
        let body = serde_json::to_vec(&attachment).map_err(Failure::internal)?;
        let answer = idempotency::Answer { status: 201, body, etag: None };
        write.commit(Some(answer.clone())).await?;
        // The call is over when its answer is kept, not before.
        drop(conditions);
        Ok::<_, Failure>(answer)
    });
    Ok(Reply::first(kept.await.map_err(Failure::internal)??))
}

/// Name and content of the part `file`.
async fn read(request: Request) -> Result<(String, Bytes), Failure> {
    let limit = limits::ATTACHMENT_BYTES;
    // Room for what stands around the file.
    if too_large(request.headers(), limit + 64 * 1024) {
        discard(request.into_body()).await;
        return Err(Failure::TooLarge(limit));
    }
    let multipart = Multipart::from_request(request, &()).await;
    let mut multipart = multipart.map_err(|_| Failure::MediaType("multipart/form-data"))?;
    while let Some(mut field) = multipart.next_field().await.map_err(|error| misread(&error))? {
        if field.name() != Some("file") {
            continue;
        }
        let name = field.file_name().unwrap_or_default().to_owned();
        let mut data = BytesMut::new();
        while let Some(part) = field.chunk().await.map_err(|error| misread(&error))? {
            if u64::try_from(data.len() + part.len()).map_or(true, |length| length > limit) {
                return Err(Failure::TooLarge(limit));
            }
            data.extend_from_slice(&part);
        }
        return Ok((name, data.freeze()));
    }
    let missing = FieldError {
        pointer: "/file".to_owned(),
        code: "required".to_owned(),
        detail: "a part with the name 'file'".to_owned(),
        params: Value::Null,
        label: None,
    };
    Err(Failure::Malformed(vec![missing]))
}

fn misread(error: &MultipartError) -> Failure {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Failure::TooLarge(limits::ATTACHMENT_BYTES)
    } else {
        broken_off(error)
    }
}

async fn give(app: &App, parts: &mut Parts) -> Result<Response, Failure> {
    let path: OnePath = super::params::path(parts).await?;
    let ctx = enter(app, &parts.headers).await?;
    let file = files::look(&ctx, &path.attachment).await?;
    let value = |text: &str| HeaderValue::from_str(text).map_err(Failure::internal);
    // A file never changes: whoever may still see it, and has it, needs no bytes.
    let etag = format!("\"{}\"", file.id);
    if parts.headers.get(header::IF_NONE_MATCH).is_some_and(|seen| is_known(seen, &etag)) {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response.headers_mut().insert(header::ETAG, value(&etag)?);
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("Cookie"));
        return Ok(response);
    }
    let mut response = Response::new(Body::from(files::read(&ctx, &file).await?));
    let headers = response.headers_mut();
    headers.insert(header::ETAG, value(&etag)?);
    headers.insert(header::CONTENT_TYPE, value(&file.media_type)?);
    headers.insert(header::CONTENT_DISPOSITION, value(&disposition(&file.name))?);
    // Should a browser show it all the same, then without scripts and away from our origin.
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    headers.insert(header::VARY, HeaderValue::from_static("Cookie"));
    Ok(response)
}

/// RFC 6266: a name that every client reads, and the real one for those that know RFC 5987.
fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '%') || c == ' ' { c } else { '_' })
        .collect();
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_given_twice() {
        assert_eq!(
            disposition("Größe \"1\".png"),
            "attachment; filename=\"Gr__e _1_.png\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.png"
        );
    }
}

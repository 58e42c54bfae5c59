//! Files in pieces, by tus 1.0: `/uploads` and `/uploads/{upload}`. The `GET` of one is JSON and is mounted with the others.
//!
//! Who may do what, and what is kept, is in `service::files::pieces`; here is what the protocol wants of headers.

use super::{
    body::{broken_off, discard},
    call::{Answer, Call},
    conditions::{self, Check},
    mount::enter,
    params,
    reply::{self, Reply, RequestId},
    uploads::with_language,
};
use crate::{
    app::App,
    config::limits,
    hex::sha256,
    service::{Ctx, Failure, Write, files::pieces},
    store::idempotency::{self, Fingerprint},
};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::Response,
};
use bytes::BytesMut;
use futures_util::StreamExt;
use guichet_contract::{
    Guard,
    endpoints::{GetUpload, UploadPath},
    tus,
    types::Upload,
};
use guichet_rules::ids::UploadId;

/// What this backend speaks.
pub async fn options() -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    put(&mut response, tus::header::EXTENSION, tus::EXTENSIONS);
    put(&mut response, tus::header::MAX_SIZE, &limits::ATTACHMENT_BYTES.to_string());
    spoken(response)
}

/// Begins a file.
pub async fn create(State(app): State<App>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let id = RequestId::of(&parts.extensions);
    // Nothing of the file comes with this call.
    discard(body).await;
    let result = begin(&app, &parts.headers).await;
    spoken(with_language(&app, &parts.headers, |language| match result {
        Ok((reply, upload)) => {
            let mut response = reply::success(reply, None, language);
            // Relative, so that it is right behind any proxy.
            put(&mut response, header::LOCATION.as_str(), &format!("uploads/{}", upload.id));
            expires(&mut response, &upload);
            response
        }
        Err(failure) => reply::failure(failure, language, &id),
    }))
}

/// Asks, goes on or ends, as the method says.
pub async fn one(State(app): State<App>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let id = RequestId::of(&parts.extensions);
    let path = params::path::<UploadPath>(&mut parts).await;
    let method = meant(&parts.method, &parts.headers);
    let result = match path {
        Ok(path) => act(&app, method, &path.upload, &parts.headers, body).await,
        Err(failure) => Err(failure),
    };
    spoken(with_language(&app, &parts.headers, |language| {
        result.unwrap_or_else(|failure| reply::failure(failure, language, &id))
    }))
}

/// `GET /uploads/{upload}`.
pub async fn upload(call: Call<GetUpload>) -> Result<Answer<GetUpload>, Failure> {
    Answer::of(&pieces::look(&call.ctx, &call.path.upload).await?)
}

/// The method of a call. Of a POST alone another may be meant: what reads is not asked where it comes from.
fn meant(method: &Method, headers: &HeaderMap) -> Method {
    let other = headers.get(tus::header::METHOD_OVERRIDE).filter(|_| method == Method::POST);
    other.and_then(|other| Method::from_bytes(other.as_bytes()).ok()).unwrap_or_else(|| method.clone())
}

async fn begin(app: &App, headers: &HeaderMap) -> Result<(Reply, Upload), Failure> {
    let ctx = enter(app, headers).await?;
    speaks(headers)?;
    let size = number(headers, tus::header::LENGTH)?;
    let metadata = text(headers, tus::header::METADATA).unwrap_or_default();
    let name = tus::file_name(metadata).ok_or_else(|| Failure::BadParameter("Upload-Metadata".to_owned()))?;
    let call = Fingerprint {
        method: "POST".to_owned(),
        path: tus::PATH.to_owned(),
        body: sha256(format!("{size}\n{metadata}").as_bytes()),
    };
    let conditions = match conditions::check(&ctx, headers, call, Guard::Idempotent).await? {
        Check::Go(conditions) => conditions,
        Check::Replay(answer) => {
            let upload = serde_json::from_slice(&answer.body).map_err(Failure::internal)?;
            return Ok((Reply::replayed(answer), upload));
        }
    };
    // Runs to its end even if the caller hangs up, as every change does.
    let begun = tokio::spawn(async move {
        let mut write = Write::begin(&ctx, conditions.key.clone()).await?;
        let upload = pieces::begin(&ctx, &mut write, &name, size).await?;
        let body = serde_json::to_vec(&upload).map_err(Failure::internal)?;
        let answer = idempotency::Answer { status: 201, body, etag: None };
        write.commit(Some(answer.clone())).await?;
        // The call is over when its answer is kept, not before.
        drop(conditions);
        Ok::<_, Failure>((Reply::first(answer), upload))
    });
    begun.await.map_err(Failure::internal)?
}

async fn act(
    app: &App,
    method: Method,
    id: &UploadId,
    headers: &HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    let ctx = enter(app, headers).await?;
    speaks(headers)?;
    let id = id.clone();
    match method {
        Method::HEAD => {
            let upload = pieces::look(&ctx, &id).await?;
            let mut response = told(StatusCode::OK, &upload);
            put(&mut response, tus::header::LENGTH, &upload.length.to_string());
            // Asked after a call that broke off: what a cache knows is from before.
            put(&mut response, header::CACHE_CONTROL.as_str(), "no-store");
            Ok(response)
        }
        Method::PATCH => {
            let begins = match piece(headers) {
                Ok(begins) => begins,
                Err(failure) => {
                    discard(body).await;
                    return Err(failure);
                }
            };
            // Goes on when the caller hangs up: what arrived by then is kept.
            let received = tokio::spawn(async move { receive(&ctx, &id, begins, body).await });
            let upload = received.await.map_err(Failure::internal)??;
            Ok(told(StatusCode::NO_CONTENT, &upload))
        }
        Method::DELETE => {
            tokio::spawn(async move { pieces::end(&ctx, &id).await }).await.map_err(Failure::internal)??;
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NO_CONTENT;
            Ok(response)
        }
        _ => Err(Failure::MethodNotAllowed),
    }
}

/// Where a piece begins.
fn piece(headers: &HeaderMap) -> Result<u64, Failure> {
    if text(headers, header::CONTENT_TYPE.as_str()) != Some(tus::MEDIA_TYPE) {
        return Err(Failure::MediaType(tus::MEDIA_TYPE));
    }
    number(headers, tus::header::OFFSET)
}

/// Keeps what arrives as it arrives, in parts of the size of a piece.
async fn receive(ctx: &Ctx, id: &UploadId, begins: u64, body: Body) -> Result<Upload, Failure> {
    let mut upload = match pieces::expect(ctx, id, begins).await {
        Ok(upload) => upload,
        Err(failure) => {
            discard(body).await;
            return Err(failure);
        }
    };
    let mut parts = body.into_data_stream();
    let mut held = BytesMut::new();
    let mut broken = None;
    while let Some(part) = parts.next().await {
        match part {
            Ok(part) => held.extend_from_slice(&part),
            Err(error) => {
                broken = Some(broken_off(&error));
                break;
            }
        }
        if u64::try_from(held.len()).map_or(true, |held| held >= limits::CHUNK_BYTES) {
            upload = match pieces::append(ctx, id, upload.offset, &held.split()).await {
                Ok(upload) => upload,
                Err(failure) => {
                    discard(Body::from_stream(parts)).await;
                    return Err(failure);
                }
            };
        }
    }
    if !held.is_empty() {
        upload = pieces::append(ctx, id, upload.offset, &held).await?;
    }
    broken.map_or(Ok(upload), Err)
}

/// A reply that says how much is there.
fn told(status: StatusCode, upload: &Upload) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    put(&mut response, tus::header::OFFSET, &upload.offset.to_string());
    expires(&mut response, upload);
    response
}

fn expires(response: &mut Response, upload: &Upload) {
    let date = upload.expires_at.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
    put(response, tus::header::EXPIRES, &date);
}

/// Every reply says what is spoken.
fn spoken(mut response: Response) -> Response {
    put(&mut response, tus::header::RESUMABLE, tus::VERSION);
    put(&mut response, tus::header::VERSION, tus::VERSION);
    response
}

fn speaks(headers: &HeaderMap) -> Result<(), Failure> {
    let same = text(headers, tus::header::RESUMABLE) == Some(tus::VERSION);
    if same { Ok(()) } else { Err(Failure::TusVersion) }
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

fn number(headers: &HeaderMap, name: &str) -> Result<u64, Failure> {
    let value = text(headers, name).and_then(|value| value.parse().ok());
    value.ok_or_else(|| Failure::BadParameter(name.to_owned()))
}

/// Sets a header. Names and values are our own words and numbers, which always can be one.
fn put(response: &mut Response, name: &str, value: &str) {
    if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value)) {
        response.headers_mut().insert(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_method_is_meant_of_a_post_alone() {
        let mut headers = HeaderMap::new();
        assert_eq!(meant(&Method::HEAD, &headers), Method::HEAD);
        headers.insert(tus::header::METHOD_OVERRIDE, HeaderValue::from_static("PATCH"));
        assert_eq!(meant(&Method::POST, &headers), Method::PATCH);
        for method in [Method::GET, Method::HEAD, Method::DELETE] {
            assert_eq!(meant(&method, &headers), method, "a link must not do what a form may not");
        }
    }
}

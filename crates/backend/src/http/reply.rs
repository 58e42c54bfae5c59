//! Responses: what every one of them carries, and problem documents.

use super::{call::Answer, etag};
use crate::{cache::Kept, causes, service::Failure, store::idempotency, words::Tongue};
use axum::{
    body::Body,
    http::{
        Extensions, HeaderMap, HeaderName, HeaderValue, StatusCode,
        header::{self, CONNECTION, CONTENT_LANGUAGE, CONTENT_TYPE, ETAG, RETRY_AFTER, SET_COOKIE, VARY},
    },
    response::Response,
};
use bytes::Bytes;
use guichet_contract::Code;

/// Tells a replayed answer from the first one.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
/// What a reply depends on beside its URL.
const DEPENDS_ON: HeaderValue = HeaderValue::from_static("Accept-Language, Cookie");

/// The id of a call, in its log line and in its problem document.
#[derive(Debug, Clone, Default)]
pub struct RequestId(pub String);

impl RequestId {
    /// The id that the call was given on its way in.
    pub fn of(extensions: &Extensions) -> Self {
        extensions.get::<Self>().cloned().unwrap_or_default()
    }
}

/// A reply of success.
pub struct Reply {
    status: u16,
    body: Bytes,
    etag: Option<String>,
    cookie: Option<String>,
    replayed: bool,
    fleeting: bool,
}

impl Reply {
    /// One that was just made.
    pub fn fresh<E>(status: u16, answer: Answer<E>) -> Self {
        let Answer { body, etag, cookie, fleeting, .. } = answer;
        Self { status, body, etag, cookie, replayed: false, fleeting }
    }

    /// One that was made a moment ago.
    pub fn kept(status: u16, kept: Kept) -> Self {
        Self {
            status,
            body: kept.body,
            etag: Some(kept.etag),
            cookie: None,
            replayed: false,
            fleeting: false,
        }
    }

    /// One that was just kept for repetitions of the call.
    pub fn first(answer: idempotency::Answer) -> Self {
        let body = Bytes::from(answer.body);
        Self {
            status: answer.status,
            body,
            etag: answer.etag,
            cookie: None,
            replayed: false,
            fleeting: false,
        }
    }

    /// One that was made when the call came first.
    pub fn replayed(answer: idempotency::Answer) -> Self {
        Self { replayed: true, ..Self::first(answer) }
    }
}

/// The response to a call that succeeded: 304 where the caller has it already (`seen` is its `If-None-Match`).
pub fn success(reply: Reply, seen: Option<&HeaderValue>, language: &str) -> Response {
    let known = match (&reply.etag, seen) {
        (Some(etag), Some(seen)) => reply.status == 200 && etag::is_known(seen, etag),
        _ => false,
    };
    let status = if known { StatusCode::NOT_MODIFIED } else { status(reply.status) };
    let body = if known || reply.body.is_empty() { Body::empty() } else { Body::from(reply.body.clone()) };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    if !known && !reply.body.is_empty() {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    put(headers, ETAG, reply.etag.as_deref());
    put(headers, SET_COOKIE, reply.cookie.as_deref());
    if reply.fleeting {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if reply.replayed {
        headers.insert(REPLAYED, HeaderValue::from_static("true"));
    }
    in_language(headers, language);
    response
}

/// The response to a call that failed. What is our fault goes to the log, with its causes.
pub fn failure(failure: Failure, language: &str, id: &RequestId) -> Response {
    if failure.is_ours() {
        tracing::error!(request_id = %id.0, error = %causes(&failure, ": "), "a call failed");
    }
    let problem = failure.problem(Tongue::of(language), &id.0);
    let retry_after = match problem.code {
        // Long enough for what holds the database up to end, short enough to wait for.
        Code::Unavailable | Code::StillRunning | Code::TooManyCalls => Some("1"),
        _ => None,
    };
    let status = status(problem.status);
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    put(headers, RETRY_AFTER, retry_after);
    if problem.code == Code::RequestTimeout {
        // The rest of the body would be taken for the next call.
        headers.insert(CONNECTION, HeaderValue::from_static("close"));
    }
    in_language(headers, language);
    response
}

/// Sets what every reply of the API has beside its own headers.
pub fn finish(headers: &mut HeaderMap, id: &RequestId) {
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // Kept by browsers, never by proxies, and asked about each time: 304 costs little.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-cache"));
    put(headers, HeaderName::from_static("x-request-id"), Some(&id.0));
}

fn in_language(headers: &mut HeaderMap, language: &str) {
    put(headers, CONTENT_LANGUAGE, Some(language));
    headers.insert(VARY, DEPENDS_ON);
}

/// Sets a header; a value that cannot be one is left out, as it can be missed.
fn put(headers: &mut HeaderMap, name: HeaderName, value: Option<&str>) {
    if let Some(value) = value.and_then(|value| HeaderValue::from_str(value).ok()) {
        headers.insert(name, value);
    }
}

fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

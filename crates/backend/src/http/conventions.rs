//! What holds for every call below the base path, whether there is something at its address or not.

use super::{
    language, origin,
    reply::{self, RequestId},
};
use crate::{app::App, service::Failure};
use axum::{
    extract::{Request, State},
    http::HeaderMap,
    middleware::Next,
    response::Response,
};
use futures_util::FutureExt;
use std::{any::Any, panic::AssertUnwindSafe, time::Instant};

/// Gives each call an id, refuses those from other origins, turns a panic into an answer, and writes one line about it.
pub async fn conventions(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = RequestId(given_id(request.headers()).unwrap_or_else(|| app.request_id()));
    request.extensions_mut().insert(id.clone());
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let loaded = app.loaded();
    let language = language::choose(request.headers(), &loaded.content.languages);
    let mut response = if origin::is_allowed(&app.config, &method, request.headers()) {
        match AssertUnwindSafe(next.run(request)).catch_unwind().await {
            Ok(response) => response,
            Err(panic) => reply::failure(Failure::internal(said(&*panic)), language, &id),
        }
    } else {
        reply::failure(Failure::ForeignOrigin, language, &id)
    };
    reply::finish(response.headers_mut(), &id);
    let status = response.status().as_u16();
    // The path and never the query: people search for what is nobody's business.
    tracing::info!(request_id = %id.0, %method, %path, status, ms = begun.elapsed().as_millis(), "call");
    response
}

/// For what is not there.
pub async fn not_found(State(app): State<App>, request: Request) -> Response {
    refuse(&app, &request, Failure::NotFound)
}

/// For what is there under another method.
pub async fn method_not_allowed(State(app): State<App>, request: Request) -> Response {
    refuse(&app, &request, Failure::MethodNotAllowed)
}

fn refuse(app: &App, request: &Request, failure: Failure) -> Response {
    let loaded = app.loaded();
    let language = language::choose(request.headers(), &loaded.content.languages);
    reply::failure(failure, language, &RequestId::of(request.extensions()))
}

/// An id that a proxy gave the call, if it is one that can stand in a log.
fn given_id(headers: &HeaderMap) -> Option<String> {
    let id = headers.get("x-request-id")?.to_str().ok()?;
    let fits = (8..=64).contains(&id.len()) && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    fits.then(|| id.to_owned())
}

/// What a panic said.
fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "panicked".to_owned())
}

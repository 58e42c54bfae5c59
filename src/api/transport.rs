//! One call over HTTP. Nothing here is generic over what is called, so that its code exists once.

use super::{ApiError, json};
use crate::{format, i18n};
use futures::future::{Either, select};
use gloo_net::http::{Headers, Request, RequestBuilder};
use guichet_contract::{BASE_PATH, Code, Method, Problem, tus};
use std::{cell::RefCell, pin::pin};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

/// How long a call may take. Long enough for a phone on a train, short enough that people do not give up first.
pub(super) const PATIENCE_MS: i32 = 15_000;

thread_local! {
    static ORIGIN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Where the backend is: empty for the portal's own origin, or such as `https://itsm.example`. And what the device can do,
/// see [`device`](super::device()).
pub fn configure(origin: &str, device: js_sys::Function) {
    ORIGIN.with_borrow_mut(|o| *o = origin.trim_end_matches('/').to_owned());
    super::device::connect(device);
}

/// See [`configure`].
pub fn backend() -> String {
    ORIGIN.with_borrow(Clone::clone)
}

/// An answer, not yet read.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The HTTP status; 304 only where `etag` was given.
    pub status: u16,
    /// The version of what was answered.
    pub etag: Option<String>,
    /// How much of a file is there, where one was sent.
    pub offset: Option<String>,
    /// The body.
    pub text: String,
}

/// What goes with a call.
#[derive(Debug, Clone, Default)]
pub(super) struct Extra {
    pub body: Option<String>,
    pub headers: Vec<(&'static str, String)>,
}

pub(super) fn absolute(url: &str) -> String {
    ORIGIN.with_borrow(|origin| format!("{origin}{url}"))
}

/// Where an attachment is downloaded.
pub fn url_of_attachment(id: &str) -> String {
    absolute(&format!("{BASE_PATH}/attachments/{id}"))
}

/// Where a picture of an article is.
pub fn url_of_picture(id: &str) -> String {
    absolute(&format!("{BASE_PATH}/knowledge/pictures/{id}"))
}

/// Where events stream from.
pub(super) fn url_of_events() -> String {
    absolute(&format!("{BASE_PATH}/events"))
}

pub(super) async fn call(method: Method, url: &str, extra: Extra) -> Result<Reply, ApiError> {
    let headers = Headers::new();
    headers.set("Accept", "application/json");
    headers.set("Accept-Language", &i18n::language());
    for (name, value) in &extra.headers {
        headers.set(name, value);
    }
    let builder = RequestBuilder::new(&absolute(url)).method(match method {
        Method::Get => gloo_net::http::Method::GET,
        Method::Post => gloo_net::http::Method::POST,
        Method::Patch => gloo_net::http::Method::PATCH,
        Method::Delete => gloo_net::http::Method::DELETE,
    });
    let abort = AbortController::new().map_err(|_| ApiError::Nonsense)?;
    let builder = builder
        .headers(headers)
        .credentials(web_sys::RequestCredentials::Include)
        .abort_signal(Some(&abort.signal()));
    let request = match extra.body {
        Some(body) => builder.header("Content-Type", "application/json").body(body),
        None => builder.build(),
    };
    exchange(request.map_err(|_| ApiError::Nonsense)?, &abort, PATIENCE_MS, format::set_server_time).await
}

/// A file of the portal's own.
pub async fn text(url: &str) -> Option<String> {
    let abort = AbortController::new().ok()?;
    let request = RequestBuilder::new(url).abort_signal(Some(&abort.signal())).build().ok()?;
    // It may have lain in a cache for months: its date is not what time it is.
    exchange(request, &abort, PATIENCE_MS, |_| {}).await.ok().map(|reply| reply.text)
}

pub(super) async fn exchange(
    request: Request,
    abort: &AbortController,
    patience_ms: i32,
    on_date: fn(&str),
) -> Result<Reply, ApiError> {
    let answer = pin!(async {
        let response = request.send().await.map_err(|_| ApiError::Offline)?;
        if let Some(date) = response.headers().get("date") {
            on_date(&date);
        }
        let (status, etag) = (response.status(), response.headers().get("etag"));
        let wait = response.headers().get("retry-after");
        let offset = response.headers().get(tus::header::OFFSET);
        let text = response.text().await.map_err(|_| ApiError::Offline)?;
        Ok::<_, ApiError>((Reply { status, etag, offset, text }, wait))
    });
    let patience = pin!(sleep(patience_ms));
    match select(answer, patience).await {
        Either::Left((answer, _)) => {
            let (reply, wait) = answer?;
            judge(reply, wait.as_deref())
        }
        Either::Right(_) => {
            abort.abort();
            Err(ApiError::Slow)
        }
    }
}

/// Separates answers from refusals. `wait` is the `Retry-After` of the answer.
fn judge(reply: Reply, wait: Option<&str>) -> Result<Reply, ApiError> {
    if reply.status < 300 || reply.status == 304 {
        return Ok(reply);
    }
    if reply.status == 429 {
        // The contract has it in seconds; a proxy may write a date, and is then without one.
        return Err(ApiError::TooMany(wait.and_then(|seconds| seconds.trim().parse().ok())));
    }
    match json::read::<Problem>(&reply.text) {
        Some(problem) => Err(ApiError::Refused(Box::new(problem))),
        // A proxy in between speaks HTML; go by the status.
        None if matches!(reply.status, 502..=504) => Err(ApiError::Offline),
        None => match by_status(reply.status) {
            Some(code) => Err(ApiError::Refused(Box::new(Problem::new(code, "")))),
            None => Err(ApiError::Nonsense),
        },
    }
}

/// What a status means that comes without a document: a proxy said so, or there is no room for one, as in the answer to a
/// `HEAD`.
fn by_status(status: u16) -> Option<Code> {
    match status {
        401 => Some(Code::NotSignedIn),
        404 => Some(Code::NotFound),
        413 => Some(Code::TooLarge),
        _ => None,
    }
}

/// Waits.
pub async fn sleep(millis: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ =
                window.set_timeout_with_callback_and_timeout_and_arguments_0(resolve.unchecked_ref(), millis);
        }
    });
    // A promise that only resolves cannot fail.
    let _ = JsFuture::from(promise).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(status: u16, text: &str, wait: Option<&str>) -> Result<u16, ApiError> {
        judge(Reply { status, etag: None, offset: None, text: text.to_owned() }, wait)
            .map(|reply| reply.status)
    }

    #[test]
    fn who_had_enough_says_when_to_come_back() {
        let problem = serde_json::to_string(&Problem::new(Code::TooManyCalls, "")).unwrap();
        let date = "Sat, 21 Nov 2026 16:00:00 GMT";
        for (text, wait, seconds) in [
            (problem.as_str(), Some("30"), Some(30)),
            (problem.as_str(), None, None),
            ("<h1>Slow down</h1>", Some(" 7 "), Some(7)),
            ("", Some(date), None),
        ] {
            assert_eq!(judged(429, text, wait), Err(ApiError::TooMany(seconds)), "{text} {wait:?}");
        }
    }

    #[test]
    fn a_status_without_a_problem_is_understood_by_its_number() {
        assert_eq!(judged(200, "{}", None), Ok(200));
        assert_eq!(judged(304, "", None), Ok(304));
        assert_eq!(judged(502, "<h1>Bad gateway</h1>", None), Err(ApiError::Offline));
        assert_eq!(judged(418, "<h1>A teapot</h1>", None), Err(ApiError::Nonsense));
        for (status, text, code) in [
            (413, "<h1>Too large</h1>", Code::TooLarge),
            (404, "", Code::NotFound),
            (401, "", Code::NotSignedIn),
        ] {
            assert_eq!(judged(status, text, None).unwrap_err().code(), Some(code), "{status}");
        }
    }
}

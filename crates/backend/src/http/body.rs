//! JSON bodies.

use crate::{
    service::Failure,
    words::{Tongue, Words},
};
use axum::{
    body::Body,
    http::{HeaderMap, header},
};
use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use guichet_contract::FieldError;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};
use std::error::Error;
use tower_http::timeout::TimeoutError;

/// In bytes, of what is read and thrown away.
const DISCARDED: usize = 32 << 20;

/// Whether the body is announced to be larger than `limit` bytes.
pub fn too_large(headers: &HeaderMap, limit: u64) -> bool {
    let length =
        headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    length.is_some_and(|length| length > limit)
}

/// Reads what nobody wants. A browser that is still sending when the connection closes never sees why: it would say that
/// the network failed. So what is not much too large is read to its end.
pub async fn discard(body: Body) {
    let mut read = 0;
    let mut parts = body.into_data_stream();
    while let Some(Ok(part)) = parts.next().await {
        read += part.len();
        if read > DISCARDED {
            return;
        }
    }
}

/// Reads the body, as long as it is no larger than `limit` bytes.
pub async fn read(headers: &HeaderMap, body: Body, limit: u64) -> Result<Bytes, Failure> {
    if too_large(headers, limit) {
        discard(body).await;
        return Err(Failure::TooLarge(limit));
    }
    let mut bytes = BytesMut::new();
    let mut parts = body.into_data_stream();
    while let Some(part) = parts.next().await {
        let part = part.map_err(|error| broken_off(&error))?;
        if u64::try_from(bytes.len() + part.len()).is_ok_and(|length| length > limit) {
            return Err(Failure::TooLarge(limit));
        }
        bytes.extend_from_slice(&part);
    }
    Ok(bytes.freeze())
}

/// Why a body did not arrive whole: it paused for longer than one may. Whoever hung up gets no answer anyway.
pub fn broken_off(error: &(dyn Error + 'static)) -> Failure {
    let mut next = Some(error);
    while let Some(error) = next {
        if error.is::<TimeoutError>() {
            return Failure::RequestTimeout;
        }
        next = error.source();
    }
    Failure::Malformed(Vec::new())
}

/// The body as a value. No body at all is `{}`, for what needs to be told nothing.
pub fn parse<T: DeserializeOwned>(headers: &HeaderMap, bytes: &[u8], tongue: Tongue) -> Result<T, Failure> {
    let json: &[u8] = if bytes.is_empty() { b"{}" } else { bytes };
    if !bytes.is_empty() && !is_json(headers) {
        return Err(Failure::MediaType("application/json"));
    }
    let misfit = |pointer: String, what: &serde_json::Error| {
        Failure::Malformed(vec![FieldError {
            pointer,
            code: "malformed".to_owned(),
            detail: Words::DoesNotFit.say(tongue),
            // For whoever writes a client: what serde says names types and fields, never data of others.
            params: Value::from(serde_json::Map::from_iter([("cause".to_owned(), what.to_string().into())])),
            label: None,
        }])
    };
    let mut reader = serde_json::Deserializer::from_slice(json);
    let value = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| misfit(pointer(error.path()), error.inner()))?;
    reader.end().map_err(|error| misfit(String::new(), &error))?;
    Ok(value)
}

fn is_json(headers: &HeaderMap) -> bool {
    let Some(given) = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()) else {
        return false;
    };
    let essence = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"))
}

/// A JSON Pointer, RFC 6901.
fn pointer(path: &Path) -> String {
    let mut pointer = String::new();
    for segment in path.iter() {
        let part = match segment {
            Segment::Seq { index } => index.to_string(),
            Segment::Map { key } => key.replace('~', "~0").replace('/', "~1"),
            Segment::Enum { .. } | Segment::Unknown => continue,
        };
        pointer.push('/');
        pointer.push_str(&part);
    }
    pointer
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;
    use futures_util::stream;
    use guichet_contract::types::RequestInput;
    use std::{io, time::Duration};
    use tower_http::timeout::TimeoutBody;

    fn json() -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json; charset=utf-8"));
        headers
    }

    #[test]
    fn what_does_not_fit_is_pointed_at() {
        let pointer = |body: &str| match parse::<RequestInput>(&json(), body.as_bytes(), Tongue::English) {
            Err(Failure::Malformed(errors)) => errors[0].pointer.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(
            pointer("{\"item\": \"a\", \"form\": {\"id\": \"a\", \"version\": \"x\"}}"),
            "/form/version"
        );
        assert_eq!(pointer("{\"item\": \"../etc\"}"), "/item");
        assert_eq!(pointer("{"), "");
        assert_eq!(
            pointer("{\"item\": \"a\", \"form\": {\"id\": \"a\", \"version\": 1}, \"answers\": {}} x"),
            ""
        );
    }

    #[tokio::test]
    async fn a_body_that_pauses_is_told_from_one_that_breaks_off() {
        let silent = Body::from_stream(stream::pending::<io::Result<Bytes>>());
        let silent = Body::new(TimeoutBody::new(Duration::from_millis(1), silent));
        let read_silent = read(&HeaderMap::new(), silent, 10).await;
        assert!(matches!(read_silent, Err(Failure::RequestTimeout)), "{read_silent:?}");
        let broken = Body::from_stream(stream::iter([Err::<Bytes, _>(io::Error::other("gone"))]));
        let read_broken = read(&HeaderMap::new(), broken, 10).await;
        assert!(matches!(read_broken, Err(Failure::Malformed(_))), "{read_broken:?}");
    }

    #[test]
    fn only_json_is_read_as_json() {
        let body = b"{}";
        let parsed = parse::<Value>(&HeaderMap::new(), body, Tongue::English);
        assert!(matches!(parsed, Err(Failure::MediaType(_))));
        assert!(parse::<Value>(&HeaderMap::new(), b"", Tongue::English).is_ok());
        assert!(parse::<Value>(&json(), body, Tongue::English).is_ok());
    }
}

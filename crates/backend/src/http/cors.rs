//! Which other origins may read replies, and send along the reader's session.

use crate::config::Origin;
use axum::http::{HeaderName, HeaderValue, Method, header};
use guichet_contract::{search_index::VERSION_HEADER, tus};
use std::time::Duration;
use tower_http::cors::CorsLayer;

/// What pages of `origins` may do; `None` where no other origin may do anything, which needs no headers.
pub fn layer(origins: &[Origin]) -> Option<CorsLayer> {
    if origins.is_empty() {
        return None;
    }
    let origins: Vec<HeaderValue> =
        origins.iter().filter_map(|origin| HeaderValue::from_str(origin.as_str()).ok()).collect();
    let request_id = HeaderName::from_static("x-request-id");
    let cors = CorsLayer::new()
        .allow_origin(origins)
        .allow_credentials(true)
        .allow_methods([Method::GET, Method::HEAD, Method::POST, Method::PATCH, Method::DELETE])
        .allow_headers([
            header::ACCEPT,
            header::ACCEPT_LANGUAGE,
            header::CONTENT_TYPE,
            header::IF_MATCH,
            header::IF_NONE_MATCH,
            HeaderName::from_static("idempotency-key"),
            HeaderName::from_static("last-event-id"),
            HeaderName::from_static(tus::header::RESUMABLE),
            HeaderName::from_static(tus::header::LENGTH),
            HeaderName::from_static(tus::header::OFFSET),
            HeaderName::from_static(tus::header::METADATA),
            request_id.clone(),
        ])
        .expose_headers([
            header::ETAG,
            header::CONTENT_LANGUAGE,
            header::RETRY_AFTER,
            header::DATE,
            request_id,
            HeaderName::from_static("idempotency-replayed"),
            HeaderName::from_static(VERSION_HEADER),
            header::LOCATION,
            HeaderName::from_static(tus::header::OFFSET),
            HeaderName::from_static(tus::header::LENGTH),
            HeaderName::from_static(tus::header::EXPIRES),
        ])
        // Chromium remembers no longer than two hours either.
        .max_age(Duration::from_secs(7200));
    Some(cors)
}

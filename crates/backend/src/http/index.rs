//! `GET /knowledge/index`: what somebody may find, as a browser searches in it. See `guichet_contract::search_index`.

use super::{
    etag,
    mount::enter,
    portal::takes_brotli,
    reply::{self, RequestId},
};
use crate::{
    app::App,
    service::{Failure, search},
};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{
        HeaderMap, HeaderName, HeaderValue, StatusCode,
        header::{
            CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
        },
        request::Parts,
    },
    response::Response,
};
use guichet_contract::search_index::{MEDIA_TYPE, VERSION_HEADER};
use serde::Deserialize;
use std::io::Write;

/// Half the size in a few milliseconds. Stronger ones take ten times as long for a tenth.
const QUALITY: u32 = 5;

/// Parameters of the query.
#[derive(Deserialize)]
struct Query {
    #[serde(default)]
    since: String,
}

/// The index, or what of it is missing.
pub async fn index(State(app): State<App>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let id = RequestId::of(&parts.extensions);
    give(&app, &parts).await.unwrap_or_else(|failure| {
        let loaded = app.loaded();
        let language = super::language::choose(&parts.headers, &loaded.content.languages);
        reply::failure(failure, language, &id)
    })
}

async fn give(app: &App, parts: &Parts) -> Result<Response, Failure> {
    let ctx = enter(app, &parts.headers).await?;
    let query: Query = super::params::query(parts.uri.query().unwrap_or_default())?;
    let (bytes, version) = search::index(&ctx, &query.since).await?;
    let packed = takes_brotli(&parts.headers);
    // A strong tag means these very bytes, so each encoding has its own.
    let tag = etag::of(format!("{version} {} {packed}", query.since).as_bytes());
    let known = parts.headers.get(IF_NONE_MATCH).is_some_and(|seen| etag::is_known(seen, &tag));
    let body = if known {
        Body::empty()
    } else if packed {
        Body::from(tokio::task::spawn_blocking(move || pack(&bytes)).await.map_err(Failure::internal)??)
    } else {
        Body::from(bytes)
    };
    let mut response = Response::new(body);
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    describe(response.headers_mut(), &ctx.company.language, &version, &tag)?;
    if packed && !known {
        response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    Ok(response)
}

fn describe(headers: &mut HeaderMap, language: &str, version: &str, tag: &str) -> Result<(), Failure> {
    let value = |text: &str| HeaderValue::from_str(text).map_err(Failure::internal);
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    headers.insert(CONTENT_LANGUAGE, value(language)?);
    headers.insert(ETAG, value(tag)?);
    headers.insert(HeaderName::from_static(VERSION_HEADER), value(version)?);
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding, Accept-Language, Cookie"));
    // Whoever wants to keep it does so where they can also forget it: when the person signs out.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(())
}

fn pack(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut packed = Vec::new();
    // The largest window that every decoder takes.
    let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, QUALITY, 22);
    writer.write_all(bytes).map_err(Failure::internal)?;
    drop(writer);
    Ok(packed)
}

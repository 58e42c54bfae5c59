//! `GET /knowledge/pictures/{picture}` (`getPicture`): the bytes of a picture of an article. Needs a session. Refusal:
//! `not_found` (404), also for a picture of what the caller may not know of.

use super::{
    etag,
    mount::enter,
    reply::{self, RequestId},
};
use crate::{
    app::App,
    content::Picture,
    service::{Failure, knowledge},
};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::Response,
};
use guichet_rules::ids::PictureId;
use serde::Deserialize;

/// Where they are.
pub const PATH: &str = "/knowledge/pictures/{picture}";

/// Parameters of the path.
#[derive(Deserialize)]
struct PicturePath {
    picture: PictureId,
}

/// Gives a picture.
pub async fn picture(State(app): State<App>, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let id = RequestId::of(&parts.extensions);
    match give(&app, &mut parts).await {
        Ok(response) => response,
        Err(failure) => {
            let loaded = app.loaded();
            let language = super::language::choose(&parts.headers, &loaded.content.languages);
            reply::failure(failure, language, &id)
        }
    }
}

async fn give(app: &App, parts: &mut Parts) -> Result<Response, Failure> {
    let path: PicturePath = super::params::path(parts).await?;
    let ctx = enter(app, &parts.headers).await?;
    let picture = knowledge::picture(&ctx, &path.picture)?;
    let etag = etag::of(&picture.bytes);
    let seen = parts.headers.get(header::IF_NONE_MATCH);
    let mut response = if seen.is_some_and(|seen| etag::is_known(seen, &etag)) {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response
    } else {
        shown(picture)
    };
    let headers = response.headers_mut();
    headers.insert(header::ETAG, HeaderValue::from_str(&etag).map_err(Failure::internal)?);
    headers.insert(header::VARY, HeaderValue::from_static("Cookie"));
    Ok(response)
}

fn shown(picture: &Picture) -> Response {
    let mut response = Response::new(Body::from(picture.bytes.clone()));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(picture.media_type));
    // Should somebody open it by itself, then without scripts and away from our origin.
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    response
}

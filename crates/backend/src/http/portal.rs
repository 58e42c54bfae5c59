//! The portal itself: files of a built portal, from memory.
//!
//! They are read once, at start: a few megabytes at most, and whoever replaces them while the backend runs never serves
//! one half of the old portal with one half of the new. A path is looked up among their names and nowhere else, so no
//! path leads out of the folder, however it is written.

mod config;
mod files;
mod policy;

use axum::{
    Router,
    body::Body,
    http::{
        HeaderMap, HeaderValue, Method, StatusCode, Uri,
        header::{ACCEPT, ACCEPT_ENCODING, ALLOW, IF_NONE_MATCH},
    },
    response::Response,
};
use config::CONFIG;
use files::File;
use policy::Policy;
use std::{collections::BTreeMap, io, path::Path, sync::Arc};

/// The page that every address of the portal begins with.
const INDEX: &str = "index.html";

/// What differs from one installation to another.
#[derive(Debug, Clone)]
pub struct PortalOptions {
    /// Where browsers find the portal: `/`, or a path with a `/` at both ends, such as `/service/`. A proxy in front may
    /// keep it or take it off.
    pub base: String,
    /// Origins beside its own that the portal may call, such as `https://itsm.example.com`.
    pub connect: Vec<String>,
    /// Origins beside its own whose pages may show the portal in a frame.
    pub frame_ancestors: Vec<String>,
}

impl Default for PortalOptions {
    fn default() -> Self {
        Self { base: "/".to_owned(), connect: Vec::new(), frame_ancestors: Vec::new() }
    }
}

/// Why a portal cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum PortalError {
    /// The folder holds no portal.
    #[error("'{0}' holds no index.html: build the portal first, with `cargo xtask portal`")]
    NoIndex(String),
    /// The page does not say where it lives.
    #[error("index.html holds no <base href=\"/\">, so the portal cannot live below '{0}'")]
    NoBase(String),
    /// No path that a portal can live below.
    #[error("'{0}' is no base path: write '/', or a path with a '/' at both ends, such as '/service/'")]
    BadBase(String),
    /// No origin.
    #[error("'{0}' is no origin: write scheme and host, such as 'https://itsm.example.com'")]
    BadOrigin(String),
    /// The configuration is no JSON, or not that of a portal.
    #[error("config.json of the portal cannot be read")]
    BadConfig(#[source] serde_json::Error),
    /// No place where a backend could be.
    #[error(
        "config.json of the portal names '{0}' as its backend: write nothing for the portal's own origin, a path that \
         begins with a '/', or an origin such as 'https://itsm.example.com'"
    )]
    BadBackend(String),
    /// Links that lead into one another.
    #[error("'{0}' lies too deep: is a link in there that leads back up?")]
    TooDeep(String),
}

impl From<PortalError> for io::Error {
    fn from(error: PortalError) -> Self {
        Self::new(io::ErrorKind::InvalidInput, error)
    }
}

/// Serves the portal that was built into `dist`, for every path that nothing else takes.
pub fn routes<S: Clone + Send + Sync + 'static>(
    dist: &Path,
    options: PortalOptions,
) -> io::Result<Router<S>> {
    let portal = Arc::new(Portal::read(dist, &options)?);
    let serve = move |method: Method, uri: Uri, headers: HeaderMap| {
        let portal = Arc::clone(&portal);
        async move { portal.answer(&method, uri.path(), &headers) }
    };
    Ok(Router::new().fallback(serve))
}

struct Portal {
    base: String,
    files: BTreeMap<String, File>,
    policy: Policy,
}

impl Portal {
    fn read(dist: &Path, options: &PortalOptions) -> io::Result<Self> {
        let base = options.base.clone();
        if !is_base(&base) {
            return Err(PortalError::BadBase(base).into());
        }
        let files = files::read(dist, &base)?;
        let config = files.get(CONFIG).map(|file| config::backend(file.content()));
        let policy = Policy::new(options, config.transpose()?.flatten().as_ref())?;
        Ok(Self { base, files, policy })
    }

    fn answer(&self, method: &Method, path: &str, headers: &HeaderMap) -> Response {
        let mut response = self.find(method, path, headers);
        self.policy.add_to(response.headers_mut());
        response
    }

    fn find(&self, method: &Method, path: &str, headers: &HeaderMap) -> Response {
        if method != Method::GET && method != Method::HEAD {
            let mut response = refuse(StatusCode::METHOD_NOT_ALLOWED);
            response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            return response;
        }
        let Some(name) = self.name(path) else { return refuse(StatusCode::NOT_FOUND) };
        let page = || self.files.get(INDEX).filter(|_| !is_api(&name) && asks_for_page(headers));
        match self.files.get(&name).or_else(page) {
            Some(file) => file.answer(*method == Method::HEAD, takes_brotli(headers), &seen(headers)),
            None => refuse(StatusCode::NOT_FOUND),
        }
    }

    /// The name of the file that `path` asks for; `None` for a path that is none.
    fn name(&self, path: &str) -> Option<String> {
        let below = path.strip_prefix(&self.base).or_else(|| path.strip_prefix('/')).unwrap_or(path);
        // `/service` without its last `/` is the portal's front page too.
        let below = if self.base.strip_suffix('/') == Some(path) { "" } else { below };
        let name = decode(below)?;
        let climbs = name.split('/').any(|part| part == "..") || name.contains(['\\', '\0']);
        match name.as_str() {
            _ if climbs => None,
            "" => Some(INDEX.to_owned()),
            _ => Some(name),
        }
    }
}

/// Calls have their own 404, which no client would take from a page.
fn is_api(name: &str) -> bool {
    name == "itsm" || name.starts_with("itsm/")
}

/// Whether `base` can stand in an attribute and in front of every path.
fn is_base(base: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '~');
    base.starts_with('/')
        && base.ends_with('/')
        && !base.contains("//")
        && !base.contains("/../")
        && base.chars().all(plain)
}

fn refuse(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

/// The values of a header that is a list.
fn list<'h>(
    headers: &'h HeaderMap,
    name: &axum::http::HeaderName,
) -> impl Iterator<Item = &'h str> + use<'h> {
    let lines = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(str::trim).filter(|value| !value.is_empty())
}

/// Whether a list such as `br;q=0.5, gzip` names `wanted` and does not say `q=0`.
fn takes(headers: &HeaderMap, name: &axum::http::HeaderName, wanted: &str) -> bool {
    list(headers, name).any(|value| {
        let mut parts = value.split(';').map(str::trim);
        let named = parts.next().is_some_and(|value| value.eq_ignore_ascii_case(wanted));
        let refused =
            |part: &str| part.strip_prefix("q=").is_some_and(|q| q.parse::<f32>().is_ok_and(|q| q <= 0.0));
        named && !parts.any(refused)
    })
}

/// Whether the caller reads brotli.
pub(super) fn takes_brotli(headers: &HeaderMap) -> bool {
    takes(headers, &ACCEPT_ENCODING, "br")
}

/// A browser that goes to an address says that it wants a page; one that fetches a script or a picture does not.
fn asks_for_page(headers: &HeaderMap) -> bool {
    takes(headers, &ACCEPT, "text/html") || takes(headers, &ACCEPT, "application/xhtml+xml")
}

/// The tags of what the caller already has.
fn seen(headers: &HeaderMap) -> Vec<&str> {
    list(headers, &IF_NONE_MATCH).map(|tag| tag.trim_start_matches("W/")).collect()
}

/// Percent-decodes a path; `None` where that gives no text.
fn decode(path: &str) -> Option<String> {
    let hex = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut decoded = Vec::with_capacity(path.len());
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => {
                let (high, low) = (hex(bytes.next()?)?, hex(bytes.next()?)?);
                high << 4 | low
            }
            _ => byte,
        });
    }
    String::from_utf8(decoded).ok()
}

#[cfg(test)]
mod tests;

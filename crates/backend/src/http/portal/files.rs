//! The files of a portal, with what a browser is told about each.

use super::{CONFIG, INDEX, PortalError};
use axum::{
    body::Body,
    http::{
        HeaderValue, StatusCode,
        header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, VARY},
    },
    response::Response,
};
use bytes::Bytes;
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, fs, io, path::Path};

/// Deeper than any portal; a link that leads back up is noticed here.
const MAX_DEPTH: usize = 8;

/// A file in memory.
pub(super) struct File {
    plain: Shape,
    brotli: Option<Shape>,
    media_type: &'static str,
    cache: &'static str,
}

/// The bytes of one encoding.
struct Shape {
    bytes: Bytes,
    /// A strong tag means these very bytes, so each encoding has its own.
    tag: String,
}

impl Shape {
    fn new(bytes: Bytes) -> Self {
        // Half of the hash is more than enough to tell two builds apart.
        let hash: String = Sha256::digest(&bytes).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        Self { bytes, tag: format!("\"{hash}\"") }
    }
}

impl File {
    fn new(name: &str, bytes: Bytes, brotli: Option<Bytes>) -> Self {
        let cache = if has_hash(name) { "public, max-age=31536000, immutable" } else { "no-cache" };
        Self { plain: Shape::new(bytes), brotli: brotli.map(Shape::new), media_type: media_type(name), cache }
    }

    /// Its bytes, as they are on the disk.
    pub(super) fn content(&self) -> &[u8] {
        &self.plain.bytes
    }

    /// The file, or 304 where the caller has `seen` it. `bare` is without the body.
    pub(super) fn answer(&self, bare: bool, takes_brotli: bool, seen: &[&str]) -> Response {
        let brotli = self.brotli.as_ref().filter(|_| takes_brotli);
        let shape = brotli.unwrap_or(&self.plain);
        let unchanged = seen.iter().any(|tag| *tag == "*" || *tag == shape.tag);
        let body = if bare || unchanged { Body::empty() } else { Body::from(shape.bytes.clone()) };
        let mut response = Response::new(body);
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(self.cache));
        if let Ok(tag) = HeaderValue::from_str(&shape.tag) {
            headers.insert(ETAG, tag);
        }
        if self.brotli.is_some() {
            headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        }
        if unchanged {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.media_type));
        headers.insert(CONTENT_LENGTH, HeaderValue::from(shape.bytes.len()));
        if brotli.is_some() {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
        response
    }
}

/// Reads every file below `dist`; names have `/` between their parts. The page is told that it lives below `base`.
pub(super) fn read(dist: &Path, base: &str) -> io::Result<BTreeMap<String, File>> {
    let mut found = BTreeMap::new();
    collect(dist, "", 0, &mut found)?;
    let page = found.get(INDEX).ok_or_else(|| PortalError::NoIndex(dist.display().to_string()))?;
    if base != "/" {
        let page = below(page, base).ok_or_else(|| PortalError::NoBase(base.to_owned()))?;
        found.insert(INDEX.to_owned(), page);
        // It holds the page as it was built.
        found.remove(&brotli_of(INDEX));
    }
    // People change the one beside it, and browsers would go on getting this.
    found.remove(&brotli_of(CONFIG));
    let is_sibling = |name: &String| name.strip_suffix(".br").is_some_and(|plain| found.contains_key(plain));
    let served = found.iter().filter(|(name, _)| !is_sibling(name));
    Ok(served
        .map(|(name, bytes)| {
            let brotli = found.get(&brotli_of(name)).cloned();
            (name.clone(), File::new(name, bytes.clone(), brotli))
        })
        .collect())
}

fn brotli_of(name: &str) -> String {
    format!("{name}.br")
}

fn collect(folder: &Path, prefix: &str, depth: usize, found: &mut BTreeMap<String, Bytes>) -> io::Result<()> {
    if depth > MAX_DEPTH {
        return Err(PortalError::TooDeep(folder.display().to_string()).into());
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        // A name that is no text cannot be asked for.
        let Some(name) = entry.file_name().to_str().map(|name| format!("{prefix}{name}")) else { continue };
        // Follows links: some installations keep releases side by side and link to the newest.
        if fs::metadata(&path)?.is_dir() {
            collect(&path, &format!("{name}/"), depth + 1, found)?;
        } else {
            found.insert(name, Bytes::from(fs::read(&path)?));
        }
    }
    Ok(())
}

/// The page with another base; `None` where it has none to replace.
fn below(page: &Bytes, base: &str) -> Option<Bytes> {
    let page = std::str::from_utf8(page).ok()?;
    let (before, after) = page.split_once("<base href=\"/\"")?;
    Some(Bytes::from(format!("{before}<base href=\"{base}\"{after}")))
}

/// Whether the name holds a hash of the content, `app-1f8a90b2.js`, so that it never means anything else. The tool that
/// makes the JavaScript of a WebAssembly module puts `_bg` behind it.
fn has_hash(name: &str) -> bool {
    name.rsplit('/').next().unwrap_or(name).split('-').skip(1).any(|part| {
        let stem = part.split('.').next().unwrap_or(part);
        let hash = stem.strip_suffix("_bg").unwrap_or(stem);
        let is_hex = |c: char| matches!(c, '0'..='9' | 'a'..='f');
        stem.len() < part.len() && (8..=16).contains(&hash.len()) && hash.chars().all(is_hex)
    })
}

/// By the ending; browsers run scripts and modules only with the right one.
fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        for (name, expected) in [
            ("app-1f8a90b2.js", true),
            ("assets/app-1f8a90b2c3d4e5f6.css", true),
            ("app-1f8a90b2c3d4e5f6_bg.wasm", true),
            ("my-app-1f8a90b2.js", true),
            ("app-1f8a90b2.js.map", true),
            ("app.js", false),
            ("app-main.js", false),
            ("app-1f8a90b.js", false),
            ("app-1f8a90b2c3d4e5f67.js", false),
            ("app-1F8A90B2.js", false),
            ("app-1f8a90b2", false),
            ("release-1f8a90b2.1/app.js", false),
            ("index.html", false),
        ] {
            assert_eq!(has_hash(name), expected, "{name}");
        }
    }

    #[test]
    fn the_base_is_replaced_once_and_nothing_else() {
        let page = Bytes::from_static(b"<head><base href=\"/\"><a href=\"/\">");
        assert_eq!(
            below(&page, "/it/"),
            Some(Bytes::from_static(b"<head><base href=\"/it/\"><a href=\"/\">"))
        );
        assert_eq!(below(&Bytes::from_static(b"<head></head>"), "/it/"), None);
    }
}

//! `Idempotency-Key` and `If-Match`: what keeps a call from being done twice, or to something else than was seen.

use super::etag;
use crate::{
    hub::Run,
    service::{Ctx, Failure, Key},
    store::{
        Vault,
        idempotency::{self, Answer, Fingerprint},
    },
};
use axum::http::{HeaderMap, Uri, header};
use guichet_contract::{Guard, Method};
use std::sync::Arc;
use uuid::Uuid;

/// The conditions of a call.
#[derive(Debug, Clone, Default)]
pub struct Conditions {
    /// What a repetition is known by.
    pub key: Option<Key>,
    /// The versions that the caller has seen; `None` where none is asked for.
    versions: Option<Vec<u64>>,
    /// Over when the last clone is dropped.
    _run: Option<Arc<Run>>,
}

impl Conditions {
    /// Whether a version is one that the caller has seen.
    pub fn has_seen(&self, version: u64) -> bool {
        self.versions.as_ref().is_none_or(|versions| versions.contains(&version))
    }
}

/// What to do with a call.
pub enum Check {
    /// Do it.
    Go(Conditions),
    /// It was done; say so again.
    Replay(Answer),
}

/// What a repetition of this call must be the same in. It is kept, so it must not give away what the body holds: a PIN is
/// soon guessed from a plain hash.
pub fn fingerprint(vault: &Vault, method: Method, uri: &Uri, body: &[u8]) -> Fingerprint {
    Fingerprint {
        method: method.as_str().to_owned(),
        path: uri.path_and_query().map_or_else(String::new, |path| path.as_str().to_owned()),
        body: vault.fingerprint(body),
    }
}

/// Looks at the conditions of a call.
pub async fn check(
    ctx: &Ctx,
    headers: &HeaderMap,
    call: Fingerprint,
    guard: Guard,
) -> Result<Check, Failure> {
    let key = key(headers)?;
    let person = ctx.me()?.id.clone();
    // Taken before the store is asked: otherwise the first call could end in between and be done once more.
    let run = ctx.app.running.begin(&person, &key).ok_or(Failure::StillRunning)?;
    let known = idempotency::find(&mut *ctx.app.store.read().await?, &person, &key).await?;
    if let Some(known) = known {
        if known.call != call {
            return Err(Failure::KeyReused);
        }
        return known.answer.map(Check::Replay).ok_or(Failure::StillRunning);
    }
    let versions = match (guard, headers.get(header::IF_MATCH)) {
        (Guard::Versioned, None) => return Err(Failure::VersionMissing),
        (Guard::Versioned, Some(tags)) => Some(etag::versions(tags)),
        (Guard::Idempotent | Guard::None, _) => None,
    };
    Ok(Check::Go(Conditions { key: Some(Key { person, key, call }), versions, _run: Some(Arc::new(run)) }))
}

/// A UUID in one spelling.
fn key(headers: &HeaderMap) -> Result<String, Failure> {
    let key =
        headers.get("idempotency-key").and_then(|value| value.to_str().ok()).ok_or(Failure::KeyMissing)?;
    // The draft of the header makes it a quoted string; both are understood.
    let key = Uuid::parse_str(key.trim().trim_matches('"')).map_err(|_| Failure::KeyMissing)?;
    Ok(key.hyphenated().to_string())
}

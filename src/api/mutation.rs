//! Calls that change something. Each carries an idempotency key that stays the same over every retry, so that nothing
//! happens twice however often the network fails.

use super::{
    ApiError, Topic, json, refresh,
    transport::{Extra, Reply, call, sleep},
};
use guichet_contract::Endpoint;
use leptos::prelude::*;
use std::fmt;

/// An idempotency key. Make one when the person begins, and keep it until the call went through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// A new one: a UUID of version 4, from the browser's own source of randomness.
    pub fn fresh() -> Self {
        let mut bytes = [0_u8; 16];
        if let Some(crypto) = web_sys::window().and_then(|w| w.crypto().ok()) {
            // It fails only for more than 64 KB.
            let _ = crypto.get_random_values_with_u8_array(&mut bytes);
        }
        bytes[6] = bytes[6] & 0x0f | 0x40;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let mut text = String::with_capacity(36);
        for (i, byte) in bytes.iter().enumerate() {
            if matches!(i, 4 | 6 | 8 | 10) {
                text.push('-');
            }
            for nibble in [byte >> 4, byte & 15] {
                text.extend(char::from_digit(nibble.into(), 16));
            }
        }
        Self(text)
    }

    /// One that was kept with a draft.
    pub fn kept(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The key of a call until it is answered: the same said again goes under the same key, however often the person tries.
#[derive(Debug, Clone, Copy)]
pub struct Unanswered(StoredValue<Option<(String, Key)>>);

impl Unanswered {
    /// Nothing was said yet.
    pub fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// The key of a call that says `said`.
    pub fn key(self, said: String) -> Key {
        let known = self.0.with_value(|call| {
            call.as_ref().filter(|(before, _)| *before == said).map(|(_, key)| key.clone())
        });
        known.unwrap_or_else(|| {
            let key = Key::fresh();
            self.keep(said, key.clone());
            key
        })
    }

    /// Takes the key of a call that was made before the page was loaded.
    pub fn keep(self, said: String, key: Key) {
        self.0.set_value(Some((said, key)));
    }

    /// It was answered. False where nobody is there any more.
    pub fn answered(self) -> bool {
        self.0.try_set_value(None).is_none()
    }
}

/// How long to wait before the second and third try of a call that failed in passing.
const WAITS_MS: [i32; 2] = [400, 1_600];

async fn insist(method: guichet_contract::Method, url: String, extra: Extra) -> Result<Reply, ApiError> {
    for wait in WAITS_MS {
        match call(method, &url, extra.clone()).await {
            // With the same key a retry cannot do it twice.
            Err(error) if error.may_repeat() => sleep(wait).await,
            outcome => return outcome,
        }
    }
    call(method, &url, extra).await
}

fn finish<E: Endpoint>(reply: Reply, changed: &[Topic]) -> Result<(E::Reply, Option<String>), ApiError> {
    let text = if reply.text.is_empty() { "{}" } else { &reply.text };
    let value = json::read(text).ok_or(ApiError::Nonsense)?;
    refresh(changed);
    Ok((value, reply.etag))
}

/// Calls `E`, which changes nothing twice by itself: a dry run, signing in or out.
pub async fn send<E: Endpoint>(
    path: &E::Path,
    body: Option<&E::Body>,
    changed: &[Topic],
) -> Result<E::Reply, ApiError> {
    let body = body.map(serde_json::to_string).transpose().map_err(|_| ApiError::Nonsense)?;
    let extra = Extra { body, headers: Vec::new() };
    let reply = call(E::METHOD, &url_without_query::<E>(path), extra).await?;
    finish::<E>(reply, changed).map(|(value, _)| value)
}

/// Calls `E`, which creates something; then fetches what it `changed`.
pub async fn create<E: Endpoint>(
    path: &E::Path,
    body: &E::Body,
    key: &Key,
    changed: &[Topic],
) -> Result<E::Reply, ApiError> {
    let body = Some(serde_json::to_string(body).map_err(|_| ApiError::Nonsense)?);
    let extra = Extra { body, headers: vec![("Idempotency-Key", key.to_string())] };
    let reply = insist(E::METHOD, url_without_query::<E>(path), extra).await?;
    finish::<E>(reply, changed).map(|(value, _)| value)
}

/// Calls `E`, which acts on `version` of something; then fetches what it `changed`. Gives the new version too.
pub async fn act<E: Endpoint>(
    path: &E::Path,
    body: &E::Body,
    version: &str,
    key: &Key,
    changed: &[Topic],
) -> Result<(E::Reply, Option<String>), ApiError> {
    let body = Some(serde_json::to_string(body).map_err(|_| ApiError::Nonsense)?);
    let headers = vec![("Idempotency-Key", key.to_string()), ("If-Match", version.to_owned())];
    let reply = insist(E::METHOD, url_without_query::<E>(path), Extra { body, headers }).await?;
    finish::<E>(reply, changed)
}

/// Calls that change something take no query.
fn url_without_query<E: Endpoint>(path: &E::Path) -> String {
    use guichet_contract::PathParams;
    guichet_contract::path_url(E::PATH, &path.values())
}

//! "This solved it", until the backend has heard of it: it waits for as long as it can be taken back, and for a connection.
//! It is kept in the browser with its idempotency key, so that it is counted once, whatever happens to the page.

use crate::{
    api::{self, ApiError, Key},
    format,
    prefs::storage,
};
use guichet_contract::{
    Code,
    endpoints::{SolveWithArticle, SolvedPath},
    types::SolvedInput,
};
use guichet_rules::ids::ArticleId;
use serde::{Deserialize, Serialize};

/// For how long it can be taken back, in milliseconds: time to read what happened, and to find the button by keyboard.
pub const UNDO_MS: i64 = 20_000;

/// How much later than when it is due, in milliseconds: the page on which it was pressed comes first.
const BEHIND_MS: i64 = 1_000;

/// One that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    article: String,
    form: String,
    key: String,
    /// Not before, in milliseconds since 1970.
    due: i64,
}

impl Waiting {
    /// One that can be taken back from now on.
    pub fn new(article: &ArticleId, form: &str) -> Self {
        Self {
            article: article.to_string(),
            form: form.to_owned(),
            key: Key::fresh().to_string(),
            due: format::now().timestamp_millis() + UNDO_MS,
        }
    }
}

fn name(person: &str) -> String {
    format!("guichet:solved:{person}")
}

fn all(person: &str) -> Vec<Waiting> {
    let text = storage().and_then(|storage| storage.get_item(&name(person)).ok().flatten());
    text.and_then(|text| api::read(&text)).unwrap_or_default()
}

fn keep(person: &str, all: &[Waiting]) {
    let Some(storage) = storage() else { return };
    // A full storage loses a count, and nothing that anybody typed.
    let _ = match serde_json::to_string(all) {
        Ok(text) if !all.is_empty() => storage.set_item(&name(person), &text),
        _ => storage.remove_item(&name(person)),
    };
}

/// Keeps it until it was sent.
pub fn add(person: &str, waiting: &Waiting) {
    let mut kept = all(person);
    kept.push(waiting.clone());
    keep(person, &kept);
}

/// It was taken back, or the backend has heard of it.
pub fn remove(person: &str, waiting: &Waiting) {
    let mut kept = all(person);
    kept.retain(|other| other.key != waiting.key);
    keep(person, &kept);
}

/// Whether it is still to be sent.
pub fn waits(person: &str, waiting: &Waiting) -> bool {
    all(person).contains(waiting)
}

/// Sends one. What did not get through stays for the next time.
pub async fn send(person: &str, waiting: &Waiting) {
    let sent = match ArticleId::new(waiting.article.as_str()) {
        Ok(article) => {
            let (path, input) = (SolvedPath { article }, SolvedInput { form: waiting.form.clone() });
            api::create::<SolveWithArticle>(&path, &input, &Key::kept(&waiting.key), &[]).await.map(|_| ())
        }
        // Somebody else wrote into the storage.
        Err(_) => Ok(()),
    };
    if !stays(sent.err().as_ref()) {
        remove(person, waiting);
    }
}

fn stays(error: Option<&ApiError>) -> bool {
    error.is_some_and(|error| error.is_passing() || error.code() == Some(Code::NotSignedIn))
}

/// Sends what waited on this device for `person`: at the beginning of a visit, and when there is a connection again. What can
/// still be taken back is sent after that, if they are there then.
pub async fn resend(person: &str, is_there: impl Fn() -> bool) {
    for waiting in all(person) {
        let left = (waiting.due - format::now().timestamp_millis()).min(UNDO_MS);
        if left > 0 {
            api::sleep(i32::try_from(left + BEHIND_MS).unwrap_or(i32::MAX)).await;
        }
        if is_there() && waits(person, &waiting) {
            send(person, &waiting).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use guichet_contract::Problem;

    #[test]
    fn what_was_refused_for_good_is_not_sent_again() {
        let refused = |code| ApiError::Refused(Box::new(Problem::new(code, "")));
        for (error, expected) in [
            (None, false),
            (Some(ApiError::Offline), true),
            (Some(refused(Code::Unavailable)), true),
            (Some(refused(Code::NotSignedIn)), true),
            (Some(refused(Code::NotFound)), false),
            (Some(refused(Code::Invalid)), false),
        ] {
            assert_eq!(stays(error.as_ref()), expected, "{error:?}");
        }
    }
}

//! Drafts of forms used to be in the browser's storage of texts. Those that are still there are moved over, once.

use super::{
    form::is_form,
    record::Record,
    shelf,
    short::{self, Draft},
};
use crate::database::Database;
use serde_json::Value;
use std::cell::Cell;

thread_local! {
    static DONE: Cell<bool> = const { Cell::new(false) };
}

/// Moves what is there. What cannot be moved stays where it is, for the next time.
pub(super) async fn move_over(database: &Database) {
    if DONE.replace(true) {
        return;
    }
    for name in short::earlier().into_iter().filter(|name| is_form(name)) {
        let Some(record) = short::raw_earlier(&name).and_then(|text| record(&name, &text)) else { continue };
        let stored = shelf::stored(database, &record.person, &name).await;
        let there = match stored {
            // What is there was typed later.
            Ok(Some(_)) => true,
            Ok(None) => match shelf::put(database, &record) {
                Ok(change) => change.kept().await.is_ok(),
                Err(_) => false,
            },
            Err(_) => false,
        };
        if there {
            short::hint(true);
            short::forget_earlier(&name);
        }
    }
}

fn record(name: &str, text: &str) -> Option<Record> {
    let draft: Draft<Value> = crate::api::read(text)?;
    Some(Record {
        person: draft.person,
        name: name.to_owned(),
        title: draft.title,
        saved_at: draft.saved_at,
        content: draft.content.to_string(),
        ..Record::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_comes_along_as_it_is() {
        let text = r#"{"saved_at":7,"person":"aylin-kaya","title":"Laptop","content":{"version":2,"answers":{"note":"ä"}}}"#;
        let moved = record("request:laptop", text).unwrap_or_default();
        assert_eq!(
            (moved.person.as_str(), moved.title.as_str(), moved.saved_at),
            ("aylin-kaya", "Laptop", 7)
        );
        let content: Option<Value> = crate::api::read(&moved.content);
        assert_eq!(content, Some(serde_json::json!({"version": 2, "answers": {"note": "ä"}})));
        assert_eq!(record("report", "not JSON"), None);
    }
}

//! A draft of a form as it is kept, and for how long.

use serde::{Deserialize, Serialize};

/// How long a draft is kept after it was last saved. A quarter of a year: who comes back later begins anew.
const KEPT_DAYS: i64 = 90;
/// How many drafts of one person are kept. More than anybody can have in mind.
const KEPT_MOST: usize = 50;

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

/// A draft of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// Whose it is: what one person typed is not shown to another on the same device.
    pub person: String,
    /// What it is for, as in `request:laptop`.
    pub name: String,
    /// The same in the words of the page, for the list on home.
    pub title: String,
    /// When it was last saved, in milliseconds since 1970 by the backend's clock.
    pub saved_at: i64,
    /// How many times it was saved.
    pub revision: u32,
    /// The tab that saved it last.
    pub tab: String,
    /// What was typed, as JSON that the form alone reads. Never a secret.
    pub content: String,
}

/// An answer in words, for when there is no form any more that could show it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// The id of the question.
    pub question: String,
    /// The question.
    pub label: String,
    /// The answer.
    pub words: String,
}

/// Which of a person's drafts are kept no longer, by name: those that are too old, then the oldest of too many.
pub(super) fn surplus(records: &[Record], now_ms: i64) -> Vec<String> {
    let mut newest: Vec<&Record> = records.iter().collect();
    newest.sort_by_key(|record| -record.saved_at);
    let oldest = now_ms - KEPT_DAYS * DAY_MS;
    let stays = newest.iter().take(KEPT_MOST).take_while(|record| record.saved_at >= oldest).count();
    newest.into_iter().skip(stays).map(|record| record.name.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(name: &str, days_ago: i64) -> Record {
        Record { name: name.to_owned(), saved_at: NOW - days_ago * DAY_MS, ..Record::default() }
    }

    const NOW: i64 = 1_800_000_000_000;

    #[test]
    fn a_draft_is_kept_for_a_quarter_of_a_year() {
        let records = [record("old", 91), record("new", 0), record("last day", 90)];
        assert_eq!(surplus(&records, NOW), ["old"]);
        assert_eq!(surplus(&[], NOW), [""; 0]);
    }

    #[test]
    fn of_too_many_the_oldest_go() {
        let records: Vec<Record> = (0..53).map(|days| record(&format!("d{days}"), days)).collect();
        assert_eq!(surplus(&records, NOW), ["d50", "d51", "d52"]);
    }

    #[test]
    fn a_clock_that_was_ahead_throws_nothing_away() {
        assert_eq!(surplus(&[record("tomorrow", -1)], NOW), [""; 0]);
    }

    #[test]
    fn what_another_release_kept_can_be_read() {
        let read = crate::api::read::<Record>(r#"{"name":"report","content":"{}","mood":"good"}"#);
        assert_eq!(read.map(|record| (record.name, record.content)), Some(("report".into(), "{}".into())));
    }
}

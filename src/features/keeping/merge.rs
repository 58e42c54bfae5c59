//! What was decided on this page stays on it, so that the way back does not vanish under the person's hands when the list is
//! fetched again.

use guichet_contract::types::LearningEntry;
use std::collections::BTreeSet;

/// The entries of `now`, and those of `before` that were decided `here`, where they stood.
pub(super) fn merged(
    before: &[LearningEntry],
    now: Vec<LearningEntry>,
    here: &BTreeSet<String>,
) -> Vec<LearningEntry> {
    let mut all = now;
    let place = |all: &[LearningEntry], id: &str| all.iter().position(|entry| entry.id == id);
    for (at, entry) in before.iter().enumerate() {
        if here.contains(&entry.id) && place(&all, &entry.id).is_none() {
            // Behind the nearest of those that stood before it: some of them may be gone, and others new.
            let behind = before.iter().take(at).rev().find_map(|other| place(&all, &other.id));
            all.insert(behind.map_or(0, |behind| behind + 1), entry.clone());
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(ids: &str) -> Vec<LearningEntry> {
        let entry = |id: char| {
            serde_json::from_value(serde_json::json!({
                "id": id.to_string(), "words": "w", "language": "en", "people": 2, "no_result": 1, "no_click": 0,
                "clicked": 0, "tickets": 0, "last": "2026-11-20", "nearest": [],
            }))
            .unwrap_or_else(|error| panic!("{error}"))
        };
        ids.chars().map(entry).collect()
    }

    #[test]
    fn what_was_decided_here_stays_where_it_was() {
        let here = |ids: &str| ids.chars().map(|id| id.to_string()).collect::<BTreeSet<_>>();
        for (before, now, decided, expected) in [
            ("abcd", "acd", "b", "abcd"),
            ("abcd", "abcd", "b", "abcd"),
            ("abcd", "d", "ab", "abd"),
            ("abcd", "xd", "c", "cxd"),
            ("abcd", "xad", "bc", "xabcd"),
            ("abcd", "da", "b", "dab"),
            ("ab", "", "b", "b"),
            ("", "ab", "", "ab"),
        ] {
            let all = merged(&entries(before), entries(now), &here(decided));
            let ids: String = all.into_iter().map(|entry| entry.id).collect();
            assert_eq!(ids, expected, "{before} {now} {decided}");
        }
    }
}

//! What is new in a form, against the one that people are asked now.

use guichet_rules::form::{Form, Question};
use std::collections::BTreeMap;

/// Questions by their words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Changes {
    /// They were not asked before.
    pub added: Vec<String>,
    /// They are asked no more.
    pub removed: Vec<String>,
    /// Something about them is otherwise.
    pub changed: Vec<String>,
}

impl Changes {
    /// From one form to another.
    pub fn between(before: &Form, after: &Form) -> Self {
        let missing = |from: &Form, in_form: &Form| {
            let all = in_form.questions().filter(|question| from.question(question.id.as_str()).is_none());
            all.map(name).collect()
        };
        let changed = after.questions().filter(|question| {
            before.question(question.id.as_str()).is_some_and(|before| before != *question)
        });
        Self {
            added: missing(before, after),
            removed: missing(after, before),
            changed: changed.map(name).collect(),
        }
    }
}

/// What a question is called; what has no words of its own, by its id.
fn name(question: &Question) -> String {
    if question.label.is_empty() { question.id.to_string() } else { question.label.clone() }
}

/// How many lines came, and how many went.
pub(super) fn lines(before: &str, after: &str) -> (u32, u32) {
    let mut counts: BTreeMap<&str, i32> = BTreeMap::new();
    for line in after.lines() {
        *counts.entry(line).or_default() += 1;
    }
    for line in before.lines() {
        *counts.entry(line).or_default() -= 1;
    }
    let (came, went): (Vec<i32>, Vec<i32>) =
        counts.into_values().filter(|count| *count != 0).partition(|count| *count > 0);
    let total = |counts: Vec<i32>| counts.into_iter().map(i32::unsigned_abs).sum();
    (total(came), total(went))
}

#[cfg(test)]
mod tests {
    use super::{super::super::fixture::form, *};
    use serde_json::json;

    #[test]
    fn questions_that_differ_are_named() {
        let before = form(json!([
            {"id": "a", "type": "email", "label": "Address"},
            {"id": "b", "type": "email", "label": "Back-up"},
            {"id": "c", "type": "email", "label": "Copy"},
        ]));
        let after = form(json!([
            {"id": "a", "type": "email", "label": "Address"},
            {"id": "c", "type": "email", "label": "Copy", "required": true},
            {"id": "d", "type": "notice", "text": "Done"},
        ]));
        let changes = Changes::between(&before, &after);
        assert_eq!(changes.added, ["d"]);
        assert_eq!(changes.removed, ["Back-up"]);
        assert_eq!(changes.changed, ["Copy"]);
        assert_eq!(Changes::between(&after, &after), Changes::default());
    }

    #[test]
    fn lines_that_came_and_went_are_counted() {
        for (before, after, expected) in [
            ("a\nb\n", "a\nb\n", (0, 0)),
            ("a\nb\n", "a\nx\nb\n", (1, 0)),
            ("a\nb\nb\n", "a\nb\n", (0, 1)),
            ("a\nb\n", "a\nc\n", (1, 1)),
        ] {
            assert_eq!(lines(before, after), expected, "{before:?} {after:?}");
        }
    }
}

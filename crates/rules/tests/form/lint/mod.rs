//! Mistakes in forms, found at the place where they are.

mod conditions;
mod limits;
mod names;
mod questions;

use super::form;
use guichet_rules::form::lint;
use serde_json::Value;

/// Where each problem is, below the questions of the only page, and what it is.
fn found(questions: &Value) -> Vec<(String, String)> {
    lint(&form(questions))
        .into_iter()
        .map(|problem| {
            assert!(!problem.remedy().is_empty());
            let at = problem.pointer.trim_start_matches("/pages/0/questions").to_owned();
            (at, problem.what())
        })
        .collect()
}

fn check(table: impl IntoIterator<Item = (Value, &'static [(&'static str, &'static str)])>) {
    for (questions, expected) in table {
        let found = found(&questions);
        let as_expected = found.len() == expected.len()
            && found
                .iter()
                .zip(expected)
                .all(|((at, what), (place, part))| at == place && what.contains(part));
        assert!(as_expected, "{questions}\nfound {found:?}\nexpected {expected:?}");
    }
}

//! Numbers that cannot be meant.

use super::super::{Report, folder::Folder, pointer::visit};

pub(super) fn check(folder: &Folder, report: &mut Report) {
    for doc in folder.of("items/") {
        // Those of options and questions are the lint's.
        visit(&doc.value, "/price/*", &mut |at, price| {
            if price.as_i64().is_some_and(|price| price < 0) {
                report.add(doc.problem(at, "the price is negative", "use 0 or more, in minor units"));
            }
        });
        visit(&doc.value, "/approvals/*/policy/percent", &mut |at, percent| {
            if percent.as_i64().is_some_and(|percent| !(1..=100).contains(&percent)) {
                report.add(doc.problem(at, "this is no percentage", "write a number from 1 to 100"));
            }
        });
    }
}

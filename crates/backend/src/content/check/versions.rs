//! Histories of articles, and the texts that belong to them.

use super::super::{ContentProblem, Doc, Report, folder::Folder, pointer::visit};
use std::collections::BTreeSet;

pub(super) fn check(folder: &Folder, report: &mut Report) {
    for doc in folder.of("articles/") {
        numbers_differ(doc, report);
    }
    for file in &folder.versions {
        let article = format!("articles/{}.{}.md", file.id, file.language);
        let Some(doc) = folder.docs.get(&article) else {
            // It is there, and cannot be read: reported already.
            if !folder.broken.contains(&article) {
                let what = format!("there is no {article} that it is a version of");
                report.add(ContentProblem::file(&file.file, what, "rename the file, or remove it"));
            }
            continue;
        };
        let numbers = numbers(doc);
        let version = u64::from(file.version);
        if !numbers.contains(&version) {
            let what = format!("the history of {article} has no version {version}");
            report.add(ContentProblem::file(&file.file, what, "add it to `history`, or remove the file"));
        } else if numbers.iter().all(|other| *other <= version) {
            let what = format!("version {version} is the newest one, and its text that of {article}");
            report.add(ContentProblem::file(
                &file.file,
                what,
                "remove the file, or add the newer version to `history`",
            ));
        }
    }
}

/// The numbers of an article's versions.
fn numbers(doc: &Doc) -> Vec<u64> {
    let mut numbers = Vec::new();
    visit(&doc.value, "/history/*/version", &mut |_, number| numbers.extend(number.as_u64()));
    numbers
}

fn numbers_differ(doc: &Doc, report: &mut Report) {
    let mut seen = BTreeSet::new();
    visit(&doc.value, "/history/*/version", &mut |at, number| match number.as_u64() {
        Some(0) => report.add(doc.problem(at, "there is no version 0", "count versions from 1")),
        Some(number) if !seen.insert(number) => {
            let what = format!("version {number} is there twice");
            report.add(doc.problem(at, what, "give each version a number of its own"));
        }
        _ => {}
    });
}

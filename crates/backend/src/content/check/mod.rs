//! What no single value can show: ids that lead nowhere, circles, links, texts in one language only.
//!
//! Most of it looks at the trees and not at typed values, so that one entry that cannot be read hides nothing else.

mod articles;
mod forms;
mod guides;
mod ids;
mod links;
mod numbers;
mod people;
mod references;
mod times;
mod versions;
mod words;

pub(super) use guides::against as guides_against;
pub(super) use references::Known;

use super::{Company, Report, folder::Folder, localise};

/// Checks what is the same in every language.
pub(super) fn files(folder: &Folder, languages: &[String], known: &Known, report: &mut Report) {
    // These have one file a language.
    let one_language = |file: &str| file.starts_with("articles/") || file.starts_with("versions/");
    for doc in folder.docs.values().filter(|doc| !one_language(&doc.file)) {
        localise::check(doc, languages, report);
    }
    ids::check(folder, report);
    references::check(folder, known, report);
    words::check(folder, report);
    numbers::check(folder, report);
    times::check(folder, report);
    people::check(folder, report);
    articles::check(folder, languages, report);
    versions::check(folder, report);
}

/// Checks the company in one language.
pub(super) fn company(folder: &Folder, company: &Company, known: &Known, report: &mut Report) {
    forms::check(folder, company, report);
    guides::check(folder, company, report);
    links::check(folder, company, known, report);
}

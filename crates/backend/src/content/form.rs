//! The form of an item.

use super::{Doc, Report, question::question, read::read};
use guichet_rules::{
    form::{Form, Page},
    ids::{FormId, PageId},
};
use serde::Deserialize;
use serde_json::Value;

/// Where the form stands in the file of its item.
pub(super) const AT: &str = "/form";

#[derive(Deserialize)]
struct FormFile {
    version: u32,
    pages: Vec<PageFile>,
}

#[derive(Deserialize)]
struct PageFile {
    id: PageId,
    title: String,
    #[serde(default)]
    questions: Vec<Value>,
}

/// Reads a form in one language. Gives nothing when one of its questions cannot be read: a form without it would ask too
/// little, and judging its conditions would find mistakes that are none.
pub(super) fn form(value: &Value, doc: &Doc, id: FormId, report: &mut Report) -> Option<Form> {
    let file: FormFile = read(value, doc, AT, report)?;
    if file.version == 0 {
        report.add(doc.problem("/form/version", "the version is 0", "begin with 1"));
    }
    let mut whole = true;
    let mut pages = Vec::with_capacity(file.pages.len());
    for (p, page) in file.pages.into_iter().enumerate() {
        let mut questions = Vec::with_capacity(page.questions.len());
        for (q, value) in page.questions.iter().enumerate() {
            match question(value, doc, &question_at(p, q), report) {
                Some(question) => questions.push(question),
                None => whole = false,
            }
        }
        pages.push(Page { id: page.id, title: page.title, questions });
    }
    whole.then_some(Form { id, version: file.version, pages })
}

/// The JSON Pointer of a question in the file of its item.
pub(super) fn question_at(page: usize, question: usize) -> String {
    format!("{AT}/pages/{page}/questions/{question}")
}

//! Ids: each once, in small letters, and the same as the name of their file.

use super::super::{Doc, Report, folder::Folder, pointer::visit};
use serde_json::Value;
use std::collections::BTreeMap;

/// Where ids are defined that must differ within their file.
const UNIQUE: &[(&str, &str)] = &[
    ("priorities.yaml", "/impacts/*/id"),
    ("priorities.yaml", "/urgencies/*/id"),
    ("priorities.yaml", "/priorities/*/id"),
    ("locations.yaml", "/*/id"),
    ("groups.yaml", "/*/id"),
    ("people.yaml", "/*/id"),
    ("cost-centres.yaml", "/*/id"),
    ("services.yaml", "/*/id"),
    ("announcements.yaml", "/*/id"),
    ("assets.yaml", "/*/id"),
    ("problems.yaml", "/*/id"),
    ("categories.yaml", "/*/id"),
    ("items/", "/approvals/*/id"),
];

/// Folders whose files are named by the id in them.
const NAMED: &[&str] = &["calendars/", "items/", "guides/"];

pub(super) fn check(folder: &Folder, report: &mut Report) {
    for (of, pattern) in UNIQUE {
        for doc in folder.of(of) {
            unique(doc, pattern, report);
        }
    }
    for of in NAMED {
        for doc in folder.of(of) {
            named(doc, of, report);
        }
    }
    if let Some(doc) = folder.docs.get("company.yaml") {
        visit(&doc.value, "/id", &mut |at, id| small_letters(doc, at, id, report));
    }
}

fn unique(doc: &Doc, pattern: &str, report: &mut Report) {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    visit(&doc.value, pattern, &mut |at, id| {
        small_letters(doc, at, id, report);
        // As text: a priority's id is a number.
        let text = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
        match seen.get(&text) {
            None => {
                seen.insert(text, at.to_owned());
            }
            Some(first) => {
                let line = doc.line(first).map_or_else(String::new, |line| format!(", first in line {line}"));
                report.add(doc.problem(
                    at,
                    format!("the id '{text}' is there twice{line}"),
                    "give each its own id",
                ));
            }
        }
    });
}

fn named(doc: &Doc, of: &str, report: &mut Report) {
    let name = doc.file.strip_prefix(of).and_then(|name| name.strip_suffix(".yaml")).unwrap_or_default();
    visit(&doc.value, "/id", &mut |at, id| {
        small_letters(doc, at, id, report);
        if let Some(id) = id.as_str().filter(|id| *id != name) {
            let remedy = format!("name the file {of}{id}.yaml, or change the id");
            report.add(doc.problem(at, format!("the id '{id}' is not the name of the file"), remedy));
        }
    });
}

/// The rules allow capitals, for a ticket's number has them. In content they would only be typed wrong.
fn small_letters(doc: &Doc, at: &str, id: &Value, report: &mut Report) {
    let Some(id) = id.as_str() else { return };
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    if !id.chars().all(fits) {
        let remedy = "write an id with a-z, 0-9, '-', '_' and '.' only";
        report.add(doc.problem(at, format!("'{id}' is no id"), remedy));
    }
}

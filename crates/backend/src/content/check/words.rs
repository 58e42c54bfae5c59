//! Words that the wire types would take for those of a newer release.

use super::super::{Doc, Report, folder::Folder, keys::did_you_mean, pointer::visit};

const ICONS: &[&str] = &[
    "laptop", "phone", "key", "mail", "app", "network", "door", "person", "data", "monitor", "headset",
    "printer", "shield", "wrench", "box", "book", "chat", "card",
];

const EMPLOYMENTS: &[&str] = &["employee", "contractor", "intern"];

/// Which words may stand where.
const WORDS: &[(&str, &str, &[&str])] = &[
    ("groups.yaml", "/*/rights/*", &["desk", "admin", "forms", "knowledge"]),
    ("people.yaml", "/*/employment", EMPLOYMENTS),
    ("services.yaml", "/*/status", &["working", "degraded", "down", "maintenance"]),
    ("announcements.yaml", "/*/kind", &["planned", "news", "incident"]),
    ("categories.yaml", "/*/icon", ICONS),
    ("items/", "/icon", ICONS),
    ("guides/", "/icon", ICONS),
    ("guides/", "/items/*/include", &["always", "default", "optional"]),
    ("guides/", "/orderable_by/**/employment", EMPLOYMENTS),
    ("items/", "/order_for", &["self", "reports", "anyone"]),
    ("items/", "/visible_to/**/employment", EMPLOYMENTS),
    ("items/", "/orderable_by/**/employment", EMPLOYMENTS),
    ("articles/", "/visible_to/**/employment", EMPLOYMENTS),
];

pub(super) fn check(folder: &Folder, report: &mut Report) {
    for (of, pattern, words) in WORDS {
        for doc in folder.of(of) {
            among(doc, pattern, words, report);
        }
    }
}

fn among(doc: &Doc, pattern: &str, words: &[&str], report: &mut Report) {
    visit(&doc.value, pattern, &mut |at, value| {
        if let Some(word) = value.as_str().filter(|word| !words.contains(word)) {
            let otherwise = format!("write one of {}", words.join(", "));
            let remedy = did_you_mean(word, words.iter().copied(), &otherwise);
            report.add(doc.problem(at, format!("'{word}' means nothing here"), remedy));
        }
    });
}

//! An order guide, from its file.

use super::{Doc, Guide, Report, item::keep_patterns, pattern::Patterns, read::read};
use guichet_rules::{
    entitlement::Audience,
    form::Compiled,
    guide::Line,
    ids::{CategoryId, FormId, GuideId},
};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct GuideFile {
    id: GuideId,
    category: CategoryId,
    name: String,
    summary: String,
    description: String,
    icon: String,
    #[serde(default)]
    keywords: Vec<String>,
    #[serde(default)]
    orderable_by: Option<Audience>,
    #[serde(default)]
    orderable_reason: Option<String>,
    items: Vec<Line>,
    /// Read apart, question by question.
    #[serde(rename = "form")]
    _form: Value,
}

/// Reads the guide of `doc` from `value`, which is the document in one language.
pub(super) fn guide(value: &Value, doc: &Doc, patterns: &mut Patterns, report: &mut Report) -> Option<Guide> {
    let file = read::<GuideFile>(value, doc, "", report);
    // An id that is none is reported with the guide; its form is worth reading all the same.
    let id = value.get("id").and_then(Value::as_str).unwrap_or_default();
    let id = FormId::new(format!("{}{id}", Guide::FORM)).or_else(|_| FormId::new("form")).ok()?;
    let form = super::form::form(value.get("form")?, doc, id, report)?;
    keep_patterns(&form, doc, patterns, report);
    let file = file?;
    Some(Guide {
        id: file.id,
        category: file.category,
        name: file.name,
        summary: file.summary,
        description: file.description,
        icon: file.icon,
        keywords: file.keywords,
        orderable_by: file.orderable_by,
        orderable_reason: file.orderable_reason,
        form: Compiled::new(form),
        items: file.items,
    })
}

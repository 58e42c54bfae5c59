//! What a form is.

use super::{Condition, DefaultFrom, Kind};
use crate::ids::{FormId, PageId, QuestionId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// A published form. `id@version` never changes once people answered it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Form {
    /// The form, usually named like its catalog item.
    pub id: FormId,
    /// Grows with each published change, from 1.
    pub version: u32,
    /// In the order in which they are asked.
    pub pages: Vec<Page>,
}

impl Form {
    /// Every question, in the order in which they are asked. The columns of repeating rows are not among them.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.pages.iter().flat_map(|page| &page.questions)
    }

    /// Every question, the columns of repeating rows behind the question that they belong to.
    pub fn questions_and_columns(&self) -> impl Iterator<Item = &Question> {
        self.questions().flat_map(|question| std::iter::once(question).chain(question.kind.columns()))
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions().find(|q| q.id.as_str() == id)
    }

    /// What the question of the answer at this JSON Pointer is called; one in a row behind the name of the row, as in
    /// "Guest 2, Name". Nothing where there is no such question, or it has no name.
    pub fn label_at(&self, pointer: &str) -> Option<String> {
        let mut parts = pointer.split('/').skip(1);
        let question = self.question(parts.next()?)?;
        let row = parts.next().and_then(|row| row.parse::<u32>().ok());
        let column = parts.next().and_then(|id| question.kind.columns().iter().find(|q| q.id.as_str() == id));
        let label = match (row, column) {
            (Some(row), Some(column)) => {
                let thing = match &question.kind {
                    Kind::Rows { row_label: Some(label), .. } => label,
                    _ => &question.label,
                };
                format!("{thing} {}, {}", row.saturating_add(1), column.label)
            }
            _ => question.label.clone(),
        };
        Some(label).filter(|label| !label.is_empty())
    }

    /// The question or column with this id.
    pub fn question_or_column(&self, id: &str) -> Option<&Question> {
        self.questions_and_columns().find(|q| q.id.as_str() == id)
    }
}

/// A page of a form: what is asked together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "FormPage"))]
pub struct Page {
    /// Unique in the form.
    pub id: PageId,
    /// The page's heading.
    pub title: String,
    /// In order.
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    /// Unique in the form; the key of its answer.
    pub id: QuestionId,
    /// What is asked and what answers it.
    #[serde(flatten)]
    pub kind: Kind,
    /// The question, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Help under the label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// An answer is needed whenever the question is visible.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// What to say when it is missing: an instruction, such as "Choose a model".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required_message: Option<String>,
    /// What to say for other problems, by their code: `{"too_long": "…"}`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub messages: BTreeMap<String, String>,
    /// Asked only while this holds. Absent: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visible_when: Option<Condition>,
    /// Why it is asked, in words; otherwise made from the condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// Needed while this holds, beyond `required`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required_when: Option<Condition>,
    /// Shown but not to be changed while this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_only_when: Option<Condition>,
    /// What the answer has to keep to beyond its type, looked at in order once all else is right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub constraints: Vec<Constraint>,
    /// The answer that is there at first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<Value>,
    /// Where the answer that is there at first comes from; `default` where that has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_from: Option<DefaultFrom>,
    /// An HTML autocomplete token, such as `tel`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub autocomplete: Option<String>,
    /// Never kept in a draft, and masked wherever it is shown.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sensitive: bool,
}

impl Question {
    /// A question with nothing but what it cannot do without.
    pub fn new(id: QuestionId, kind: Kind) -> Self {
        Self {
            id,
            kind,
            label: String::new(),
            hint: None,
            required: false,
            required_message: None,
            messages: BTreeMap::new(),
            visible_when: None,
            because: None,
            required_when: None,
            read_only_when: None,
            constraints: Vec::new(),
            default: None,
            default_from: None,
            autocomplete: None,
            sensitive: false,
        }
    }

    /// Whether its answer is a secret: never kept in a draft, never taken from a link, masked wherever it is shown.
    pub fn is_secret(&self) -> bool {
        self.sensitive || matches!(self.kind, Kind::Masked { .. })
    }
}

/// A rule of the form's own for an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Constraint {
    /// Must hold once there is an answer. May name the question itself, and those before it.
    pub must: Condition,
    /// What to say while it does not: an instruction.
    pub message: String,
}

#[cfg(test)]
mod tests {
    use super::Form;
    use serde_json::json;

    #[test]
    fn an_answer_is_called_what_its_question_is() {
        let form = json!({"id": "f", "version": 1, "pages": [{"id": "p", "title": "P", "questions": [
            {"id": "screens", "type": "number", "label": "How many screens?"},
            {"id": "files", "type": "file", "label": "Photos"},
            {"id": "line", "type": "heading"},
            {"id": "guests", "type": "rows", "label": "Who comes?", "row_label": "Guest", "questions": [
                {"id": "name", "type": "short_text", "label": "Name"},
            ]},
            {"id": "cars", "type": "rows", "label": "Cars", "questions": [
                {"id": "plate", "type": "short_text", "label": "Plate"},
            ]},
        ]}]});
        let form: Form = serde_json::from_value(form).unwrap_or_else(|e| panic!("{e}"));
        for (pointer, label) in [
            ("/screens", Some("How many screens?")),
            ("/files/0", Some("Photos")),
            ("/guests", Some("Who comes?")),
            ("/guests/1/name", Some("Guest 2, Name")),
            ("/guests/1/gone", Some("Who comes?")),
            ("/cars/0/plate", Some("Cars 1, Plate")),
            ("/line", None),
            ("/gone", None),
            ("", None),
        ] {
            assert_eq!(form.label_at(pointer).as_deref(), label, "{pointer}");
        }
    }
}

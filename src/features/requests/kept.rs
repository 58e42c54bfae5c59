//! What is kept in the browser while a request is being made, and how it comes back.

use super::values;
use guichet_contract::types::{Attachment, PersonRef};
use guichet_rules::{
    form::{Answers, Form},
    ids::QuestionId,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// A request that was begun. Sensitive answers are never in here.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Kept {
    /// The version of the form that was answered.
    pub version: u32,
    /// As typed, answers to questions that are hidden at present among them.
    pub answers: Answers,
    /// The names of people and things that were chosen: an answer holds the id alone.
    pub names: BTreeMap<QuestionId, String>,
    /// The files that were uploaded.
    pub files: BTreeMap<QuestionId, Vec<Attachment>>,
    /// Whether it is for someone else.
    pub for_other: bool,
    /// For whom, then.
    pub other: Option<PersonRef>,
    /// How many, as typed.
    pub quantity: String,
    /// The idempotency key, so that a request that was on its way when the page closed is not filed twice.
    pub key: String,
}

impl Kept {
    /// Takes out what must not stay on the device.
    pub fn without_secrets(mut self, form: &Form) -> Self {
        for question in form.questions().filter(|q| q.sensitive) {
            self.answers.remove(&question.id);
            self.names.remove(&question.id);
            self.files.remove(&question.id);
        }
        self
    }

    /// Keeps what fits `form`, which is another version than the one that was answered; questions that are new get their
    /// default.
    pub fn carried_over(mut self, form: &Form) -> Self {
        let fits = |id: &QuestionId, value: &Value| {
            form.question(id.as_str()).is_some_and(|q| values::fits(q, value))
        };
        self.answers.retain(|id, value| fits(id, &*value));
        let answers = &self.answers;
        self.names.retain(|id, _| answers.contains_key(id));
        self.files.retain(|id, _| answers.contains_key(id));
        for (id, value) in values::defaults(form) {
            self.answers.entry(id).or_insert(value);
        }
        self.version = form.version;
        self
    }
}

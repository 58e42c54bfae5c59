//! What does not come along when a form has changed since it was begun.

use super::kept::Kept;
use guichet_rules::{
    form::{Form, Kind, Why, migrate},
    ids::QuestionId,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An answer that no longer fitted a newer form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Left {
    /// The question: as it is asked now, or else as it was asked.
    pub label: String,
    /// The answer in words; empty where they are not known.
    #[serde(default)]
    pub words: String,
    /// Why it was left behind.
    pub why: LeftWhy,
}

/// Why an answer was left behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum LeftWhy {
    /// It is not asked any more.
    NotAsked,
    /// It is asked in another way.
    AskedOtherwise,
    /// What was chosen is no longer on offer.
    NotOffered,
}

impl From<&Why> for LeftWhy {
    fn from(why: &Why) -> Self {
        match why {
            Why::Gone | Why::NotAsked => Self::NotAsked,
            Why::OtherType => Self::AskedOtherwise,
            Why::OptionGone(_) => Self::NotOffered,
        }
    }
}

impl Kept {
    /// Keeps what fits `form`, which is another version than the one that was answered, and notes what does not.
    pub fn carried_over(mut self, form: &Form) -> Self {
        let migrated = migrate(form, &self.answers);
        self.answers = migrated.answers;
        let mut unfit: BTreeMap<QuestionId, LeftWhy> = BTreeMap::new();
        for dropped in &migrated.dropped {
            // The question as a whole is told, once.
            unfit.entry(dropped.question.clone()).or_insert_with(|| LeftWhy::from(&dropped.why));
        }
        for (id, why) in &unfit {
            let said = self.said.iter().find(|said| said.question == id.as_str());
            let asked = form.questions_and_columns().find(|question| question.id == *id);
            let why = match (why, asked) {
                // A part of it is gone.
                (LeftWhy::NotAsked, Some(question)) if question.kind.is_asked() => LeftWhy::AskedOtherwise,
                _ => *why,
            };
            let label = asked.map(|question| &question.label).or(said.map(|said| &said.label));
            // Of what is not asked any more and nobody put into words, there is nothing to tell.
            if let Some(label) = label.cloned() {
                let words = said.map(|said| said.words.clone()).unwrap_or_default();
                self.left.push(Left { label, words, why });
            }
        }
        self.own.retain(|id| form.question(id.as_str()).is_some());
        let answers = &self.answers;
        self.own.retain(|id| answers.contains_key(id) || !unfit.contains_key(id));
        self.settled.retain(|id| answers.contains_key(id));
        self.files.retain(|id, _| answers.contains_key(id));
        self.forget_lost_files(form);
        self.version = form.version;
        self.without_strangers(form)
    }

    /// Notes that these questions were answered before, with what is not given out again.
    pub fn leave_out(&mut self, form: &Form, questions: &[QuestionId]) {
        let asked = form.questions().filter(|question| questions.contains(&question.id));
        self.left.extend(asked.map(|question| Left {
            label: question.label.clone(),
            words: String::new(),
            why: LeftWhy::AskedOtherwise,
        }));
    }

    /// Forgets files that were begun for questions that take none.
    pub fn forget_lost_files(&mut self, form: &Form) {
        let takes_files = |id: &QuestionId| {
            form.question(id.as_str()).is_some_and(|question| matches!(question.kind, Kind::File { .. }))
        };
        self.begun.retain(|id, _| takes_files(id));
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::fixture::{form, kept},
        *,
    };
    use crate::draft::Said;
    use serde_json::json;

    #[test]
    fn what_fits_the_new_form_comes_along() {
        let form = form(json!([
            {"id": "model", "type": "single_choice", "label": "Model", "options": [{"id": "b", "label": "B"}]},
            {"id": "note", "type": "long_text", "label": "Note"},
        ]));
        let mut before = kept(json!({"model": "a", "note": "x", "gone": true, "odd": 1}));
        let said = |question: &str, label: &str, words: &str| Said {
            question: question.into(),
            label: label.into(),
            words: words.into(),
        };
        before.said =
            vec![said("model", "Which?", "A"), said("gone", "Bag?", "Yes"), said("note", "Note", "x")];
        let carried = before.carried_over(&form);
        assert_eq!(json!(carried.answers), json!({"note": "x"}));
        let left = |label: &str, words: &str, why| Left { label: label.into(), words: words.into(), why };
        assert_eq!(
            carried.left,
            [left("Bag?", "Yes", LeftWhy::NotAsked), left("Model", "A", LeftWhy::NotOffered)]
        );
        assert_eq!(carried.own.iter().map(QuestionId::as_str).collect::<Vec<_>>(), ["note"]);
        assert_eq!(carried.version, 2);
    }
}

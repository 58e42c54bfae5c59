//! Where an answer is: at a question of the form, or at one of a row.

use guichet_rules::{
    form::{Answers, Evaluation, Form, Question, QuestionState},
    ids::QuestionId,
};
use serde_json::Value;

/// What is before the pointer of an answer within a request.
const ANSWERS: &str = "/answers/";

/// The place of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct At {
    /// The question of the form.
    pub question: QuestionId,
    /// The row, counted from 0, and the question in it.
    pub cell: Option<(usize, QuestionId)>,
}

impl At {
    /// At a question of the form.
    pub fn question(question: &QuestionId) -> Self {
        Self { question: question.clone(), cell: None }
    }

    /// At a question of a row.
    pub fn cell(&self, row: usize, column: &QuestionId) -> Self {
        Self { question: self.question.clone(), cell: Some((row, column.clone())) }
    }

    /// Reads a JSON Pointer into a request: `/answers/model`, `/answers/files/0`, `/answers/people/0/name`.
    pub fn read(pointer: &str) -> Option<Self> {
        let mut parts = pointer.strip_prefix(ANSWERS)?.split('/');
        let question = QuestionId::new(parts.next()?).ok()?;
        let row = parts.next().and_then(|row| row.parse().ok());
        let column = parts.next().and_then(|column| QuestionId::new(column).ok());
        Some(Self { question, cell: row.zip(column) })
    }

    /// Reads a pointer into what was sent. Rows in which nothing is answered are not sent, so the rows of the page may count
    /// otherwise.
    pub fn sent(pointer: &str, evaluation: &Evaluation) -> Option<Self> {
        let Self { question, cell } = Self::read(pointer)?;
        let shown = |sent: usize| {
            let rows = evaluation.question(question.as_str())?.rows.iter().enumerate();
            rows.filter(|(_, row)| row.counts).nth(sent).map(|(shown, _)| shown)
        };
        let cell = cell.and_then(|(row, column)| Some((shown(row)?, column)));
        Some(Self { question, cell })
    }

    /// The key of its field: its pointer.
    pub fn key(&self) -> String {
        match &self.cell {
            None => format!("{ANSWERS}{}", self.question),
            Some((row, column)) => format!("{ANSWERS}{}/{row}/{column}", self.question),
        }
    }

    /// What is there.
    pub fn value<'a>(&self, answers: &'a Answers) -> Option<&'a Value> {
        let value = answers.get(&self.question)?;
        match &self.cell {
            None => Some(value),
            Some((row, column)) => value.get(row)?.get(column.as_str()),
        }
    }

    /// Puts `value` there; `None` takes away what is there. A row that is not there is not made.
    pub fn set(&self, answers: &mut Answers, value: Option<Value>) {
        match (&self.cell, value) {
            (None, Some(value)) => {
                answers.insert(self.question.clone(), value);
            }
            (None, None) => {
                answers.remove(&self.question);
            }
            (Some((row, column)), value) => {
                let rows = answers.get_mut(&self.question).and_then(Value::as_array_mut);
                let row = rows.and_then(|rows| rows.get_mut(*row)).and_then(Value::as_object_mut);
                match (row, value) {
                    (Some(row), Some(value)) => {
                        row.insert(column.to_string(), value);
                    }
                    (Some(row), None) => {
                        row.remove(column.as_str());
                    }
                    (None, _) => {}
                }
            }
        }
    }

    /// The question that is answered there.
    pub fn find<'a>(&self, form: &'a Form) -> Option<&'a Question> {
        let question = form.question(self.question.as_str())?;
        match &self.cell {
            None => Some(question),
            Some((_, column)) => question.kind.columns().iter().find(|q| q.id == *column),
        }
    }

    /// What holds there.
    pub fn state<'a>(&self, evaluation: &'a Evaluation) -> Option<&'a QuestionState> {
        let state = evaluation.question(self.question.as_str())?;
        match &self.cell {
            None => Some(state),
            Some((row, column)) => state.cell(*row, column.as_str()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn pointers_lead_to_questions_and_cells() {
        for (pointer, key) in [
            ("/answers/model", Some("/answers/model")),
            ("/answers/files/0", Some("/answers/files")),
            ("/answers/people/1/name", Some("/answers/people/1/name")),
            ("/answers/people/x/name", Some("/answers/people")),
            ("/quantity", None),
        ] {
            assert_eq!(At::read(pointer).map(|at| at.key()).as_deref(), key, "{pointer}");
        }
    }

    #[test]
    fn a_value_is_kept_where_it_belongs() {
        let people = QuestionId::new("people").unwrap_or_else(|e| panic!("{e}"));
        let mut answers = Answers::from([(people, json!([{"name": "Ada"}, {}]))]);
        let at = |pointer: &str| At::read(pointer).unwrap_or_else(|| panic!("{pointer}"));
        at("/answers/people/1/name").set(&mut answers, Some(json!("Ben")));
        at("/answers/people/0/name").set(&mut answers, None);
        at("/answers/people/7/name").set(&mut answers, Some(json!("Cleo")));
        at("/answers/note").set(&mut answers, Some(json!("x")));
        assert_eq!(json!(answers), json!({"note": "x", "people": [{}, {"name": "Ben"}]}));
        assert_eq!(at("/answers/people/1/name").value(&answers), Some(&json!("Ben")));
        at("/answers/note").set(&mut answers, None);
        assert_eq!(at("/answers/note").value(&answers), None);
    }
}

//! Where an answer is: at a question of the form, or at one of a row.

use guichet_rules::{
    form::{Answers, Evaluation, Form, Question, QuestionState},
    ids::QuestionId,
};
use serde_json::Value;
use std::collections::BTreeSet;

/// What is before the pointer of an answer within a request.
const ANSWERS: &str = "/answers/";

/// The place of an answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
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

/// The keys of all that is not asked, `forced` being what only the backend knows to be: what was typed there stays with whoever
/// typed it, and is not sent.
pub(super) fn unasked(evaluation: &Evaluation, forced: &BTreeSet<QuestionId>) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for state in &evaluation.questions {
        let at = At::question(&state.id);
        if !state.visible && !forced.contains(&state.id) {
            keys.insert(at.key());
        }
        for (n, row) in state.rows.iter().enumerate() {
            let hidden = row.cells.iter().filter(|cell| !cell.visible);
            keys.extend(hidden.map(|cell| at.cell(n, &cell.id).key()));
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::{
        super::fixture::{form, kept},
        *,
    };
    use guichet_rules::form::{Context, Prefill, evaluate};
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

    #[test]
    fn what_is_not_asked_is_named_question_by_question_and_cell_by_cell() {
        let form = form(json!([
            {"id": "own", "type": "yes_no", "label": "Own?"},
            {"id": "why", "type": "short_text", "label": "Why?", "visible_when": {"eq": ["own", true]}},
            {"id": "group", "type": "short_text", "label": "Group?", "visible_when": {"member_of": "sales"}},
            {"id": "people", "type": "rows", "label": "People", "questions": [
                {"id": "name", "type": "short_text", "label": "Name"},
                {"id": "badge", "type": "short_text", "label": "Badge", "visible_when": {"eq": ["name", "Ada"]}},
            ]},
        ]));
        let people = json!([{"name": "Ada", "badge": "1"}, {"name": "Ben", "badge": "2"}]);
        let kept = kept(json!({"own": false, "why": "x", "group": "y", "people": people}));
        let context = Context {
            today: chrono::NaiveDate::default(),
            groups: &[],
            matches: &|_, _| false,
            prefill: Prefill::nothing(),
        };
        let evaluation = evaluate(&form, &kept.answers, &context);
        let forced = BTreeSet::from([QuestionId::new("group").unwrap_or_else(|e| panic!("{e}"))]);
        let found: Vec<String> = unasked(&evaluation, &forced).into_iter().collect();
        assert_eq!(found, ["/answers/people/1/badge", "/answers/why"]);
        assert!(unasked(&evaluation, &BTreeSet::new()).contains("/answers/group"));
    }
}

//! A question and the value that was given for it.

use super::{
    Answer, Context, Kind, Problem, ProblemCode as Code, Question, QuestionState, RowState,
    answer::{WHOLE_MAX, is_blank},
    check::{check, count, on_offer},
    default::default,
    facts::Facts,
    formula::rounded,
    kind::{DIGITS, ROWS_MAX},
    plan::Plan,
    test::Test,
};
use serde_json::{Map, Value};

impl Plan {
    /// What holds for `question`. `row` is empty and `prefix` too where it stands in no row; otherwise that is the pointer
    /// to the row.
    pub(super) fn evaluate(
        &self,
        question: &Question,
        value: Option<&Value>,
        prefix: &str,
        done: &[QuestionState],
        row: &[QuestionState],
        context: &Context<'_>,
    ) -> QuestionState {
        let facts = Facts { done, row, own: None, context };
        let holds = |test: &Option<Test>| test.as_ref().is_some_and(|test| test.holds(&facts));
        let visible = self.visible.is_none() || holds(&self.visible);
        let mut state = QuestionState {
            id: question.id.clone(),
            visible,
            required: visible
                && !question.kind.is_display()
                && !matches!(question.kind, Kind::Computed { .. })
                && (question.required || holds(&self.required)),
            read_only: visible && (matches!(question.kind, Kind::Computed { .. }) || holds(&self.read_only)),
            options: Vec::new(),
            given: Vec::new(),
            waits_for: None,
            answer: None,
            default: None,
            problem: None,
            because: Vec::new(),
            rows: Vec::new(),
        };
        if !visible {
            return state;
        }
        if let Some(test) = &self.visible {
            test.explain(&facts, true, &mut state.because);
        }
        state.default = default(question, self.default, &facts);
        self.narrow(&facts, &mut state);
        let offered = self.offered(&facts);
        let on = self.offers.iter().zip(&offered).filter(|(_, on)| **on);
        state.options = on.map(|(offer, _)| offer.id.clone()).collect();
        let in_row = !prefix.is_empty();
        let code = match &question.kind {
            Kind::Unknown => Some(Code::Unsupported),
            Kind::Rows { .. } if in_row => Some(Code::Unsupported),
            Kind::Rows { .. } => self.rows(question, value, &facts, &mut state),
            Kind::Computed { digits, money, .. } => {
                let number = self.formula.as_ref().and_then(|formula| formula.value(&facts));
                state.answer = number.and_then(|number| computed(number, digits.unwrap_or(DIGITS), *money));
                None
            }
            _ => self.typed(question, value, &offered, context, &mut state),
        };
        let (code, message) = match code {
            Some(code) => {
                let message = own_words(question, &code);
                (code, message)
            }
            None => match self.broken(question, &state, &facts) {
                Some(message) => (Code::Constraint, Some(message)),
                None => return state,
            },
        };
        let pointer = format!("{prefix}/{}", question.id);
        state.problem = Some(Problem { question: question.id.clone(), pointer, code, message });
        state
    }

    /// The answers that narrow what is on offer, and the first one that is missing.
    fn narrow(&self, facts: &Facts<'_>, state: &mut QuestionState) {
        for (id, place) in &self.narrowed {
            match facts.answer(*place).and_then(Answer::as_str) {
                Some(answer) => state.given.push((id.clone(), answer.to_owned())),
                None => {
                    state.waits_for.get_or_insert_with(|| id.clone());
                }
            }
        }
    }

    /// Reads and checks a value of any type but rows.
    fn typed(
        &self,
        question: &Question,
        value: Option<&Value>,
        offered: &[bool],
        context: &Context<'_>,
        state: &mut QuestionState,
    ) -> Option<Code> {
        match Answer::read(question, value.unwrap_or(&Value::Null)) {
            Err(_) => Some(Code::Mistyped),
            Ok(None) => state.required.then_some(Code::Required),
            Ok(Some(_)) if state.waits_for.is_some() => Some(Code::NoSuchOption),
            Ok(Some(answer)) => {
                let code = check(question, &answer, self, offered, context);
                state.answer = on_offer(question, answer, self, offered);
                code
            }
        }
    }

    /// Evaluates the rows.
    fn rows(
        &self,
        question: &Question,
        value: Option<&Value>,
        facts: &Facts<'_>,
        state: &mut QuestionState,
    ) -> Option<Code> {
        let Kind::Rows { questions, min_rows, max_rows, .. } = &question.kind else { return None };
        let items: &[Value] = match value {
            None | Some(Value::Null) => &[],
            Some(Value::Array(items)) if items.iter().all(Value::is_object) => items.as_slice(),
            Some(_) => return Some(Code::Mistyped),
        };
        for (n, item) in items.iter().filter_map(Value::as_object).enumerate() {
            state.rows.push(self.row(question, questions, n, item, facts));
        }
        let answered = state.rows.iter().filter(|row| row.counts).count();
        let answered = u32::try_from(answered).unwrap_or(u32::MAX);
        if answered == 0 {
            return state.required.then_some(Code::Required);
        }
        state.answer = Some(Answer::Rows(answered));
        count(answered, *min_rows, Some(max_rows.unwrap_or(ROWS_MAX)))
    }

    fn row(
        &self,
        question: &Question,
        columns: &[Question],
        n: usize,
        item: &Map<String, Value>,
        facts: &Facts<'_>,
    ) -> RowState {
        let prefix = format!("/{}/{n}", question.id);
        let mut cells: Vec<QuestionState> = Vec::with_capacity(columns.len());
        for (column, plan) in columns.iter().zip(&self.columns) {
            let value = item.get(column.id.as_str());
            cells.push(plan.evaluate(column, value, &prefix, facts.done, &cells, facts.context));
        }
        let asked = cells.iter().zip(columns).filter(|(_, column)| column.kind.is_asked());
        let counts = asked.clone().any(|(cell, _)| cell.answer.is_some());
        // A row that was added and left alone asks for nothing.
        let untouched =
            asked.clone().all(|(cell, _)| !cell.visible || item.get(cell.id.as_str()).is_none_or(is_blank));
        if untouched {
            cells.iter_mut().for_each(|cell| cell.problem = None);
        }
        let known = |key: &str| columns.iter().any(|column| column.id.as_str() == key);
        let strays = item.keys().filter(|key| !known(key)).map(|key| Problem {
            question: question.id.clone(),
            pointer: format!("{prefix}/{}", key.replace('~', "~0").replace('/', "~1")),
            code: Code::UnknownQuestion,
            message: None,
        });
        RowState { counts, strays: strays.collect(), cells }
    }

    /// What the form says of the first of its own constraints that the answer breaks.
    fn broken(&self, question: &Question, state: &QuestionState, facts: &Facts<'_>) -> Option<String> {
        state.answer.as_ref()?;
        let facts = Facts { own: Some(state), ..*facts };
        let broken = self.constraints.iter().zip(&question.constraints).find(|(test, _)| !test.holds(&facts));
        broken.map(|(_, constraint)| constraint.message.clone())
    }
}

/// The answer that a number is.
fn computed(number: f64, digits: u32, money: bool) -> Option<Answer> {
    if !money {
        return Some(Answer::Number(rounded(number, digits)));
    }
    let whole = number.round();
    // A double of this size holds every whole number exactly.
    (whole.abs() <= WHOLE_MAX as f64).then_some(Answer::Money(whole as i64))
}

fn own_words(question: &Question, code: &Code) -> Option<String> {
    let own = match (code, &question.kind) {
        (Code::Required, _) => question.required_message.as_ref(),
        (Code::Pattern, Kind::ShortText { pattern_message, .. } | Kind::Masked { pattern_message, .. }) => {
            pattern_message.as_ref()
        }
        _ => None,
    };
    question.messages.get(code.name()).or(own).cloned()
}

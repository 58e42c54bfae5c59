//! One evaluation, the same in the browser and the backend.

use super::{
    Answer, Answers, Condition, Form, Kind, Problem, ProblemCode as Code, Question, check::check,
    condition::Facts,
};
use crate::{
    ids::{GroupId, OptionId, QuestionId},
    money::{Amounts, PriceLine},
};
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::BTreeMap;

/// What an evaluation needs to know beside the form and the answers.
pub struct Context<'a> {
    /// Today where the person is; relative dates count from it.
    pub today: NaiveDate,
    /// The groups of the person it is for.
    pub groups: &'a [GroupId],
    /// Whether a text as a whole matches a regular expression. The browser has one of its own (`RegExp`), the backend
    /// uses a crate without backtracking; `check` refuses patterns that the two could read differently.
    pub matches: &'a dyn Fn(&str, &str) -> bool,
}

/// What holds for one question, given the answers so far.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionState {
    /// Which question.
    pub id: QuestionId,
    /// It is asked.
    pub visible: bool,
    /// It needs an answer.
    pub required: bool,
    /// Its answer may not be changed.
    pub read_only: bool,
    /// Which options are on offer; empty where it has none.
    pub options: Vec<OptionId>,
    /// The answer that counts for conditions and the price: there where the question is visible and the answer is
    /// well-typed and on offer. An answer that breaks another constraint counts, so that a form does not jump about
    /// while somebody types.
    pub answer: Option<Answer>,
    /// What is wrong with the answer.
    pub problem: Option<Problem>,
    /// The earlier questions because of whose answers it is asked.
    pub because: Vec<QuestionId>,
}

/// What holds for a whole form.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// A state a question, in the order of the form.
    pub questions: Vec<QuestionState>,
    /// Answers to questions that the form does not have.
    pub strays: Vec<Problem>,
    /// What the answers add to the price of one unit.
    pub lines: Vec<PriceLine>,
}

impl Evaluation {
    /// The state of a question.
    pub fn question(&self, id: &str) -> Option<&QuestionState> {
        self.questions.iter().find(|q| q.id.as_str() == id)
    }

    /// Every problem, in the order of the form.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.questions.iter().filter_map(|q| q.problem.as_ref()).chain(&self.strays)
    }

    /// The answers that count: those of visible questions. What is not visible is not submitted.
    pub fn submitted(&self, answers: &Answers) -> Answers {
        let sent = |q: &QuestionState| Some((q.id.clone(), q.answer.as_ref()?.to_sent(answers.get(&q.id)?)));
        self.questions.iter().filter_map(sent).collect()
    }

    /// Whether `condition` holds for these answers and somebody in `groups`: what approvals ask once a form is filled in.
    pub fn holds(&self, condition: &Condition, groups: &[GroupId]) -> bool {
        let answers = self.questions.iter().filter_map(|q| Some((q.id.as_str(), q.answer.clone()?)));
        condition.holds(&Known { answers: answers.collect(), groups })
    }
}

struct Known<'a> {
    answers: BTreeMap<&'a str, Answer>,
    groups: &'a [GroupId],
}

impl Facts for Known<'_> {
    fn answer(&self, question: &str) -> Option<&Answer> {
        self.answers.get(question)
    }
    fn member_of(&self, group: &str) -> bool {
        self.groups.iter().any(|g| g.as_str() == group)
    }
}

/// Evaluates `form` with `answers`. Never fails: whatever is wrong is a problem in the result.
pub fn evaluate(form: &Form, answers: &Answers, context: &Context<'_>) -> Evaluation {
    let mut known = Known { answers: BTreeMap::new(), groups: context.groups };
    let mut evaluation = Evaluation { questions: Vec::new(), strays: Vec::new(), lines: Vec::new() };
    for question in form.questions() {
        let state = evaluate_question(question, answers.get(&question.id), context, &known);
        if let Some(answer) = &state.answer {
            evaluation.lines.extend(price(question, answer));
            known.answers.insert(question.id.as_str(), answer.clone());
        }
        evaluation.questions.push(state);
    }
    evaluation.strays = answers
        .keys()
        .filter(|id| form.question(id.as_str()).is_none())
        .map(|id| Problem { question: id.clone(), code: Code::UnknownQuestion, message: None })
        .collect();
    evaluation
}

fn evaluate_question(
    question: &Question,
    value: Option<&Value>,
    context: &Context<'_>,
    known: &Known<'_>,
) -> QuestionState {
    let holds = |c: &Option<Condition>| c.as_ref().is_some_and(|c| c.holds(known));
    let visible = question.visible_when.is_none() || holds(&question.visible_when);
    let mut state = QuestionState {
        id: question.id.clone(),
        visible,
        required: visible
            && !question.kind.is_display()
            && (question.required || holds(&question.required_when)),
        read_only: visible && holds(&question.read_only_when),
        options: Vec::new(),
        answer: None,
        problem: None,
        because: Vec::new(),
    };
    if !visible {
        return state;
    }
    if let Some(condition) = &question.visible_when {
        condition.mentions(&mut |q, _| {
            if !state.because.contains(q) && known.answers.contains_key(q.as_str()) {
                state.because.push(q.clone());
            }
        });
    }
    let options =
        question.kind.options().iter().filter(|o| o.visible_when.as_ref().is_none_or(|c| c.holds(known)));
    state.options = options.map(|o| o.id.clone()).collect();
    let code = match (&question.kind, value.map(|v| Answer::read(question, v))) {
        (Kind::Unknown, _) => Some(Code::Unsupported),
        (_, Some(Err(_))) => Some(Code::Mistyped),
        (_, None | Some(Ok(None))) => state.required.then_some(Code::Required),
        (_, Some(Ok(Some(answer)))) => {
            let code = check(question, &answer, context, known);
            state.answer = on_offer(question, answer, &state.options);
            code
        }
    };
    state.problem =
        code.map(|code| Problem { question: question.id.clone(), message: own_words(question, &code), code });
    state
}

/// What of `answer` is on offer: an option that is not, or no longer, decides nothing and costs nothing.
fn on_offer(question: &Question, answer: Answer, options: &[OptionId]) -> Option<Answer> {
    let offered = |id: &String| options.iter().any(|option| option.as_str() == id);
    match (&question.kind, answer) {
        (Kind::SingleChoice { .. }, Answer::Id(id)) => offered(&id).then_some(Answer::Id(id)),
        (Kind::ManyChoice { .. }, Answer::Ids(mut ids)) => {
            ids.retain(offered);
            (!ids.is_empty()).then_some(Answer::Ids(ids))
        }
        (_, answer) => Some(answer),
    }
}

fn own_words(question: &Question, code: &Code) -> Option<String> {
    match (code, &question.kind) {
        (Code::Required, _) => question.required_message.clone(),
        (Code::Pattern, Kind::ShortText { pattern_message, .. }) => pattern_message.clone(),
        _ => None,
    }
}

/// The price lines of one answer.
fn price(question: &Question, answer: &Answer) -> Vec<PriceLine> {
    let line = |label: &str, amounts: Option<Amounts>| {
        amounts.filter(|a| !a.is_free()).map(|amounts| PriceLine { label: label.to_owned(), amounts })
    };
    let chosen = |id: &str| question.kind.options().iter().find(|o| o.id.as_str() == id);
    match (&question.kind, answer) {
        (Kind::YesNo { price }, Answer::YesNo(true)) => line(&question.label, *price).into_iter().collect(),
        (Kind::SingleChoice { .. }, Answer::Id(id)) => {
            chosen(id).and_then(|o| line(&o.label, o.price)).into_iter().collect()
        }
        (Kind::ManyChoice { .. }, Answer::Ids(ids)) => {
            ids.iter().filter_map(|id| chosen(id)).filter_map(|o| line(&o.label, o.price)).collect()
        }
        _ => Vec::new(),
    }
}

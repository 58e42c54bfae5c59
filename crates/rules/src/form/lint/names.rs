//! Names in conditions, formulas and the like: whether they lead to a question that can be named there, and whether what is
//! asked of it makes sense.

use super::super::{
    By, DefaultFrom, Form, Kind, Mention, Narrowing, Question,
    misfit::{has_day, has_length, has_number, has_order, has_text, misfit},
};
use super::{Fault, Naming};
use crate::ids::QuestionId;
use std::collections::{BTreeMap, BTreeSet};

/// From where something is named.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    /// The question that it belongs to.
    pub own: &'a Question,
    /// The rows question that `own` is a column of, and which one.
    pub row: Option<(&'a Question, usize)>,
    /// The question itself may be named.
    pub with_own: bool,
    /// What it is.
    pub naming: Naming,
}

/// The questions that were seen so far, and all others.
pub(super) struct Names<'a> {
    form: &'a Form,
    /// Earlier questions.
    pub seen: BTreeMap<&'a str, &'a Question>,
    /// Every column, with the rows question that it belongs to.
    columns: BTreeMap<&'a str, &'a Question>,
}

impl<'a> Names<'a> {
    pub fn of(form: &'a Form) -> Self {
        let columns = form
            .questions()
            .flat_map(|rows| rows.kind.columns().iter().map(move |column| (column.id.as_str(), rows)));
        Self { form, seen: BTreeMap::new(), columns: columns.collect() }
    }

    /// The question that `id` names, within each row of `rows` where that is given.
    pub fn find(
        &self,
        id: &'a QuestionId,
        rows: Option<&QuestionId>,
        from: Spot<'a>,
    ) -> Result<&'a Question, Fault> {
        let name = id.as_str();
        let naming = from.naming;
        let among = |columns: &'a [Question]| columns.iter().find(|column| column.id == *id);
        if let Some(rows) = rows
            && let Some(column) = self.rows(rows, from).and_then(|rows| among(rows.kind.columns()))
        {
            return Ok(column);
        }
        if rows.is_none() && from.with_own && from.own.id == *id {
            return Ok(from.own);
        }
        if let (None, Some((rows, n))) = (rows, from.row)
            && let Some(column) = rows.kind.columns().get(..n).and_then(among)
        {
            return Ok(column);
        }
        if let Some(question) = self.seen.get(name).copied() {
            return Ok(question);
        }
        let question = || id.clone();
        match self.columns.get(name) {
            Some(rows) if from.row.is_none_or(|(own, _)| own.id != rows.id) => {
                return Err(Fault::ColumnOutside { naming, question: question(), rows: rows.id.clone() });
            }
            _ => {}
        }
        if self.form.question(name).is_none() {
            return Err(Fault::NoSuchQuestion { naming, question: question() });
        }
        let own = from.row.map_or(&from.own.id, |(rows, _)| &rows.id);
        match self.way(name, own.as_str(), &mut BTreeSet::new()) {
            // Naming itself is no circle that anybody would look for.
            Some(way) if *own != *id => {
                Err(Fault::Circle(std::iter::once(own).chain(way).cloned().collect()))
            }
            _ => Err(Fault::LaterQuestion { naming, question: question() }),
        }
    }

    fn rows(&self, id: &QuestionId, from: Spot<'a>) -> Option<&'a Question> {
        if from.with_own && from.own.id == *id {
            return Some(from.own);
        }
        self.seen.get(id.as_str()).copied()
    }

    /// The questions from `at` to `to`, each of which names the next.
    fn way(&self, at: &str, to: &str, seen: &mut BTreeSet<String>) -> Option<Vec<&'a QuestionId>> {
        let question = self.form.question(at)?;
        if at == to {
            return Some(vec![&question.id]);
        }
        if !seen.insert(at.to_owned()) {
            return None;
        }
        let mut way = named(question).into_iter().find_map(|next| self.way(next.as_str(), to, seen))?;
        way.insert(0, &question.id);
        Some(way)
    }
}

/// What is wrong with asking this of `question`, if anything.
pub(super) fn asked(question: &Question, mention: &Mention<'_>, naming: Naming) -> Vec<Fault> {
    let id = || question.id.clone();
    if question.kind.is_display() {
        return vec![Fault::ShownOnly { naming, question: id() }];
    }
    if naming == Naming::Formula && question.is_secret() {
        return vec![Fault::SecretInFormula(id())];
    }
    let unless =
        |fits: bool, fault: fn(QuestionId) -> Fault| if fits { Vec::new() } else { vec![fault(id())] };
    match mention.by {
        By::Value(value) => misfit(question, value).map(Fault::Misfit).into_iter().collect(),
        By::Order(value) => match misfit(question, value) {
            Some(what) => vec![Fault::Misfit(what)],
            None => unless(has_order(&question.kind), Fault::Orderless),
        },
        By::Presence => Vec::new(),
        By::Length => unless(has_length(&question.kind), Fault::NoLength),
        By::Text(_) => unless(has_text(&question.kind), Fault::NoText),
        By::Day => unless(has_day(&question.kind), Fault::NoDay),
        By::Rows => unless(matches!(question.kind, Kind::Rows { .. }), Fault::NoRows),
        By::Number => unless(has_number(&question.kind), Fault::NoNumber),
    }
}

/// Every question that `question` and its columns depend on.
fn named(question: &Question) -> Vec<&QuestionId> {
    let mut all = Vec::new();
    add_named(question, &mut all);
    question.kind.columns().iter().for_each(|column| add_named(column, &mut all));
    all
}

fn add_named<'q>(question: &'q Question, all: &mut Vec<&'q QuestionId>) {
    let own = [&question.visible_when, &question.required_when, &question.read_only_when];
    let constraints = question.constraints.iter().map(|constraint| &constraint.must);
    for condition in own.into_iter().flatten().chain(constraints) {
        condition.mentions(&mut |mention| all.push(mention.question));
    }
    for option in question.kind.options() {
        option.walk(&mut Vec::new(), &mut |_, option| {
            if let Some(condition) = &option.visible_when {
                condition.mentions(&mut |mention| all.push(mention.question));
            }
        });
    }
    all.extend(question.kind.narrowing().into_iter().flat_map(Narrowing::questions));
    if let Some(DefaultFrom::Asset(id, _) | DefaultFrom::Answer(id)) = &question.default_from {
        all.push(id);
    }
    if let Kind::Computed { formula, .. } = &question.kind {
        formula.mentions(&mut |mention| all.push(mention.question));
    }
}

//! Numbers that follow from other answers.

use super::{
    Answer, Condition,
    condition::{By, Mention},
    facts::{Facts, Place},
    scope::Scope,
    test::Test,
};
use crate::ids::QuestionId;
use serde::{Deserialize, Serialize};

/// How a number is worked out, as JSON: `{"product": [{"answer": "seats"}, {"number": 12}]}`.
///
/// Every formula has a value or none, and nothing can fail. What is unanswered, not visible or no number has none; neither
/// has what is made of it, except that [`Sum`](Self::Sum), [`Least`](Self::Least), [`Greatest`](Self::Greatest) and
/// [`Total`](Self::Total) leave it out. Dividing by nothing gives none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Formula {
    /// This number.
    Number(f64),
    /// The answer to a question: a number, an amount in minor units, a duration in seconds, a step of a scale.
    Answer(QuestionId),
    /// The sum of those that have a value.
    Sum(Vec<Formula>),
    /// The first without the second.
    Difference(Box<Formula>, Box<Formula>),
    /// All of them multiplied.
    Product(Vec<Formula>),
    /// The first divided by the second.
    Quotient(Box<Formula>, Box<Formula>),
    /// The least of those that have a value.
    Least(Vec<Formula>),
    /// The greatest of those that have a value.
    Greatest(Vec<Formula>),
    /// How many days from one date to another.
    Days(QuestionId, QuestionId),
    /// How long an answer is: characters, options or files chosen, rows, days of a range.
    Length(QuestionId),
    /// The sum over all rows. The formula names the questions of the row.
    Total(QuestionId, Box<Formula>),
    /// One where a condition holds, another where it does not.
    If(Box<Condition>, Box<Formula>, Box<Formula>),
}

impl Formula {
    /// Calls `found` with every mention of a question.
    pub fn mentions<'a>(&'a self, found: &mut dyn FnMut(Mention<'a>)) {
        self.mentions_in(None, found);
    }

    fn mentions_in<'a>(&'a self, rows: Option<&'a QuestionId>, found: &mut dyn FnMut(Mention<'a>)) {
        match self {
            Self::Number(_) => {}
            Self::Answer(question) => found(Mention { question, by: By::Number, rows }),
            Self::Length(question) => found(Mention { question, by: By::Length, rows }),
            Self::Sum(parts) | Self::Product(parts) | Self::Least(parts) | Self::Greatest(parts) => {
                parts.iter().for_each(|part| part.mentions_in(rows, found));
            }
            Self::Difference(first, second) | Self::Quotient(first, second) => {
                first.mentions_in(rows, found);
                second.mentions_in(rows, found);
            }
            Self::Days(from, to) => {
                found(Mention { question: from, by: By::Day, rows });
                found(Mention { question: to, by: By::Day, rows });
            }
            Self::Total(question, each) => {
                found(Mention { question, by: By::Rows, rows });
                each.mentions_in(Some(question), found);
            }
            Self::If(condition, then, otherwise) => {
                condition.mentions_in(rows, found);
                then.mentions_in(rows, found);
                otherwise.mentions_in(rows, found);
            }
        }
    }
}

/// A formula made ready.
#[derive(Debug, Clone)]
pub(super) enum Sum {
    Number(f64),
    Answer(Place),
    Of(Many, Vec<Sum>),
    Difference(Box<Sum>, Box<Sum>),
    Quotient(Box<Sum>, Box<Sum>),
    Days(Place, Place),
    Length(Place),
    Total(Place, Box<Sum>),
    If(Test, Box<Sum>, Box<Sum>),
}

/// What is made of several.
#[derive(Debug, Clone, Copy)]
pub(super) enum Many {
    Sum,
    Product,
    Least,
    Greatest,
}

impl Sum {
    /// Makes `formula` ready for where `scope` says that it stands.
    pub fn new(formula: &Formula, scope: Scope<'_>) -> Self {
        let one = |formula: &Formula| Box::new(Self::new(formula, scope));
        let all = |parts: &[Formula]| parts.iter().map(|part| Self::new(part, scope)).collect::<Vec<_>>();
        match formula {
            Formula::Number(n) => Self::Number(*n),
            Formula::Answer(question) => Self::Answer(scope.resolve(question)),
            Formula::Sum(parts) => Self::Of(Many::Sum, all(parts)),
            Formula::Product(parts) => Self::Of(Many::Product, all(parts)),
            Formula::Least(parts) => Self::Of(Many::Least, all(parts)),
            Formula::Greatest(parts) => Self::Of(Many::Greatest, all(parts)),
            Formula::Difference(first, second) => Self::Difference(one(first), one(second)),
            Formula::Quotient(first, second) => Self::Quotient(one(first), one(second)),
            Formula::Days(from, to) => Self::Days(scope.resolve(from), scope.resolve(to)),
            Formula::Length(question) => Self::Length(scope.resolve(question)),
            Formula::Total(rows, each) => {
                let each = Self::new(each, scope.in_each_row_of(rows));
                Self::Total(scope.resolve(rows), Box::new(each))
            }
            Formula::If(condition, then, otherwise) => {
                Self::If(Test::new(condition, scope), one(then), one(otherwise))
            }
        }
    }

    /// The value; always finite.
    pub fn value(&self, facts: &Facts<'_>) -> Option<f64> {
        let value = match self {
            Self::Number(n) => Some(*n),
            Self::Answer(place) => facts.answer(*place).and_then(Answer::as_number),
            Self::Of(many, parts) => combined(*many, parts.iter().map(|part| part.value(facts))),
            Self::Difference(first, second) => Some(first.value(facts)? - second.value(facts)?),
            Self::Quotient(first, second) => Some(first.value(facts)? / second.value(facts)?),
            Self::Days(from, to) => {
                let day = |place: Place| facts.answer(place).and_then(Answer::as_day);
                Some(day(*to)?.signed_duration_since(day(*from)?).num_days() as f64)
            }
            Self::Length(place) => facts.answer(*place).and_then(Answer::length).map(|n| n as f64),
            Self::Total(rows, each) => combined(Many::Sum, facts.rows(*rows)?.map(|row| each.value(&row))),
            Self::If(test, then, otherwise) => {
                if test.holds(facts) {
                    then.value(facts)
                } else {
                    otherwise.value(facts)
                }
            }
        };
        value.filter(|n| n.is_finite())
    }
}

/// Products have a value where all of their parts have one, the others where any has.
fn combined(many: Many, mut parts: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    match many {
        Many::Product => parts.try_fold(1.0, |product, part| Some(product * part?)),
        Many::Sum => parts.flatten().reduce(|a, b| a + b),
        Many::Least => parts.flatten().reduce(f64::min),
        Many::Greatest => parts.flatten().reduce(f64::max),
    }
}

/// `value` with so many decimal places, a half away from zero. The scale is a power of ten that a double holds exactly, so
/// that every machine comes to the same.
pub(super) fn rounded(value: f64, digits: u32) -> f64 {
    const SCALES: [f64; 7] = [1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6];
    let scale = usize::try_from(digits).ok().and_then(|n| SCALES.get(n)).copied().unwrap_or(1e6);
    let scaled = value * scale;
    // Beyond this a double has no decimal places left to round.
    if scaled.abs() < 1e15 { scaled.round() / scale } else { value }
}

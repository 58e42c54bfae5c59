//! Conditions: a small, total, typed tree. Every operator has a value for every input; nothing can fail.

use super::Bound;
use crate::ids::{GroupId, QuestionId};
use serde::{Deserialize, Serialize};

/// A condition over earlier answers, as JSON: `{"eq": ["model", "design-16"]}`.
///
/// A question that is unanswered or not visible makes every operator false, except [`Ne`](Self::Ne), which is true:
/// "not Windows" holds for whoever has not said Windows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// All hold; true when empty.
    And(Vec<Condition>),
    /// At least one holds; false when empty.
    Or(Vec<Condition>),
    /// Does not hold.
    Not(Box<Condition>),
    /// The answer is this. Of many choices: this one alone was chosen. Of a range: it begins on this day.
    Eq(QuestionId, Comparand),
    /// The answer is not this, or there is none.
    Ne(QuestionId, Comparand),
    /// The answer is one of these. Of many choices: one alone was chosen, and it is one of these.
    In(QuestionId, Vec<Comparand>),
    /// The chosen options include this, the option of a tree is this or lies below it, or the text holds it, whatever its
    /// case.
    Contains(QuestionId, Comparand),
    /// The number, date, time or duration is less; a range counts from its first day.
    Lt(QuestionId, Comparand),
    /// The number, date, time or duration is at most this.
    Le(QuestionId, Comparand),
    /// The number, date, time or duration is greater.
    Gt(QuestionId, Comparand),
    /// The number, date, time or duration is at least this.
    Ge(QuestionId, Comparand),
    /// Both ends included.
    Between(QuestionId, Comparand, Comparand),
    /// There is an answer.
    Present(QuestionId),
    /// How long the answer is: characters of a text, options or files chosen, rows, days of a range.
    Length(QuestionId, Bound),
    /// The text as a whole matches a regular expression, in the common subset of ECMA-262 and RE2.
    Matches(QuestionId, String),
    /// How many days from today to the answer; negative is the past.
    DaysUntil(QuestionId, Bound),
    /// How many days from one answer to another.
    DaysBetween(QuestionId, QuestionId, Bound),
    /// There is a row for which this holds. The condition names the questions of the row.
    Any(QuestionId, Box<Condition>),
    /// There are rows, and it holds for each of them.
    All(QuestionId, Box<Condition>),
    /// For how many rows it holds.
    Count(QuestionId, Box<Condition>, Bound),
    /// The person it is for belongs to the group.
    MemberOf(GroupId),
}

/// What an answer is compared with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Comparand {
    /// Yes or no.
    Bool(bool),
    /// A number, an amount in minor units, or a duration in seconds.
    Number(f64),
    /// An option, an id, a text, a date as `2026-11-21`, a time as `09:30`, or both as `2026-11-21T09:30`.
    Text(String),
}

/// A question that something names, and as what.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mention<'a> {
    /// Which question.
    pub question: &'a QuestionId,
    /// The operator, formula or the like by which it is named.
    pub by: By<'a>,
    /// The rows question whose rows are gone through.
    pub rows: Option<&'a QuestionId>,
}

/// As what a question is named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum By<'a> {
    /// Its answer is compared with a value, for being the same or holding it.
    Value(&'a Comparand),
    /// Its answer is compared with a value, for being less or greater.
    Order(&'a Comparand),
    /// It only has to be answered.
    Presence,
    /// It needs a length.
    Length,
    /// It needs a text.
    Text(&'a str),
    /// It needs a day.
    Day,
    /// It needs rows.
    Rows,
    /// It needs a number to calculate with.
    Number,
}

impl Condition {
    /// The question that the operator is about; none for connectives and groups.
    pub fn question(&self) -> Option<&QuestionId> {
        match self {
            Self::And(_) | Self::Or(_) | Self::Not(_) | Self::MemberOf(_) => None,
            Self::Eq(q, _)
            | Self::Ne(q, _)
            | Self::In(q, _)
            | Self::Contains(q, _)
            | Self::Lt(q, _)
            | Self::Le(q, _)
            | Self::Gt(q, _)
            | Self::Ge(q, _)
            | Self::Between(q, ..)
            | Self::Present(q)
            | Self::Length(q, _)
            | Self::Matches(q, _)
            | Self::DaysUntil(q, _)
            | Self::DaysBetween(q, ..)
            | Self::Any(q, _)
            | Self::All(q, _)
            | Self::Count(q, ..) => Some(q),
        }
    }

    /// Calls `found` with every mention of a question, once for each value that it is compared with.
    pub fn mentions<'a>(&'a self, found: &mut dyn FnMut(Mention<'a>)) {
        self.mentions_in(None, found);
    }

    /// As [`mentions`](Self::mentions), within each row of `rows`.
    pub(super) fn mentions_in<'a>(
        &'a self,
        rows: Option<&'a QuestionId>,
        found: &mut dyn FnMut(Mention<'a>),
    ) {
        let mut name = |question: &'a QuestionId, by: By<'a>| found(Mention { question, by, rows });
        match self {
            Self::And(inner) | Self::Or(inner) => inner.iter().for_each(|c| c.mentions_in(rows, found)),
            Self::Not(inner) => inner.mentions_in(rows, found),
            Self::Eq(q, c) | Self::Ne(q, c) | Self::Contains(q, c) => name(q, By::Value(c)),
            Self::In(q, any) if any.is_empty() => name(q, By::Presence),
            Self::In(q, any) => any.iter().for_each(|c| name(q, By::Value(c))),
            Self::Lt(q, c) | Self::Le(q, c) | Self::Gt(q, c) | Self::Ge(q, c) => name(q, By::Order(c)),
            Self::Between(q, low, high) => {
                name(q, By::Order(low));
                name(q, By::Order(high));
            }
            Self::Present(q) => name(q, By::Presence),
            Self::Length(q, _) => name(q, By::Length),
            Self::Matches(q, pattern) => name(q, By::Text(pattern)),
            Self::DaysUntil(q, _) => name(q, By::Day),
            Self::DaysBetween(from, to, _) => {
                name(from, By::Day);
                name(to, By::Day);
            }
            Self::Any(q, inner) | Self::All(q, inner) | Self::Count(q, inner, _) => {
                name(q, By::Rows);
                inner.mentions_in(Some(q), found);
            }
            Self::MemberOf(_) => {}
        }
    }

    /// Calls `found` with every count that something has to be.
    pub(super) fn bounds(&self, found: &mut dyn FnMut(&Self, Bound)) {
        match self {
            Self::And(inner) | Self::Or(inner) => inner.iter().for_each(|c| c.bounds(found)),
            Self::Not(inner) | Self::Any(_, inner) | Self::All(_, inner) => inner.bounds(found),
            Self::Count(_, inner, bound) => {
                found(self, *bound);
                inner.bounds(found);
            }
            Self::Length(_, bound) | Self::DaysUntil(_, bound) | Self::DaysBetween(_, _, bound) => {
                found(self, *bound);
            }
            _ => {}
        }
    }
}

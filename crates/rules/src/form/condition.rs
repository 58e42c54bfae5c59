//! Conditions: a small, total, typed tree. Every operator has a value for every input; nothing can fail.

use super::{Answer, answer::date};
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
    /// The answer is this. Of many choices: this one alone was chosen.
    Eq(QuestionId, Comparand),
    /// The answer is not this, or there is none.
    Ne(QuestionId, Comparand),
    /// The answer is one of these. Of many choices: one alone was chosen, and it is one of these.
    In(QuestionId, Vec<Comparand>),
    /// The chosen options include this, or the text holds it, whatever its case.
    Contains(QuestionId, Comparand),
    /// The number or date is less.
    Lt(QuestionId, Comparand),
    /// The number or date is at most this.
    Le(QuestionId, Comparand),
    /// The number or date is greater.
    Gt(QuestionId, Comparand),
    /// The number or date is at least this.
    Ge(QuestionId, Comparand),
    /// Both ends included.
    Between(QuestionId, Comparand, Comparand),
    /// There is an answer.
    Present(QuestionId),
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
    /// A number.
    Number(f64),
    /// An option, an id, a text, or a date as `2026-11-21`.
    Text(String),
}

impl Comparand {
    fn equals(&self, answer: &Answer) -> bool {
        match (self, answer) {
            (Self::Bool(b), Answer::YesNo(a)) => a == b,
            (Self::Number(n), Answer::Number(a)) => a == n,
            (Self::Text(t), Answer::Text(a) | Answer::Id(a)) => a == t,
            (Self::Text(t), Answer::Date(a)) => date(t) == Some(*a),
            // A choice of exactly one is that one.
            (Self::Text(t), Answer::Ids(a)) => a.len() == 1 && a.first() == Some(t),
            _ => false,
        }
    }

    fn order(&self, answer: &Answer) -> Option<std::cmp::Ordering> {
        match (self, answer) {
            (Self::Number(n), Answer::Number(a)) => a.partial_cmp(n),
            (Self::Text(t), Answer::Date(a)) => date(t).map(|d| a.cmp(&d)),
            _ => None,
        }
    }

    fn within(&self, answer: &Answer) -> bool {
        match (self, answer) {
            (Self::Text(t), Answer::Ids(a)) => a.contains(t),
            (Self::Text(t), Answer::Text(a)) => a.to_lowercase().contains(&t.to_lowercase()),
            _ => self.equals(answer),
        }
    }
}

/// Where a condition finds what it asks about.
pub(super) trait Facts {
    /// The answer to a visible question.
    fn answer(&self, question: &str) -> Option<&Answer>;
    /// Whether the person it is for belongs to `group`.
    fn member_of(&self, group: &str) -> bool;
}

impl Condition {
    pub(super) fn holds(&self, facts: &dyn Facts) -> bool {
        let answer = |q: &QuestionId| facts.answer(q.as_str());
        let order = |q: &QuestionId, c: &Comparand| answer(q).and_then(|a| c.order(a));
        match self {
            Self::And(all) => all.iter().all(|c| c.holds(facts)),
            Self::Or(any) => any.iter().any(|c| c.holds(facts)),
            Self::Not(inner) => !inner.holds(facts),
            Self::Eq(q, c) => answer(q).is_some_and(|a| c.equals(a)),
            Self::Ne(q, c) => !answer(q).is_some_and(|a| c.equals(a)),
            Self::In(q, any) => answer(q).is_some_and(|a| any.iter().any(|c| c.equals(a))),
            Self::Contains(q, c) => answer(q).is_some_and(|a| c.within(a)),
            Self::Lt(q, c) => order(q, c).is_some_and(|o| o.is_lt()),
            Self::Le(q, c) => order(q, c).is_some_and(|o| o.is_le()),
            Self::Gt(q, c) => order(q, c).is_some_and(|o| o.is_gt()),
            Self::Ge(q, c) => order(q, c).is_some_and(|o| o.is_ge()),
            Self::Between(q, low, high) => {
                order(q, low).is_some_and(|o| o.is_ge()) && order(q, high).is_some_and(|o| o.is_le())
            }
            Self::Present(q) => answer(q).is_some(),
            Self::MemberOf(group) => facts.member_of(group.as_str()),
        }
    }

    /// Calls `found` with every question that the condition names, and the values it is compared with.
    pub fn mentions<'a>(&'a self, found: &mut dyn FnMut(&'a QuestionId, &'a [Comparand])) {
        use std::slice::from_ref;
        match self {
            Self::And(inner) | Self::Or(inner) => inner.iter().for_each(|c| c.mentions(found)),
            Self::Not(inner) => inner.mentions(found),
            Self::Eq(q, c)
            | Self::Ne(q, c)
            | Self::Contains(q, c)
            | Self::Lt(q, c)
            | Self::Le(q, c)
            | Self::Gt(q, c)
            | Self::Ge(q, c) => found(q, from_ref(c)),
            Self::In(q, any) => found(q, any),
            Self::Between(q, low, high) => {
                found(q, from_ref(low));
                found(q, from_ref(high));
            }
            Self::Present(q) => found(q, &[]),
            Self::MemberOf(_) => {}
        }
    }
}

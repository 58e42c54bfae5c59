//! Conditions made ready: names are places, dates and times are read, and nothing is looked up by name any more.

use super::{
    Answer, Bound, Comparand, Condition, LocalMoment, Reason, TimeOfDay,
    answer::date,
    facts::{Facts, Place},
    scope::Scope,
};
use chrono::NaiveDate;
use std::{cmp::Ordering, sync::Arc};

/// A condition, ready to be asked.
#[derive(Debug, Clone)]
pub(super) enum Test {
    /// All hold.
    All(Vec<Test>),
    /// At least one holds.
    Any(Vec<Test>),
    /// It does not hold.
    Not(Box<Test>),
    /// An operator.
    Leaf(Box<Leaf>),
}

/// An operator with the places that it looks at.
#[derive(Debug, Clone)]
pub(super) struct Leaf {
    /// As the form has it; shared with the reasons that it gives.
    condition: Arc<Condition>,
    first: Place,
    second: Place,
    operands: Vec<Operand>,
    /// What is asked of each row.
    inner: Option<Test>,
}

/// A value to compare with, read in every way that an answer may ask for.
#[derive(Debug, Clone)]
struct Operand {
    raw: Comparand,
    lower: String,
    day: Option<NaiveDate>,
    time: Option<TimeOfDay>,
    moment: Option<LocalMoment>,
}

impl Operand {
    fn new(raw: &Comparand) -> Self {
        let text = match raw {
            Comparand::Text(text) => text.as_str(),
            Comparand::Bool(_) | Comparand::Number(_) => "",
        };
        Self {
            raw: raw.clone(),
            lower: text.to_lowercase(),
            day: date(text),
            time: text.parse().ok(),
            moment: LocalMoment::read(text),
        }
    }

    fn equals(&self, answer: &Answer) -> bool {
        match (&self.raw, answer) {
            (Comparand::Bool(b), Answer::YesNo(a)) => a == b,
            (Comparand::Text(t), Answer::Text(a) | Answer::Id(a)) => a == t,
            // A choice of exactly one is that one.
            (Comparand::Text(t), Answer::Ids(a)) => a.len() == 1 && a.first() == Some(t),
            (Comparand::Text(t), Answer::Path(a)) => a.last() == Some(t),
            _ => self.order(answer) == Some(Ordering::Equal),
        }
    }

    /// How the answer lies to this.
    fn order(&self, answer: &Answer) -> Option<Ordering> {
        match answer {
            Answer::Number(_) | Answer::Money(_) | Answer::Seconds(_) => match &self.raw {
                Comparand::Number(n) => answer.as_number()?.partial_cmp(n),
                Comparand::Bool(_) | Comparand::Text(_) => None,
            },
            Answer::Date(a) | Answer::Range(a, _) => self.day.map(|day| a.cmp(&day)),
            Answer::Time(a) => self.time.map(|time| a.cmp(&time)),
            Answer::Moment(a) => match self.moment {
                Some(moment) => Some(a.cmp(&moment)),
                None => self.day.map(|day| a.date.cmp(&day)),
            },
            _ => None,
        }
    }

    fn within(&self, answer: &Answer) -> bool {
        match (&self.raw, answer) {
            (Comparand::Text(t), Answer::Ids(a) | Answer::Path(a)) => a.contains(t),
            (Comparand::Text(_), Answer::Text(a)) => a.to_lowercase().contains(&self.lower),
            _ => self.equals(answer),
        }
    }
}

impl Test {
    /// Makes `condition` ready for where `scope` says that it stands.
    pub fn new(condition: &Condition, scope: Scope<'_>) -> Self {
        let all = |conditions: &[Condition]| conditions.iter().map(|c| Self::new(c, scope)).collect();
        match condition {
            Condition::And(inner) => Self::All(all(inner)),
            Condition::Or(inner) => Self::Any(all(inner)),
            Condition::Not(inner) => Self::Not(Box::new(Self::new(inner, scope))),
            leaf => Self::Leaf(Box::new(Leaf::new(leaf, scope))),
        }
    }

    /// Whether it holds.
    pub fn holds(&self, facts: &Facts<'_>) -> bool {
        match self {
            Self::All(all) => all.iter().all(|test| test.holds(facts)),
            Self::Any(any) => any.iter().any(|test| test.holds(facts)),
            Self::Not(inner) => !inner.holds(facts),
            Self::Leaf(leaf) => leaf.holds(facts),
        }
    }

    /// Adds the operators that decide: those without which it would not hold, or not fail to hold where `held` is false.
    pub fn explain(&self, facts: &Facts<'_>, held: bool, reasons: &mut Vec<Reason>) {
        match (self, held) {
            (Self::Leaf(leaf), _) => {
                if leaf.holds(facts) == held {
                    reasons.push(Reason { condition: Arc::clone(&leaf.condition), holds: held });
                }
            }
            (Self::Not(inner), _) => inner.explain(facts, !held, reasons),
            (Self::All(each), true) | (Self::Any(each), false) => {
                each.iter().for_each(|test| test.explain(facts, held, reasons));
            }
            (Self::All(each), false) | (Self::Any(each), true) => {
                each.iter()
                    .filter(|test| test.holds(facts) == held)
                    .for_each(|test| test.explain(facts, held, reasons));
            }
        }
    }
}

impl Leaf {
    fn new(condition: &Condition, scope: Scope<'_>) -> Self {
        let operands: Vec<Operand> = match condition {
            Condition::Eq(_, c)
            | Condition::Ne(_, c)
            | Condition::Contains(_, c)
            | Condition::Lt(_, c)
            | Condition::Le(_, c)
            | Condition::Gt(_, c)
            | Condition::Ge(_, c) => vec![Operand::new(c)],
            Condition::In(_, any) => any.iter().map(Operand::new).collect(),
            Condition::Between(_, low, high) => vec![Operand::new(low), Operand::new(high)],
            _ => Vec::new(),
        };
        let first = condition.question().map_or(Place::Nowhere, |question| scope.resolve(question));
        let second = match condition {
            Condition::DaysBetween(_, to, _) => scope.resolve(to),
            _ => Place::Nowhere,
        };
        let inner = match condition {
            Condition::Any(rows, inner) | Condition::All(rows, inner) | Condition::Count(rows, inner, _) => {
                Some(Test::new(inner, scope.in_each_row_of(rows)))
            }
            _ => None,
        };
        Self { condition: Arc::new(condition.clone()), first, second, operands, inner }
    }

    fn holds(&self, facts: &Facts<'_>) -> bool {
        let answer = facts.answer(self.first);
        let order = |n: usize| self.operands.get(n).zip(answer).and_then(|(operand, a)| operand.order(a));
        let any = |fits: fn(&Operand, &Answer) -> bool| {
            answer.is_some_and(|a| self.operands.iter().any(|operand| fits(operand, a)))
        };
        match &*self.condition {
            Condition::Eq(..) | Condition::In(..) => any(Operand::equals),
            Condition::Ne(..) => !any(Operand::equals),
            Condition::Contains(..) => any(Operand::within),
            Condition::Lt(..) => order(0).is_some_and(Ordering::is_lt),
            Condition::Le(..) => order(0).is_some_and(Ordering::is_le),
            Condition::Gt(..) => order(0).is_some_and(Ordering::is_gt),
            Condition::Ge(..) => order(0).is_some_and(Ordering::is_ge),
            Condition::Between(..) => {
                order(0).is_some_and(Ordering::is_ge) && order(1).is_some_and(Ordering::is_le)
            }
            Condition::Present(_) => answer.is_some(),
            Condition::Length(_, bound) => answer.and_then(Answer::length).is_some_and(|n| bound.holds(n)),
            Condition::Matches(_, pattern) => match answer {
                Some(Answer::Text(text)) => (facts.context.matches)(pattern, text),
                _ => false,
            },
            Condition::DaysUntil(_, bound) => self.days(Some(facts.context.today), answer, *bound),
            Condition::DaysBetween(_, _, bound) => {
                self.days(answer.and_then(Answer::as_day), facts.answer(self.second), *bound)
            }
            Condition::Any(..) => self.rows(facts).is_some_and(|(held, _)| held > 0),
            Condition::All(..) => self.rows(facts).is_some_and(|(held, all)| held == all),
            Condition::Count(_, _, bound) => self.rows(facts).is_some_and(|(held, _)| bound.holds(held)),
            Condition::MemberOf(group) => facts.context.groups.contains(group),
            // These are tests and no leaves.
            Condition::And(_) | Condition::Or(_) | Condition::Not(_) => false,
        }
    }

    fn days(&self, from: Option<NaiveDate>, to: Option<&Answer>, bound: Bound) -> bool {
        let days =
            from.zip(to.and_then(Answer::as_day)).map(|(from, to)| to.signed_duration_since(from).num_days());
        days.is_some_and(|n| bound.holds(n))
    }

    /// For how many rows it holds, of how many. None where there are none.
    fn rows(&self, facts: &Facts<'_>) -> Option<(i64, i64)> {
        let inner = self.inner.as_ref()?;
        let (mut held, mut all) = (0, 0);
        for row in facts.rows(self.first)? {
            held += i64::from(inner.holds(&row));
            all += 1;
        }
        Some((held, all))
    }
}

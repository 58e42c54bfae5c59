//! What is left of the answers to a question, while conditions are gone through.

use super::super::{
    Comparand, Condition, DateBound, FormOption, Kind, LocalMoment, Question, TimeOfDay,
    answer::date,
    kind::{RATING_MAX, greatest},
};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

const MINUTES: f64 = 1440.0;

/// What is left of the answers to a question.
#[derive(Clone)]
pub(super) enum Values<'f> {
    /// One of these.
    One(BTreeSet<&'f str>),
    /// Several, with and without some; or this one alone.
    Many { with: BTreeSet<&'f str>, without: BTreeSet<&'f str>, only: Option<&'f str> },
    /// Numbers, days or minutes.
    Span(Span),
    /// Any text, this one, or none of those.
    Text { is: Option<&'f str>, not: BTreeSet<&'f str> },
    /// Nothing that this search understands.
    Whatever,
}

/// Both ends with whether they are left out, and what is left out between them.
#[derive(Clone)]
pub(super) struct Span {
    low: (f64, bool),
    high: (f64, bool),
    not: Vec<f64>,
}

impl<'f> Values<'f> {
    /// All that the question allows. An answer that breaks a constraint counts while somebody types, and is never sent.
    pub fn of(question: &'f Question) -> Self {
        let span = |low: Option<f64>, high: Option<f64>| {
            let (low, high) = (low.unwrap_or(f64::NEG_INFINITY), high.unwrap_or(f64::INFINITY));
            Self::Span(Span { low: (low, false), high: (high, false), not: Vec::new() })
        };
        match &question.kind {
            kind if kind.options_source().is_some() => Self::Whatever,
            Kind::YesNo { .. } => Self::One(BTreeSet::from(["true", "false"])),
            Kind::SingleChoice { options, .. } | Kind::Tree { options, .. } => {
                let mut ids = BTreeSet::new();
                for option in options {
                    option.walk(&mut Vec::new(), &mut |_, option| {
                        ids.insert(option.id.as_str());
                    });
                }
                Self::One(ids)
            }
            Kind::ManyChoice { .. } => {
                Self::Many { with: BTreeSet::new(), without: BTreeSet::new(), only: None }
            }
            Kind::Number { min, max, price, .. } => span(*min, greatest(*max, *price)),
            Kind::Rating { max, .. } => span(Some(1.0), Some(max.unwrap_or(RATING_MAX).into())),
            Kind::Currency { min, max } => span(min.map(|n| n as f64), max.map(|n| n as f64)),
            Kind::Duration { min, max } => span(Some(min.unwrap_or(0).into()), max.map(Into::into)),
            Kind::Computed { .. } => span(None, None),
            Kind::Date { earliest, latest } | Kind::DateRange { earliest, latest, .. } => {
                span(fixed(*earliest), fixed(*latest))
            }
            Kind::DateTime { earliest, latest } => {
                let last = fixed(*latest).map(|day| (day + 1.0) * MINUTES - 1.0);
                span(fixed(*earliest).map(|day| day * MINUTES), last)
            }
            Kind::Time { earliest, latest } => {
                let minutes = |time: TimeOfDay| f64::from(time.minutes());
                span(earliest.map(minutes), latest.map(minutes))
            }
            Kind::Rows { .. } | Kind::File { .. } => Self::Whatever,
            _ => Self::Text { is: None, not: BTreeSet::new() },
        }
    }

    /// The options that are certainly chosen.
    pub fn certain(&self) -> Vec<&'f str> {
        match self {
            Self::One(ids) if ids.len() == 1 => ids.iter().copied().collect(),
            Self::Many { with, only, .. } => with.iter().copied().chain(*only).collect(),
            _ => Vec::new(),
        }
    }

    /// Keeps what `operator` leaves. False where nothing is left.
    pub fn narrow(&mut self, kind: &'f Kind, operator: &'f Condition, holds: bool) -> bool {
        match (operator, holds) {
            (Condition::Eq(_, c) | Condition::Ne(_, c), _) => self.be(kind, c, holds),
            (Condition::In(_, any), false) => any.iter().all(|c| self.be(kind, c, false)),
            (Condition::In(_, any), true) => match self {
                Self::One(ids) => {
                    let listed: BTreeSet<&str> = any.iter().filter_map(word).collect();
                    ids.retain(|id| listed.contains(id));
                    !ids.is_empty()
                }
                // Possible as long as one of them is.
                _ => any.iter().any(|c| self.clone().be(kind, c, true)),
            },
            (Condition::Contains(_, c), _) => self.hold(kind, c, holds),
            (Condition::Lt(_, c), true) | (Condition::Ge(_, c), false) => self.end(kind, c, true),
            (Condition::Le(_, c), true) | (Condition::Gt(_, c), false) => self.end(kind, c, false),
            (Condition::Gt(_, c), true) | (Condition::Le(_, c), false) => self.begin(kind, c, true),
            (Condition::Ge(_, c), true) | (Condition::Lt(_, c), false) => self.begin(kind, c, false),
            (Condition::Between(_, low, high), true) => {
                self.begin(kind, low, false) && self.end(kind, high, false)
            }
            (Condition::Present(_), false) => false,
            (Condition::Length(_, bound) | Condition::Count(_, _, bound), true) => bound.is_possible_count(),
            _ => true,
        }
    }

    /// Keeps `c` alone, or all but `c`.
    fn be(&mut self, kind: &Kind, c: &'f Comparand, holds: bool) -> bool {
        let Some(word) = word(c) else {
            let Some(point) = point(kind, c) else { return true };
            return self.point(point, holds);
        };
        match self {
            Self::One(ids) => {
                ids.retain(|id| (*id == word) == holds);
                !ids.is_empty()
            }
            Self::Many { with, without, only } if holds => {
                let fits = !without.contains(word) && with.iter().all(|id| *id == word);
                fits && *only.get_or_insert(word) == word
            }
            Self::Text { is, not } if holds => !not.contains(word) && *is.get_or_insert(word) == word,
            Self::Text { is, not } => {
                not.insert(word);
                *is != Some(word)
            }
            Self::Span(_) => point(kind, c).is_none_or(|point| self.point(point, holds)),
            Self::Many { .. } | Self::Whatever => true,
        }
    }

    fn point(&mut self, point: f64, holds: bool) -> bool {
        match self {
            Self::Span(span) if holds => span.begin(point, false) && span.end(point, false),
            Self::Span(span) => {
                span.not.push(point);
                span.is_some()
            }
            _ => true,
        }
    }

    /// Keeps what holds `c`, or what does not.
    fn hold(&mut self, kind: &'f Kind, c: &'f Comparand, holds: bool) -> bool {
        match (self, word(c)) {
            (Self::Many { with, without, only }, Some(word)) => {
                if holds {
                    with.insert(word);
                    !without.contains(word) && only.is_none_or(|only| only == word)
                } else {
                    without.insert(word);
                    !with.contains(word) && *only != Some(word)
                }
            }
            (Self::One(ids), Some(word)) => {
                let below = |id: &str| {
                    let path = FormOption::path(kind.options(), id);
                    if path.is_empty() { id == word } else { path.iter().any(|o| o.id.as_str() == word) }
                };
                ids.retain(|id| below(id) == holds);
                !ids.is_empty()
            }
            _ => true,
        }
    }

    fn begin(&mut self, kind: &Kind, c: &Comparand, open: bool) -> bool {
        match (self, point(kind, c)) {
            (Self::Span(span), Some(low)) => span.begin(low, open),
            _ => true,
        }
    }

    fn end(&mut self, kind: &Kind, c: &Comparand, open: bool) -> bool {
        match (self, point(kind, c)) {
            (Self::Span(span), Some(high)) => span.end(high, open),
            _ => true,
        }
    }
}

impl Span {
    fn begin(&mut self, low: f64, open: bool) -> bool {
        if low > self.low.0 || (low == self.low.0 && open) {
            self.low = (low, open);
        }
        self.is_some()
    }

    fn end(&mut self, high: f64, open: bool) -> bool {
        if high < self.high.0 || (high == self.high.0 && open) {
            self.high = (high, open);
        }
        self.is_some()
    }

    fn is_some(&self) -> bool {
        let ((low, low_open), (high, high_open)) = (self.low, self.high);
        low < high || (low == high && !low_open && !high_open && !self.not.contains(&low))
    }
}

fn word(c: &Comparand) -> Option<&str> {
    match c {
        Comparand::Text(text) => Some(text),
        Comparand::Bool(true) => Some("true"),
        Comparand::Bool(false) => Some("false"),
        Comparand::Number(_) => None,
    }
}

/// A day as a number; a bound that moves with today is none.
fn fixed(bound: Option<DateBound>) -> Option<f64> {
    match bound? {
        DateBound::Date(day) => Some(number(day)),
        DateBound::Days(_) => None,
    }
}

fn number(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce())
}

/// Where a value lies among the answers of a kind that has an order.
fn point(kind: &Kind, c: &Comparand) -> Option<f64> {
    match (kind, c) {
        (
            Kind::Number { .. }
            | Kind::Rating { .. }
            | Kind::Currency { .. }
            | Kind::Duration { .. }
            | Kind::Computed { .. },
            Comparand::Number(n),
        ) => Some(*n),
        (Kind::Date { .. } | Kind::DateRange { .. }, Comparand::Text(text)) => date(text).map(number),
        (Kind::Time { .. }, Comparand::Text(text)) => {
            text.parse().ok().map(|time: TimeOfDay| f64::from(time.minutes()))
        }
        (Kind::DateTime { .. }, Comparand::Text(text)) => LocalMoment::read(text)
            .map(|moment| number(moment.date) * MINUTES + f64::from(moment.time.minutes())),
        _ => None,
    }
}

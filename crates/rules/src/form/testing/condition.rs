//! Random conditions and formulas, of every operator.

use super::{
    super::{Bound, Comparand, Condition, Formula, Kind, Question},
    rng::Rng,
    values::{DAYS, MOMENTS, PATTERNS, TIMES, WORDS},
};
use crate::ids::{GroupId, QuestionId};

/// What can be named.
#[derive(Clone, Copy)]
pub(super) struct Earlier<'q> {
    /// Earlier questions.
    pub questions: &'q [Question],
    /// Earlier questions of the same row, or those of the row that is gone through.
    pub row: &'q [Question],
    /// Names that lead nowhere are among them.
    pub wild: bool,
}

impl<'q> Earlier<'q> {
    /// A question that can be named; none where there is none yet.
    pub fn one(self, rng: &mut Rng) -> Option<&'q Question> {
        if !self.row.is_empty() && rng.chance(60) { rng.one(self.row) } else { rng.one(self.questions) }
    }

    /// A question of a type that `fits`, if there is any.
    pub fn of(self, rng: &mut Rng, fits: impl Fn(&Kind) -> bool) -> Option<&'q Question> {
        let found: Vec<&Question> =
            self.row.iter().chain(self.questions).filter(|question| fits(&question.kind)).collect();
        rng.one(&found).copied()
    }
}

/// A condition; none where there is nothing that it could name.
pub(super) fn condition(rng: &mut Rng, earlier: Earlier<'_>, depth: u32) -> Option<Condition> {
    if depth > 0 && rng.chance(30) {
        let mut parts = Vec::new();
        for _ in 0..rng.below(4) {
            parts.extend(condition(rng, earlier, depth - 1));
        }
        return Some(match rng.below(3) {
            0 => Condition::And(parts),
            1 => Condition::Or(parts),
            _ => Condition::Not(Box::new(parts.pop().unwrap_or(Condition::And(Vec::new())))),
        });
    }
    if rng.chance(5) {
        return GroupId::new(rng.pick(&["designers", "finance"])).ok().map(Condition::MemberOf);
    }
    if rng.chance(25)
        && let Some(rows) = earlier.of(rng, |kind| matches!(kind, Kind::Rows { .. }))
    {
        let within = Earlier { row: rows.kind.columns(), ..earlier };
        let inner = Box::new(condition(rng, within, 1)?);
        let id = rows.id.clone();
        return Some(match rng.below(3) {
            0 => Condition::Any(id, inner),
            1 => Condition::All(id, inner),
            _ => Condition::Count(id, inner, bound(rng)),
        });
    }
    let question = earlier.one(rng)?;
    let id = if earlier.wild && rng.chance(15) {
        QuestionId::new(rng.pick(&["nowhere", "q0", "q5", "q9", "q3c0"])).ok()?
    } else {
        question.id.clone()
    };
    let value = |rng: &mut Rng| comparand(rng, &question.kind);
    Some(match rng.below(14) {
        0 | 1 => Condition::Eq(id, value(rng)),
        2 => Condition::Ne(id, value(rng)),
        3 => Condition::In(id, (0..rng.below(3)).map(|_| comparand(rng, &question.kind)).collect()),
        4 => Condition::Contains(id, value(rng)),
        5 => Condition::Lt(id, value(rng)),
        6 => Condition::Le(id, value(rng)),
        7 => Condition::Gt(id, value(rng)),
        8 => Condition::Ge(id, value(rng)),
        9 => Condition::Between(id, value(rng), value(rng)),
        10 => Condition::Present(id),
        11 => Condition::Length(id, bound(rng)),
        12 => Condition::Matches(id, rng.pick(PATTERNS).to_owned()),
        _ => match (earlier.one(rng), rng.chance(50)) {
            (Some(to), true) => Condition::DaysBetween(id, to.id.clone(), bound(rng)),
            _ => Condition::DaysUntil(id, bound(rng)),
        },
    })
}

fn bound(rng: &mut Rng) -> Bound {
    let mut n = || i64::from(rng.below(5)) - 1;
    let (one, two) = (n(), n());
    match rng.below(7) {
        0 => Bound::Eq(one),
        1 => Bound::Ne(one),
        2 => Bound::Lt(one),
        3 => Bound::Le(one),
        4 => Bound::Gt(one),
        5 => Bound::Ge(one),
        _ => Bound::Between(one, two),
    }
}

/// A value that answers to such a question may have, most of the time.
fn comparand(rng: &mut Rng, kind: &Kind) -> Comparand {
    let number = |rng: &mut Rng| Comparand::Number(f64::from(rng.below(8)) / 2.0 - 1.0);
    if rng.chance(5) {
        return number(rng);
    }
    let words = match kind {
        Kind::YesNo { .. } => return Comparand::Bool(rng.chance(50)),
        Kind::Number { .. } | Kind::Rating { .. } | Kind::Computed { .. } => return number(rng),
        Kind::Currency { .. } | Kind::Duration { .. } => {
            return Comparand::Number(f64::from(rng.below(4)) * 900.0);
        }
        Kind::Date { .. } | Kind::DateRange { .. } => DAYS,
        Kind::Time { .. } => TIMES,
        Kind::DateTime { .. } => MOMENTS,
        _ => WORDS,
    };
    Comparand::Text(rng.pick(words).to_owned())
}

/// A formula of few parts; none where there is nothing to calculate with.
pub(super) fn formula(rng: &mut Rng, earlier: Earlier<'_>, depth: u32) -> Formula {
    let number = |rng: &mut Rng| Formula::Number(f64::from(rng.below(9)) / 2.0 - 1.0);
    let numeric = |kind: &Kind| {
        matches!(
            kind,
            Kind::Number { .. }
                | Kind::Rating { .. }
                | Kind::Currency { .. }
                | Kind::Duration { .. }
                | Kind::Computed { .. }
        )
    };
    if depth == 0 {
        return match earlier.of(rng, numeric) {
            Some(question) if rng.chance(80) => Formula::Answer(question.id.clone()),
            _ => number(rng),
        };
    }
    let part = |rng: &mut Rng| formula(rng, earlier, depth - 1);
    let boxed = |rng: &mut Rng| Box::new(formula(rng, earlier, depth - 1));
    match rng.below(11) {
        0 => Formula::Sum(vec![part(rng), part(rng)]),
        1 => Formula::Product(vec![part(rng), part(rng)]),
        2 => Formula::Least(vec![part(rng), part(rng)]),
        3 => Formula::Greatest(vec![part(rng), part(rng)]),
        4 => Formula::Difference(boxed(rng), boxed(rng)),
        5 => Formula::Quotient(boxed(rng), boxed(rng)),
        6 => match condition(rng, earlier, 1) {
            Some(condition) => Formula::If(Box::new(condition), boxed(rng), boxed(rng)),
            None => part(rng),
        },
        7 => match earlier.of(rng, |kind| matches!(kind, Kind::Rows { .. })) {
            Some(rows) => {
                let within = Earlier { row: rows.kind.columns(), ..earlier };
                Formula::Total(rows.id.clone(), Box::new(formula(rng, within, 0)))
            }
            None => part(rng),
        },
        8 => match earlier.one(rng) {
            Some(question) => Formula::Length(question.id.clone()),
            None => number(rng),
        },
        9 => {
            let day = |kind: &Kind| {
                matches!(kind, Kind::Date { .. } | Kind::DateTime { .. } | Kind::DateRange { .. })
            };
            match (earlier.of(rng, day), earlier.of(rng, day)) {
                (Some(from), Some(to)) => Formula::Days(from.id.clone(), to.id.clone()),
                _ => number(rng),
            }
        }
        _ => part(rng),
    }
}

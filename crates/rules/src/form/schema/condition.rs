//! Conditions as schemas of all answers, or of all answers in a row.

use super::{
    super::{
        Bound, Comparand, Compiled, Condition, FormOption, Kind, LocalMoment, Question, TimeOfDay,
        answer::{date, sent_number},
        facts::Place,
        misfit::has_text,
        scope::Scope,
    },
    held::{Held, not},
    text::whole_match,
};
use crate::ids::QuestionId;
use serde_json::{Value, json};

/// Where a condition stands.
#[derive(Clone, Copy)]
pub(super) struct Spot<'f> {
    pub form: &'f Compiled,
    pub scope: Scope<'f>,
    /// The questions of a row, where its answers are what the schema looks at.
    pub columns: Option<&'f [Question]>,
    /// The question that it belongs to.
    pub own: Option<&'f Question>,
}

/// What a schema can see of a question that a condition names.
enum Seen<'f> {
    /// Its answer.
    Answer(&'f Question),
    /// Nothing: it stands outside of the row, or is worked out.
    Nothing,
    /// There never is an answer.
    Never,
}

impl<'f> Spot<'f> {
    fn see(&self, id: &QuestionId) -> Seen<'f> {
        let found = match self.scope.resolve(id) {
            Place::Own => self.own,
            Place::Column(n) => self.columns.and_then(|columns| columns.get(n)),
            Place::Question(_) if self.columns.is_some() => return Seen::Nothing,
            Place::Question(n) => self.form.nth(n),
            Place::Nowhere => None,
        };
        match found {
            Some(question) if matches!(question.kind, Kind::Computed { .. }) => Seen::Nothing,
            Some(question) if question.kind.is_asked() => Seen::Answer(question),
            _ => Seen::Never,
        }
    }

    /// The condition as schemas.
    pub fn condition(&self, condition: &Condition) -> Held {
        let each = |conditions: &[Condition]| conditions.iter().map(|c| self.condition(c)).collect();
        match condition {
            Condition::And(inner) => return Held::all(each(inner)),
            Condition::Or(inner) => return Held::any(each(inner)),
            Condition::Not(inner) => return self.condition(inner).not(),
            _ => {}
        }
        let Some(id) = condition.question() else { return Held::unknown() };
        let question = match self.see(id) {
            Seen::Answer(question) => question,
            Seen::Nothing => return Held::unknown(),
            Seen::Never => return Held::exactly(Value::Bool(matches!(condition, Condition::Ne(..)))),
        };
        let of = |value: Held| value.map(|schema| of_answer(question, schema));
        match condition {
            Condition::Eq(_, c) => of(Held::exactly(equal(&question.kind, c))),
            Condition::Ne(_, c) => of(Held::exactly(equal(&question.kind, c))).not(),
            Condition::In(_, any) => {
                of(Held::any(any.iter().map(|c| Held::exactly(equal(&question.kind, c))).collect()))
            }
            Condition::Contains(_, c) => of(contains(&question.kind, c)),
            Condition::Lt(_, c) => of(order(&question.kind, "exclusiveMaximum", c)),
            Condition::Le(_, c) => of(order(&question.kind, "maximum", c)),
            Condition::Gt(_, c) => of(order(&question.kind, "exclusiveMinimum", c)),
            Condition::Ge(_, c) => of(order(&question.kind, "minimum", c)),
            Condition::Between(_, low, high) => of(Held::all(vec![
                order(&question.kind, "minimum", low),
                order(&question.kind, "maximum", high),
            ])),
            Condition::Present(_) => Held::exactly(of_answer(question, Value::Bool(true))),
            Condition::Length(_, bound) => of(length(&question.kind, *bound)),
            Condition::Matches(_, pattern) if has_text(&question.kind) => {
                of(Held::exactly(json!({ "pattern": whole_match(pattern) })))
            }
            Condition::Matches(..) => Held::exactly(Value::Bool(false)),
            Condition::DaysUntil(..) | Condition::DaysBetween(..) => Held::unknown(),
            Condition::Any(rows, inner) => match self.each_row(rows, question, inner) {
                Some(row) => of(row.map(|row| json!({ "contains": row }))),
                None => Held::exactly(Value::Bool(false)),
            },
            Condition::All(rows, inner) => match self.each_row(rows, question, inner) {
                Some(row) => of(row.map(|row| json!({ "items": row }))),
                None => Held::exactly(Value::Bool(false)),
            },
            Condition::Count(rows, inner, bound) => match self.each_row(rows, question, inner) {
                Some(row) if row.is_exact() => {
                    let counted = |min: u64, max: Option<u64>| {
                        let mut schema = json!({ "contains": row.surely, "minContains": min });
                        if let Some(max) = max {
                            schema["maxContains"] = max.into();
                        }
                        schema
                    };
                    of(Held::exactly(counts(*bound, &counted)))
                }
                Some(_) => Held::unknown(),
                None => Held::exactly(Value::Bool(false)),
            },
            Condition::And(_) | Condition::Or(_) | Condition::Not(_) | Condition::MemberOf(_) => {
                Held::unknown()
            }
        }
    }

    /// `inner` as a schema of a row. None where there are no rows.
    fn each_row(&self, rows: &QuestionId, question: &'f Question, inner: &Condition) -> Option<Held> {
        let Kind::Rows { questions, .. } = &question.kind else { return None };
        let scope = self.scope.in_each_row_of(rows);
        Some(Spot { scope, columns: Some(questions.as_slice()), own: None, ..*self }.condition(inner))
    }
}

/// The answer to `question` is there and `schema` accepts it.
pub(super) fn of_answer(question: &Question, schema: Value) -> Value {
    let id = question.id.as_str();
    match schema {
        Value::Bool(false) => Value::Bool(false),
        Value::Bool(true) => json!({ "required": [id] }),
        schema => json!({ "required": [id], "properties": { id: schema } }),
    }
}

/// The answer is `c`.
fn equal(kind: &Kind, c: &Comparand) -> Value {
    let nothing = Value::Bool(false);
    match (kind, c) {
        (Kind::YesNo { .. }, Comparand::Bool(yes)) => json!({ "const": yes }),
        (
            Kind::Number { .. } | Kind::Rating { .. } | Kind::Currency { .. } | Kind::Duration { .. },
            Comparand::Number(n),
        ) => json!({ "const": sent_number(*n) }),
        (Kind::ManyChoice { .. } | Kind::File { .. }, Comparand::Text(text)) => json!({ "const": [text] }),
        (Kind::Date { .. }, Comparand::Text(text)) if date(text).is_some() => json!({ "const": text }),
        (Kind::DateRange { .. }, Comparand::Text(text)) if date(text).is_some() => {
            json!({ "properties": { "from": { "const": text } } })
        }
        (Kind::Time { .. }, Comparand::Text(text)) if text.parse::<TimeOfDay>().is_ok() => {
            json!({ "const": text })
        }
        (Kind::DateTime { .. }, Comparand::Text(text)) if LocalMoment::read(text).is_some() => {
            json!({ "const": text })
        }
        (Kind::DateTime { .. }, Comparand::Text(text)) if date(text).is_some() => {
            json!({ "pattern": format!("^{text}T") })
        }
        (
            Kind::Date { .. }
            | Kind::DateRange { .. }
            | Kind::Time { .. }
            | Kind::DateTime { .. }
            | Kind::YesNo { .. }
            | Kind::Number { .. }
            | Kind::Rating { .. }
            | Kind::Currency { .. }
            | Kind::Duration { .. }
            | Kind::Rows { .. },
            _,
        ) => nothing,
        (_, Comparand::Text(text)) => json!({ "const": text }),
        _ => nothing,
    }
}

/// The answer holds `c`.
fn contains(kind: &Kind, c: &Comparand) -> Held {
    match (kind, c) {
        (Kind::ManyChoice { .. } | Kind::File { .. }, Comparand::Text(text)) => {
            Held::exactly(json!({ "contains": { "const": text } }))
        }
        (Kind::Tree { options, .. }, Comparand::Text(text)) => {
            let mut below = vec![text.as_str()];
            if let Some(option) = FormOption::path(options, text).last() {
                option.walk(&mut Vec::new(), &mut |_, option| below.push(option.id.as_str()));
                below.remove(0);
            }
            Held::exactly(json!({ "enum": below }))
        }
        // Regular expressions of JSON Schema have no way to leave the case aside.
        (kind, Comparand::Text(text)) if has_text(kind) => {
            if text.chars().all(|c| c.is_ascii_digit()) {
                Held::exactly(json!({ "pattern": text }))
            } else {
                Held::unknown()
            }
        }
        _ => Held::exactly(equal(kind, c)),
    }
}

/// The answer is less or greater. Of texts, which dates and times are, JSON Schema knows no order.
fn order(kind: &Kind, keyword: &str, c: &Comparand) -> Held {
    match (kind, c) {
        (
            Kind::Number { .. } | Kind::Rating { .. } | Kind::Currency { .. } | Kind::Duration { .. },
            Comparand::Number(n),
        ) => Held::exactly(json!({ keyword: sent_number(*n) })),
        (Kind::Date { .. } | Kind::DateRange { .. }, Comparand::Text(text)) if date(text).is_some() => {
            Held::unknown()
        }
        (Kind::Time { .. }, Comparand::Text(text)) if text.parse::<TimeOfDay>().is_ok() => Held::unknown(),
        (Kind::DateTime { .. }, Comparand::Text(text))
            if LocalMoment::read(text).is_some() || date(text).is_some() =>
        {
            Held::unknown()
        }
        _ => Held::exactly(Value::Bool(false)),
    }
}

/// The answer is so long.
fn length(kind: &Kind, bound: Bound) -> Held {
    let (least, most) = match kind {
        Kind::ManyChoice { .. } | Kind::File { .. } | Kind::Rows { .. } => ("minItems", "maxItems"),
        Kind::DateRange { .. } => return Held::unknown(),
        kind if has_text(kind) => ("minLength", "maxLength"),
        _ => return Held::exactly(Value::Bool(false)),
    };
    let sized = |min: u64, max: Option<u64>| {
        let mut schema = json!({ least: min });
        if let Some(max) = max {
            schema[most] = max.into();
        }
        schema
    };
    Held::exactly(counts(bound, &sized))
}

/// A bound as a least and a most number.
fn counts(bound: Bound, sized: &dyn Fn(u64, Option<u64>) -> Value) -> Value {
    let within = |low: i64, high: i64| match (u64::try_from(low.max(0)), u64::try_from(high)) {
        (Ok(low), Ok(high)) if low <= high => sized(low, Some(high)),
        _ => Value::Bool(false),
    };
    // That it is at least nothing says nothing, and some validators refuse to be asked.
    let at_least = |low: i64| match u64::try_from(low) {
        Ok(low) if low > 0 => sized(low, None),
        _ => Value::Bool(true),
    };
    match bound {
        Bound::Eq(n) => within(n, n),
        Bound::Ne(n) => not(within(n, n)),
        Bound::Lt(n) => within(0, n.saturating_sub(1)),
        Bound::Le(n) => within(0, n),
        Bound::Gt(n) => at_least(n.saturating_add(1)),
        Bound::Ge(n) => at_least(n),
        Bound::Between(low, high) => within(low, high),
    }
}

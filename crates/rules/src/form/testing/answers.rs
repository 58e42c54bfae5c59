//! Random answers.

use super::{
    super::{Answers, Form, Kind, Question},
    rng::Rng,
    values::{DAYS, MOMENTS, TEXTS, TIMES, WORDS},
};
use crate::ids::{IdError, QuestionId};
use serde_json::{Map, Value, json};

/// Answers to `form`, most of them of the right type.
pub(super) fn answers(form: &Form, seed: u64) -> Result<Answers, IdError> {
    // Another sequence than that which made the form of the same seed.
    let mut rng = Rng::new(seed ^ 0x5851_f42d_4c95_7f2d);
    let mut answers = Answers::new();
    for question in form.questions() {
        let answer = match rng.below(10) {
            0 => None,
            1 => Some(wild(&mut rng)),
            _ => value(&mut rng, question),
        };
        answers.extend(answer.map(|answer| (question.id.clone(), answer)));
    }
    if rng.chance(5) {
        answers.insert(QuestionId::new("stray")?, wild(&mut rng));
    }
    Ok(answers)
}

/// Any JSON, of the kinds that people and machines send by mistake.
fn wild(rng: &mut Rng) -> Value {
    match rng.below(12) {
        0 => Value::Null,
        1 => json!(""),
        2 => json!("  "),
        3 => json!([]),
        4 => json!({}),
        5 => json!(["a", 1]),
        6 => json!([{ "q1c0": "a", "x/y~z": 1 }, {}]),
        7 => json!({ "from": "2026-11-21" }),
        8 => json!(1e300),
        9 => json!(-0.5),
        10 => json!(true),
        _ => json!(rng.pick(TEXTS)),
    }
}

/// An answer of the type that the question asks for; none where it asks for none.
pub(super) fn value(rng: &mut Rng, question: &Question) -> Option<Value> {
    Some(match &question.kind {
        Kind::ShortText { .. }
        | Kind::LongText { .. }
        | Kind::RichText { .. }
        | Kind::Masked { .. }
        | Kind::Email {}
        | Kind::Phone {}
        | Kind::Url {}
        | Kind::IpAddress { .. } => json!(rng.pick(TEXTS)),
        Kind::Number { .. } => match rng.below(8) {
            0 => json!(2.5),
            1 => json!(3.0),
            n => json!(i64::from(n) - 3),
        },
        Kind::Rating { .. } => json!(rng.below(7)),
        Kind::Currency { .. } | Kind::Duration { .. } => json!(i64::from(rng.below(5)) * 900 - 900),
        Kind::YesNo { .. } => json!(rng.chance(50)),
        Kind::Tree { .. } => {
            let mut id = String::new();
            for _ in 0..=rng.below(3) {
                id.push_str(rng.pick(WORDS));
            }
            json!(id)
        }
        Kind::ManyChoice { .. } | Kind::File { .. } => {
            (0..rng.below(4)).map(|_| Value::from(rng.pick(WORDS))).collect()
        }
        Kind::Date { .. } => json!(rng.pick(DAYS)),
        Kind::Time { .. } => json!(rng.pick(TIMES)),
        Kind::DateTime { .. } => json!(rng.pick(MOMENTS)),
        Kind::DateRange { .. } => json!({ "from": rng.pick(DAYS), "to": rng.pick(DAYS) }),
        Kind::Rows { questions, .. } => {
            let mut rows = Vec::new();
            for _ in 0..rng.below(4) {
                let mut row = Map::new();
                for column in questions {
                    let cell = if rng.chance(70) { value(rng, column) } else { None };
                    row.extend(cell.map(|cell| (column.id.to_string(), cell)));
                }
                rows.push(Value::Object(row));
            }
            Value::Array(rows)
        }
        Kind::SingleChoice { .. }
        | Kind::Person { .. }
        | Kind::Group {}
        | Kind::Service {}
        | Kind::Asset { .. }
        | Kind::Location {} => json!(rng.pick(WORDS)),
        Kind::Computed { .. } if rng.chance(20) => json!(7),
        Kind::Computed { .. }
        | Kind::Heading {}
        | Kind::Paragraph { .. }
        | Kind::Image { .. }
        | Kind::Notice { .. }
        | Kind::Unknown => return None,
    })
}

//! What an attack on whatever reads forms and answers has at its disposal: the body of the fuzz targets, and of the program
//! that stands in for them where there is no libFuzzer.
//!
//! Each function takes any bytes. The first says what to do with the rest: to read them as they are, or to change something
//! valid as they say, a byte or a part of it at a time. None of them may panic, nor go on for long.

use super::{
    super::{Answers, Compiled, Condition, Form, Formula, Kind, Question, lint, patterns},
    matches, numbered_answers, numbered_form,
    rng::Rng,
    transcript, with_context,
};
use crate::ids::{IdError, QuestionId};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};

/// So many changes at most: what has more in common with noise than with a form is refused at once.
const CHANGES: u64 = 4;

/// What is put in the place of something else: ends of ranges, values of another type, names that lead astray.
const PARTS: &[&str] = &[
    "null",
    "true",
    "0",
    "-1",
    "-0.0",
    "0.1",
    "1e308",
    "4294967295",
    "9007199254740993",
    "18446744073709551615",
    r#""""#,
    r#"" ""#,
    r#""a""#,
    r#""q0""#,
    r#""q0c0""#,
    r#""2026-02-30""#,
    r#""0000-01-01""#,
    r#""9999-12-31""#,
    r#""9999-12-31T23:59""#,
    r#""24:00""#,
    r#""\u0000\ud83d\ude00""#,
    "[]",
    "{}",
    "[[]]",
    "[{}]",
    r#"["a","a"]"#,
    r#"{"from":"9999-12-31","to":"0000-01-01"}"#,
    r#"{"present":"q0"}"#,
    r#"{"not":{"ne":["q1","a"]}}"#,
    r#"{"any":["q0",{"count":["q0",{"present":"q0c0"},{"ge":-1}]}]}"#,
    r#"{"between":["q0",1e308,-1e308]}"#,
    r#"{"days_until":["q0",{"ge":-9223372036854775808}]}"#,
    r#"{"total":["q0",{"product":[{"number":1e308},{"number":1e308}]}]}"#,
    r#"{"quotient":[{"number":0},{"number":0}]}"#,
];

#[derive(Deserialize)]
struct Line {
    form: Form,
    #[serde(default)]
    answers: Answers,
}

/// A form with answers.
pub fn form(data: &[u8]) {
    let valid = |seed: u64| -> Result<Value, IdError> {
        let form = numbered_form(seed)?;
        let answers = numbered_answers(&form, seed, 0)?;
        Ok(json!({ "form": form, "answers": answers }))
    };
    if let Some((line, _)) = read::<Line>(data, valid) {
        everything(line.form, &line.answers);
    }
}

/// Answers to a form.
pub fn answers(data: &[u8]) {
    let valid = |seed: u64| -> Result<Value, IdError> {
        Ok(json!(numbered_answers(&numbered_form(seed)?, seed, 0)?))
    };
    if let Some((answers, seed)) = read::<Answers>(data, valid)
        && let Ok(form) = numbered_form(seed)
    {
        everything(form, &answers);
    }
}

/// A condition, behind the questions of a form.
pub fn condition(data: &[u8]) {
    let valid = |seed: u64| -> Result<Value, IdError> {
        let form = numbered_form(seed)?;
        let condition = form.questions().find_map(|question| question.visible_when.as_ref());
        Ok(condition.map_or_else(|| json!({ "present": "q0" }), |condition| json!(condition)))
    };
    if let Some((condition, seed)) = read::<Condition>(data, valid) {
        behind(seed, Kind::YesNo { price: None }, Some(condition));
    }
}

/// A formula, behind the questions of a form.
pub fn formula(data: &[u8]) {
    let valid = |seed: u64| -> Result<Value, IdError> {
        let form = numbered_form(seed)?;
        let formula = form.questions().find_map(|question| match &question.kind {
            Kind::Computed { formula, .. } => Some(json!(formula)),
            _ => None,
        });
        Ok(formula.unwrap_or_else(|| json!({ "sum": [{ "answer": "q0" }, { "length": "q1" }] })))
    };
    if let Some((formula, seed)) = read::<Formula>(data, valid) {
        behind(seed, Kind::Computed { formula, unit: None, digits: None, money: false }, None);
    }
}

/// Bytes for one of these functions: the same for the same seed and case on every machine.
pub fn data(seed: u64, case: u64) -> Vec<u8> {
    let mut rng = Rng::new(seed.rotate_left(32) ^ case);
    let length = 10 + rng.below(60);
    (0..length).map(|_| u8::try_from(rng.below(256)).unwrap_or(0)).collect()
}

/// The form of `seed` with one question more.
fn behind(seed: u64, kind: Kind, visible_when: Option<Condition>) {
    let Ok(mut form) = numbered_form(seed) else { return };
    let (Ok(id), Ok(answers)) = (QuestionId::new("last"), numbered_answers(&form, seed, 1)) else { return };
    if let Some(page) = form.pages.last_mut() {
        page.questions.push(Question { visible_when, ..Question::new(id, kind) });
    }
    everything(form, &answers);
}

/// Does with a form and answers whatever can be done with them.
fn everything(form: Form, answers: &Answers) {
    for finding in lint(&form) {
        drop((finding.what(), finding.remedy()));
    }
    drop(patterns(&form));
    #[cfg(feature = "schema-of-form")]
    drop(super::super::schema(&form));
    let form = Compiled::new(form);
    drop(transcript(&form, answers, &matches));
    with_context(&matches, |context| {
        let evaluation = form.evaluate(answers, context);
        let sent = evaluation.submitted(answers);
        drop(form.evaluate(&sent, context).submitted(&sent));
        for question in form.questions() {
            drop(form.new_row(question.id.as_str(), &evaluation, context));
        }
    });
}

/// What `data` says, read as a `T`, and the seed in it.
fn read<T: DeserializeOwned>(data: &[u8], valid: impl Fn(u64) -> Result<Value, IdError>) -> Option<(T, u64)> {
    let mut data = Data(data);
    let how = data.byte()?;
    if how.is_multiple_of(8) {
        return Some((serde_json::from_slice(data.0).ok()?, 0));
    }
    let seed = data.number();
    let whole = valid(seed).ok()?;
    let text = if how % 8 == 1 {
        torn(whole.to_string().into_bytes(), data)
    } else {
        let other = valid(data.number()).ok()?;
        swapped(whole, &other, data)
    };
    Some((serde_json::from_slice(&text).ok()?, seed))
}

/// `text` with other bytes in some places.
fn torn(mut text: Vec<u8>, mut data: Data<'_>) -> Vec<u8> {
    for _ in 0..=data.number() % CHANGES {
        let Some(byte) = data.byte() else { break };
        let at = usize::try_from(data.number()).unwrap_or(0) % text.len().max(1);
        match (byte % 3, text.get_mut(at)) {
            (0, _) => text.truncate(at),
            (1, Some(there)) => *there = byte,
            _ => text.insert(at, byte),
        }
    }
    text
}

/// `whole` with some of its parts replaced, by one of [`PARTS`] or by what stands in such a place of `other`; as text, so
/// that nothing is deeper than what a reader of JSON lets through.
fn swapped(mut whole: Value, other: &Value, mut data: Data<'_>) -> Vec<u8> {
    let donors = places(other);
    for _ in 0..=data.number() % CHANGES {
        let Some(what) = data.byte() else { break };
        let (to, from) = (data.number(), data.number());
        let places = places(&whole);
        let Some(place) = one(&places, to) else { break };
        let part = if what.is_multiple_of(2) {
            one(PARTS, from).and_then(|part| serde_json::from_str(part).ok())
        } else {
            let alike: Vec<&String> = donors.iter().filter(|donor| role(donor) == role(place)).collect();
            one(&alike, from).and_then(|donor| other.pointer(donor).cloned())
        };
        if let (Some(there), Some(part)) = (whole.pointer_mut(place), part) {
            *there = part;
        }
    }
    whole.to_string().into_bytes()
}

/// JSON Pointers to `whole` and everything in it.
fn places(whole: &Value) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut next = 0;
    while let Some(place) = all.get(next).cloned() {
        next += 1;
        match whole.pointer(&place) {
            Some(Value::Array(items)) => all.extend((0..items.len()).map(|n| format!("{place}/{n}"))),
            Some(Value::Object(map)) => {
                let escaped = map.keys().map(|key| key.replace('~', "~0").replace('/', "~1"));
                all.extend(escaped.map(|key| format!("{place}/{key}")));
            }
            _ => {}
        }
    }
    all
}

/// The key that a place has, or that the list has in which it is.
fn role(place: &str) -> (&str, bool) {
    let is_number = |key: &&str| key.bytes().all(|byte| byte.is_ascii_digit());
    let keys = || place.rsplit('/');
    (keys().find(|key| !is_number(key)).unwrap_or_default(), keys().next().is_some_and(|key| is_number(&key)))
}

fn one<T>(all: &[T], number: u64) -> Option<&T> {
    all.get(usize::try_from(number).ok()? % all.len().max(1))
}

/// Bytes that are used up.
struct Data<'d>(&'d [u8]);

impl Data<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A number of two bytes; 0 once nothing is left.
    fn number(&mut self) -> u64 {
        let (high, low) = (self.byte().unwrap_or(0), self.byte().unwrap_or(0));
        u64::from(u16::from_be_bytes([high, low]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attack_gets_through_often_enough_to_be_one() {
        let made = |seed: u64| -> Result<Value, IdError> { Ok(json!(numbered_form(seed)?)) };
        let json = (0..300).filter(|case| read::<Value>(&data(7, *case), made).is_some());
        assert!(json.count() > 150);
        let forms = (0..300).filter(|case| read::<Form>(&data(7, *case), made).is_some());
        assert!(forms.count() > 20);
    }

    #[test]
    fn every_part_is_json() {
        for part in PARTS {
            serde_json::from_str::<Value>(part).unwrap_or_else(|error| panic!("{part}: {error}"));
        }
    }

    #[test]
    fn whatever_is_sent_is_survived() {
        for case in 0..300 {
            let data = data(1, case);
            form(&data);
            answers(&data);
            condition(&data);
            formula(&data);
        }
    }

    #[test]
    fn places_are_those_of_json_pointers() {
        let places = places(&json!({ "a": [1, { "b/c": 2 }], "d": 3 }));
        assert_eq!(places, ["", "/a", "/d", "/a/0", "/a/1", "/a/1/b~1c"]);
        assert_eq!(
            places.iter().map(|place| role(place)).collect::<Vec<_>>(),
            [("", true), ("a", false), ("d", false), ("a", true), ("a", true), ("b~1c", false),]
        );
    }
}

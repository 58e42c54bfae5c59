//! A line and its answer.

use super::Command;
use chrono::{DateTime, Utc};
use guichet_rules::{
    approval::{Policy, outcome},
    form::{Compiled, Form, schema, testing},
    ids::IdError,
    priority::{Matrix, PriorityError},
    schedule::{Calendar, Clock, Pause, UnknownZone},
};
use regex::Regex;
use serde::Deserialize;
use serde_json::{Value, json};
use std::{cell::RefCell, collections::BTreeMap};

/// Why a line has no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum LineError {
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error(transparent)]
    Zone(#[from] UnknownZone),
    #[error(transparent)]
    Priority(#[from] PriorityError),
    #[error(transparent)]
    Id(#[from] IdError),
    #[error("a pattern of the form is no regular expression: {0}")]
    Pattern(#[from] regex::Error),
}

#[derive(Deserialize)]
struct ClockLine {
    calendar: Calendar,
    start: Option<DateTime<Utc>>,
    target_seconds: i64,
    #[serde(default)]
    pauses: Vec<(DateTime<Utc>, Option<DateTime<Utc>>)>,
    #[serde(default)]
    stopped_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
}

#[derive(Deserialize)]
struct BetweenLine {
    calendar: Calendar,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

#[derive(Deserialize)]
struct PriorityLine {
    impact: String,
    urgency: String,
}

#[derive(Deserialize)]
struct ApprovalLine {
    policy: Policy,
    asked: u32,
    approved: u32,
    rejected: u32,
}

#[derive(Deserialize)]
struct SchemaLine {
    form: Form,
}

#[derive(Deserialize)]
struct RandomLine {
    seed: u64,
    #[serde(default)]
    set: u64,
    #[serde(default)]
    wild: bool,
}

#[derive(Deserialize)]
struct CasesLine {
    seed: u64,
    sets: u64,
    #[serde(default)]
    short: bool,
}

#[derive(Deserialize)]
struct SoundLine {
    seed: u64,
    #[serde(default)]
    sets: u64,
}

/// What the rules say to a line.
pub(super) fn answer(command: Command, line: &[u8]) -> Result<Value, LineError> {
    let line = serde_json::from_slice(line)?;
    match command {
        Command::Clock => clock(line),
        Command::Between => between(line),
        Command::Priority => priority(line),
        Command::Approval => approval(line),
        Command::Form => form(line),
        Command::FormSchema => form_schema(line),
        Command::RandomForm => random_form(line),
        Command::SoundForm => sound_form(line),
        Command::RandomDigest => random_digest(line),
        Command::RandomCases => random_cases(line),
    }
}

fn clock(line: Value) -> Result<Value, LineError> {
    let line: ClockLine = serde_json::from_value(line)?;
    let clock = Clock {
        start: line.start,
        target_seconds: line.target_seconds,
        pauses: line.pauses.into_iter().map(Pause::from).collect(),
        stopped_at: line.stopped_at,
    };
    let reading = line.calendar.read(&clock, line.now)?;
    Ok(json!({
        "due": reading.due,
        "state": reading.state,
        "accrued_seconds": reading.accrued_seconds,
        "remaining_seconds": reading.remaining_seconds,
    }))
}

fn between(line: Value) -> Result<Value, LineError> {
    let line: BetweenLine = serde_json::from_value(line)?;
    Ok(json!({ "seconds": line.calendar.between(line.from, line.to)? }))
}

fn priority(line: Value) -> Result<Value, LineError> {
    let asked = PriorityLine::deserialize(&line)?;
    let matrix: Matrix = serde_json::from_value(line)?;
    Ok(json!({ "priority": matrix.priority(&asked.impact, &asked.urgency)? }))
}

fn approval(line: Value) -> Result<Value, LineError> {
    let line: ApprovalLine = serde_json::from_value(line)?;
    Ok(json!({ "outcome": outcome(line.policy, line.asked, line.approved, line.rejected) }))
}

/// The rules hold no regular expressions, because the browser and the backend each bring their own; this program brings
/// the backend's. A pattern that cannot be read calls no answer right or wrong: the line has no answer.
fn form(line: Value) -> Result<Value, LineError> {
    let unreadable = RefCell::new(None);
    let matches = |pattern: &str, text: &str| match whole(pattern) {
        Ok(regex) => regex.is_match(text),
        Err(error) => {
            *unreadable.borrow_mut() = Some(error);
            true
        }
    };
    let answer = guichet_rules::form::cli(line, &matches)?;
    match unreadable.into_inner() {
        Some(error) => Err(error.into()),
        None => Ok(answer),
    }
}

/// `pattern`, matching a text as a whole.
fn whole(pattern: &str) -> Result<Regex, regex::Error> {
    // By itself first: `a)|(b` is none, and would become one by the brackets around it.
    Regex::new(pattern)?;
    Regex::new(&format!("^(?:{pattern})$"))
}

fn form_schema(line: Value) -> Result<Value, LineError> {
    let line: SchemaLine = serde_json::from_value(line)?;
    let schema = schema(&line.form);
    Ok(json!({ "schema": schema.schema, "exact": schema.exact }))
}

fn random_form(line: Value) -> Result<Value, LineError> {
    let line: RandomLine = serde_json::from_value(line)?;
    let form = if line.wild { testing::wild_form(line.seed)? } else { testing::random_form(line.seed)? };
    let answers = testing::random_answers(&form, line.set)?;
    Ok(json!({
        "form": form,
        "answers": answers,
        "today": testing::today(),
        "groups": testing::groups(),
        "prefill": testing::prefill(),
    }))
}

fn sound_form(line: Value) -> Result<Value, LineError> {
    let line: SoundLine = serde_json::from_value(line)?;
    let form = testing::sound_form(line.seed)?;
    let answers = (0..line.sets).map(|set| testing::numbered_answers(&form, line.seed, set));
    let answers = answers.collect::<Result<Vec<_>, IdError>>()?;
    Ok(json!({ "form": form, "answers": answers }))
}

/// With the backend's engine for regular expressions: a browser that is held against it brings its own.
fn random_digest(line: Value) -> Result<Value, LineError> {
    let compiled = RefCell::new(BTreeMap::new());
    let matches = |pattern: &str, text: &str| {
        let mut compiled = compiled.borrow_mut();
        let regex = compiled.entry(pattern.to_owned()).or_insert_with(|| whole(pattern).ok());
        regex.as_ref().is_none_or(|regex| regex.is_match(text))
    };
    Ok(testing::cli(line, &matches)?)
}

fn random_cases(line: Value) -> Result<Value, LineError> {
    let line: CasesLine = serde_json::from_value(line)?;
    let form = if line.short { testing::short_form(line.seed)? } else { testing::numbered_form(line.seed)? };
    let schema = schema(&form);
    let cases = testing::cases(&Compiled::new(form), line.seed, line.sets)?;
    Ok(json!({ "schema": schema.schema, "exact": schema.exact, "cases": cases }))
}

//! Everything that the rules say of a form and answers, so that two builds of them can be compared to the last character.

use super::{
    super::{Answers, Compiled, Context, Evaluation, Form, QuestionState, cli::said, lint, migrate},
    numbered, numbered_answers, with_context,
};
use crate::{
    ids::{IdError, QuestionId},
    money::Currency,
};
use serde::{Deserialize, de::Error};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// What the rules say of `answers`, as JSON: what is asked, offered, wrong, filled in, sent and charged, in rows too, and
/// what another version of the form would leave behind. `matches` decides patterns, as in [`Context::matches`].
pub fn transcript(form: &Compiled, answers: &Answers, matches: &dyn Fn(&str, &str) -> bool) -> Value {
    with_context(matches, |context| {
        let mut told = said(form, answers, context, Currency::EUR);
        told["rows"] = rows(&form.evaluate(answers, context));
        told["prefilled"] = prefilled(form, answers, context);
        let left_behind = migrate(form, answers).dropped.into_iter().map(|dropped| dropped.pointer);
        told["left_behind"] = left_behind.collect();
        // The order of keys must not depend on which features other crates turn on in `serde_json`.
        told.sort_all_objects();
        told
    })
}

/// Whoever fills in the form answered every other question of their own.
fn prefilled(form: &Compiled, answers: &Answers, context: &Context<'_>) -> Value {
    let own: BTreeSet<QuestionId> = answers.keys().step_by(2).cloned().collect();
    json!(form.prefilled(answers, &own, context))
}

/// What holds within rows.
fn rows(evaluation: &Evaluation) -> Value {
    let cell = |cell: &QuestionState| {
        json!({
            "id": cell.id,
            "visible": cell.visible,
            "required": cell.required,
            "read_only": cell.read_only,
            "options": cell.options,
            "waits_for": cell.waits_for,
            "default": cell.default,
        })
    };
    let mut all = Map::new();
    for question in evaluation.questions.iter().filter(|question| !question.rows.is_empty()) {
        let rows = question.rows.iter().map(|row| {
            let cells: Vec<Value> = row.cells.iter().map(cell).collect();
            json!({ "counts": row.counts, "cells": cells })
        });
        all.insert(question.id.to_string(), rows.collect());
    }
    Value::Object(all)
}

/// What the rules say of the form of `seed` itself, then of each of `sets` sets of answers to it.
pub fn transcripts(
    seed: u64,
    sets: u64,
    matches: &dyn Fn(&str, &str) -> bool,
) -> Result<Vec<Value>, IdError> {
    let form = numbered(seed)?;
    let mut all = vec![faults(&form)];
    for set in 0..sets {
        let answers = numbered_answers(&form, seed, set)?;
        all.push(transcript(&form, &answers, matches));
    }
    Ok(all)
}

fn faults(form: &Form) -> Value {
    let fault = |pointer: String, what: String| json!({ "pointer": pointer, "what": what });
    lint(form).into_iter().map(|finding| fault(finding.pointer.clone(), finding.what())).collect()
}

/// One number for what the rules say of the form of `seed` with `sets` sets of answers: FNV-1a over the transcripts. Two
/// builds of the rules agree where their digests do.
pub fn digest(seed: u64, sets: u64, matches: &dyn Fn(&str, &str) -> bool) -> Result<u64, IdError> {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for said in transcripts(seed, sets, matches)? {
        for byte in said.to_string().bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    Ok(hash)
}

#[derive(Deserialize)]
struct Line {
    from: u64,
    forms: u64,
    sets: u64,
    /// The transcripts too.
    #[serde(default)]
    said: bool,
}

/// Answers `{"from", "forms", "sets", "said"?}`, the `rules random-digest` line: a digest for each of so many forms, as
/// hexadecimal digits, since not every reader of JSON takes a number of 64 bits.
pub fn cli(line: Value, matches: &dyn Fn(&str, &str) -> bool) -> Result<Value, serde_json::Error> {
    let line: Line = serde_json::from_value(line)?;
    let (mut digests, mut told) = (Vec::new(), Vec::new());
    for seed in line.from..line.from.saturating_add(line.forms) {
        let digest = digest(seed, line.sets, matches).map_err(serde_json::Error::custom)?;
        digests.push(format!("{digest:016x}"));
        if line.said {
            told.push(transcripts(seed, line.sets, matches).map_err(serde_json::Error::custom)?);
        }
    }
    let mut answer = json!({ "digests": digests });
    if line.said {
        answer["said"] = json!(told);
    }
    Ok(answer)
}

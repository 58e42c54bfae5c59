//! How long a form takes between a key and the answer of the rules: part of `cargo xtask bench forms`.
//!
//! Reads `{"form": …, "rounds": [answers, …]}`: the answers as they are after each key. Goes through them until it has seen
//! enough, and prints the median and the slowest of a hundred in microseconds: `{"median_us": …, "p99_us": …}`.

use guichet_rules::form::{Answers, Compiled, Context, Form, Prefill, testing};
use serde::Deserialize;
use serde_json::json;
use std::{error::Error, io, time::Instant};

/// Evaluations that are measured, after as many that are not: some tenths of a second of work.
const EVALUATIONS: usize = 2_000;

#[derive(Deserialize)]
struct Line {
    form: Form,
    rounds: Vec<Answers>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let line: Line = serde_json::from_reader(io::stdin().lock())?;
    let form = Compiled::new(line.form);
    let context = Context {
        today: testing::today(),
        groups: &[],
        matches: &testing::matches,
        prefill: Prefill::nothing(),
    };
    let mut visible = 0;
    let mut took: Vec<f64> = Vec::with_capacity(2 * EVALUATIONS);
    for answers in line.rounds.iter().cycle().take(2 * EVALUATIONS) {
        let began = Instant::now();
        let evaluation = form.evaluate(answers, &context);
        took.push(began.elapsed().as_secs_f64() * 1e6);
        visible += evaluation.questions.iter().filter(|question| question.visible).count();
    }
    let mut took = took.split_off(took.len() / 2);
    took.sort_by(f64::total_cmp);
    let at = |share: usize| took.get(took.len() * share / 100).copied().unwrap_or_default();
    // Looked at, so that nothing is left out of what is measured.
    let answer = json!({ "median_us": at(50), "p99_us": at(99), "visible": visible });
    println!("{answer}");
    Ok(())
}

//! From a key to its paint in a form of 200 questions with 400 conditions, beside the same form in React JSON Schema Form.
//!
//! Both are in the same Chromium by turns, as they come: ours judges every answer at each key, the peer when it is sent. Then
//! the evaluation by itself, without a browser.

use super::line;
use crate::{
    portal,
    process::{build, command, output, root, say},
    run, test, tools,
};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::fs::{self, File};

/// What the browser saw, as `tests/e2e/forms.mjs` writes it: milliseconds of each key, a list a round.
#[derive(Deserialize)]
struct Keys {
    ours: Vec<Vec<f64>>,
    peer: Vec<Vec<f64>>,
    /// Our page without its program.
    bare: Vec<Vec<f64>>,
}

/// What the evaluation by itself takes, as the program `keystroke` writes it.
#[derive(Deserialize)]
struct Evaluation {
    median_us: f64,
    p99_us: f64,
}

/// Of the peer's median, at most this share.
const SHARE: f64 = 0.25;
/// A frame of a screen that shows sixty a second, in milliseconds.
const FRAME_MS: f64 = 16.7;

/// Builds, types, evaluates.
pub fn measure() -> Result<()> {
    portal::build()?;
    run::backend()?;
    let chromium = test::prepare()?;
    let packages = tools::rjsf()?;
    say("typing into both forms (some minutes)");
    let mut node = command("node");
    node.arg("forms.mjs").current_dir(root().join("tests/e2e"));
    let text = output(node.env("CHROMIUM", chromium).env("RJSF", packages))?;
    let Keys { ours, peer, bare } =
        serde_json::from_str(&text).context("forms.mjs printed no list of keys")?;
    let evaluation = evaluation()?;

    println!("\nMilliseconds from a key to its paint\n");
    println!("            median     p99");
    for (name, rounds) in [("ours", &ours), ("peer", &peer), ("bare", &bare)] {
        for round in rounds {
            println!("  {name}{:>12.1}{:>8.1}", at(round, 50), at(round, 99));
        }
    }
    println!(
        "\nThe evaluation by itself: {:.0} µs, 99 of 100 within {:.0} µs\n",
        evaluation.median_us, evaluation.p99_us
    );
    let (own, theirs) = (typical(&ours, 50), typical(&peer, 50));
    let goal = "at most 0.25 of the peer";
    println!("{}", line("forms/keystroke", own, theirs, goal, own <= SHARE * theirs));
    let (own, theirs) = (typical(&ours, 99), typical(&peer, 99));
    println!("{}", line("forms/frame", own, theirs, "99 of 100 within 16.7 ms", own <= FRAME_MS));
    let milliseconds = evaluation.p99_us / 1000.0;
    println!(
        "{}",
        line("forms/evaluation", milliseconds, 0.0, "99 of 100 within 16.7 ms", milliseconds <= FRAME_MS)
    );
    Ok(())
}

/// Evaluates the same form with the same answers, natively.
fn evaluation() -> Result<Evaluation> {
    build(&["--package", "guichet-rules", "--features", "testing", "--bin", "keystroke"])?;
    let folder = root().join("target/bench");
    fs::create_dir_all(&folder)?;
    let file = folder.join("large-form.json");
    let large = output(command("node").arg("forms/large.mjs").current_dir(root().join("tests/e2e")))?;
    fs::write(&file, large).with_context(|| format!("{} cannot be written", file.display()))?;
    let mut keystroke = command(&root().join("target/release/keystroke").to_string_lossy());
    let text = output(keystroke.stdin(File::open(&file)?))?;
    serde_json::from_str(&text).context("keystroke printed no figures")
}

/// What so many of a hundred stay within in a typical round: one round that something disturbed does not count.
fn typical(rounds: &[Vec<f64>], share: usize) -> f64 {
    let each: Vec<f64> = rounds.iter().map(|round| at(round, share)).collect();
    at(&each, 50)
}

/// What so many of a hundred stay within.
fn at(times: &[f64], share: usize) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1);
    sorted.get((sorted.len() * share / 100).min(last)).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_slow_ones_are_found() {
        let times: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!((at(&times, 50), at(&times, 99)), (51.0, 100.0));
        assert_eq!(typical(&[vec![3.0], vec![1.0], vec![2.0]], 50), 2.0);
        assert!(at(&[], 50).is_nan());
    }
}

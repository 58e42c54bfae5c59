//! The native rules against those in WebAssembly, to the last character of what they say.

use super::{Judges, Lines, SETS};
use crate::process::say;
use anyhow::{Result, bail};
use serde_json::{Value, json};
use std::time::Instant;

/// Forms that are asked for at once.
const AT_ONCE: u64 = 50;
/// After so many there is a line.
const OFTEN: u64 = 2_000;

/// Compares what both say of so many forms.
pub fn compare(judges: &Judges, from: u64, forms: u64) -> Result<()> {
    let began = Instant::now();
    say(format!("{forms} random forms with {SETS} sets of answers, natively and in WebAssembly"));
    let (mut native, mut wasm) = (judges.native("random-digest")?, judges.wasm("random_digest")?);
    let mut done = 0;
    while done < forms {
        let many = AT_ONCE.min(forms - done);
        let line = json!({ "from": from + done, "forms": many, "sets": SETS });
        // Both work at the same time.
        native.send(&line)?;
        wasm.send(&line)?;
        let (here, there) = (digests(&native.hear()?), digests(&wasm.hear()?));
        if here.len() as u64 != many || here != there {
            let differs = here.iter().zip(&there).position(|(here, there)| here != there);
            let seed = from + done + differs.unwrap_or(here.len().min(there.len())) as u64;
            bail!("{}", difference(judges, &mut native, &mut wasm, seed)?);
        }
        done += many;
        if done.is_multiple_of(OFTEN) && done < forms {
            println!("    {done} forms agree, {} s", began.elapsed().as_secs());
        }
    }
    let evaluations = forms * SETS;
    println!("    {forms} forms agree in {evaluations} evaluations, {} s", began.elapsed().as_secs());
    Ok(())
}

fn digests(answer: &Value) -> Vec<String> {
    let digests = answer.get("digests").and_then(Value::as_array).into_iter().flatten();
    digests.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Where the two differ on the form of `seed`, for whoever mends it.
fn difference(judges: &Judges, native: &mut Lines, wasm: &mut Lines, seed: u64) -> Result<String> {
    let line = json!({ "from": seed, "forms": 1, "sets": SETS, "said": true });
    let (here, there) = (native.ask(&line)?, wasm.ask(&line)?);
    let said = |answer: &Value, n: usize| answer.pointer(&format!("/said/0/{n}")).cloned();
    // The first is about the form itself, which every set of answers comes with.
    let differs = (0..=SETS as usize).find(|n| said(&here, *n) != said(&there, *n));
    let Some(n) = differs else { return Ok(format!("the digests of form {seed} differ, and nothing else")) };
    let set = seed.wrapping_mul(1_000).wrapping_add((n as u64).saturating_sub(1));
    let made =
        judges.native("random-form")?.ask(&json!({ "seed": seed, "set": set, "wild": seed % 2 == 1 }))?;
    let shown = |value: Option<Value>| value.unwrap_or_default().to_string();
    Ok(format!(
        "form {seed} with answers {set}: {made}\n\nnatively: {}\n\nin WebAssembly: {}",
        shown(said(&here, n)),
        shown(said(&there, n)),
    ))
}

//! The rules against ajv, which knows nothing but the schema of a form. The crate `jsonschema` is held against them in the
//! tests of `crates/rules`.

use super::{Judges, Lines};
use crate::{
    process::{command, say},
    tools,
};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;
use std::time::Instant;

/// Sets of answers to each form, each of which makes two cases. A schema takes longer to be compiled than answers to be
/// judged.
const SETS: u64 = 8;
/// Of this many forms one is as long as any; the others are short, so that JSON Schema can say all of many of them.
const LONG: u64 = 4;

/// What ajv says to one form.
#[derive(Deserialize)]
struct Verdicts {
    /// Whether each case is valid.
    valid: Vec<bool>,
}

#[derive(Deserialize)]
struct Cases {
    exact: bool,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    right: bool,
}

#[derive(Debug, Default)]
struct Counted {
    exact_right: u64,
    exact_wrong: u64,
    loose_right: u64,
    loose_wrong: u64,
}

/// Compares what both say to answers to so many forms.
pub fn compare(judges: &Judges, from: u64, forms: u64) -> Result<()> {
    let began = Instant::now();
    say(format!("{forms} random forms and their schemas, by the rules and by ajv"));
    let modules = tools::ajv()?;
    let mut native = judges.native("random-cases")?;
    let mut node = command("node");
    let mut ajv = Lines::start("ajv", node.arg("tests/forms/ajv.mjs").arg(modules))?;
    let mut counted = Counted::default();
    for seed in from..from + forms {
        let made = native.ask(&json!({ "seed": seed, "sets": SETS, "short": !seed.is_multiple_of(LONG) }))?;
        let verdicts: Verdicts =
            serde_json::from_value(ajv.ask(&made).with_context(|| format!("form {seed}"))?)?;
        let cases = Cases::deserialize(&made)?;
        if cases.cases.len() != verdicts.valid.len() {
            bail!("ajv judged {} of {} cases", verdicts.valid.len(), cases.cases.len());
        }
        for (n, (case, valid)) in cases.cases.iter().zip(verdicts.valid).enumerate() {
            if !counted.add(cases.exact, case.right, valid) {
                let answers = made.pointer(&format!("/cases/{n}/answers")).cloned().unwrap_or_default();
                let schema = made.get("schema").cloned().unwrap_or_default();
                let (rules, ajv) = (word(case.right), word(valid));
                bail!("form {seed}: the rules {rules} and ajv {ajv} {answers} by {schema}");
            }
        }
    }
    counted.check()?;
    let Counted { exact_right, exact_wrong, loose_right, loose_wrong } = counted;
    println!(
        "    exact schemas: {exact_right} taken and {exact_wrong} refused by both; looser ones: {loose_right} taken by both, \
         {loose_wrong} refused by the rules; {} s",
        began.elapsed().as_secs()
    );
    Ok(())
}

fn word(takes: bool) -> &'static str {
    if takes { "take" } else { "refuse" }
}

impl Counted {
    /// Counts a case; false where the two may not differ and do: what the rules take is valid, and where the schema is exact
    /// nothing else is.
    fn add(&mut self, exact: bool, right: bool, valid: bool) -> bool {
        *match (exact, right) {
            (true, true) => &mut self.exact_right,
            (true, false) => &mut self.exact_wrong,
            (false, true) => &mut self.loose_right,
            (false, false) => &mut self.loose_wrong,
        } += 1;
        if exact { valid == right } else { valid || !right }
    }

    /// Whether enough of what this is about came up: a tenth in exact schemas, and a fiftieth of each kind.
    fn check(&self) -> Result<()> {
        let Self { exact_right, exact_wrong, loose_right, loose_wrong } = *self;
        let all = exact_right + exact_wrong + loose_right + loose_wrong;
        let least = [exact_right, exact_wrong, loose_right].into_iter().min().unwrap_or(0);
        if (exact_right + exact_wrong) * 10 < all || least * 50 < all {
            bail!("too few cases say anything: {self:?}");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_differ_and_what_may_not() {
        let mut counted = Counted::default();
        for (exact, right, valid, fine) in [
            (true, true, true, true),
            (true, true, false, false),
            (true, false, true, false),
            (true, false, false, true),
            (false, true, true, true),
            (false, true, false, false),
            (false, false, true, true),
            (false, false, false, true),
        ] {
            assert_eq!(counted.add(exact, right, valid), fine, "{exact} {right} {valid}");
        }
        assert!(counted.check().is_ok());
        assert!(Counted { loose_right: 100, ..Counted::default() }.check().is_err());
    }
}

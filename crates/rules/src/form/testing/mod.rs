//! Random forms and answers, for tests: the same for the same seed on every machine, native or WebAssembly, so that two
//! builds can be held against one another.
//!
//! Every type of question and every operator comes up. [`digest`] is one number for what the rules say of many of them.

mod answers;
mod condition;
mod form;
mod rng;
mod values;

pub use values::matches;

use super::{Answers, Compiled, Context, Form, Prefill, cli::said};
use crate::{
    ids::{GroupId, IdError},
    money::Currency,
};
use chrono::NaiveDate;
use serde_json::Value;
use std::{collections::BTreeMap, ops::Range};

/// A form whose conditions name earlier questions only, as the lint asks for. Never fails: the ids of random forms are
/// ids.
pub fn random_form(seed: u64) -> Result<Form, IdError> {
    form::form(seed, false)
}

/// A form in which conditions may also name questions that come later or do not exist, and types may be unknown.
pub fn wild_form(seed: u64) -> Result<Form, IdError> {
    form::form(seed, true)
}

/// Answers to `form`, most of them of the right type, some of them not.
pub fn random_answers(form: &Form, seed: u64) -> Result<Answers, IdError> {
    answers::answers(form, seed)
}

/// The day on which random forms are evaluated.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default()
}

/// The groups of the person whom random forms are for.
pub fn groups() -> Vec<GroupId> {
    GroupId::new("designers").into_iter().collect()
}

/// What defaults of random forms come from.
pub fn prefill() -> Prefill {
    let facts = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
        pairs.iter().map(|(fact, value)| ((*fact).to_owned(), (*value).to_owned())).collect()
    };
    Prefill {
        person: facts(&[("id", "a"), ("email", "a@b.de"), ("location", "b"), ("name", "abc")]),
        link: facts(&[("a", "a"), ("b", "2"), ("c", "true")]),
        assets: BTreeMap::from([("a".to_owned(), facts(&[("serial", "4410"), ("location", "c")]))]),
    }
}

/// What the rules say of `answers`, as JSON.
pub fn transcript(form: &Compiled, answers: &Answers) -> Value {
    let (groups, prefill) = (groups(), prefill());
    let context = Context { today: today(), groups: &groups, matches: &matches, prefill: &prefill };
    said(form, answers, &context, Currency::EUR)
}

/// One number for what the rules say of the forms of all `seeds`, each with so many sets of answers: FNV-1a over the
/// transcripts. Two builds of the rules agree where their digests do.
pub fn digest(seeds: Range<u64>, sets: u64) -> Result<u64, IdError> {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for seed in seeds {
        let form = if seed % 2 == 0 { random_form(seed)? } else { wild_form(seed)? };
        let form = Compiled::new(form);
        for set in 0..sets {
            let answers = random_answers(&form, seed.wrapping_mul(1_000).wrapping_add(set))?;
            let mut said = transcript(&form, &answers);
            // The order of keys must not depend on which features other crates turn on in `serde_json`.
            said.sort_all_objects();
            for byte in said.to_string().bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
    Ok(hash)
}

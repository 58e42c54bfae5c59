//! Random forms and answers, for tests: the same for the same seed on every machine, native or WebAssembly, so that two
//! builds can be held against one another.
//!
//! Every type of question and every operator comes up. [`transcripts()`] is all that the rules say of such a form, [`digest()`]
//! one number for it; [`cases()`] says which answers they take, for whoever judges by the schema; [`hostile`] attacks whatever
//! reads forms and answers.

mod answers;
mod cases;
mod condition;
mod form;
pub mod hostile;
mod rng;
mod sound;
mod transcript;
mod values;

pub use cases::{Case, cases};
pub use transcript::{cli, digest, transcript, transcripts};
pub use values::matches;

use super::{Answers, Compiled, Context, Form, Prefill};
use crate::ids::{GroupId, IdError};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A form whose conditions name earlier questions only, as the lint asks for. Never fails: the ids of random forms are
/// ids.
pub fn random_form(seed: u64) -> Result<Form, IdError> {
    form::form(seed, false)
}

/// A form in which conditions may also name questions that come later or do not exist, and types may be unknown.
pub fn wild_form(seed: u64) -> Result<Form, IdError> {
    form::form(seed, true)
}

/// A random form without what the lint finds in it: one that a backend publishes. Little may be left of it, or nothing.
pub fn sound_form(seed: u64) -> Result<Form, IdError> {
    random_form(seed).map(sound::mended)
}

/// The first questions of a random form, one to four of them: few enough that JSON Schema can say all of many such forms.
pub fn short_form(seed: u64) -> Result<Form, IdError> {
    let mut form = random_form(seed)?;
    let mut left = usize::try_from(seed % 4).unwrap_or(0) + 1;
    for page in &mut form.pages {
        page.questions.truncate(left);
        left -= page.questions.len();
    }
    form.pages.retain(|page| !page.questions.is_empty());
    Ok(form)
}

/// The form that stands for `seed` where builds are compared: every other one is wild.
pub fn numbered_form(seed: u64) -> Result<Form, IdError> {
    if seed.is_multiple_of(2) { random_form(seed) } else { wild_form(seed) }
}

/// Answers to `form`, most of them of the right type, some of them not.
pub fn random_answers(form: &Form, seed: u64) -> Result<Answers, IdError> {
    answers::answers(form, seed)
}

/// One of many sets of answers to the form of `seed`.
pub fn numbered_answers(form: &Form, seed: u64, set: u64) -> Result<Answers, IdError> {
    random_answers(form, seed.wrapping_mul(1_000).wrapping_add(set))
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

/// Calls `look` with what there is to know beside a random form and its answers.
fn with_context<T>(matches: &dyn Fn(&str, &str) -> bool, look: impl FnOnce(&Context<'_>) -> T) -> T {
    let (groups, prefill) = (groups(), prefill());
    look(&Context { today: today(), groups: &groups, matches, prefill: &prefill })
}

/// A random form made ready, from `seed`.
fn numbered(seed: u64) -> Result<Compiled, IdError> {
    numbered_form(seed).map(Compiled::new)
}

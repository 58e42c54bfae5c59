//! What was typed into the form of a delegation, and what is wrong with it before it is sent.

use crate::{api::Key, i18n::m, ui::FieldError};
use chrono::NaiveDate;
use guichet_contract::types::{DelegationInput, DelegationPatch};
use guichet_rules::ids::PersonId;
use serde::{Deserialize, Serialize};

/// The field of who decides, by its pointer in the contract.
pub(super) const DELEGATE: &str = "/delegate";
/// The field of the first day.
pub(super) const FROM: &str = "/from";
/// The field of the last day.
pub(super) const UNTIL: &str = "/until";
/// The field of the reason.
pub(super) const REASON: &str = "/reason";

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    /// Who decides: their id; empty while nobody is chosen.
    pub delegate: String,
    /// Their name.
    pub name: String,
    /// The first day, ISO 8601.
    pub from: String,
    /// The last day.
    pub until: String,
    /// Why.
    pub reason: String,
    /// One delegation has one key until it went through.
    pub key: String,
}

impl Typed {
    /// Nothing yet, of a delegation that is not there yet.
    pub fn fresh() -> Self {
        Self { key: Key::fresh().to_string(), ..Self::default() }
    }
}

/// What is not filled in, or cannot be.
pub(super) fn missing(typed: &Typed) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let mut add = |key: &str, message: String| errors.push(FieldError { key: key.to_owned(), message });
    let (from, until) = (day(&typed.from), day(&typed.until));
    if typed.delegate.is_empty() {
        add(DELEGATE, m::approvals::need_delegate());
    }
    if from.is_none() {
        add(FROM, m::approvals::need_first_day());
    }
    match (from, until) {
        (_, None) => add(UNTIL, m::approvals::need_last_day()),
        (Some(from), Some(until)) if until < from => add(UNTIL, m::approvals::days_reversed()),
        _ => {}
    }
    errors
}

fn day(text: &str) -> Option<NaiveDate> {
    text.trim().parse().ok()
}

/// Whether both say the same, whatever their keys.
pub(super) fn is_same(one: &Typed, other: &Typed) -> bool {
    let (name, key) = (other.name.clone(), other.key.clone());
    Typed { name, key, ..one.clone() } == *other
}

/// What was typed, as the contract has it; nothing where something is missing.
pub(super) fn input(typed: &Typed) -> Option<DelegationInput> {
    Some(DelegationInput {
        delegate: PersonId::new(typed.delegate.clone()).ok()?,
        from: day(&typed.from)?,
        until: day(&typed.until)?,
        reason: Some(typed.reason.trim().to_owned()).filter(|reason| !reason.is_empty()),
    })
}

/// The whole of it, as a change: an empty reason takes the old one away.
pub(super) fn patch(input: &DelegationInput) -> DelegationPatch {
    DelegationPatch {
        delegate: Some(input.delegate.clone()),
        from: Some(input.from),
        until: Some(input.until),
        reason: Some(input.reason.clone().unwrap_or_default()),
    }
}

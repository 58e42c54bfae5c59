//! Answers, mistakes and prices in words.

mod answer;
mod mistake;

pub(super) use answer::answer;
pub(super) use mistake::{code_of, mistake};

use crate::format;
use guichet_rules::money::{Amounts, Currency};

/// What an option adds to the price, for the end of its line.
pub(super) fn price(amounts: Option<Amounts>, currency: Currency) -> Option<String> {
    amounts.filter(|a| !a.is_free()).map(|a| format::amounts(a, currency, true))
}

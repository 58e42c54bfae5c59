//! Answers, mistakes, reasons and prices in words.

mod answer;
mod mistake;
mod why;

pub(super) use answer::answer;
pub(super) use mistake::{code_of, mistake};
pub(super) use why::why;

use crate::{format, i18n::m};
use guichet_rules::{
    form::{Kind, Question},
    money::{Amounts, Currency},
};

/// What an option adds to the price, for the end of its line.
pub(super) fn price(amounts: Option<Amounts>, currency: Currency) -> Option<String> {
    amounts.filter(|a| !a.is_free()).map(|a| format::amounts(a, currency, true))
}

/// The name of a row of `question`, counted from 0: "Person 1".
pub(super) fn row_title(question: &Question, row: usize) -> String {
    // So many rows are none that anybody fills in.
    let number = format::number(u32::try_from(row).unwrap_or(u32::MAX).saturating_add(1).into());
    match &question.kind {
        Kind::Rows { row_label: Some(label), .. } => format!("{label} {number}"),
        _ => m::requests::row(&number),
    }
}

/// Something about a row of `question`, counted from 0.
pub(super) fn in_row(question: &Question, row: usize, words: &str) -> String {
    m::requests::in_row(&row_title(question, row), words)
}

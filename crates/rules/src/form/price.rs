//! What answers cost.

use super::{
    Answer, Kind, Question, QuestionState,
    plan::{Offer, Plan},
};
use crate::money::{Amounts, PriceLine};

/// Adds what one answer costs: a line for each thing that is charged. Only what is visible and on offer is.
pub(super) fn lines(question: &Question, plan: &Plan, state: &QuestionState, all: &mut Vec<PriceLine>) {
    let Some(answer) = &state.answer else { return };
    let mut line = |label: &str, amounts: Option<Amounts>| {
        let charged = amounts.filter(|a| !a.is_free());
        all.extend(charged.map(|amounts| PriceLine { label: label.to_owned(), amounts }));
    };
    let mut offer = |offer: Option<&Offer>| {
        if let Some(offer) = offer {
            line(&offer.label, offer.price);
        }
    };
    let chosen = |id: &str| plan.offer(id).map(|(_, offer)| offer);
    match (&question.kind, answer) {
        (Kind::YesNo { price }, Answer::YesNo(true)) => line(&question.label, *price),
        (Kind::Number { price: Some(price), .. }, Answer::Number(n)) => {
            let count = counted(*n);
            line(&format!("{} × {count}", question.label), Some(price.times(count)));
        }
        (Kind::SingleChoice { .. }, Answer::Id(id)) => offer(chosen(id)),
        (Kind::ManyChoice { .. }, Answer::Ids(ids)) => ids.iter().for_each(|id| offer(chosen(id))),
        // Whoever chooses a city has chosen its country too.
        (Kind::Tree { .. }, Answer::Path(path)) => path.iter().for_each(|id| offer(chosen(id))),
        (Kind::Rows { questions, .. }, Answer::Rows(_)) => {
            for row in state.rows.iter().filter(|row| row.counts) {
                for ((column, plan), cell) in questions.iter().zip(&plan.columns).zip(&row.cells) {
                    lines(column, plan, cell, all);
                }
            }
        }
        _ => {}
    }
}

/// How many are charged: parts of a thing are not, and less than none is none.
fn counted(n: f64) -> u32 {
    // Saturates at both ends.
    n as u32
}

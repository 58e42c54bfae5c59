//! Who pays, and what else there is to say.

use super::ordering::{NOTE, Ordering, PAYER};
use crate::{
    i18n::m,
    ui::{Choice, FieldText, Select, TextArea},
};
use leptos::prelude::*;

/// The cost centre; absent where there is none to choose.
pub fn payer(ordering: Ordering) -> AnyView {
    let options = Memo::new(move |_| {
        let told = ordering.previewed.with(|previewed| {
            let centres = previewed.preview.as_ref().map(|p| p.cost_centres.clone()).unwrap_or_default();
            centres
                .into_iter()
                .map(|c| Choice::new(c.id.to_string(), format!("{} {}", c.id, c.name)))
                .collect::<Vec<_>>()
        });
        let chosen = ordering.basket.cart.with(|cart| cart.cost_centre.clone());
        // What was chosen stays to be seen, though it may no longer be charged for these people.
        let stray = !chosen.is_empty() && !told.iter().any(|choice| choice.value == chosen);
        let stray = stray.then(|| Choice::new(chosen.clone(), chosen));
        told.into_iter().chain(stray).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || {
        Some(ordering.basket.cart.with(|cart| cart.cost_centre.clone())).filter(|chosen| !chosen.is_empty())
    });
    let take = Callback::new(move |chosen: Option<String>| {
        ordering.basket.change(|cart| cart.cost_centre = chosen.unwrap_or_default());
    });
    let field = FieldText::new(m::cart::cost_centre())
        .hint(Signal::stored(Some(m::cart::cost_centre_hint())))
        .error(Signal::derive(move || ordering.at_field(PAYER)))
        .at(ordering.focus, PAYER);
    let there = Memo::new(move |_| !options.with(Vec::is_empty));
    (move || {
        there.get().then(|| {
            view! { <Select field=field options=options value=value on_change=take empty=m::cart::cost_centre_own()/> }
        })
    })
    .into_any()
}

/// The note.
pub fn note(ordering: Ordering) -> AnyView {
    let value = Signal::derive(move || ordering.basket.cart.with(|cart| cart.note.clone()));
    let take = Callback::new(move |typed: String| ordering.basket.change(|cart| cart.note = typed));
    let optional = Signal::stored(Some(m::common::optional()));
    let field = FieldText::new(m::cart::note())
        .optional(optional)
        .error(Signal::derive(move || ordering.at_field(NOTE)))
        .at(ordering.focus, NOTE);
    view! { <TextArea field=field value=value on_input=take/> }.into_any()
}

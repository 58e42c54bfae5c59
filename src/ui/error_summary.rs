//! All mistakes of a form in one place. It takes the focus when it appears, and leads to each field.

use super::use_ids;
use leptos::{ev, html, prelude::*};

/// One mistake.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldError {
    /// Which field, as given to [`FocusMap`](super::FocusMap).
    pub key: String,
    /// The same words as at the field.
    pub message: String,
}

/// The box above a form. Empty, it is not there.
#[component]
pub fn ErrorSummary(
    /// "There is a problem".
    #[prop(into)]
    title: Signal<String>,
    /// What is wrong.
    #[prop(into)]
    errors: Signal<Vec<FieldError>>,
    /// How many times the form was sent: each time the box takes the focus. Not while somebody types.
    #[prop(optional, into)]
    attempt: Signal<u32>,
    /// Called with the key of the field to go to: [`FocusMap::focus`](super::FocusMap::focus).
    #[prop(into)]
    on_follow: Callback<String>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let id = use_ids("errors");
    let errors = Memo::new(move |_| errors.get());
    let any = Memo::new(move |_| !errors.with(Vec::is_empty));
    let focused = StoredValue::new(None::<u32>);
    Effect::new(move |_| {
        let attempt = attempt.get();
        if let Some(node) = node.get().filter(|n| n.is_connected() && focused.get_value() != Some(attempt)) {
            focused.set_value(Some(attempt));
            // It is on the page, so it takes the focus.
            let _ = node.focus();
        }
    });
    let items = move || {
        let all = errors.get().into_iter();
        all.map(|FieldError { key, message }| {
            let href = format!("#{key}");
            let follow = move |ev: ev::MouseEvent| {
                ev.prevent_default();
                on_follow.run(key.clone());
            };
            view! { <li><a class="errors__link" href=href on:click=follow>{message}</a></li> }
        })
        .collect_view()
    };
    let summary = move || {
        any.get().then(|| {
            view! {
                <div node_ref=node class="errors" role="alert" tabindex="-1" aria-labelledby=id.get_value()>
                    <h2 class="errors__title" id=id.get_value()>{move || title.get()}</h2>
                    <ul>{items}</ul>
                </div>
            }
        })
    };
    summary.into_any()
}

//! Texts.

use super::{super::values, Asked};
use crate::{
    i18n::m,
    markdown::markdown,
    ui::{FieldText, InputKind, TextArea, TextInput, Width},
};
use leptos::prelude::*;

fn take(asked: Asked<'_>) -> Callback<String> {
    let take = asked.take();
    Callback::new(move |text: String| take.run(values::text(&text)))
}

/// The kind of a short text, by what the form says a browser may fill in.
pub fn hinted(asked: Asked<'_>) -> InputKind {
    match asked.question.autocomplete.as_deref() {
        Some("tel") => InputKind::Phone,
        Some("email") => InputKind::Email,
        Some("url") => InputKind::Url,
        _ => InputKind::Text,
    }
}

/// One line.
pub fn line(asked: Asked<'_>, field: FieldText, kind: InputKind, width: Width) -> AnyView {
    let secret = asked.question.is_secret();
    let kind = if secret { InputKind::Secret } else { kind };
    // A browser that offers an old secret, or keeps this one, would defeat "never kept".
    let autocomplete = asked.question.autocomplete.clone().or(secret.then(|| "off".to_owned()));
    view! {
        <TextInput
            field=field
            value=asked.typed()
            on_input=take(asked)
            kind=kind
            width=width
            nostrip:autocomplete=autocomplete
        />
    }
    .into_any()
}

/// Several lines.
pub fn lines(asked: Asked<'_>, field: FieldText) -> AnyView {
    view! { <TextArea field=field value=asked.typed() on_input=take(asked)/> }.into_any()
}

/// Several lines with marks, and how they will look.
pub fn rich(asked: Asked<'_>, field: FieldText) -> AnyView {
    let value = asked.typed();
    let text = Memo::new(move |_| Some(value.get()).filter(|text| is_marked(text)));
    let preview = move || {
        text.get().map(|text| {
            view! {
                <p class="muted">{m::requests::preview()}</p>
                <div class="prose">{markdown(&text)}</div>
            }
        })
    };
    view! {
        <div class="stack stack--small">
            {lines(asked, field)}
            {preview}
        </div>
    }
    .into_any()
}

/// Whether a text looks otherwise than it is written.
fn is_marked(text: &str) -> bool {
    text.contains(['*', '_', '`', '[', '#', '>'])
        || text.lines().any(|line| line.trim_start().starts_with("- "))
}

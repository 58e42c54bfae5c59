//! A question of the form: there while it is asked, with why it is.

use super::{asking::Asking, control::control, words, wrong::key_of};
use crate::{
    i18n::m,
    markdown::markdown,
    ui::{FieldText, Notice, TextInput, Tone},
};
use guichet_rules::form::{Kind, Question};
use leptos::prelude::*;

/// The question, while it is asked. What was typed stays in memory when it vanishes, in case it comes back.
pub(super) fn question(asking: Asking, question: Question) -> AnyView {
    let id = question.id.clone();
    let asked = Memo::new(move |_| asking.asks(&id));
    let question = StoredValue::new(question);
    // What is read while it is built must not build it anew.
    (move || asked.get().then(|| untrack(|| question.with_value(|q| shown(asking, q))))).into_any()
}

fn shown(asking: Asking, question: &Question) -> AnyView {
    match &question.kind {
        Kind::Heading {} => view! { <h2 class="section__title">{question.label.clone()}</h2> }.into_any(),
        Kind::Paragraph { text } => view! { <div class="prose">{markdown(text)}</div> }.into_any(),
        Kind::Notice { text } => view! { <div class="notice notice--warn">{markdown(text)}</div> }.into_any(),
        Kind::Unknown => view! { <Notice title=m::requests::wrong_unsupported() tone=Tone::Bad/> }.into_any(),
        _ => lockable(asking, question),
    }
}

/// A control, or its answer while that may not be changed.
fn lockable(asking: Asking, question: &Question) -> AnyView {
    let field = field(asking, question);
    if question.read_only_when.is_none() {
        return control(asking, question, field);
    }
    let id = question.id.clone();
    let locked =
        Memo::new(move |_| asking.evaluation.with(|e| e.question(id.as_str()).is_some_and(|s| s.read_only)));
    let question = StoredValue::new(question.clone());
    let view = move || {
        if !locked.get() {
            return question.with_value(|q| control(asking, q, field));
        }
        let value = Signal::derive(move || {
            question.with_value(|q| asking.kept.with(|k| words::answer(q, k))).unwrap_or_default()
        });
        let nothing = Callback::new(|_: String| ());
        view! { <TextInput field=field value=value on_input=nothing read_only=true/> }.into_any()
    };
    view.into_any()
}

/// The words around a question's control.
fn field(asking: Asking, question: &Question) -> FieldText {
    let key = key_of(&question.id);
    let at = key.clone();
    let mistake = Signal::derive(move || asking.mistake(&at));
    let id = question.id.clone();
    let needed = Memo::new(move |_| {
        asking.evaluation.with(|e| e.question(id.as_str()).is_some_and(|s| s.required))
            || asking.forced.with(|f| f.contains(&id))
    });
    let optional = Signal::derive(move || (!needed.get()).then(|| format!("({})", m::common::optional())));
    let hint = Signal::stored(question.hint.clone());
    FieldText::new(question.label.clone())
        .hint(hint)
        .why(why(asking, question))
        .optional(optional)
        .error(mistake)
        .at(asking.focus, key)
}

/// Why it is asked: in the form's words, or made from the earlier answer that it depends on.
fn why(asking: Asking, question: &Question) -> Signal<Option<String>> {
    if question.visible_when.is_none() {
        return Signal::stored(None);
    }
    if let Some(because) = question.because.clone() {
        return Signal::stored(Some(because));
    }
    let id = question.id.clone();
    Signal::derive(move || {
        let earlier =
            asking.evaluation.with(|e| e.question(id.as_str()).and_then(|s| s.because.first().cloned()))?;
        asking.form.with_value(|form| {
            let earlier = form.question(earlier.as_str())?;
            let answer = asking.kept.with(|k| words::answer(earlier, k))?;
            Some(m::requests::asked_because(&answer, &earlier.label))
        })
    })
}

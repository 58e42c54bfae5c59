//! A question of the form: there while it is asked, with why it is.

use super::{
    asking::Asking,
    at::At,
    control::{Asked, control},
    words,
};
use crate::{
    i18n::m,
    markdown::markdown,
    ui::{FieldText, Notice, TextInput, Tone},
};
use guichet_rules::form::{Kind, Question};
use leptos::prelude::*;

/// The question, while it is asked. What was typed stays in memory when it vanishes, in case it comes back.
pub(super) fn question(asking: Asking, question: Question, at: At) -> AnyView {
    let own = at.clone();
    let asked = Memo::new(move |_| asking.asks(&own) && !asking.is_settled(&own));
    let question = StoredValue::new((question, at));
    // What is read while it is built must not build it anew.
    (move || {
        asked
            .get()
            .then(|| untrack(|| question.with_value(|(question, at)| shown(Asked { asking, question, at }))))
    })
    .into_any()
}

fn shown(asked: Asked<'_>) -> AnyView {
    let question = asked.question;
    match &question.kind {
        Kind::Heading {} => view! { <h2 class="section__title">{question.label.clone()}</h2> }.into_any(),
        Kind::Paragraph { text } => view! { <div class="prose">{markdown(text)}</div> }.into_any(),
        Kind::Image { src, alt } => {
            view! { <div class="prose"><img src=src.clone() alt=alt.clone()/></div> }.into_any()
        }
        Kind::Notice { text } => view! { <div class="notice notice--warn">{markdown(text)}</div> }.into_any(),
        Kind::Unknown => unsupported(),
        // Neither is there in a row.
        Kind::Rows { .. } | Kind::File { .. } if asked.at.cell.is_some() => unsupported(),
        Kind::Computed { .. } => control(asked, field(asked)),
        _ => lockable(asked),
    }
}

fn unsupported() -> AnyView {
    view! { <Notice title=m::requests::wrong_unsupported() tone=Tone::Bad/> }.into_any()
}

/// A control, or its answer while that may not be changed.
fn lockable(asked: Asked<'_>) -> AnyView {
    let (asking, field) = (asked.asking, field(asked));
    if asked.question.read_only_when.is_none() {
        return control(asked, field);
    }
    let locked = asked.state(|state| state.read_only);
    let locked = Memo::new(move |_| locked.get() == Some(true));
    let question = StoredValue::new((asked.question.clone(), asked.at.clone()));
    let view = move || {
        if !locked.get() {
            return question
                .with_value(|(question, at)| untrack(|| control(Asked { asking, question, at }, field)));
        }
        let value = Signal::derive(move || {
            question.with_value(|(question, at)| words::answer(asking, question, at)).unwrap_or_default()
        });
        let nothing = Callback::new(|_: String| ());
        view! { <TextInput field=field value=value on_input=nothing read_only=true/> }.into_any()
    };
    view.into_any()
}

/// The words around a question's control.
fn field(asked: Asked<'_>) -> FieldText {
    let Asked { asking, question, at } = asked;
    let key = at.key();
    let own = key.clone();
    let mistake = Signal::derive(move || asking.mistake(&own));
    let required = asked.state(|state| state.required);
    let id = question.id.clone();
    let needed =
        Memo::new(move |_| required.get() == Some(true) || asking.forced.with(|forced| forced.contains(&id)));
    let asks = question.kind.is_asked();
    let optional = Signal::derive(move || (asks && !needed.get()).then(m::common::optional));
    FieldText::new(question.label.clone())
        .hint(Signal::stored(hint(question)))
        .why(why(asked))
        .optional(optional)
        .error(mistake)
        .at(asking.focus, key)
}

fn hint(question: &Question) -> Option<String> {
    let marks = matches!(question.kind, Kind::RichText { .. }).then(m::requests::marks);
    let both: Vec<String> = question.hint.clone().into_iter().chain(marks).collect();
    (!both.is_empty()).then(|| both.join(" "))
}

fn why(asked: Asked<'_>) -> Signal<Option<String>> {
    if asked.question.visible_when.is_none() {
        return Signal::stored(None);
    }
    let (asking, question, at) = (asked.asking, asked.question.clone(), asked.at.clone());
    Signal::derive(move || words::why(asking, &question, &at))
}

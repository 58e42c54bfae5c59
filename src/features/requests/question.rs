//! A question of the form: there while it is asked, with why it is.

use super::{
    asking::Asking,
    at::At,
    control::{Asked, control},
    part::part,
    words,
};
use crate::{
    i18n::m,
    markdown::markdown,
    ui::{FieldText, Notice, TextArea, TextInput, Tone},
};
use guichet_rules::form::{ChoiceDisplay, Kind, ProblemCode, Question};
use leptos::prelude::*;

/// The question, while it is asked. What was typed stays in memory when it vanishes, in case it comes back.
pub(super) fn question(asking: Asking, question: Question, at: At) -> AnyView {
    let (own, in_row) = (at.clone(), at.cell.is_some());
    let asked = Memo::new(move |_| asking.asks(&own) && !asking.is_settled(&own));
    let question = StoredValue::new((question, at));
    // What is read while it is built must not build it anew.
    let view = move || {
        asked
            .get()
            .then(|| untrack(|| question.with_value(|(question, at)| shown(Asked { asking, question, at }))))
    };
    if in_row { view! { <div class="question">{view}</div> }.into_any() } else { part(view) }
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
        return answered(asked, field);
    }
    let locked = asked.state(|state| state.read_only);
    let locked = Memo::new(move |_| locked.get() == Some(true));
    // A field for one line would run several of them together.
    let lines = matches!(
        asked.question.kind,
        Kind::LongText { .. }
            | Kind::RichText { .. }
            | Kind::ManyChoice { .. }
            | Kind::Rows { .. }
            | Kind::File { .. }
    );
    let question = StoredValue::new((asked.question.clone(), asked.at.clone()));
    let view = move || {
        if !locked.get() {
            return question
                .with_value(|(question, at)| untrack(|| answered(Asked { asking, question, at }, field)));
        }
        let value = Signal::derive(move || {
            question.with_value(|(question, at)| words::answer(asking, question, at)).unwrap_or_default()
        });
        let nothing = Callback::new(|_: String| ());
        if lines {
            return view! { <TextArea field=field value=value on_input=nothing read_only=true/> }.into_any();
        }
        view! { <TextInput field=field value=value on_input=nothing read_only=true/> }.into_any()
    };
    view.into_any()
}

/// A control, with what it cannot do or say by itself: of several answers in sight one stays chosen, what is no longer on offer
/// is not there to be let go of, and of nothing there is nothing to see.
fn answered(asked: Asked<'_>, field: FieldText) -> AnyView {
    let (kind, control) = (&asked.question.kind, control(asked, field));
    let stays = match kind {
        Kind::YesNo { .. } | Kind::Rating { .. } => true,
        Kind::SingleChoice { options_source: None, display, .. } => *display != Some(ChoiceDisplay::Select),
        _ => false,
    };
    let of_options = !kind.options().is_empty();
    if !stays && !of_options && kind.list().is_none() {
        return control;
    }
    view! {
        <div class="stack">
            {control} {of_options.then(|| nothing_on_offer(asked))} {take_back(asked, stays)}
        </div>
    }
    .into_any()
}

/// Says so where none of the form's options is on offer.
fn nothing_on_offer(asked: Asked<'_>) -> AnyView {
    let none = asked.state(|state| state.visible && state.options.is_empty());
    let none = Memo::new(move |_| none.get() == Some(true));
    (move || none.get().then(|| view! { <p class="muted">{m::lookup::none()}</p> })).into_any()
}

/// A button that takes the answer back: where the answer `stays`, is not needed and not what the form begins with, and where it
/// is no longer on offer.
fn take_back(asked: Asked<'_>, stays: bool) -> AnyView {
    let (value, take, needed) = (asked.value(), asked.take(), needed(asked));
    let lost = asked
        .state(|state| state.problem.as_ref().is_some_and(|p| matches!(p.code, ProblemCode::NoSuchOption)));
    let first = asked.state(|state| state.default.clone());
    let there = Memo::new(move |_| {
        let chosen = || stays && !needed.get() && value.get() != first.get().flatten();
        value.with(Option::is_some) && (lost.get() == Some(true) || chosen())
    });
    let (focus, key) = (asked.asking.focus, asked.at.key());
    let press = Callback::new(move |()| {
        take.run(None);
        // The button that had the focus is gone.
        focus.focus(&key);
    });
    let of = format!(" {}", asked.question.label);
    let button = move || {
        there.get().then(|| {
            view! {
                <p>
                    <button class="link-button" type="button" on:click=move |_| press.run(())>
                        {m::requests::take_back()}
                        <span class="visually-hidden">{of.clone()}</span>
                    </button>
                </p>
            }
        })
    };
    button.into_any()
}

/// Whether it needs an answer.
fn needed(asked: Asked<'_>) -> Memo<bool> {
    let (asking, id) = (asked.asking, asked.question.id.clone());
    let required = asked.state(|state| state.required);
    Memo::new(move |_| required.get() == Some(true) || asking.forced.with(|forced| forced.contains(&id)))
}

/// The words around a question's control.
fn field(asked: Asked<'_>) -> FieldText {
    let Asked { asking, question, at } = asked;
    let key = at.key();
    let own = key.clone();
    let mistake = Signal::derive(move || asking.mistake(&own));
    let needed = needed(asked);
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

//! A page of the form.

use super::{
    asking::Asking,
    at::At,
    cart::{add_button, settled_note},
    failure::failure,
    notes::Notes,
    part::{part, presses},
    question::question,
    stage::{self, Stage},
    steps::steps,
    suggest::suggest,
    trial, whom,
};
use crate::{
    i18n::m,
    markdown::markdown,
    ui::{Button, ButtonKind, ErrorSummary, FieldError},
};
use guichet_rules::form::Form;
use leptos::{html, prelude::*};

/// Page `page` of the form.
pub(super) fn form_page(asking: Asking, notes: Notes, page: usize) -> AnyView {
    let (title, legend) = titles(asking, page);
    let errors = Memo::new(move |_| {
        let shown = asking.shown.get();
        asking.wrong.with(|all| {
            let here = all.iter().filter(|w| w.page == page && shown.contains(&w.key));
            let here: Vec<(&str, &str)> =
                here.filter_map(|w| Some((w.key.as_str(), w.words.as_deref()?))).collect();
            asking.form.with_value(|form| told_apart(form, &here))
        })
    });
    let wrong = Signal::derive(move || !errors.with(Vec::is_empty));
    let follow = Callback::new(move |key: String| {
        asking.focus.focus(&key);
    });
    let on = NodeRef::new();
    let questions =
        asking.form.with_value(|f| f.pages.get(page).map(|p| p.questions.clone()).unwrap_or_default());
    let questions = questions
        .into_iter()
        .map(|q| {
            let at = At::question(&q.id);
            question(asking, q, at)
        })
        .collect_view();
    let lead = (page == 0).then(|| {
        let text = asking.item.with_value(|i| markdown(&i.description));
        view! { <div class="page__lead stack stack--small">{text}</div> }
    });
    let beside = (page == 0).then(|| [whom::whom(asking), whom::quantity(asking)].map(part));
    find_wanted(asking);
    view! {
        <div class="page__head">
            {trial::heading(asking, title, wrong)}
        </div>
        {lead}
        <div class="stack">
            {steps(asking, page)}
            {notes.view(asking)}
            {settled_note(asking)}
            <div class="form" on:submit=presses(on)>
                <ErrorSummary title=m::common::problem_title() errors=errors attempt=asking.pointed on_follow=follow/>
                <fieldset class="form__section" disabled=move || asking.draft.locked()>
                    <legend class="visually-hidden">{legend}</legend>
                    {beside}
                    {questions}
                    {suggest(asking, page)}
                </fieldset>
                {failure(asking)}
                {actions(asking, notes, page, on)}
            </div>
        </div>
    }
    .into_any()
}

/// The mistakes, each with its key, for their summary: those that are put into the same words are named after their questions.
fn told_apart(form: &Form, mistakes: &[(&str, &str)]) -> Vec<FieldError> {
    let alone = |words: &str| mistakes.iter().filter(|(_, other)| *other == words).count() == 1;
    let label = |key: &str| At::read(key).and_then(|at| at.find(form).map(|question| question.label.clone()));
    let named = |&(key, words): &(&str, &str)| {
        let label = if alone(words) { None } else { label(key) };
        let message = match label {
            Some(label) => m::requests::in_row(&label, words),
            None => words.to_owned(),
        };
        FieldError { key: key.to_owned(), message }
    };
    mistakes.iter().map(named).collect()
}

/// The page's title, and that of its questions.
fn titles(asking: Asking, page: usize) -> (String, String) {
    let verb = asking.item.with_value(|i| i.verb.clone());
    asking.form.with_value(|form| {
        let legend = form.pages.get(page).map_or_else(String::new, |p| p.title.clone());
        let title = if form.pages.len() > 1 { m::requests::step_title(&legend, &verb) } else { verb };
        (title, legend)
    })
}

fn actions(asking: Asking, notes: Notes, page: usize, on: NodeRef<html::Button>) -> AnyView {
    let words = move || match stage::next(asking, page) {
        Some(_) => m::requests::go_on(),
        None if asking.is_line() => m::cart::save_line(),
        None if stage::needs_check(asking) => m::requests::check(),
        None => asking.item.with_value(|i| i.verb.clone()),
    };
    let back = stage::previous(asking, page).map(|page| {
        let href = asking.url(Stage::Page(page));
        view! { <Button href=href>{m::common::back()}</Button> }
    });
    let reason = asking.draft.reason();
    let sends = move || stage::next(asking, page).is_none() && !stage::needs_check(asking);
    let reason = Signal::derive(move || reason.get().filter(|_| sends()));
    let press = Callback::new(move |()| stage::go_on(asking, page));
    view! {
        {asking.hold.view()}
        {asking.hold_for_cart.view()}
        <div class="form__actions">
            <Button kind=ButtonKind::Primary node_ref=on busy=asking.sending disabled_reason=reason on_press=press>
                {words}
            </Button>
            {to_cart(asking, page)}
            {back}
            {notes.saved(asking)}
        </div>
    }
    .into_any()
}

/// Into the cart, in place of sending it: where the form ends, and where the backend takes orders of several items.
fn to_cart(asking: Asking, page: usize) -> AnyView {
    let ends = Memo::new(move |_| !asking.is_line() && stage::next(asking, page).is_none());
    (move || ends.get().then(|| add_button(asking))).into_any()
}

/// Moves the focus to the field that a "Change" link named, once the page is there.
fn find_wanted(asking: Asking) {
    let Some(key) = asking.wanted.get_value() else { return };
    asking.wanted.set_value(None);
    Effect::new(move || {
        let key = key.clone();
        // After the page's heading took the focus, as it does on every new page.
        request_animation_frame(move || {
            asking.focus.focus(&key);
        });
    });
}

//! Check your answers: all of them once more before something is sent that costs or that others must agree to.

use super::{
    asking::Asking,
    at::At,
    cart::add_button,
    failure::failure,
    notes::Notes,
    stage::Stage,
    submit, trial, words,
    wrong::{QUANTITY, WHOM},
};
use crate::{
    draft,
    i18n::m,
    markdown::markdown,
    ui::{Button, ButtonKind, SummaryList, SummaryRow},
    upload::overview,
};
use guichet_rules::{
    entitlement::OrderFor,
    form::{Kind, Page, Question},
};
use leptos::prelude::*;

/// The page.
pub(super) fn check(asking: Asking, notes: Notes) -> AnyView {
    let pages = asking.form.with_value(|f| f.pages.clone());
    let last = pages.len().saturating_sub(1);
    let sections = pages.into_iter().enumerate().map(|(i, page)| section(asking, i, page)).collect_view();
    let verb = asking.item.with_value(|i| i.verb.clone());
    let back = asking.url(Stage::Page(last));
    let send = Callback::new(move |()| submit::send(asking));
    view! {
        <div class="page__head">
            {trial::heading(asking, m::requests::check(), Signal::default())}
        </div>
        <p class="page__lead">{m::requests::check_lead()}</p>
        <div class="stack">
            {draft::notices(asking.draft)}
            <div>{sections}</div>
            {failure(asking)}
            {asking.hold.view()}
            {asking.hold_for_cart.view()}
            <div class="form__actions">
                <Button kind=ButtonKind::Primary busy=asking.sending disabled_reason=asking.draft.reason() on_press=send>{verb}</Button>
                {add_button(asking)}
                <Button href=back>{m::common::back()}</Button>
                {notes.saved(asking)}
            </div>
        </div>
    }
    .into_any()
}

/// The answers of a page; absent where it asks nothing.
fn section(asking: Asking, index: usize, page: Page) -> AnyView {
    let title = page.title.clone();
    let page = StoredValue::new(page);
    let content = move || {
        let rows = page.with_value(|page| rows(asking, index, page));
        let title = title.clone();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="section">
                    <h2 class="section__title">{title}</h2>
                    <SummaryList rows=rows/>
                </section>
            }
        })
    };
    content.into_any()
}

fn rows(asking: Asking, index: usize, page: &Page) -> Vec<SummaryRow> {
    let mut rows = Vec::new();
    if index == 0 {
        rows.extend(beside(asking));
    }
    for question in page.questions.iter().filter(|q| !q.kind.is_display()) {
        let at = At::question(&question.id);
        if !asking.asks(&at) {
            continue;
        }
        let label = question.label.clone();
        if let Some(files) = files(asking, question) {
            rows.push(row(asking, index, at.key(), label, files));
            continue;
        }
        let answer = words::answer(asking, question, &at);
        rows.push(match (&question.kind, answer) {
            // There is nothing to go back for.
            (Kind::Computed { .. }, Some(answer)) => SummaryRow::new(label, answer),
            (Kind::Computed { .. }, None) => continue,
            (Kind::RichText { .. }, Some(answer)) if !question.is_secret() => {
                let text = view! { <div class="prose">{markdown(&answer)}</div> };
                row(asking, index, at.key(), label, text)
            }
            (_, answer) => row(asking, index, at.key(), label, answer.unwrap_or_else(m::requests::no_answer)),
        });
    }
    rows
}

/// The files of a question, to look at once more; absent where there are none, or nobody may look.
fn files(asking: Asking, question: &Question) -> Option<AnyView> {
    let uploads = asking.files.with_value(|files| files.get(&question.id).copied())?;
    (!question.is_secret() && uploads.any.get()).then(|| untrack(|| overview(uploads)))
}

/// Whom it is for and how many, where that was asked.
fn beside(asking: Asking) -> Vec<SummaryRow> {
    let (order_for, most) = asking.item.with_value(|i| (i.order_for, i.max_quantity));
    let mut rows = Vec::new();
    if matches!(order_for, OrderFor::Reports | OrderFor::Anyone) {
        let me = asking.me.with_value(|me| me.name.clone());
        let whom = asking.kept.with(|k| match &k.other {
            Some(other) if k.for_other => other.name.clone(),
            _ => me,
        });
        rows.push(row(asking, 0, WHOM.to_owned(), m::requests::whom(), whom));
    }
    if most > 1 {
        let quantity = asking.kept.with(|k| k.quantity.clone());
        rows.push(row(asking, 0, QUANTITY.to_owned(), m::requests::quantity(), quantity));
    }
    rows
}

/// A question, its answer, and the way back to it.
fn row(asking: Asking, page: usize, key: String, question: String, answer: impl IntoAny) -> SummaryRow {
    let href = asking.url(Stage::Page(page));
    let about = format!(" {question}");
    let want = move |_| asking.wanted.set_value(Some(key.clone()));
    let link = view! {
        <a class="link" href=href on:click=want>
            {m::requests::change()} <span class="visually-hidden">{about}</span>
        </a>
    };
    SummaryRow::new(question, answer).with_action(link)
}

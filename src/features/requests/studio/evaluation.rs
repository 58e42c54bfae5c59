//! What the rules make of the answers: of each question what holds, what would be sent, what it costs, and the schema that
//! other programs check it by.

use super::{
    super::{asking::Asking, at::At, price::price, side::costs, words},
    sight::toggles,
};
use crate::{
    i18n::m,
    ui::{Tag, Tone},
};
use guichet_contract::types::FormSchema;
use guichet_rules::form::{Page, Question, QuestionState};
use leptos::prelude::*;
use serde::Serialize;

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    /// What holds for each question.
    Questions,
    /// What would be sent.
    Sent,
    /// What it costs.
    Price,
    /// What may be sent, as a JSON Schema.
    Schema,
}

/// The panel.
pub(super) fn evaluation(asking: Asking, schema: FormSchema, tab: RwSignal<Tab>) -> AnyView {
    let tabs = vec![
        (Tab::Questions, m::studio::tab_questions()),
        (Tab::Sent, m::studio::tab_sent()),
        (Tab::Price, m::studio::tab_price()),
        (Tab::Schema, m::studio::tab_schema()),
    ];
    let schema = StoredValue::new(schema);
    let shown = move || match tab.get() {
        Tab::Questions => questions(asking),
        Tab::Sent => (move || json(m::studio::tab_sent(), &asking.body())).into_any(),
        Tab::Price => {
            let price = price(asking);
            let none = move || price.with(Option::is_none).then(m::studio::no_price);
            view! {
                <p class="muted">{none}</p>
                {move || price.get().map(|price| costs(asking, price))}
            }
            .into_any()
        }
        Tab::Schema => schema.with_value(|schema| {
            let exact = if schema.exact { m::studio::schema_exact() } else { m::studio::schema_looser() };
            view! {
                <p class="muted">{exact}</p>
                {json(m::studio::tab_schema(), &schema.schema)}
            }
            .into_any()
        }),
    };
    view! {
        <div class="studio__rules stack" role="group" aria-label=m::studio::rules()>
            <h2 class="section__title">{m::studio::rules()}</h2>
            {toggles(m::studio::rules_show(), tab, tabs)}
            {shown}
        </div>
    }
    .into_any()
}

/// A value as it goes over the wire. It can be wider than the page, and is reached by key to be scrolled.
fn json(label: String, value: &impl Serialize) -> AnyView {
    // What came as JSON goes as such.
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    view! { <pre class="studio__json" tabindex="0" role="group" aria-label=label>{text}</pre> }.into_any()
}

fn questions(asking: Asking) -> AnyView {
    let pages = asking.form.with_value(|form| form.pages.clone());
    pages.into_iter().map(|page| of_page(asking, page)).collect_view().into_any()
}

fn of_page(asking: Asking, page: Page) -> AnyView {
    let all = page.questions.into_iter().map(|question| of_question(asking, question)).collect_view();
    view! {
        <div class="stack stack--small">
            <h3 class="side-panel__subtitle">{page.title}</h3>
            <ul class="studio__facts">{all}</ul>
        </div>
    }
    .into_any()
}

fn of_question(asking: Asking, question: Question) -> AnyView {
    let at = At::question(&question.id);
    let id = question.id.to_string();
    let name = if question.label.is_empty() { id.clone() } else { question.label.clone() };
    let question = StoredValue::new(question);
    let facts = move || question.with_value(|question| facts(asking, question, &at));
    view! {
        <li class="studio__fact">
            <strong>{name}</strong>
            " "
            <code>{id}</code>
            {facts}
        </li>
    }
    .into_any()
}

/// What holds there, now.
fn facts(asking: Asking, question: &Question, at: &At) -> AnyView {
    let state = asking.evaluation.with(|evaluation| at.state(evaluation).cloned());
    let Some(state) = state else { return ().into_any() };
    let tags = tags(question, &state).into_iter();
    let tags = tags.map(|(tone, words)| view! { <Tag tone=tone>{words}</Tag>" " }).collect_view();
    let asked = state.visible && question.kind.is_asked();
    let answer = (state.visible && !question.kind.is_display()).then(|| {
        let words = words::answer(asking, question, at).unwrap_or_else(m::requests::no_answer);
        view! { <p>{m::studio::answer(&words)}</p> }
    });
    let why = state.visible.then(|| words::why(asking, question, at)).flatten();
    let waits = state.waits_for.filter(|_| asked).and_then(|id| {
        asking.form.with_value(|form| form.question_or_column(id.as_str()).map(|q| q.label.clone()))
    });
    let waits = waits.map(|label| view! { <p class="muted">{m::requests::answer_first(&label)}</p> });
    // Whether it is shown at its field yet or not.
    let problem = state.problem.filter(|_| asked).map(|problem| {
        let words = words::mistake(question, &problem, asking.currency());
        view! { <p class="field__error">{words}</p> }
    });
    let rows = state.rows.iter().enumerate().map(|(n, row)| {
        let cells = question.kind.columns().iter().zip(&row.cells);
        let cells = cells.map(|(column, _)| {
            let inner = facts(asking, column, &at.cell(n, &column.id));
            view! { <li class="studio__fact"><strong>{column.label.clone()}</strong>" "{inner}</li> }
        });
        view! {
            <p class="muted">{words::row_title(question, n)}</p>
            <ul class="studio__facts">{cells.collect_view()}</ul>
        }
    });
    view! {
        <span class="cluster">{tags}</span>
        {answer}
        {why.map(|words| view! { <p class="muted">{words}</p> })}
        {waits}
        {problem}
        {rows.collect_view()}
    }
    .into_any()
}

fn tags(question: &Question, state: &QuestionState) -> Vec<(Tone, String)> {
    if !state.visible {
        return vec![(Tone::Neutral, m::studio::hidden())];
    }
    let mut tags = vec![(Tone::Ok, m::studio::visible())];
    if state.required && question.kind.is_asked() {
        tags.push((Tone::Info, m::studio::required()));
    }
    if state.read_only {
        tags.push((Tone::Neutral, m::studio::read_only()));
    }
    if question.is_secret() {
        tags.push((Tone::Neutral, m::studio::secret()));
    }
    tags
}

//! The forms, each with how many mistakes are in it.

use crate::{
    api::{Query, query},
    i18n::m,
    page::PageTitle,
    routes,
    ui::{Button, IconName, Tag, Tone},
    view::{Row, message_page, page_of, rows},
};
use guichet_contract::{NoPath, NoQuery, endpoints::ListStudioForms, types::StudioFormSummary};
use leptos::prelude::*;

/// The page.
#[component]
pub fn StudioFormsPage() -> impl IntoView {
    let forms = query::<ListStudioForms>(|| Some((NoPath {}, NoQuery {})));
    page_of(forms, head, move || list(forms), missing)
}

fn head() -> AnyView {
    view! {
        <div class="page__head">
            <PageTitle text=m::studio::title()/>
        </div>
        <p class="page__lead">{m::studio::lead()}</p>
    }
    .into_any()
}

fn list(forms: Query<Vec<StudioFormSummary>>) -> AnyView {
    let all = move || forms.with(|forms| rows(forms.into_iter().flatten().map(row)));
    view! { <ul class="list">{all}</ul> }.into_any()
}

fn row(form: &StudioFormSummary) -> Row {
    let item = form.item.to_string();
    let state = match (form.errors, form.warnings) {
        (0, 0) => None,
        (0, hints) => Some((Tone::Info, m::studio::hints(hints))),
        (mistakes, _) => Some((Tone::Bad, m::studio::mistakes(mistakes))),
    };
    let version = form.form_version.map(|version| m::studio::version(&version.to_string()));
    let about = [Some(form.file.clone()), version].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let view = view! {
        <li class="list__row">
            <a class="row__title" href=routes::studio_form(&item, "")>{form.title.clone()}</a>
            {state.map(|(tone, words)| view! { <Tag tone=tone>{words}</Tag> })}
            <span class="row__meta">{about}</span>
        </li>
    };
    (item, view.into_any())
}

/// There is no such form, or not for this person.
pub(super) fn missing() -> AnyView {
    let home = view! { <Button href=routes::home()>{m::common::not_found_action()}</Button> };
    message_page(IconName::Search, m::common::not_found_title(), m::common::not_found_text(), home.into_any())
}

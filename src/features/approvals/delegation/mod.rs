//! The page on which somebody says who decides while they are away, and sees for whom they decide.

mod ending;
mod fields;
mod form;
mod list;
mod person;
mod typed;

use super::away::delegations;
use crate::{
    i18n::m,
    page::PageTitle,
    routes,
    session::Feature,
    ui::{Breadcrumb, Crumb},
    view::where_offered,
};
use form::Form;
use leptos::prelude::*;

/// The page.
#[component]
pub fn DelegationPage() -> impl IntoView {
    where_offered(Feature::Delegations, page)
}

fn page() -> AnyView {
    let all = delegations();
    let form = Form::new();
    let wrong = Signal::derive(move || !form.errors().is_empty());
    let crumbs =
        vec![Crumb::new(m::shell::approvals(), routes::approvals()), Crumb::here(m::approvals::delegation())];
    view! {
        <div class="page page--narrow">
            <Breadcrumb label=m::shell::breadcrumb() crumbs=crumbs/>
            <div class="page__head"><PageTitle text=m::approvals::delegation() error=wrong/></div>
            <p class="page__lead">{m::approvals::delegation_lead()}</p>
            {fields::fields(form)}
            {list::lists(all, form)}
        </div>
    }
    .into_any()
}

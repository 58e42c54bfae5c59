//! The top of the page: what it is and how far, or the receipt for whoever has just filed it.

use super::{milestones::milestones, receipt::receipt, subject::Subject};
use crate::{
    i18n::m,
    page::PageTitle,
    routes,
    tickets::state_tag,
    ui::{Breadcrumb, Crumb},
};
use leptos::prelude::*;

/// The top. Until the ticket is there it is called by its number.
pub(super) fn head(subject: Subject, is_new: bool) -> AnyView {
    let number = subject.id.with_value(ToString::to_string);
    let title = {
        let number = number.clone();
        Memo::new(move |_| subject.see(|t| t.summary.title.clone()).unwrap_or_else(|| number.clone()))
    };
    let tag = move || subject.see(|ticket| state_tag(&ticket.summary));
    let top = if is_new {
        view! {
            {receipt(subject)}
            <div class="page__head"><h2 class="page__title">{move || title.get()}</h2> {tag}</div>
        }
        .into_any()
    } else {
        let crumbs = vec![Crumb::new(m::shell::tickets(), routes::tickets("", "", "")), Crumb::here(number)];
        view! {
            <Breadcrumb label=m::shell::breadcrumb() crumbs=crumbs/>
            <div class="page__head"><PageTitle text=title/> {tag}</div>
        }
        .into_any()
    };
    view! { {top} {milestones(subject)} }.into_any()
}

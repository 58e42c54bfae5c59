//! What stands around an answer: the services it is about, where to go when it does not help, others on the same.

use crate::{
    api::{Query, query},
    i18n::m,
    routes,
    ui::{Status, Tone},
};
use guichet_contract::{
    NoPath,
    endpoints::ListServices,
    types::{Article, Health, ServiceQuery, ServiceRef, ServiceStatus},
};
use leptos::prelude::*;

fn section(title: String, link: Option<(String, String)>, rows: Vec<AnyView>) -> AnyView {
    let link = link.map(|(label, href)| view! { <a class="section__link" href=href>{label}</a> });
    view! {
        <section class="section">
            <div class="section__head">
                <h2 class="section__title">{title}</h2>
                {link}
            </div>
            <ul class="list">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(label: String, href: String) -> AnyView {
    view! { <li class="list__row"><a class="row__title" href=href>{label}</a></li> }.into_any()
}

/// What to do when the answer did not help: request something, or report a problem.
pub(super) fn help(article: Query<Article>) -> AnyView {
    let show = |article: &Article| {
        let items =
            article.items.iter().map(|item| row(item.name.clone(), routes::service(item.id.as_str())));
        let report = row(m::shell::report(), routes::report(&article.summary.title));
        let rows = items.chain([report]).collect();
        view! { <div class="no-print">{section(m::knowledge::help(), None, rows)}</div> }.into_any()
    };
    (move || article.with(|article| article.map(show))).into_any()
}

/// Others on the same; nothing where there are none.
pub(super) fn related(article: Query<Article>) -> AnyView {
    let show = |article: &Article| {
        let related =
            article.related.iter().map(|other| row(other.title.clone(), routes::answer(other.id.as_str())));
        let rows: Vec<AnyView> = related.collect();
        (!rows.is_empty()).then(|| section(m::knowledge::related(), None, rows))
    };
    (move || article.with(|article| article.and_then(show))).into_any()
}

/// The services that the answer is about, and how they do as far as that is known: what is down needs no repair at home.
pub(super) fn services(article: Query<Article>) -> AnyView {
    let known = query::<ListServices>(|| Some((NoPath {}, ServiceQuery { home: None })));
    let show = move || {
        let concerned =
            article.with(|article| article.map(|article| article.services.clone()).unwrap_or_default());
        if concerned.is_empty() {
            return None;
        }
        let rows = known.with(|known| {
            let known = known.map(Vec::as_slice).unwrap_or_default();
            let find = |service: &ServiceRef| known.iter().find(|known| known.id == service.id);
            concerned.iter().map(|service| service_row(service, find(service))).collect::<Vec<AnyView>>()
        });
        let link = (m::home::status_link(), routes::status());
        Some(section(m::knowledge::services(), Some(link), rows))
    };
    show.into_any()
}

fn service_row(service: &ServiceRef, known: Option<&ServiceStatus>) -> AnyView {
    let state = known.map(|known| {
        let (tone, words) = match known.status {
            Health::Working => (Tone::Ok, m::home::working()),
            Health::Degraded => (Tone::Warn, m::home::degraded()),
            Health::Down => (Tone::Bad, m::home::down()),
            Health::Maintenance | Health::Other => (Tone::Info, m::home::maintenance()),
        };
        (tone, known.status_text.clone().unwrap_or(words))
    });
    let (tone, words) = state.unwrap_or_default();
    view! {
        <li class="list__row list__row--line">
            <Status tone=tone/>
            <span class="row__name">{service.name.clone()}</span>
            <span class="row__aside">{words}</span>
        </li>
    }
    .into_any()
}

//! Is something broken: the services that people look at most.

use super::page::section;
use crate::{
    api::query,
    i18n::m,
    routes,
    view::{Shape::Rows, async_view},
};
use guichet_contract::{
    NoPath,
    endpoints::ListServices,
    types::{Health, ServiceQuery, ServiceStatus},
};
use leptos::prelude::*;

/// The section.
#[component]
pub fn ServicesNow() -> impl IntoView {
    let services = query::<ListServices>(|| Some((NoPath {}, ServiceQuery { home: Some(true) })));
    let content = async_view(services, Rows(4), |services: &Vec<ServiceStatus>| rows(services));
    section(m::home::services(), Some((Signal::derive(m::home::status_link), routes::status())), content)
}

/// The services as lines, those in trouble first.
pub(super) fn rows(services: &[ServiceStatus]) -> AnyView {
    let mut services: Vec<&ServiceStatus> = services.iter().collect();
    services.sort_by_key(|s| s.status == Health::Working);
    let rows = services.into_iter().map(|service| {
        let (class, words) = match service.status {
            Health::Working => ("status status--ok", m::home::working()),
            Health::Degraded => ("status status--warn", m::home::degraded()),
            Health::Down => ("status status--bad", m::home::down()),
            Health::Maintenance | Health::Other => ("status status--info", m::home::maintenance()),
        };
        let words = service.status_text.clone().unwrap_or(words);
        view! {
            <li class="list__row list__row--line">
                <span class=class aria-hidden="true"></span>
                <span class="row__name">{service.name.clone()}</span>
                <span class="row__aside">{words}</span>
            </li>
        }
    });
    view! { <ul class="list">{rows.collect_view()}</ul> }.into_any()
}

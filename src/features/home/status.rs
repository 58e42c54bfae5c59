//! How every service does.

use super::{notices::Notices, services::rows};
use crate::{
    api::query,
    i18n::m,
    page::PageTitle,
    session::use_session,
    view::{Shape::Rows, async_view},
};
use guichet_contract::{
    NoPath,
    endpoints::ListServices,
    types::{ServiceQuery, ServiceStatus},
};
use leptos::prelude::*;

/// The page.
#[component]
pub fn StatusPage() -> impl IntoView {
    let session = use_session();
    let services = query::<ListServices>(|| Some((NoPath {}, ServiceQuery { home: None })));
    view! {
        <div class="page">
            <PageTitle text=m::home::status_title()/>
            <p class="page__lead">{move || m::home::status_lead(&session.company())}</p>
            <div class="columns">
                <div class="columns__main">{async_view(services, Rows(8), |s: &Vec<ServiceStatus>| rows(s))}</div>
                <aside class="columns__side"><Notices/></aside>
            </div>
        </div>
    }
    .into_any()
}

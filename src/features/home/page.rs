//! The page.

use super::{
    drafts::drafts, notices::Notices, popular::Popular, services::ServicesNow, tickets::OpenTickets,
    waiting::Waiting,
};
use crate::{
    i18n::m,
    page::PageTitle,
    routes,
    search::SearchBox,
    session::{Feature, use_session},
};
use leptos::prelude::*;

/// Home.
#[component]
pub fn HomePage() -> impl IntoView {
    let session = use_session();
    let title = Memo::new(move |_| {
        session.me().map_or_else(m::home::title_plain, |me| m::home::title(&me.given_name))
    });
    let searches = Memo::new(move |_| session.offers(Feature::Search));
    let answers = Memo::new(move |_| session.offers(Feature::Knowledge));
    let chip = |label: String, href: String| view! { <li><a class="chip" href=href>{label}</a></li> };
    let vpn =
        move || answers.get().then(|| chip(m::home::chip_vpn(), routes::answers(&m::home::chip_vpn(), "")));
    view! {
        <div class="page home">
            <div class="home__hero">
                <PageTitle text=title class="home__title"/>
                {move || searches.get().then(|| view! { <SearchBox/> })}
                <ul class="chips" aria-label=m::home::chips()>
                    {chip(m::home::chip_laptop(), routes::services(&m::home::chip_laptop(), "", ""))}
                    {vpn}
                    {chip(m::home::chip_mailbox(), routes::services(&m::home::chip_mailbox(), "", ""))}
                    {chip(m::home::chip_report(), routes::report(""))}
                </ul>
            </div>
            <div class="columns">
                <div class="columns__main">
                    <Waiting/>
                    <OpenTickets/>
                    <Popular/>
                </div>
                <aside class="columns__side">
                    <ServicesNow/>
                    <Notices/>
                    {drafts()}
                </aside>
            </div>
        </div>
    }
    .into_any()
}

/// A section with its heading and a link at its end.
pub(super) fn section(title: String, link: Option<(Signal<String>, String)>, content: AnyView) -> AnyView {
    let link =
        link.map(|(label, href)| view! { <a class="section__link" href=href>{move || label.get()}</a> });
    view! {
        <section class="section">
            <div class="section__head"><h2 class="section__title">{title}</h2>{link}</div>
            {content}
        </section>
    }
    .into_any()
}

//! The page.

use super::{filter::Filter, filters::Filters, results::Results};
use crate::{i18n::m, page::PageTitle, routes, session::use_session, ui::ButtonLink};
use guichet_contract::types::TicketScope;
use guichet_rules::person::Right;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// My requests and problems in one list; for the desk also those of others.
#[component]
pub fn TicketsPage() -> impl IntoView {
    let session = use_session();
    let params = use_query_map();
    let desk = Memo::new(move |_| session.has(Right::Desk));
    let filter =
        Memo::new(move |_| params.with(|params| Filter::read(|name| params.get_str(name), desk.get())));
    // Whether somebody may look at the tickets of others is known only with them; one's own need not wait for that.
    let ready = Memo::new(move |_| params.with(|p| p.get_str("scope").is_none()) || session.me().is_some());
    let title = Memo::new(move |_| match filter.with(|f| f.scope) {
        TicketScope::Groups => m::ticket_list::title_groups(),
        TicketScope::All => m::ticket_list::title_all(),
        TicketScope::Mine | TicketScope::Other => m::shell::tickets(),
    });
    view! {
        <div class="page">
            <div class="page__head">
                <PageTitle text=title/>
                <ButtonLink href=routes::report("")>{m::shell::report()}</ButtonLink>
            </div>
            <Filters filter=filter ready=ready desk=desk/>
            <Results filter=filter ready=ready/>
        </div>
    }
    .into_any()
}

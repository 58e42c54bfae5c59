//! The page.

use super::{filter::Filter, filters::Filters, results::Results};
use crate::{
    address::read_address, i18n::m, page::PageTitle, router::use_query_map, routes, session::use_session,
    ui::Button,
};
use guichet_contract::types::TicketScope;
use guichet_rules::person::Right;
use leptos::prelude::*;

/// My requests and problems in one list; for the desk also those of others.
#[component]
pub fn TicketsPage() -> impl IntoView {
    let session = use_session();
    let params = use_query_map();
    let desk = Memo::new(move |_| session.has(Right::Desk));
    let filter = read_address(routes::tickets("", "", ""), move |query| Filter::read(query, desk.get()));
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
                <Button href=routes::report("")>{m::shell::report()}</Button>
            </div>
            <Filters filter=filter ready=ready desk=desk/>
            <Results filter=filter ready=ready/>
        </div>
    }
    .into_any()
}

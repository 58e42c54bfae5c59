//! Why the list is empty, and where to go from there.

use super::filter::Filter;
use crate::{
    i18n::m,
    routes,
    ui::{Button, Empty, IconName},
};
use guichet_contract::types::{TicketPhase, TicketScope};
use leptos::prelude::*;

/// In the place of the list.
pub(super) fn empty(filter: &Filter) -> AnyView {
    use m::ticket_list as t;
    let link = |label: String, href: String| view! { <Button href=href>{label}</Button> }.into_any();
    let mine = filter.scope == TicketScope::Mine;
    if filter.kind.is_some() {
        let action = link(t::empty_kind_action(), filter.with_kind(None).url());
        return part(t::empty_kind_title(), t::empty_kind(), action);
    }
    if !filter.words.is_empty() {
        let action = link(t::empty_words_action(), filter.with_words("").url());
        return part(t::empty_words_title(&filter.words), t::empty_words(), action);
    }
    let open = || link(t::empty_to_open(), filter.with_phase(TicketPhase::Open).url());
    match filter.phase {
        TicketPhase::Waiting => part(t::empty_waiting_title(), t::empty_waiting(), open()),
        TicketPhase::Ended => part(t::empty_ended_title(), t::empty_ended(), open()),
        TicketPhase::Open | TicketPhase::Other if mine => {
            let services = link(t::empty_open_services(), routes::services("", "", ""));
            let report = link(m::shell::report(), routes::report(""));
            let both = view! { <div class="cluster">{services} {report}</div> }.into_any();
            part(t::empty_open_title(), t::empty_open(), both)
        }
        TicketPhase::Open | TicketPhase::Other => part(
            t::empty_desk_title(),
            t::empty_desk(),
            link(t::empty_to_all(), filter.with_scope(TicketScope::All).url()),
        ),
    }
}

fn part(title: String, text: String, action: AnyView) -> AnyView {
    view! { <Empty title=title text=text icon=IconName::Ticket>{action}</Empty> }.into_any()
}

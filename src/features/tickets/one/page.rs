//! The page.

use super::{body::body, head::head, subject::Subject};
use crate::{
    i18n::m,
    router::{use_params_map, use_query_map},
    routes,
    ui::{Button, IconName},
    view::{message_page, page_of},
};
use guichet_rules::ids::TicketId;
use leptos::prelude::*;

/// One ticket.
#[component]
pub fn TicketPage() -> impl IntoView {
    // Another ticket is another page, so the URL is read once.
    let id =
        use_params_map().with_untracked(|params| params.get("ticket")).and_then(|id| TicketId::new(id).ok());
    let is_new = use_query_map().with_untracked(|query| query.get_str("new") == Some("1"));
    id.map_or_else(missing, |id| one(id, is_new))
}

fn one(id: TicketId, is_new: bool) -> AnyView {
    let subject = Subject::new(id);
    page_of(subject.ticket, move || head(subject, is_new), move || body(subject), missing)
}

fn missing() -> AnyView {
    let back = view! { <Button href=routes::tickets("", "", "")>{m::ticket_page::missing_action()}</Button> };
    let (title, lead) = (m::ticket_page::missing_title(), m::common::failed_not_found());
    message_page(IconName::Ticket, title, lead, back.into_any())
}

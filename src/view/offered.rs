//! Pages of parts that a backend may leave out.

use super::message_page;
use crate::{
    i18n::m,
    routes,
    session::{Feature, use_session},
    ui::{Button, IconName},
};
use leptos::prelude::*;

/// `page`; a page that says that there is no such thing here where the backend does not have `feature`.
pub fn where_offered(feature: Feature, page: fn() -> AnyView) -> AnyView {
    let session = use_session();
    let offered = Memo::new(move |_| session.offers(feature));
    // What is read while a page is built must not build it anew.
    (move || if offered.get() { untrack(page) } else { untrack(not_offered) }).into_any()
}

fn not_offered() -> AnyView {
    let ways = view! {
        <Button href=routes::home()>{m::common::not_found_action()}</Button>
        <a class="link" href=routes::report("")>{m::shell::report()}</a>
    };
    message_page(
        IconName::Info,
        m::common::not_offered_title(),
        m::common::not_offered_text(),
        ways.into_any(),
    )
}

//! Pages that say what went wrong.

use crate::{
    i18n::m,
    page::PageTitle,
    routes,
    ui::{Icon, IconName},
};
use leptos::prelude::*;

/// There is no such page.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <div class="page page--narrow message-page">
            <span class="message-page__icon"><Icon name=IconName::Search/></span>
            <PageTitle text=m::common::not_found_title()/>
            <p class="page__lead">{m::common::not_found_text()}</p>
            <div class="cluster"><a class="link" href=routes::home()>{m::common::not_found_action()}</a></div>
        </div>
    }
    .into_any()
}

//! The menu behind one's own initials. Its panel is fetched when it is first opened.

use super::account_panel::panel_chunk;
use crate::{
    i18n::m,
    lazy::{Lazy, complete},
    session::use_session,
    ui::{self, Avatar, Menu},
};
use leptos::prelude::*;

/// The menu; absent until it is known who is signed in.
#[component]
pub fn AccountMenu() -> impl IntoView {
    let session = use_session();
    let name = Memo::new(move |_| session.me().map(|me| me.person.name));
    move || {
        name.get().map(|name| {
            // What is seen must be part of what is said, or those who speak to their computer cannot name it.
            let label = format!("{}: {}", ui::initials(&name), m::shell::account(&name));
            let panel = Lazy::new(|| complete(Box::pin(panel_chunk())));
            view! {
                <Menu label=label button=view! { <Avatar name=name/> }.into_any() on_open=Callback::new(move |()| panel.want())>
                    {move || panel.view()}
                </Menu>
            }
        })
    }
}

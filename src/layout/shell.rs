//! The frame of every page.

use super::{
    account::AccountMenu,
    help::provide_help,
    navigation::{Navigation, TabBar},
};
use crate::router::{use_location, use_navigate};
use crate::{
    api,
    cart::provide_cart_hint,
    i18n::m,
    lazy::Overlay,
    online::when_online,
    routes,
    search::{provide_engine, provide_palette},
    session::use_session,
    ui::{Announcer, Icon, IconName},
};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

/// Header, page, footer; whoever is not signed in is sent to sign in first.
#[component]
pub fn Shell(
    /// The page.
    children: Children,
) -> impl IntoView {
    let session = use_session();
    let engine = provide_engine();
    let palette = provide_palette();
    let help = provide_help();
    let cart = provide_cart_hint();
    let main = NodeRef::<html::Main>::new();
    let location = use_location();
    let at_sign_in = Memo::new(move |_| location.pathname.get() == routes::sign_in(""));
    let navigate = use_navigate();
    Effect::new(move || {
        if session.signed_out() && !at_sign_in.get() {
            let next = location.pathname.get_untracked() + &query_of(&location.search.get_untracked());
            navigate(
                &routes::sign_in(&next),
                crate::router::NavigateOptions { replace: true, ..Default::default() },
            );
        }
    });
    let listening = Memo::new(move |_| session.me().is_some());
    let live = move || listening.get().then(|| view! { <Live/> });
    on_key(palette, help);
    let skip = move |ev: ev::MouseEvent| {
        // A fragment cannot be followed inside a shadow root.
        ev.prevent_default();
        if let Some(main) = main.get_untracked() {
            let _ = main.focus();
        }
    };
    let framed = move || !at_sign_in.get();
    view! {
        <div class="shell">
            <a class="skip-link" href="#main" on:click=skip>{m::shell::skip()}</a>
            <header class="header no-print">
                <div class="header__inner">
                    <a class="brand" href=routes::home()>
                        <Icon name=IconName::Brand class="brand__mark"/>
                        <span>{m::shell::product()}</span>
                    </a>
                    {move || framed().then(|| view! {
                        <Navigation/>
                        <div class="header__tools">
                            <button class="search-button" type="button" aria-label=m::shell::search() on:click=move |_| palette.open()>
                                <Icon name=IconName::Search/>
                                <span class="search-button__text">{m::shell::search()}</span>
                                <kbd class={"kbd"} aria-hidden="true">"/"</kbd>
                            </button>
                            {cart.view()}
                            <AccountMenu/>
                        </div>
                    })}
                </div>
            </header>
            <Connection/>
            {palette.view()}
            {help.view()}
            {engine.view()}
            <main class="main" id="main" tabindex="-1" node_ref=main>{children()}</main>
            <footer class="footer no-print">
                <div class="footer__inner"><span>{move || m::shell::footer(&session.company())}</span></div>
            </footer>
            {move || framed().then(|| view! { <TabBar/> })}
            {live}
            <Announcer/>
        </div>
    }
    .into_any()
}

fn query_of(search: &str) -> String {
    if search.is_empty() { String::new() } else { format!("?{}", search.trim_start_matches('?')) }
}

/// Live changes, for as long as somebody is signed in.
#[component]
fn Live() -> impl IntoView {
    api::listen();
}

/// Says when the device is offline.
#[component]
fn Connection() -> impl IntoView {
    let offline = RwSignal::new(web_sys::window().is_some_and(|w| !w.navigator().on_line()));
    let gone = window_event_listener(ev::offline, move |_| offline.set(true));
    on_cleanup(move || gone.remove());
    when_online(Callback::new(move |()| offline.set(false)));
    move || {
        offline.get().then(|| {
            view! { <p class="banner banner--warn" role="status"><Icon name=IconName::Alert/>" "{m::shell::offline()}</p> }
        })
    }
}

/// The keys that work everywhere: `/` and `Ctrl K` search, `?` helps. Not while somebody types.
fn on_key(palette: Overlay, help: Overlay) {
    let listener = window_event_listener(ev::keydown, move |ev| {
        let with_command = ev.ctrl_key() || ev.meta_key();
        if with_command && ev.key().eq_ignore_ascii_case("k") {
            ev.prevent_default();
            palette.open();
        } else if !with_command && !ev.alt_key() && !typing(&ev) {
            match ev.key().as_str() {
                // One letter is one key; others have names.
                key if key.chars().count() == 1 && palette.keep(key) => ev.prevent_default(),
                "/" => {
                    ev.prevent_default();
                    palette.open();
                }
                "?" => help.open(),
                _ => {}
            }
        }
    });
    on_cleanup(move || listener.remove());
}

/// Whether the key goes into a field. In a shadow root the event's target is its host, so the path is asked.
fn typing(ev: &ev::KeyboardEvent) -> bool {
    let target = ev.composed_path().get(0).dyn_into::<web_sys::HtmlElement>();
    target.is_ok_and(|t| {
        matches!(t.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") || t.is_content_editable()
    })
}

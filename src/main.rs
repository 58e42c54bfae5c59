//! The Guichet portal: self-service for IT, in the browser.
//!
//! The boot script (`public/boot.js`) fetches the configuration, the reader's messages and this module side by side, then
//! calls [`start`] with the element to live in: the page's body, or the inside of a shadow root.

mod address;
mod answered;
mod api;
mod app;
mod asked;
mod cart;
mod chain;
mod copies;
mod database;
mod deflect;
mod draft;
mod editor;
mod features;
mod format;
mod i18n;
mod keepers;
mod language;
mod layout;
mod lazy;
mod learning;
mod lookup;
mod markdown;
mod online;
mod page;
mod prefs;
mod router;
mod routes;
mod search;
mod session;
mod styles;
mod tickets;
mod ui;
mod upload;
mod view;

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

fn main() {}

/// Mounts the portal in `root`.
///
/// `base` is the path under which the portal is served, `backend` the origin of the backend (empty: the same),
/// `language` the reader's language, `messages` its first message file and `files` the URL of the second, and behind it each
/// language with the URLs of its files. `device` is what [`api::device`] calls. `late_styles` adds the styles of all pages but
/// home, and gives a promise of them. False if the message file belongs to another build.
#[wasm_bindgen]
#[allow(clippy::too_many_arguments, reason = "called once, by the boot script; an object would weigh more")]
pub fn start(
    root: HtmlElement,
    base: &str,
    backend: &str,
    language: &str,
    messages: &str,
    files: &str,
    device: js_sys::Function,
    late_styles: js_sys::Function,
) -> bool {
    #[cfg(explain_panics)]
    announce_panics(&root);
    routes::set_base(base);
    api::configure(backend, device);
    if !i18n::load(language, messages, files) {
        return false;
    }
    styles::provide(late_styles);
    prefs::apply_theme(&root);
    let mount = root.clone();
    leptos::mount::mount_to(mount, move || app::app(root.clone())).forget();
    true
}

/// A panic ends the module, so the page that says so cannot be the portal's own: the boot script hears of it and shows a
/// page that offers to reload. Small builds (ADR 0013) end with a trap, which it hears of without this.
#[cfg(explain_panics)]
fn announce_panics(root: &HtmlElement) {
    let root = send_wrapper::SendWrapper::new(root.clone());
    std::panic::set_hook(Box::new(move |info| {
        console_error_panic_hook::hook(info);
        if let Ok(event) = web_sys::CustomEvent::new("guichet:panic") {
            let _ = root.dispatch_event(&event);
        }
    }));
}

//! The Guichet portal: self-service for IT, in the browser.
//!
//! The boot script (`public/boot.js`) fetches the configuration, the reader's messages and this module side by side, then
//! calls [`start`] with the element to live in: the page's body, or the inside of a shadow root.

mod api;
mod app;
mod draft;
mod features;
mod format;
mod i18n;
mod layout;
mod markdown;
mod page;
mod prefs;
mod router;
mod routes;
mod search;
mod session;
mod tickets;
mod ui;
mod view;

use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, HtmlElement};

/// The event that tells the boot script of a panic, so that it can show a page that offers to reload.
const PANIC_EVENT: &str = "guichet:panic";

fn main() {}

/// Mounts the portal in `root`.
///
/// `base` is the path under which the portal is served, `backend` the origin of the backend (empty: the same),
/// `language` the reader's language and `messages` its message file. False if the message file belongs to another build.
#[wasm_bindgen]
pub fn start(root: HtmlElement, base: &str, backend: &str, language: &str, messages: &str) -> bool {
    announce_panics(&root);
    routes::set_base(base);
    api::configure(backend);
    if !i18n::load(language, messages) {
        return false;
    }
    prefs::apply_theme(&root);
    let mount = root.clone();
    leptos::mount::mount_to(mount, move || app::app(root.clone())).forget();
    true
}

/// A panic ends the module, so the page that says so cannot be the portal's own: the hook only raises the alarm.
fn announce_panics(root: &HtmlElement) {
    let root = send_wrapper(root.clone());
    std::panic::set_hook(Box::new(move |info| {
        console_error_panic_hook::hook(info);
        if let Ok(event) = CustomEvent::new(PANIC_EVENT) {
            let _ = root.dispatch_event(&event);
        }
    }));
}

/// The browser has one thread; the panic hook's type asks for `Send` all the same.
fn send_wrapper(root: HtmlElement) -> send_wrapper::SendWrapper<HtmlElement> {
    send_wrapper::SendWrapper::new(root)
}

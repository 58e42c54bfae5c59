//! A button that opens a few links and choices.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

/// A menu. It closes on Escape, on a click elsewhere and when the focus leaves it or something in it is chosen.
#[component]
pub fn Menu(
    /// What the button is called.
    #[prop(into)]
    label: Signal<String>,
    /// What is seen of the button.
    button: AnyView,
    /// Called when it is about to be opened: somebody points at it, or reaches it by key.
    on_open: Callback<()>,
    /// `menu__item`s and `menu__line`s.
    children: Children,
) -> impl IntoView {
    let details = NodeRef::<html::Details>::new();
    let summary = NodeRef::<html::Summary>::new();
    let close = move || {
        if let Some(details) = details.try_get_untracked().flatten() {
            details.set_open(false);
        }
    };
    let key = move |ev: ev::KeyboardEvent| {
        if ev.key() == "Escape" && details.get_untracked().is_some_and(|d| d.open()) {
            ev.prevent_default();
            close();
            if let Some(summary) = summary.get_untracked() {
                // It is on the page, so it takes the focus.
                let _ = summary.focus();
            }
        }
    };
    let left = move |ev: ev::FocusEvent| {
        let to = ev.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        let inside = details.get_untracked().is_some_and(|d| d.contains(to.as_ref()));
        if to.is_some() && !inside {
            close();
        }
    };
    let listener = window_event_listener(ev::pointerdown, move |ev| {
        let inside =
            details.try_get_untracked().flatten().is_some_and(|d| ev.composed_path().includes(&d, 0));
        if !inside {
            close();
        }
    });
    on_cleanup(move || listener.remove());
    view! {
        <details node_ref=details class="menu" on:keydown=key on:focusout=left>
            <summary
                node_ref=summary
                class="menu__button"
                aria-label=move || label.get()
                on:pointerenter=move |_| on_open.run(())
                on:focus=move |_| on_open.run(())
                on:click=move |_| on_open.run(())
            >
                {button}</summary>
            <div class="menu__panel" on:click=move |_| close()>{children()}</div>
        </details>
    }
    .into_any()
}

//! A native `<dialog>`: the browser keeps the focus inside and gives it back afterwards. Only where a page would not
//! serve.

use super::{Icon, IconName, use_ids};
use leptos::{ev, html, prelude::*};

/// A dialog over the page. Its content exists only while it is open.
#[component]
pub fn Dialog(
    /// Whether it is open; closing it by Escape, the button or a click beside it sets this to false.
    open: RwSignal<bool>,
    /// What it is for.
    #[prop(into)]
    title: Signal<String>,
    /// What its closing button is called.
    #[prop(into)]
    close_label: Signal<String>,
    /// A class beside `dialog`: `dialog--palette`, `dialog--wide`.
    #[prop(optional)]
    class: &'static str,
    /// The content.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let id = use_ids("dialog");
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            // It fails only when the dialog is not on the page, and then there is nothing to show.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    // A click that began inside, as when text is marked, is no click beside it.
    let beside = StoredValue::new(false);
    let is_beside = |ev: &ev::MouseEvent| event_target::<web_sys::Element>(ev).local_name() == "dialog";
    let press = move |ev: ev::MouseEvent| beside.set_value(is_beside(&ev));
    let click = move |ev: ev::MouseEvent| {
        if beside.get_value() && is_beside(&ev) {
            open.set(false);
        }
    };
    let content = move || {
        let children = children.clone();
        open.get().then(move || {
            // The closing button comes last, so that the first field gets the focus.
            view! {
                <div class="dialog__body">
                    <h2 class="dialog__title" id=id.get_value()>{move || title.get()}</h2>
                    {children()}
                    <button
                        class="icon-button dialog__close"
                        type="button"
                        aria-label=move || close_label.get()
                        on:click=move |_| open.set(false)
                    >
                        <Icon name=IconName::Cross/>
                    </button>
                </div>
            }
        })
    };
    view! {
        <dialog
            node_ref=node
            class=format!("dialog {class}")
            aria-labelledby=id.get_value()
            on:close=move |_| open.set(false)
            on:mousedown=press
            on:click=click
        >
            {content}
        </dialog>
    }
    .into_any()
}

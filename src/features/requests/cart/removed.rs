//! What was taken out last, for whoever did not mean it.

use super::ordering::Ordering;
use crate::i18n::m;
use leptos::{html, prelude::*};

/// That a line was taken out, with a button that puts it back; it takes the focus, since the button that had it is gone.
pub fn removed(ordering: Ordering) -> AnyView {
    let button = NodeRef::<html::Button>::new();
    let taken = Memo::new(move |_| {
        ordering.removed.with(|r| r.as_ref().map(|(_, line)| (line.key.clone(), line.name.clone())))
    });
    Effect::new(move || {
        taken.track();
        if let Some(button) = button.get() {
            // It is on the page, so it takes the focus.
            let _ = button.focus();
        }
    });
    let undo = move |_| {
        let Some((place, line)) = ordering.removed.get_untracked() else { return };
        let key = line.key.clone();
        ordering.removed.set(None);
        ordering.basket.put_back(Some(place), line);
        // Once the line is drawn.
        request_animation_frame(move || {
            ordering.focus.focus(&key);
        });
    };
    let notice = move || {
        taken.get().map(|(_, name)| {
            view! {
                <p class="notice">
                    {m::cart::removed(&name)}
                    " "
                    <button node_ref=button class="link-button" type="button" on:click=undo>{m::cart::undo()}</button>
                </p>
            }
        })
    };
    view! { <div role="status">{notice}</div> }.into_any()
}

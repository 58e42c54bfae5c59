//! A picture: in the text, and large over the page. Where it does not come, what is seen on it stands in its place.

use super::tree::Picture;
use crate::{i18n::m, ui::Dialog};
use leptos::prelude::*;

/// A picture that opens when it is pressed.
pub(super) fn picture(picture: Picture) -> AnyView {
    let Picture { src, alt, title } = picture;
    let (gone, open) = (RwSignal::new(false), RwSignal::new(false));
    let name = if alt.is_empty() { m::knowledge::picture() } else { alt.clone() };
    let picture = StoredValue::new((src, alt, title, name));
    // The dialog is named after it.
    let large = move || {
        let (src, _, _, name) = picture.get_value();
        // What scrolls must be within reach of the keyboard, and what the keyboard reaches has a name.
        view! {
            <div class="zoomed" tabindex="0" role="group" aria-label=name>
                <img src=src alt=""/>
            </div>
        }
        .into_any()
    };
    let shown = move || {
        if gone.get() {
            return picture.with_value(|(_, alt, ..)| missing(alt.clone()));
        }
        let (src, alt, title, name) = picture.get_value();
        let title = (!title.is_empty()).then_some(title);
        view! {
            <button
                class="zoom"
                type="button"
                title=title
                aria-label=m::knowledge::zoom(&name)
                on:click=move |_| open.set(true)
            >
                <img src=src alt=alt loading="lazy" on:error=move |_| gone.set(true)/>
            </button>
            <Dialog open=open title=name close_label=m::shell::close() class="dialog--picture">
                {large()}
            </Dialog>
        }
        .into_any()
    };
    shown.into_any()
}

/// A picture in a link, where the link is what is pressed.
pub(super) fn small_picture(picture: Picture) -> AnyView {
    let Picture { src, alt, title } = picture;
    let title = (!title.is_empty()).then_some(title);
    view! { <img src=src alt=alt title=title loading="lazy"/> }.into_any()
}

fn missing(alt: String) -> AnyView {
    view! { <span class="missing">{alt}</span> }.into_any()
}

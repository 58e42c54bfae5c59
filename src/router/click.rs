//! Clicks on links that lead to a page of this portal.

use super::NavigateOptions;
use crate::routes::{self, Place};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{HtmlAnchorElement, HtmlElement, MouseEvent};

/// Follows links within `root` without loading the page anew, for as long as the current owner lives.
pub(super) fn take_over(root: &HtmlElement, navigate: impl Fn(&str, NavigateOptions) + 'static) {
    let on_click = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        if let Some(to) = target(&event) {
            event.prevent_default();
            navigate(&to, NavigateOptions::default());
        }
    });
    // Listening fails only for a malformed name.
    let _ = root.add_event_listener_with_callback("click", on_click.as_ref().unchecked_ref());
    let kept = StoredValue::new_local((root.clone(), on_click));
    on_cleanup(move || {
        kept.try_with_value(|(root, on_click)| {
            let _ = root.remove_event_listener_with_callback("click", on_click.as_ref().unchecked_ref());
        });
    });
}

/// The path that a click leads to, if it is a plain click on a link to a page of ours.
fn target(event: &MouseEvent) -> Option<String> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let path = event.composed_path();
    let link = path.iter().find_map(|node| node.dyn_into::<HtmlAnchorElement>().ok())?;
    let elsewhere = !matches!(link.target().as_str(), "" | "_self") || link.has_attribute("download");
    let ours = web_sys::window()?.location().origin().ok()? == link.origin();
    if elsewhere || !ours || !link.has_attribute("href") || !link.hash().is_empty() {
        return None;
    }
    let to = link.pathname();
    (routes::place(&to).0 != Place::Nowhere || to.starts_with(&routes::home())).then(|| to + &link.search())
}

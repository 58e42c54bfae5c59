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
    let here = web_sys::window()?.location();
    let ours = here.origin().ok()? == link.origin();
    let (to, search, part) = (link.pathname(), link.search(), link.hash());
    // A part of this page is for the page to find.
    let found_here = !part.is_empty() && here.pathname().ok()? == to && here.search().ok()? == search;
    if elsewhere || !ours || !link.has_attribute("href") || found_here {
        return None;
    }
    let known = routes::place(&to).0 != Place::Nowhere || to.starts_with(&routes::home());
    known.then(|| to + &search + &part)
}

//! Where a reader stopped, kept on the device: who comes back goes on from there, and is not taken there against their will.

mod kept;

use super::address::Address;
use crate::{
    api::Query,
    i18n::m,
    session::use_session,
    ui::{Button, ButtonKind},
};
use guichet_contract::types::Article;
use kept::Place;
use leptos::{ev, html, prelude::*};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A block counts as read once its top has come so near to the top of the window, in pixels.
const NEAR: f64 = 96.0;
/// Whoever has not come further than this many blocks finds their place by themselves.
const LEAST: u32 = 3;
/// How often the place is kept while somebody scrolls.
const PAUSE: Duration = Duration::from_millis(500);

/// Follows the reader of `article`, whose blocks are the children of `prose`; a button that goes to where they stopped the
/// last time.
pub(super) fn position(article: Query<Article>, address: Address, prose: NodeRef<html::Div>) -> AnyView {
    let session = use_session();
    let person = Memo::new(move |_| session.person());
    let text = Memo::new(move |_| {
        article.with(|article| {
            let article = article?;
            Some((article.version.unwrap_or_default(), article.language.clone()))
        })
    });
    let offered = RwSignal::new(None::<Place>);
    Effect::new(move || {
        let Some((version, language)) = text.get() else { return };
        let known = person.with(|person| kept::find(person, address.id().as_str(), &language));
        // In another version it is another place, and whoever follows a link to a part wants to be there.
        let fits = |place: &Place| place.version == version && !named_part();
        offered.set(known.filter(fits));
    });
    let note = move || {
        let Some(prose) = prose.try_get_untracked().flatten().filter(|_| address.is_here()) else { return };
        let Some((version, language)) = text.get_untracked() else { return };
        let (person, article) = (person.get_untracked(), address.id().to_string());
        match read_so_far(&prose) {
            Progress::Begun => {}
            Progress::Finished => kept::forget(&person, &article, &language),
            Progress::At { block, part } => {
                kept::keep(Place { article, language, person, version, block, part });
            }
        }
    };
    let waiting = StoredValue::new(false);
    let listener = window_event_listener(ev::scroll, move |_| {
        if waiting.try_get_value() == Some(false) {
            waiting.set_value(true);
            let later = move || {
                // The page may be gone.
                if waiting.try_set_value(false).is_none() {
                    note();
                }
            };
            set_timeout(later, PAUSE);
        }
    });
    on_cleanup(move || listener.remove());
    let go_on = Callback::new(move |()| {
        let place = offered.get_untracked();
        offered.set(None);
        // Once the button is gone: what is below it moves up.
        request_animation_frame(move || {
            if let Some(place) = place
                && let Some(prose) = prose.try_get_untracked().flatten()
            {
                go(&prose, place.block);
            }
        });
    });
    let button = move || {
        let place = offered.get()?;
        let words =
            if place.part.is_empty() { m::knowledge::go_on() } else { m::knowledge::go_on_at(&place.part) };
        let button = view! {
            <div class="no-print"><Button kind=ButtonKind::Secondary small=true on_press=go_on>{words}</Button></div>
        };
        Some(button)
    };
    button.into_any()
}

/// Whether the address names a part of the article.
fn named_part() -> bool {
    web_sys::window().and_then(|window| window.location().hash().ok()).is_some_and(|hash| !hash.is_empty())
}

/// How far somebody has read.
enum Progress {
    /// Not far enough to need a mark.
    Begun,
    /// Up to a block, which stands under a heading.
    At { block: u32, part: String },
    /// All of it.
    Finished,
}

fn read_so_far(prose: &Element) -> Progress {
    let height =
        web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    let (mut at, mut part) = (None, String::new());
    let mut last = f64::MAX;
    let mut next = prose.first_element_child();
    let mut block = 0;
    while let Some(element) = next {
        last = element.get_bounding_client_rect().y();
        if last < NEAR {
            at = Some(block);
            if element.class_name() == "anchored" {
                part = element.first_element_child().and_then(|h| h.text_content()).unwrap_or_default();
            }
        }
        next = element.next_element_sibling();
        block += 1;
    }
    match at {
        Some(block) if block >= LEAST && last < height => Progress::Finished,
        Some(block) if block >= LEAST => Progress::At { block, part },
        _ => Progress::Begun,
    }
}

/// Goes to a block, with the focus, so that the keyboard and a screen reader go on from there.
fn go(prose: &Element, block: u32) {
    let mut element = prose.first_element_child();
    for _ in 0..block {
        element = element.and_then(|element| element.next_element_sibling());
    }
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.scroll_into_view();
        // Setting an attribute fails only for a malformed name.
        let _ = element.set_attribute("tabindex", "-1");
        let _ = element.focus();
    }
}

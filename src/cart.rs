//! What is kept of the cart in the browser, as far as others than its page need to know: how many lines there are, for the
//! header, and the wish list. What is in a line is the business of the request pages.

use crate::{
    i18n::m,
    lazy::{ChunkError, Lazy, Page},
    prefs::storage,
    router::use_location,
    routes,
    session::{Feature, Session, use_session},
    ui::{Icon, IconName},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The event by which other tabs hear of what was kept.
const STORAGE: &str = "storage";

/// The name under which the cart of `person` is kept.
pub fn cart_name(person: &str) -> String {
    format!("guichet:cart:{person}")
}

/// The name of the number of its lines, which costs nothing to read.
fn count_name(person: &str) -> String {
    format!("guichet:cart-lines:{person}")
}

fn wishes_name(person: &str) -> String {
    format!("guichet:wishes:{person}")
}

/// How many lines the cart holds, for the header.
#[derive(Clone, Copy)]
pub struct CartHint {
    lines: RwSignal<u32>,
    link: Lazy,
    session: Session,
}

/// Makes the hint known to the link that shows it. Its code is fetched once there is something in the cart.
pub fn provide_cart_hint() -> CartHint {
    let path = use_location().pathname;
    let hint = CartHint {
        lines: RwSignal::new(0),
        link: Lazy::new(|| Box::pin(link_chunk())),
        session: use_session(),
    };
    provide_context(hint);
    // Another tab may have changed it before this one listens.
    Effect::new(move || {
        path.track();
        hint.look(&hint.session.person());
    });
    hint
}

/// The hint.
pub fn use_cart_hint() -> CartHint {
    expect_context()
}

impl CartHint {
    /// Looks how many lines `person` has.
    fn look(self, person: &str) {
        let kept = storage().and_then(|storage| storage.get_item(&count_name(person)).ok()?);
        let lines = kept.and_then(|text| text.parse().ok()).unwrap_or(0);
        if lines > 0 {
            self.link.want();
        }
        if self.lines.get_untracked() != lines {
            self.lines.set(lines);
        }
    }

    /// Keeps how many there are.
    pub fn keep(self, person: &str, lines: usize) {
        if let Some(storage) = storage() {
            // A full storage loses the hint, no more.
            let _ = storage.set_item(&count_name(person), &lines.to_string());
        }
        self.look(person);
    }

    /// The link to the cart, once there is something in it.
    pub fn view(self) -> AnyView {
        (move || self.link.quietly()).into_any()
    }
}

#[leptos::wasm_split::wasm_split(frame, wasm_split_path = leptos::wasm_split, fallible)]
fn link_chunk() -> Result<Page, ChunkError> {
    Ok(link)
}

fn link() -> AnyView {
    let hint = use_cart_hint();
    on_other_tabs(move || hint.look(&untrack(|| hint.session.person())));
    let shown = Memo::new(move |_| {
        let lines = hint.lines.get();
        (lines > 0 && hint.session.offers(Feature::Orders)).then_some(lines)
    });
    let link = move || {
        shown.get().map(|lines| {
            view! {
                <a class="icon-button" href=routes::cart() aria-label=m::shell::cart(lines)>
                    <Icon name=IconName::Cart/>
                    <span class="badge">{lines}</span>
                </a>
            }
        })
    };
    link.into_any()
}

/// Calls `look` whenever another tab keeps something, for as long as the owner lives.
pub fn on_other_tabs(look: impl Fn() + 'static) {
    let listener = window_event_listener_untyped(STORAGE, move |_| look());
    on_cleanup(move || listener.remove());
}

/// Something to order another day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wish {
    /// Which item.
    pub item: String,
    /// What it is called.
    pub name: String,
    /// The line of the cart that it was, as text; empty where nothing was answered yet.
    pub line: String,
}

/// The wish list of `person`, the latest wish first.
pub fn wishes(person: &str) -> Vec<Wish> {
    let kept = storage().and_then(|storage| storage.get_item(&wishes_name(person)).ok()?);
    kept.and_then(|text| crate::api::read(&text)).unwrap_or_default()
}

/// Keeps the wish list. False if the browser would not keep it.
pub fn keep_wishes(person: &str, wishes: &[Wish]) -> bool {
    let text = serde_json::to_string(wishes).ok();
    let kept = text.and_then(|text| storage()?.set_item(&wishes_name(person), &text).ok());
    kept.is_some()
}

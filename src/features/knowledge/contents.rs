//! Finding one's way in a long article. A fragment means nothing in a shadow root, and the address of the page is not the
//! base of its links, so each is followed here.

use crate::{
    i18n::m,
    markdown::{Heading, headings},
    router::{NavigateOptions, use_navigate},
    routes,
};
use guichet_rules::ids::ArticleId;
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Fewer headings are seen at a glance.
const LEAST: usize = 3;
/// Headings below this level would make the list as long as the article.
const DEEPEST: u8 = 3;
/// A part is being read once its heading has come so near to the top of the window, in pixels.
const NEAR: f64 = 96.0;

/// The parts of an article on the page.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    id: StoredValue<ArticleId>,
    /// The element that holds the article.
    pub prose: NodeRef<html::Div>,
    go: Callback<String>,
}

impl Parts {
    /// Goes to the part that the address names, as soon as it is there.
    pub fn new(id: ArticleId) -> Self {
        let (id, prose, navigate) = (StoredValue::new(id), NodeRef::<html::Div>::new(), use_navigate());
        let go = Callback::new(move |part: String| {
            if show(prose, &part) {
                // So that the address can be sent to somebody.
                let url = id.with_value(|id| routes::answer_part(id.as_str(), &part));
                navigate(&url, NavigateOptions { replace: true, scroll: false });
            }
        });
        prose.on_load(move |_| {
            if let Some(part) = named() {
                show(prose, &part);
            }
        });
        Self { id, prose, go }
    }

    /// Follows a link to another part of the same article.
    pub fn follow(self, ev: &ev::MouseEvent) {
        let clicked = ev.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = clicked.and_then(|element| element.closest("a").ok().flatten());
        let href = link.and_then(|link| link.get_attribute("href")).unwrap_or_default();
        if let Some(part) = href.strip_prefix('#') {
            ev.prevent_default();
            self.go.run(part.to_owned());
        }
    }
}

/// The part that the address names.
fn named() -> Option<String> {
    let hash = web_sys::window()?.location().hash().ok()?;
    let part = js_sys::decode_uri_component(hash.strip_prefix('#')?).ok()?;
    Some(part.into())
}

/// The heading with that id.
fn find(prose: &Element, part: &str) -> Option<HtmlElement> {
    // What is no id, such as one with a quotation mark, is no heading of ours.
    let found = prose.query_selector(&format!("[id=\"{part}\"]")).ok()??;
    found.dyn_into().ok()
}

/// Goes to a part. False if there is none of that id.
fn show(prose: NodeRef<html::Div>, part: &str) -> bool {
    let Some(heading) = prose.get_untracked().and_then(|prose| find(&prose, part)) else { return false };
    heading.scroll_into_view();
    // So that the keyboard and a screen reader go on from there. Setting an attribute fails only for a malformed name.
    let _ = heading.set_attribute("tabindex", "-1");
    heading.focus().is_ok()
}

/// The table of contents; nothing for a short article.
pub(super) fn contents(parts: Parts, body: Memo<String>) -> AnyView {
    let all = Memo::new(move |_| {
        let all = body.with(|body| headings(body)).into_iter();
        all.filter(|heading| heading.level <= DEEPEST).collect::<Vec<Heading>>()
    });
    let current = RwSignal::new(None::<String>);
    let look = move || {
        let Some(prose) = parts.prose.get_untracked() else { return };
        let is_near = |heading: &&Heading| {
            find(&prose, &heading.id).is_some_and(|found| found.get_bounding_client_rect().y() < NEAR)
        };
        let reading =
            all.with_untracked(|all| all.iter().rev().find(is_near).map(|heading| heading.id.clone()));
        if current.with_untracked(|current| *current != reading) {
            current.set(reading);
        }
    };
    let listener = window_event_listener(ev::scroll, move |_| look());
    on_cleanup(move || listener.remove());
    let list = move || {
        let all = all.get();
        (all.len() >= LEAST).then(|| {
            let items = tree(all).into_iter().map(|(heading, below)| item(parts, current, heading, below));
            view! {
                <nav class="toc" aria-label=m::knowledge::contents()>
                    <h2 class="toc__title">{m::knowledge::contents()}</h2>
                    <ol>{items.collect_view()}</ol>
                </nav>
            }
        })
    };
    list.into_any()
}

/// Each heading with those below it.
fn tree(all: Vec<Heading>) -> Vec<(Heading, Vec<Heading>)> {
    let mut tree: Vec<(Heading, Vec<Heading>)> = Vec::new();
    for heading in all {
        match tree.last_mut() {
            Some((_, below)) if heading.level == DEEPEST => below.push(heading),
            _ => tree.push((heading, Vec::new())),
        }
    }
    tree
}

fn item(parts: Parts, current: RwSignal<Option<String>>, heading: Heading, below: Vec<Heading>) -> AnyView {
    let below = (!below.is_empty()).then(|| {
        let items = below.into_iter().map(|heading| item(parts, current, heading, Vec::new()));
        view! { <ol>{items.collect_view()}</ol> }
    });
    let href = parts.id.with_value(|id| routes::answer_part(id.as_str(), &heading.id));
    let (own, to) = (heading.id.clone(), heading.id);
    let is_current = move || current.with(|current| current.as_ref() == Some(&own)).then_some("true");
    let click = move |ev: ev::MouseEvent| {
        // With a key held it goes into another window.
        if !(ev.ctrl_key() || ev.meta_key() || ev.shift_key()) {
            ev.prevent_default();
            parts.go.run(to.clone());
        }
    };
    view! {
        <li>
            <a class="toc__link" href=href aria-current=is_current on:click=click>{heading.text}</a>
            {below}
        </li>
    }
    .into_any()
}

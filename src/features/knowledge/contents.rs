//! Finding one's way in a long article. A fragment means nothing in a shadow root, and the address of the page is not the
//! base of its links, so each is followed here.

use super::address::Address;
use crate::{
    i18n::m,
    markdown::{Heading, headings},
    router::{NavigateOptions, use_navigate},
};
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
    address: Address,
    /// The element that holds the article.
    pub prose: NodeRef<html::Div>,
    go: Callback<String>,
}

impl Parts {
    /// Goes to the part that the address names, as soon as it is there, and again where the text comes in another `language`:
    /// then it is another text, with parts of its own.
    pub fn new(address: Address, language: Memo<String>) -> Self {
        let (prose, navigate) = (NodeRef::<html::Div>::new(), use_navigate());
        let go = Callback::new(move |part: String| {
            if show(prose, &part) {
                // So that the address can be sent to somebody.
                navigate(&address.part(&part), NavigateOptions { replace: true, scroll: false });
            }
        });
        let show_named = move || {
            if let Some(part) = named() {
                // After the page's heading took the focus, as it does on every new page.
                request_animation_frame(move || {
                    show(prose, &part);
                });
            }
        };
        prose.on_load(move |_| show_named());
        Effect::new(move |before: Option<String>| {
            let now = language.get();
            if before.is_some_and(|before| before != now) {
                show_named();
            }
            now
        });
        Self { address, prose, go }
    }

    /// Follows a link to another part of the same article.
    pub fn follow(self, ev: &ev::MouseEvent) {
        let clicked = ev.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = clicked.and_then(|element| element.closest("a").ok().flatten());
        let href = link.and_then(|link| link.get_attribute("href")).unwrap_or_default();
        // With a key held it goes into another window.
        let elsewhere = ev.ctrl_key() || ev.meta_key() || ev.shift_key();
        if let Some((page, part)) = href.split_once('#')
            && page == self.address.url()
            && !elsewhere
        {
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

/// What has that id: a heading, a footnote, or the place that refers to it.
fn find(prose: &Element, part: &str) -> Option<HtmlElement> {
    // What is no id, such as one with a quotation mark, is none of ours.
    let found = prose.query_selector(&format!("[id=\"{part}\"]")).ok()??;
    found.dyn_into().ok()
}

/// Goes to a part. False if there is none of that id.
fn show(prose: NodeRef<html::Div>, part: &str) -> bool {
    let prose = prose.try_get_untracked().flatten();
    let Some(found) = prose.and_then(|prose| find(&prose, part)) else { return false };
    found.scroll_into_view();
    // So that the keyboard and a screen reader go on from there. Setting an attribute fails only for a malformed name.
    let _ = found.set_attribute("tabindex", "-1");
    found.focus().is_ok()
}

/// The headings that a table of contents names, and which of them is being read.
#[derive(Clone, Copy)]
pub(super) struct Contents {
    parts: Parts,
    all: Memo<Vec<Heading>>,
    current: RwSignal<Option<String>>,
}

impl Contents {
    /// Of the text `body`, which stands in `parts`.
    pub fn new(parts: Parts, body: Memo<String>) -> Self {
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
        Self { parts, all, current }
    }

    /// Beside a long article; nothing for a short one.
    pub fn beside(self) -> AnyView {
        let list = move || {
            self.list().map(|list| {
                view! {
                    <nav class="toc toc--beside" aria-label=m::knowledge::contents()>
                        <h2 class="toc__title">{m::knowledge::contents()}</h2>
                        {list}
                    </nav>
                }
            })
        };
        list.into_any()
    }

    /// Above it, where nothing fits beside it.
    pub fn above(self) -> AnyView {
        let list = move || {
            self.list().map(|list| {
                view! {
                    <details class="toc toc--above no-print">
                        <summary>{m::knowledge::contents()}</summary>
                        <nav aria-label=m::knowledge::contents()>{list}</nav>
                    </details>
                }
            })
        };
        list.into_any()
    }

    fn list(self) -> Option<AnyView> {
        let all = self.all.get();
        (all.len() >= LEAST).then(|| {
            let items = tree(all).into_iter().map(|(heading, below)| self.item(heading, below));
            view! { <ol>{items.collect_view()}</ol> }.into_any()
        })
    }

    fn item(self, heading: Heading, below: Vec<Heading>) -> AnyView {
        let below = (!below.is_empty()).then(|| {
            let items = below.into_iter().map(|heading| self.item(heading, Vec::new()));
            view! { <ol>{items.collect_view()}</ol> }
        });
        let href = self.parts.address.part(&heading.id);
        let (own, to) = (heading.id.clone(), heading.id);
        let current = self.current;
        let is_current = move || current.with(|current| current.as_ref() == Some(&own)).then_some("true");
        let click = move |ev: ev::MouseEvent| {
            // With a key held it goes into another window.
            if !(ev.ctrl_key() || ev.meta_key() || ev.shift_key()) {
                ev.prevent_default();
                self.parts.go.run(to.clone());
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

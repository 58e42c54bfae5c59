//! What was begun and not sent on this device.

use super::page::section;
use crate::{
    api::query_part,
    draft::{self, Listed},
    format,
    i18n::{self, m},
    lazy::{ChunkError, Lazy, Page},
    routes,
    session::use_session,
    ui::{SummaryList, SummaryRow, use_announcer},
};
use chrono::DateTime;
use guichet_contract::{
    Code, NoQuery,
    endpoints::{GetItem, ItemPath},
};
use guichet_rules::ids::ItemId;
use leptos::{html, prelude::*, task::spawn_local};
use serde::Deserialize;

/// The section; absent while there are no drafts, and fetched only where there are some.
pub fn drafts() -> AnyView {
    if !draft::any() {
        return ().into_any();
    }
    let drafts = Lazy::new(|| Box::pin(drafts_chunk()));
    drafts.want();
    (move || drafts.view()).into_any()
}

#[leptos::wasm_split::wasm_split(frame, wasm_split_path = leptos::wasm_split, fallible)]
fn drafts_chunk() -> Result<Page, ChunkError> {
    Ok(list)
}

fn list() -> AnyView {
    let session = use_session();
    let person = Memo::new(move |_| session.person());
    let drafts = RwSignal::new(Vec::<Listed>::new());
    Effect::new(move || {
        let whose = person.get();
        drafts.set(Vec::new());
        if whose.is_empty() {
            return;
        }
        spawn_local(async move {
            // The words for it come with those of the other pages.
            if !i18n::load_rest().await {
                return;
            }
            let mut found = draft::list(&whose).await;
            found.retain(|draft| Aim::of(draft).is_some());
            // Somebody else may have signed in meanwhile.
            if person.try_with_untracked(|person| *person == whose) == Some(true) {
                drafts.set(found);
            }
        });
    });
    let any = Memo::new(move |_| drafts.with(|drafts| !drafts.is_empty()));
    let content = move || {
        any.get().then(|| {
            let rows = view! {
                <ul class="list">
                    <For each=move || drafts.get() key=|draft: &Listed| draft.name.clone() children=row/>
                </ul>
            };
            section(m::drafts::title(), None, rows.into_any())
        })
    };
    content.into_any()
}

/// What a draft is for. It is named after that: `request:laptop`, `guide:new-employee`, `report`, `reply:INC-10001`.
struct Aim {
    label: String,
    href: String,
    /// What is asked for; absent where nothing is, or where its name is none.
    item: Option<ItemId>,
}

impl Aim {
    fn of(draft: &Listed) -> Option<Self> {
        let aim = |label: String, href: String| Self { label, href, item: None };
        match draft.name.split_once(':') {
            Some(("request", item)) => {
                Some(Self { item: ItemId::new(item).ok(), ..aim(draft.title.clone(), routes::request(item)) })
            }
            Some(("guide", guide)) => Some(aim(draft.title.clone(), routes::guide(guide))),
            Some(("reply", ticket)) => Some(aim(m::drafts::reply(ticket), routes::ticket(ticket))),
            None if draft.name == draft::REPORT => Some(aim(m::drafts::report(), routes::report(""))),
            _ => None,
        }
    }
}

/// Whether one can go on with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Offer {
    Open,
    /// The person may not ask for it now.
    Closed,
    /// It is no longer in the catalog.
    Gone,
}

/// What is read of an item.
#[derive(Clone, Deserialize)]
struct Offered {
    orderable: Orderable,
}

#[derive(Clone, Deserialize)]
struct Orderable {
    allowed: bool,
}

fn offer(item: Option<ItemId>) -> Memo<Offer> {
    let seen = query_part::<GetItem, Offered>(move || Some((ItemPath { item: item.clone()? }, NoQuery {})));
    Memo::new(move |_| {
        if seen.error().is_some_and(|error| error.code() == Some(Code::NotFound)) {
            return Offer::Gone;
        }
        let open = seen.with(|seen| seen.is_none_or(|seen| seen.orderable.allowed));
        if open { Offer::Open } else { Offer::Closed }
    })
}

fn row(draft: Listed) -> AnyView {
    let Some(Aim { label, href, item }) = Aim::of(&draft) else { return ().into_any() };
    let offer = offer(item);
    let thrown = RwSignal::new(false);
    let (throw, undo) = (NodeRef::<html::Button>::new(), NodeRef::<html::Button>::new());
    // Each button goes away when it is pressed; the other one takes the focus.
    let moving = StoredValue::new(false);
    Effect::new(move || {
        let button = if thrown.get() { undo.get() } else { throw.get() };
        if let Some(button) = button.filter(|button| button.is_connected() && moving.get_value()) {
            moving.set_value(false);
            // It is on the page, so it takes the focus.
            let _ = button.focus();
        }
    });
    let announcer = use_announcer();
    let saved = DateTime::from_timestamp_millis(draft.saved_at).map(|at| m::drafts::saved(&format::when(at)));
    let draft = StoredValue::new(draft);
    let label = StoredValue::new(label);
    let press =
        move |away: bool| {
            moving.set_value(true);
            thrown.set(away);
            draft.with_value(|draft| if away { draft.throw_away() } else { draft.put_back() });
            let words = label.with_value(|label| {
                if away { m::drafts::thrown_away(label) } else { m::drafts::restored(label) }
            });
            announcer.say(words);
        };
    let button = move |node: NodeRef<html::Button>, away: bool, words: String| {
        view! {
            <span class="row__actions">
                <button class="link-button" type="button" node_ref=node on:click=move |_| press(away)>
                    {words} <span class="visually-hidden">{format!(" {}", label.get_value())}</span>
                </button>
            </span>
        }
        .into_any()
    };
    let content = move || {
        if thrown.get() {
            let said = label.with_value(|label| m::drafts::thrown_away(label));
            return view! {
                <span class="row__meta">{said}</span>
                {button(undo, false, m::drafts::undo())}
            }
            .into_any();
        }
        let title = match offer.get() {
            Offer::Open => open(label.get_value(), href.clone()),
            Offer::Closed => stuck(label.get_value(), m::drafts::closed(), draft),
            Offer::Gone => stuck(label.get_value(), m::drafts::gone(), draft),
        };
        view! {
            {title}
            <span class="row__meta">{saved.clone()}</span>
            {button(throw, true, m::drafts::throw_away())}
        }
        .into_any()
    };
    view! { <li class="list__row">{content}</li> }.into_any()
}

/// One that can be gone on with.
fn open(label: String, href: String) -> AnyView {
    view! {
        <a class="row__title" href=href>{label}</a>
        <span class="row__tag link--quiet" aria-hidden="true">{m::drafts::go_on()}</span>
    }
    .into_any()
}

/// One whose form cannot be opened: what was typed is shown here, so that it is not lost with it.
fn stuck(label: String, why: String, draft: StoredValue<Listed>) -> AnyView {
    let said = draft.with_value(Listed::said);
    let said = (!said.is_empty()).then(|| {
        let rows: Vec<_> = said.into_iter().map(|said| SummaryRow::new(said.label, said.words)).collect();
        view! {
            <details class="row__actions">
                <summary class="link">{m::drafts::said()}</summary>
                <SummaryList rows=rows compact=true/>
            </details>
        }
    });
    view! {
        <span class="row__title">{label}</span>
        <span class="row__text">{why}</span>
        {said}
    }
    .into_any()
}

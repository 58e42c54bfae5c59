//! The page of an order guide: first what is asked once, then the items.

use super::{
    super::{
        anew::anew,
        asking::{Asking, Begin},
        at::At,
        known::Who,
        notes::Notes,
        part::presses,
        question::question,
        restore::Restored,
        stage::{Way, point_out},
        suggest::telling,
    },
    items::items,
    picks::Guiding,
    suggest::suggest,
};
use crate::{
    address::read_address,
    api::query,
    draft::{self, Keeper},
    i18n::m,
    markdown::markdown,
    page::PageTitle,
    router::{NavigateOptions, ParamsMap, use_navigate, use_params_map},
    routes,
    session::{Feature, use_session},
    ui::{Breadcrumb, Button, ButtonKind, Crumb, ErrorSummary, FieldError, IconName},
    view::{message_page, page_of, where_offered},
};
use guichet_contract::{
    NoQuery,
    endpoints::{GetGuide, GuidePath},
    types::{
        Delivery, DeliveryUnit, FormRef, GroupRef, Guide, Item, ItemSummary, PersonRef, ServiceRef,
        StartingPrice,
    },
};
use guichet_rules::{
    entitlement::OrderFor,
    form::Compiled,
    ids::{GroupId, GuideId, ItemId, ServiceId},
    money::{Amounts, Currency},
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The step that shows the items.
const ITEMS: &str = "items";

/// An order guide.
#[component]
pub fn GuidePage() -> impl IntoView {
    where_offered(Feature::Orders, page)
}

fn page() -> AnyView {
    // Another guide is another page: the path is read once.
    let id = use_params_map().with_untracked(|p| p.get("guide")).and_then(|id| GuideId::new(id).ok());
    id.map_or_else(missing, one)
}

fn missing() -> AnyView {
    let back = view! { <Button href=routes::services("", "", "")>{m::cart::to_services()}</Button> };
    message_page(IconName::Box, m::common::not_found_title(), m::common::failed_not_found(), back.into_any())
}

fn one(id: GuideId) -> AnyView {
    let session = use_session();
    let draft = Keeper::new(draft::guide_name(id.as_str()), move || session.person());
    let guide = query::<GetGuide>(move || Some((GuidePath { guide: id.clone() }, NoQuery {})));
    let body = move || {
        // Built once: what is answered stays while the guide is fetched again.
        let me = Memo::new(move |_| session.me().map(|me| me.person));
        let who = Memo::new(move |_| me.with(|me| me.as_ref().map(|me| me.id.clone())));
        anew(
            move || (who.get(), draft.ready()),
            move |(_, ready)| {
                let both = guide.get_untracked().zip(me.get_untracked()).filter(|_| ready);
                both.map(|(guide, me)| whole(guide, me, draft)).into_any()
            },
        )
    };
    page_of(guide, || ().into_any(), body, missing)
}

/// The guide, for somebody who may use it or is told why not.
fn whole(guide: Guide, me: PersonRef, draft: Keeper) -> AnyView {
    let crumbs = vec![
        Crumb::new(m::shell::services(), routes::services("", "", "")),
        Crumb::here(guide.summary.name.clone()),
    ];
    let content = if guide.summary.orderable.allowed {
        steps(guide, me, draft)
    } else {
        let reason = guide.summary.orderable.reason.clone();
        view! {
            <PageTitle text=guide.summary.name/>
            <p class="page__lead">{reason}</p>
        }
        .into_any()
    };
    view! { <Breadcrumb label=m::shell::breadcrumb() crumbs=crumbs/> {content} }.into_any()
}

fn steps(guide: Guide, me: PersonRef, draft: Keeper) -> AnyView {
    let id = guide.summary.id.to_string();
    let form = Compiled::new(guide.form.clone());
    let Some(item) = as_item(&guide) else { return missing() };
    let restored = Restored::find(&form, draft.newest().as_ref(), &ParamsMap::default(), (None, None));
    let notes = Notes::new(&restored);
    let from_start = restored.changed || restored.at.is_none();
    let navigate = use_navigate();
    let open = Callback::new(move |(url, replace): (String, bool)| {
        navigate(&url, NavigateOptions { replace, ..NavigateOptions::default() });
    });
    let asking = Asking::new(Begin {
        item,
        form,
        me,
        who: Who::signed_in(),
        kept: restored.kept,
        link: BTreeMap::new(),
        way: Way { item: id.clone(), ..Way::default() },
        draft,
        address: |way, _| routes::guide(&way.item),
        open,
        // A guide is reloaded whole: nothing is sent with it that could meet a newer form.
        newer_form: Callback::new(|_| ()),
        trial: None,
    });
    notes.keep_saving(asking);
    let guiding = Guiding {
        guide: StoredValue::new(guide),
        asking,
        busy: RwSignal::new(false),
        problem: RwSignal::new(None),
    };
    let choosing = read_address(routes::guide(&id), |link| link.get_str("step") == Some(ITEMS));
    if choosing.get_untracked() && from_start {
        // A link into the middle of a guide that was never begun, or that has changed since.
        open.run((routes::guide(&id), true));
    }
    anew(
        move || (choosing.get(), notes.begun.get()),
        move |(choosing, _)| if choosing { items(guiding) } else { shared(guiding, notes) },
    )
}

/// What is asked once.
fn shared(guiding: Guiding, notes: Notes) -> AnyView {
    let asking = guiding.asking;
    let (name, lead, id) = guiding.guide.with_value(|guide| {
        (guide.summary.name.clone(), markdown(&guide.description), guide.summary.id.to_string())
    });
    let pages = asking.form.with_value(|form| form.pages.clone());
    let count = pages.len();
    let errors = Memo::new(move |_| {
        let shown = asking.shown.get();
        asking.wrong.with(|all| {
            let here = all.iter().filter(|wrong| shown.contains(&wrong.key));
            here.filter_map(|w| Some(FieldError { key: w.key.clone(), message: w.words.clone()? }))
                .collect::<Vec<_>>()
        })
    });
    let wrong = Signal::derive(move || !errors.with(Vec::is_empty));
    let follow = Callback::new(move |key: String| {
        asking.focus.focus(&key);
    });
    let on = NodeRef::new();
    let press = Callback::new(move |()| {
        // Whoever looks on may look at all of it, and is told of no mistakes.
        if untrack(|| asking.draft.locked()) || point_out(asking, count).is_none() {
            asking.open.run((routes::guide_step(&id, ITEMS), false));
        }
    });
    let told = asking.form.with_value(|form| telling(form, &form.pages));
    let sections = pages.into_iter().map(|page| {
        // Once, below the last that is told in one's own words.
        let here = told.last().is_some_and(|last| page.questions.iter().any(|asked| asked.id == *last));
        let suggested = here.then(|| suggest(guiding, told.clone()));
        let questions = page.questions.into_iter().map(|asked| {
            let at = At::question(&asked.id);
            question(asking, asked, at)
        });
        view! {
            <fieldset class="form__section" disabled=move || asking.draft.locked()>
                <legend class="section__title">{page.title}</legend>
                {questions.collect_view()}
                {suggested}
            </fieldset>
        }
    });
    view! {
        <div class="page__head"><PageTitle text=name error=wrong/></div>
        <div class="page__lead stack stack--small">{lead}</div>
        <div class="stack">
            {notes.view(asking)}
            <div class="form" on:submit=presses(on)>
                <ErrorSummary title=m::common::problem_title() errors=errors attempt=asking.pointed on_follow=follow/>
                {sections.collect_view()}
                <div class="form__actions">
                    <Button kind=ButtonKind::Primary node_ref=on on_press=press>{m::cart::guide_go_on()}</Button>
                    {notes.saved(asking)}
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// The guide in the place of the item that a form is asked for: its questions are asked by the same controls, and nothing of
/// it is ordered itself.
fn as_item(guide: &Guide) -> Option<Item> {
    let currency = guide.items.first().map_or(Currency::EUR, |item| item.item.price.currency);
    Some(Item {
        summary: ItemSummary {
            id: ItemId::new(guide.summary.id.as_str()).ok()?,
            category: guide.summary.category.clone(),
            name: guide.summary.name.clone(),
            summary: guide.summary.summary.clone(),
            icon: guide.summary.icon.clone(),
            price: StartingPrice { currency, amounts: Amounts::default(), from: false },
            delivery: Delivery { amount: 0, unit: DeliveryUnit::Days },
            orderable: guide.summary.orderable.clone(),
            popular: None,
        },
        description: guide.description.clone(),
        category_name: String::new(),
        verb: guide.summary.name.clone(),
        service: ServiceRef { id: ServiceId::new("guide").ok()?, name: String::new() },
        group: GroupRef { id: GroupId::new("guide").ok()?, name: String::new() },
        expected: None,
        order_for: OrderFor::SelfOnly,
        base_price: None,
        max_quantity: 1,
        approvals: Vec::new(),
        form: FormRef { id: guide.form.id.clone(), version: guide.form.version },
        articles: Vec::new(),
    })
}

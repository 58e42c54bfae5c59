//! The items of a guide: which are included and why, and which may be added or left out.

use super::{picks::Guiding, put::put};
use crate::{
    draft, format,
    i18n::m,
    page::PageTitle,
    routes,
    ui::{Button, ButtonKind, Notice, Tone},
};
use guichet_contract::types::GuideItem;
use guichet_rules::ids::ItemId;
use leptos::prelude::*;

/// The page.
pub fn items(guiding: Guiding) -> AnyView {
    let (name, id, all) = guiding
        .guide
        .with_value(|guide| (guide.summary.name.clone(), guide.summary.id.to_string(), guide.items.clone()));
    let rows = all.into_iter().map(|item| row(guiding, item)).collect_view();
    let count = Memo::new(move |_| u32::try_from(guiding.wanted().len()).unwrap_or(u32::MAX));
    let led = guiding.asking.draft.reason();
    let reason =
        Signal::derive(move || led.get().or_else(|| (count.get() == 0).then(m::cart::guide_nothing)));
    let press = Callback::new(move |()| put(guiding));
    let problem = move || {
        guiding.problem.get().map(
            |words| view! { <Notice title=m::cart::guide_failed() tone=Tone::Bad><p>{words}</p></Notice> },
        )
    };
    view! {
        <div class="page__head"><PageTitle text=m::cart::guide_items(&name)/></div>
        <p class="page__lead">{m::cart::guide_items_lead()}</p>
        <div class="stack">
            {draft::notices(guiding.asking.draft)}
            <ul class="list">{rows}</ul>
            <div role="alert">{problem}</div>
            <div class="form__actions">
                <Button kind=ButtonKind::Primary busy=guiding.busy disabled_reason=reason on_press=press>
                    {move || m::cart::guide_put(count.get())}
                </Button>
                <Button href=routes::guide(&id)>{m::common::back()}</Button>
            </div>
        </div>
    }
    .into_any()
}

/// An item, while it is offered. One that this person may not order is shown with the reason.
fn row(guiding: Guiding, item: GuideItem) -> AnyView {
    let offered = {
        let item = item.clone();
        Memo::new(move |_| guiding.standing(&item).offered)
    };
    (move || offered.get().then(|| untrack(|| offered_row(guiding, &item)))).into_any()
}

fn offered_row(guiding: Guiding, item: &GuideItem) -> AnyView {
    let kept = StoredValue::new(item.clone());
    let included = Memo::new(move |_| kept.with_value(|item| guiding.standing(item).included));
    let fixed = guiding.standing(item).fixed;
    let summary = item.item.clone();
    let id = item.rule.item.clone();
    let allowed = summary.orderable.allowed;
    let off = fixed || !allowed;
    let checked = move || allowed && included.get();
    let pick = {
        let id = id.clone();
        move |chosen: bool| guiding.pick(id.clone(), chosen)
    };
    let why = match (&item.rule.because, fixed) {
        (Some(because), _) => m::cart::guide_because(because),
        (None, true) => m::cart::guide_always(),
        (None, false) => String::new(),
    };
    let closed = (!allowed).then(|| {
        let reason = summary.orderable.reason.clone();
        view! { <span class="row__text field__error">{reason}</span> }
    });
    view! {
        <li class="list__row">
            <label class="choice">
                <input
                    class="choice__input"
                    type="checkbox"
                    disabled=move || off || guiding.asking.draft.locked()
                    prop:checked=checked
                    on:change:target=move |ev| pick(ev.target().checked())
                />
                <span class="choice__label">{summary.name.clone()}</span>
                <span class="choice__note">{format::starting_price(&summary.price)}</span>
                <span class="choice__hint">{summary.summary.clone()}</span>
            </label>
            <span class="row__text">{why}</span>
            {closed}
            {quantity(guiding, id, kept, included)}
        </li>
    }
    .into_any()
}

/// How many, where there may be more than one.
fn quantity(guiding: Guiding, id: ItemId, kept: StoredValue<GuideItem>, included: Memo<bool>) -> AnyView {
    let most = kept.with_value(|item| item.max_quantity);
    if most < 2 {
        return ().into_any();
    }
    let id = StoredValue::new(id);
    let now = Memo::new(move |_| kept.with_value(|item| guiding.quantity(item)));
    let label = kept.with_value(|item| m::cart::quantity(&item.item.name));
    let options = (1..=most).map(move |n| {
        let chosen = move || now.get() == n;
        view! { <option value=n.to_string() prop:selected=chosen>{format::number(n.into())}</option> }
    });
    let take = move |typed: String| {
        if let Ok(n) = typed.parse() {
            guiding.ask_for(id.get_value(), n);
        }
    };
    let options = options.collect_view();
    view! {
        <div class="row__actions" hidden=move || !included.get()>
            <label class="cluster">
                <span class="muted">{m::requests::quantity()}</span>
                <select
                    class="input input--short select"
                    aria-label=label
                    disabled=move || guiding.asking.draft.locked()
                    on:change:target=move |ev| take(ev.target().value())
                >
                    {options}
                </select>
            </label>
        </div>
    }
    .into_any()
}

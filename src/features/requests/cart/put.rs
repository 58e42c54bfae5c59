//! From the form into the cart, and from there to whatever is to be done next.

use super::{
    super::{
        asking::Asking,
        at::At,
        kept::Kept,
        notes::said,
        stage::{Stage, point_out},
        submit::Failure,
    },
    kept::Line,
};
use crate::{
    api::Key,
    i18n::m,
    routes,
    session::{Feature, use_session},
    ui::{AnnouncerHandle, Button, Notice, use_announcer},
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The button that puts the request into the cart; absent where the backend takes no orders of several items.
pub fn add_button(asking: Asking) -> AnyView {
    let session = use_session();
    let offered = Memo::new(move |_| session.offers(Feature::Orders));
    let announcer = use_announcer();
    let press = Callback::new(move |()| add(asking, announcer));
    let reason = asking.draft.reason();
    (move || {
        offered
            .get()
            .then(|| view! { <Button disabled_reason=reason on_press=press>{m::cart::add()}</Button> })
    })
    .into_any()
}

/// Puts the request into the cart, and says so.
pub fn add(asking: Asking, announcer: AnnouncerHandle) {
    if put(asking) {
        announcer.say(asking.item.with_value(|item| m::cart::added(&item.summary.name)));
    }
}

/// Puts the request into the cart, or back into its line, once nothing is wrong with it and its files are there; then goes on.
/// True where it was put.
pub fn put(asking: Asking) -> bool {
    if asking.sending.get_untracked() || untrack(|| asking.draft.locked()) {
        return false;
    }
    let pages = asking.form.with_value(|form| form.pages.len());
    if let Some(wrong) = point_out(asking, pages) {
        asking.go(Stage::Page(wrong));
        return false;
    }
    asking.hold.stop();
    if asking.hold_for_cart.waits() {
        return false;
    }
    if let Some(trial) = asking.trial.get_value() {
        trial.done.run(());
        return false;
    }
    asking.failure.set(None);
    // Whoever leaves out now what was withheld before means it.
    let kept = Kept {
        withheld: BTreeSet::new(),
        left: Vec::new(),
        said: untrack(|| said(asking)),
        ..asking.kept.get_untracked()
    };
    let old = asking.way.with_value(|way| way.line.clone());
    let known = asking.basket.cart.with_untracked(|cart| cart.line(&old).cloned());
    let guide = known.as_ref().map(|line| line.guide.clone()).unwrap_or_default();
    let key = if known.is_some() { old } else { Key::fresh().to_string() };
    let line = asking.item.with_value(|item| Line {
        key: key.clone(),
        item: item.summary.id.to_string(),
        form: item.form.id.to_string(),
        name: item.summary.name.clone(),
        kept,
        unasked: asking.unasked(),
        guide: guide.clone(),
        open: false,
        changed: false,
    });
    asking.form.with_value(|form| asking.basket.put(line, form));
    if asking.basket.lost.get_untracked() {
        // The page of the cart would not find it.
        if known.is_none() {
            asking.basket.take(&key);
        }
        asking.failure.set(Some(Failure::plain(m::cart::not_put())));
        return false;
    }
    if known.is_none() {
        // Or it would be kept anew.
        asking.touched.set(false);
        asking.draft.ending().in_cart();
    }
    asking.open.run((next(asking, &guide), false));
    true
}

/// The next item of the same guide that has questions of its own; otherwise the cart.
fn next(asking: Asking, guide: &str) -> String {
    asking.basket.cart.with_untracked(|cart| {
        let open = cart.lines.iter().find(|line| line.open && !guide.is_empty() && line.guide == guide);
        open.map_or_else(routes::cart, |line| routes::request_for(&line.item, "", &line.key, ""))
    })
}

/// What a guide has answered of the form, and is not asked again.
pub fn settled_note(asking: Asking) -> AnyView {
    let labels = asking.kept.with_untracked(|kept| {
        asking.form.with_value(|form| {
            let settled = form.questions().filter(|question| kept.settled.contains(&question.id));
            let settled =
                settled.filter(|question| untrack(|| asking.is_settled(&At::question(&question.id))));
            settled.map(|question| question.label.clone()).collect::<Vec<_>>()
        })
    });
    (!labels.is_empty())
        .then(|| {
            let guide = asking.way.with_value(|way| {
                asking.basket.cart.with_untracked(|cart| cart.line(&way.line).map(|line| line.guide.clone()))
            });
            let title = m::cart::settled(&guide.unwrap_or_default());
            view! { <Notice title=title><p>{labels.join(" · ")}</p></Notice> }
        })
        .into_any()
}

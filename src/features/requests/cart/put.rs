//! From the form into the cart, and from there to whatever is to be done next.

use super::{
    super::{
        asking::Asking,
        at::At,
        restore::draft_name,
        stage::{Stage, point_out},
        submit,
    },
    kept::Line,
};
use crate::{
    api::Key,
    draft,
    i18n::m,
    routes,
    session::{Feature, use_session},
    ui::{Button, Notice, use_announcer},
};
use leptos::prelude::*;

/// The button that puts the request into the cart; absent where the backend takes no orders of several items.
pub fn add_button(asking: Asking) -> AnyView {
    let session = use_session();
    let offered = Memo::new(move |_| session.offers(Feature::Orders));
    let announcer = use_announcer();
    let press = Callback::new(move |()| {
        if put(asking) {
            announcer.say(asking.item.with_value(|item| m::cart::added(&item.summary.name)));
        }
    });
    (move || offered.get().then(|| view! { <Button on_press=press>{m::cart::add()}</Button> })).into_any()
}

/// Puts the request into the cart, or back into its line, once nothing is wrong with it; then goes on. True where it was put.
pub fn put(asking: Asking) -> bool {
    if asking.uploading.get_untracked() > 0 {
        asking.failure.set(Some(submit::Failure::plain(m::requests::file_wait())));
        return false;
    }
    let pages = asking.form.with_value(|form| form.pages.len());
    if let Some(wrong) = point_out(asking, pages) {
        asking.go(Stage::Page(wrong));
        return false;
    }
    let kept = asking.kept.get_untracked();
    let old = asking.way.with_value(|way| way.line.clone());
    let known = asking.basket.cart.with_untracked(|cart| cart.line(&old).cloned());
    let guide = known.as_ref().map(|line| line.guide.clone()).unwrap_or_default();
    let key = if known.is_some() { old } else { Key::fresh().to_string() };
    let line = asking.item.with_value(|item| Line {
        key,
        item: item.summary.id.to_string(),
        form: item.form.id.to_string(),
        name: item.summary.name.clone(),
        kept,
        guide: guide.clone(),
        open: false,
        changed: false,
    });
    if known.is_none() {
        // Or it would be kept anew.
        asking.touched.set(false);
        draft::forget(&draft_name(&line.item));
    }
    asking.form.with_value(|form| asking.basket.put(line, form));
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

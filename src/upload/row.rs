//! A file in the list of its field: what it looks like, how it does, and what can be done.

use super::{
    item::{Item, Phase},
    preview::{note, percent, remark, thumb},
    uploads::Uploads,
};
use crate::{i18n::m, ui::use_ids};
use leptos::{html, prelude::*};

/// The row. Its buttons stay the same elements while it goes on, so that whoever is on one stays there; `input` takes the
/// focus when the row goes.
pub(super) fn row(uploads: Uploads, item: Item, input: NodeRef<html::Input>) -> AnyView {
    let phase = RwSignal::from(item.phase.clone());
    let name = item.told.name.clone();
    let id = use_ids("file");
    let said = Memo::new(move |_| phase.with(said));
    let again = Memo::new(move |_| phase.with(Phase::can_be_repeated));
    let away = NodeRef::<html::Button>::new();
    let item = StoredValue::new(item);
    let note = move || phase.with(|phase| item.with_value(|item| note(&item.told, phase)));
    let below = move || {
        said.get().map(|(bad, words)| {
            // What failed is said at once. That it stands still can wait until somebody comes by.
            let (class, role) = if bad { ("file__error", Some("alert")) } else { ("file__remark", None) };
            view! { <span class=class role=role id=id.get_value()>{words}</span> }
        })
    };
    let described = move || said.with(Option::is_some).then(|| id.get_value());
    let repeat = move |_| {
        // Before the button goes.
        if let Some(away) = away.get_untracked() {
            let _ = away.focus();
        }
        item.with_value(|item| uploads.again(item));
    };
    let repeated = name.clone();
    let repeating = move || {
        let name = m::files::again_name(&repeated);
        again.get().then(|| {
            view! {
                <button class="link-button" type="button" aria-label=name on:click=repeat>{m::files::again()}</button>
            }
        })
    };
    let (thumb, bar) = item
        .with_value(|item| (thumb(&name, item.picture.as_deref()), bar(phase, item.told.size, name.clone())));
    view! {
        <li class="file">
            {thumb}
            <span class="file__name">{name.clone()} " " <span class="muted">{note}</span></span>
            {repeating}
            {take_away(uploads, (item, phase), described, (away, input))}
            {bar}
            {below}
        </li>
    }
    .into_any()
}

/// What is said below, and whether it is bad news.
fn said(phase: &Phase) -> Option<(bool, String)> {
    match phase {
        Phase::Failed { words, .. } => Some((true, words.clone())),
        phase => remark(phase).map(|words| (false, words)),
    }
}

/// Cancels what is on its way, and takes away what is not: one button, so that it keeps the focus.
fn take_away(
    uploads: Uploads,
    (item, phase): (StoredValue<Item>, RwSignal<Phase>),
    described: impl Fn() -> Option<String> + Send + Sync + 'static,
    (away, input): (NodeRef<html::Button>, NodeRef<html::Input>),
) -> AnyView {
    let going = Memo::new(move |_| phase.with(Phase::is_going));
    let words = move || if going.get() { m::files::cancel() } else { m::files::remove() };
    let name = move || {
        item.with_value(|item| {
            let name = &item.told.name;
            if going.get() { m::files::cancel_name(name) } else { m::files::remove_name(name) }
        })
    };
    let press = move |_| {
        if going.get_untracked() {
            item.with_value(|item| uploads.cancel(item));
            return;
        }
        if let Some(input) = input.get_untracked() {
            let _ = input.focus();
        }
        // The row goes, and what it holds with it.
        let item = item.get_value();
        uploads.remove(&item);
    };
    view! {
        <button
            node_ref=away
            class="link-button"
            type="button"
            aria-label=name
            aria-describedby=described
            on:click=press
        >
            {words}
        </button>
    }
    .into_any()
}

/// How far it is, to be seen. Without a value where nobody can tell.
fn bar(phase: RwSignal<Phase>, size: u64, name: String) -> AnyView {
    let shown = Memo::new(move |_| phase.with(|phase| matches!(phase, Phase::Going(_) | Phase::Paused(_))));
    let value = Memo::new(move |_| {
        phase.with(|phase| match phase {
            Phase::Going(sent) | Phase::Paused(sent) => sent.map(|sent| percent(sent, size)),
            _ => None,
        })
    });
    let value = move || value.get().map(|value| value.to_string());
    (move || {
        let name = name.clone();
        shown.get().then(|| {
            view! { <progress class="file__bar" max="100" value=value aria-label=name></progress> }
        })
    })
    .into_any()
}

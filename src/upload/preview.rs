//! What a file looks like, where it can be seen, and how it does, in words.

use super::{
    check::Told,
    item::{Item, Phase},
    kinds,
    uploads::Uploads,
};
use crate::{format, i18n::m};
use leptos::{ev, prelude::*};

/// The picture at `picture`, or in its place the kind of the file.
pub(super) fn thumb(name: &str, picture: Option<&str>) -> AnyView {
    let (alt, letters) = (m::files::preview(name), kinds::letters(name));
    let picture = picture.map(str::to_owned);
    // What calls itself a picture may be none.
    let broken = RwSignal::new(false);
    (move || match picture.clone().filter(|_| !broken.get()) {
        Some(src) => {
            let fails = move |_: ev::ErrorEvent| broken.set(true);
            view! { <img class="file__thumb" src=src alt=alt.clone() loading="lazy" on:error=fails/> }
                .into_any()
        }
        None => view! { <span class="file__kind" aria-hidden="true">{letters.clone()}</span> }.into_any(),
    })
    .into_any()
}

/// How it does, beside its name.
pub(super) fn note(told: &Told, phase: &Phase) -> String {
    let size = format::size(told.size);
    let part = |sent: u64| m::files::going(&format::number(f64::from(percent(sent, told.size))), &size);
    match phase {
        Phase::Waiting => m::files::waiting(),
        Phase::Checking => m::files::checking(),
        Phase::Going(None) => m::files::sending(),
        Phase::Going(Some(sent)) | Phase::Paused(Some(sent)) => part(*sent),
        Phase::Cancelled => m::files::cancelled(),
        Phase::Paused(None) | Phase::Failed { .. } | Phase::Left | Phase::There(_) => size,
    }
}

/// What there is to say beside that.
pub(super) fn remark(phase: &Phase) -> Option<String> {
    match phase {
        Phase::Paused(_) => Some(m::files::paused()),
        Phase::Left => Some(m::files::left()),
        _ => None,
    }
}

/// Per cent of a file that are there. Not all of it is there before the backend says so.
pub(super) fn percent(sent: u64, size: u64) -> u32 {
    let percent = sent.saturating_mul(100) / size.max(1);
    u32::try_from(percent).unwrap_or(100).min(100)
}

/// All that will be sent, to look at once more.
pub fn overview(uploads: Uploads) -> AnyView {
    let counted = move || {
        let mut items = uploads.items.get();
        items.retain(|item| item.phase.with(Phase::counts));
        items
    };
    view! {
        <ul class="files">
            <For each=counted key=|item: &Item| item.key children=move |item| untrack(|| shown(&item))/>
        </ul>
    }
    .into_any()
}

fn shown(item: &Item) -> AnyView {
    let (told, phase) = (item.told.clone(), RwSignal::from(item.phase.clone()));
    let name = told.name.clone();
    let note = move || phase.with(|phase| note(&told, phase));
    let remark = move || phase.with(remark).map(|words| view! { <span class="file__remark">{words}</span> });
    view! {
        <li class="file">
            {thumb(&name, item.picture.as_deref())}
            <span class="file__name">{name} " " <span class="muted">{note}</span></span>
            {remark}
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_part_is_a_hundredth_and_never_more_than_all() {
        for (sent, size, expected) in
            [(0, 7, 0), (1, 3, 33), (999, 1000, 99), (7, 7, 100), (9, 7, 100), (0, 0, 0)]
        {
            assert_eq!(percent(sent, size), expected, "{sent} of {size}");
        }
    }
}

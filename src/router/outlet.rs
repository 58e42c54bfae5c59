//! The page that belongs to the path. Home is here from the first byte; every other area is a chunk of its own, fetched
//! when one of its pages is first opened.

use super::{use_loader, use_location};
use crate::{i18n::m, lazy::Page, online::when_online, routes, ui::Failed};
use leptos::{prelude::*, task::spawn_local};

#[derive(Clone)]
enum Shown {
    Nothing,
    Page(Page),
    Failed,
}

/// Shows the page of the current path; the old one stays until the new one is there.
#[component]
pub fn Outlet() -> impl IntoView {
    let (path, load) = (use_location().pathname, use_loader());
    let (shown, waiting, again) = (RwSignal::new(Shown::Nothing), RwSignal::new(false), RwSignal::new(0));
    Effect::new(move || {
        again.track();
        let wanted = path.get();
        waiting.set(true);
        spawn_local(async move {
            let page = load(routes::place(&wanted).0).await;
            // Somebody may have gone on meanwhile.
            if path.try_get_untracked().as_ref() == Some(&wanted) {
                waiting.set(false);
                shown.set(page.map_or(Shown::Failed, Shown::Page));
            }
        });
    });
    let retry = Callback::new(move |()| again.update(|n| *n += 1));
    let progress =
        move || waiting.get().then(|| view! { <div class="route-progress" aria-hidden="true"></div> });
    let page = move || match shown.get() {
        Shown::Nothing => ().into_any(),
        Shown::Page(page) => page(),
        Shown::Failed => {
            when_online(retry);
            view! {
                <div class="page page--narrow">
                    <Failed title=m::common::failed_title() text=Some(m::common::failed_chunk()) retry_label=m::common::retry() on_retry=retry/>
                </div>
            }
            .into_any()
        }
    };
    (progress, page).into_any()
}

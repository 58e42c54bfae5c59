//! What is wrong with the text, or could be better: each with its line, and what to do.

use super::{code::go_to, desk::Desk};
use crate::{
    i18n::m,
    ui::{Notice, Tone},
};
use guichet_contract::types::{Severity, StudioFinding};
use leptos::prelude::*;

/// The list.
pub(super) fn findings(desk: Desk) -> AnyView {
    let tried = desk.tried;
    let outcome = move || match (tried.looking.get(), tried.mistakes(), tried.hints()) {
        (true, ..) => m::studio::looking(),
        (false, 0, 0) => m::studio::no_findings(),
        (false, mistakes, 0) => m::studio::mistakes(mistakes),
        (false, 0, hints) => m::studio::hints(hints),
        (false, mistakes, hints) => m::studio::both(&m::studio::hints(hints), &m::studio::mistakes(mistakes)),
    };
    let all = move || tried.findings.get().into_iter().map(|found| finding(desk, found)).collect_view();
    let elsewhere = move || {
        let count = tried.elsewhere.get();
        (count > 0).then(|| {
            view! {
                <Notice title=m::studio::elsewhere(count) tone=Tone::Warn>
                    <p>{m::studio::elsewhere_text()}</p>
                </Notice>
            }
        })
    };
    let failure = move || {
        tried.failure.get().map(|words| {
            view! { <Notice title=m::studio::not_looked() tone=Tone::Warn><p>{words}</p></Notice> }
        })
    };
    view! {
        <div class="stack stack--small">
            <p class="muted" role="status">{outcome}</p>
            {failure}
            {elsewhere}
            <ul class="stack stack--small" aria-label=m::studio::findings()>{all}</ul>
        </div>
    }
    .into_any()
}

/// Its words are those of the format, which are English.
fn finding(desk: Desk, found: StudioFinding) -> AnyView {
    let tone = if found.severity == Severity::Error { Tone::Bad } else { Tone::Info };
    let place = match found.line {
        Some(line) => {
            let go = move |_| go_to(desk, line, found.column);
            let place = m::studio::line(&line.to_string());
            view! { <button class="link-button" type="button" on:click=go>{place}</button> }.into_any()
        }
        None => view! { <span>{m::studio::whole_file()}</span> }.into_any(),
    };
    view! {
        <li class=tone.class("notice")>
            <p class="notice__title">{place} " " <span lang="en">{found.what}</span></p>
            <p lang="en">{found.remedy}</p>
        </li>
    }
    .into_any()
}

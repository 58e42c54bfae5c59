//! What of the text its readers would not get, while it is written.

use super::{desk::Desk, marks};
use crate::{i18n::m, ui::Tone};
use guichet_contract::commonmark::{Loss, losses};
use leptos::prelude::*;

/// The list; nothing where all of it is well.
pub(super) fn list(desk: Desk, body: Memo<String>) -> AnyView {
    let found = Memo::new(move |_| body.with(|body| losses(body)));
    let count = move || {
        let count = u32::try_from(found.with(Vec::len)).unwrap_or(u32::MAX);
        match count {
            // There is nothing that anybody could get.
            0 if body.with(|body| body.trim().is_empty()) => String::new(),
            0 => m::writing::no_losses(),
            _ => m::writing::losses(count),
        }
    };
    let items = move || found.get().into_iter().map(|(line, loss)| item(desk, line, loss)).collect_view();
    view! {
        <div class="stack stack--small">
            <p class="muted" role="status">{count}</p>
            <ul class="stack stack--small" aria-label=m::writing::losses_list()>{items}</ul>
        </div>
    }
    .into_any()
}

fn item(desk: Desk, line: u32, loss: Loss) -> AnyView {
    let go = move |_| {
        let Some(area) = desk.area.get_untracked() else { return };
        let (start, end) = desk.text.with_untracked(|text| marks::line(&text.typed.body, line));
        // It is on the page, so it takes the focus, and these are places of its text.
        let _ = area.focus();
        let _ = area.set_selection_range(start, end);
    };
    let place = m::writing::line(&line.to_string());
    view! {
        <li class={Tone::Warn.class("notice")}>
            <p>
                <button class="link-button" type="button" on:click=go>{place}</button>
                " "
                {words(&loss)}
            </p>
        </li>
    }
    .into_any()
}

fn words(loss: &Loss) -> String {
    match loss {
        Loss::Html(tag) if tag.is_empty() => m::writing::lost_html_block(),
        Loss::Html(tag) => m::writing::lost_html(tag),
        Loss::Link(url) => m::writing::lost_link(url),
        Loss::Part(part) => m::writing::lost_part(part),
        Loss::Picture(url) => m::writing::lost_picture(url),
        Loss::Undescribed(url) => m::writing::lost_words(url),
        Loss::NoHeadings => m::writing::no_headings(),
    }
}

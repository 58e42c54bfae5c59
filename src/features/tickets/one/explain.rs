//! Why it is due just then: every stretch of time that counted, and every one that did not.

use super::subject::Subject;
use crate::{format, i18n::m};
use guichet_contract::types::{ClockExplanation, ClockInterval, ClockKind, IntervalReason};
use leptos::{html, prelude::*};

/// The section, once somebody asked.
pub(super) fn explanation(subject: Subject) -> AnyView {
    (move || subject.explained.get().then(|| section(subject))).into_any()
}

fn section(subject: Subject) -> AnyView {
    let heading = NodeRef::<html::H2>::new();
    heading.on_load(|heading| {
        // A heading that is gone by now needs no focus.
        let _ = heading.focus();
    });
    let close = move |_| {
        subject.explained.set(false);
        if let Some(button) = subject.explain.get_untracked() {
            let _ = button.focus();
        }
    };
    let table = move || {
        subject.clocks.with(|clocks| {
            let explained = clocks?.iter().find(|explained| explained.clock.kind == ClockKind::Resolution)?;
            Some(table(explained))
        })
    };
    view! {
        <section class="section">
            <div class="section__head">
                <h2 node_ref=heading class="section__title" tabindex="-1">{m::ticket_page::explain_title()}</h2>
                <button class="link-button no-print" type="button" on:click=close>{m::shell::close()}</button>
            </div>
            {table}
        </section>
    }
    .into_any()
}

fn table(explained: &ClockExplanation) -> AnyView {
    use m::ticket_page as t;
    let clock = &explained.clock;
    let caption = t::explain_caption(&clock.calendar, &format::span(clock.target_seconds), &clock.zone);
    let counted: i64 = explained.intervals.iter().filter(|i| i.counted).map(|i| i.seconds).sum();
    let rows = explained.intervals.iter().map(row).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table">
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t::explain_from()}</th>
                        <th scope="col">{t::explain_to()}</th>
                        <th scope="col">{t::explain_why()}</th>
                        <th scope="col" class="num">{t::explain_counted()}</th>
                    </tr>
                </thead>
                <tbody>
                    {rows}
                    <tr class="table__sum">
                        <th scope="row" colspan="3">{t::explain_sum()}</th>
                        <td class="num" data-label=t::explain_counted()>{format::span(counted)}</td>
                    </tr>
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(interval: &ClockInterval) -> AnyView {
    use m::ticket_page as t;
    let label = interval.label.as_deref();
    let why = match (interval.reason, label) {
        (IntervalReason::OpenHours, _) => t::why_open(),
        (IntervalReason::OutsideHours, _) => t::why_closed(),
        (IntervalReason::Holiday, Some(name)) => t::why_holiday_named(name),
        (IntervalReason::Holiday, None) => t::why_holiday(),
        (IntervalReason::OnHold, Some(what)) => t::why_held_for(what),
        (IntervalReason::OnHold, None) => t::why_held(),
        (IntervalReason::Other, _) => label.map_or_else(t::why_other, str::to_owned),
    };
    let counted = if interval.counted { format::span(interval.seconds) } else { t::not_counted() };
    let class = if interval.counted { "" } else { "table__off" };
    view! {
        <tr class=class>
            <th scope="row">{format::when(interval.from)}</th>
            <td data-label=t::explain_to()>{format::when(interval.to)}</td>
            <td data-label=t::explain_why()>{why}</td>
            <td class="num" data-label=t::explain_counted()>{counted}</td>
        </tr>
    }
    .into_any()
}

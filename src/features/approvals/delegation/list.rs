//! The delegations that there are: now and to come, for others, and past.

use super::{ending::Ending, form::Form};
use crate::{
    api::Query,
    format,
    i18n::m,
    session::use_session,
    ui::{Button, Empty, Tag, Tone},
    view::{Shape, async_view, rows},
};
use guichet_contract::types::Delegation;
use guichet_rules::approval::DelegationPhase;
use leptos::prelude::*;

/// The sections; those for others and of the past are absent where there is nothing in them.
pub(super) fn lists(all: Query<Vec<Delegation>>, form: Form) -> AnyView {
    let session = use_session();
    let ending = Ending::new(form);
    let list = async_view(all, Shape::Rows(1), move |all: &Vec<Delegation>| {
        let me = session.person();
        let (own_ones, others): (Vec<_>, Vec<_>) =
            all.iter().partition(|found| found.delegator.id.as_str() == me);
        let (past, mut current): (Vec<_>, Vec<_>) = own_ones.into_iter().partition(|found| is_over(found));
        // Of what is to come the next comes first.
        current.sort_by_key(|found| found.starts_at);
        let current = if current.is_empty() {
            view! { <Empty title=m::approvals::nobody_title() text=m::approvals::nobody()/> }.into_any()
        } else {
            let rows =
                rows(current.into_iter().map(|found| (found.id.to_string(), own(found, form, ending))));
            view! { <ul class="list">{rows}</ul> }.into_any()
        };
        let others = others.into_iter().filter(|found| !is_over(found)).map(for_other).collect();
        let past = past.into_iter().map(|found| row(found, &found.delegate.name, None)).collect();
        view! {
            {section(m::approvals::section_current(), current)}
            {some(m::approvals::section_for_others(), others)}
            {some(m::approvals::section_past(), past)}
        }
        .into_any()
    });
    view! { <div class="section">{list} {ending.problem()}</div> }.into_any()
}

fn section(title: String, content: AnyView) -> AnyView {
    view! {
        <section class="section">
            <div class="section__head"><h2 class="section__title">{title}</h2></div>
            {content}
        </section>
    }
    .into_any()
}

fn some(title: String, rows: Vec<AnyView>) -> Option<AnyView> {
    (!rows.is_empty()).then(|| section(title, view! { <ul class="list">{rows}</ul> }.into_any()))
}

/// One of this person's own that is not over, with what can be done with it.
fn own(found: &Delegation, form: Form, ending: Ending) -> AnyView {
    let away = found.delegate_away.then(|| m::approvals::delegate_away(&found.delegate.name));
    let actions = {
        let kept = StoredValue::new(found.clone());
        let edit = Callback::new(move |()| kept.with_value(|found| form.edit(found)));
        let end = Callback::new(move |()| kept.with_value(|found| ending.end(found)));
        let about = StoredValue::new(format!(" {}, {}", found.delegate.name, days(found)));
        let begun = found.phase == DelegationPhase::Active;
        let verb = if begun { m::approvals::end() } else { m::approvals::call_off() };
        view! {
            <div class="row__actions cluster no-print">
                <Button small=true on_press=edit>
                    {m::approvals::change()}
                    <span class="visually-hidden">{about.get_value()}</span>
                </Button>
                <Button small=true busy=ending.busy on_press=end>
                    {verb}
                    <span class="visually-hidden">{about.get_value()}</span>
                </Button>
            </div>
        }
        .into_any()
    };
    let away = away.map(|words| view! { <span class="row__text field__error">{words}</span> }.into_any());
    let rest = view! { {away} {actions} }.into_any();
    row(found, &found.delegate.name, Some(rest))
}

fn is_over(found: &Delegation) -> bool {
    found.phase == DelegationPhase::Past
}

fn for_other(found: &Delegation) -> AnyView {
    row(found, &found.delegator.name, None)
}

fn row(found: &Delegation, name: &str, rest: Option<AnyView>) -> AnyView {
    let (tone, words) = match found.phase {
        DelegationPhase::Active => (Tone::Ok, m::approvals::active()),
        DelegationPhase::Coming => (Tone::Info, m::approvals::coming()),
        DelegationPhase::Past | DelegationPhase::Other => (Tone::Neutral, m::approvals::past()),
    };
    let reason = found
        .reason
        .as_deref()
        .map(|words| view! { <span class="row__text">{m::approvals::quoted(words)}</span> });
    view! {
        <li class="list__row">
            <span class="row__title">{name.to_owned()}</span>
            <Tag tone=tone>{words}</Tag>
            {reason}
            <span class="row__meta">{days(found)}</span>
            {rest}
        </li>
    }
    .into_any()
}

fn days(found: &Delegation) -> String {
    m::approvals::days(&format::date(found.from), &format::date(found.until))
}

//! The form that decides what was chosen in the list.

use super::{
    inbox::Inbox,
    words::{more_of_order, what},
};
use crate::{
    i18n::m,
    ui::{Button, ButtonKind, FieldText, Icon, IconName, TextArea},
};
use guichet_contract::types::Decision;
use leptos::{ev, html, prelude::*};

/// The form, while something is being decided, and what came of the last time.
pub(super) fn panel(inbox: Inbox) -> AnyView {
    let form = move || inbox.decision.get().map(|decision| untrack(|| form(inbox, decision)));
    let outcomes = move || {
        let all = inbox.outcomes.get().into_iter();
        all.map(|outcome| {
            let (state, icon) = match outcome.decision {
                Some(Decision::Approve) => ("approved", IconName::Check),
                Some(Decision::Reject | Decision::Other) => ("refused", IconName::Cross),
                None => ("none", IconName::Alert),
            };
            view! { <p class="decided" data-state=state><Icon name=icon/> {outcome.words}</p> }
        })
        .collect_view()
    };
    view! { {form} <div class="stack stack--small" role="status">{outcomes}</div> }.into_any()
}

fn form(inbox: Inbox, decision: Decision) -> AnyView {
    use m::approvals as t;
    let refuses = decision == Decision::Reject;
    let n = inbox.target.with_untracked(|all| {
        let items = all.iter().map(|request| more_of_order(request).saturating_add(1));
        items.fold(0, u32::saturating_add)
    });
    let title = if refuses { t::refuse_count(n) } else { t::approve_count(n) };
    let heading = NodeRef::<html::H3>::new();
    heading.on_load(move |heading| {
        // It is on the page now; a browser that does not want to leaves the focus where it was.
        let _ = heading.focus();
    });
    let named = move || {
        let all = inbox.target.get().into_iter();
        all.map(|request| view! { <li>{what(&request)}</li> }).collect_view()
    };
    let label = if refuses { t::reason() } else { t::comment() };
    let hint = match (refuses, n) {
        (true, 1) => t::reason_hint(),
        (false, 1) => t::comment_hint(),
        _ => t::comment_all_hint(),
    };
    let label = inbox.reason.field(FieldText::new(label).hint(hint));
    let label = if refuses { label } else { label.optional(m::common::optional()) };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        inbox.send();
    };
    let (kind, verb) =
        if refuses { (ButtonKind::Danger, t::refuse()) } else { (ButtonKind::Primary, t::approve()) };
    view! {
        <form class="decide" on:submit=submit novalidate=true>
            <h3 node_ref=heading class="decide__title" tabindex="-1">{title}</h3>
            {inbox.reason.summary()}
            <ul class="decide__list">{named}</ul>
            <p class="muted">{t::for_good()}</p>
            <TextArea
                field=label
                value=inbox.reason.text
                on_input=inbox.reason.type_in()
                on_send=Callback::new(move |()| inbox.send())
            />
            <div class="form__actions">
                <Button kind=kind submit=true busy=inbox.busy>{verb}</Button>
                <Button on_press=Callback::new(move |()| inbox.close())>{t::cancel()}</Button>
            </div>
        </form>
    }
    .into_any()
}

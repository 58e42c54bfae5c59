//! Where a proposal stands, and what was said about it.

use crate::{
    format,
    i18n::m,
    ui::{Tag, Tone},
};
use guichet_contract::types::ProposalRemark;
use guichet_rules::article::{ProposalState, WritingAction};
use leptos::prelude::*;

/// Where it stands, in a word.
pub(super) fn tag(state: ProposalState) -> AnyView {
    let (tone, words) = match state {
        ProposalState::Draft => (Tone::Neutral, m::writing::state_draft()),
        ProposalState::Proposed => (Tone::Info, m::writing::state_proposed()),
        ProposalState::Returned => (Tone::Warn, m::writing::state_returned()),
        ProposalState::Published => (Tone::Ok, m::writing::state_published()),
        ProposalState::Rejected => (Tone::Bad, m::writing::state_rejected()),
        ProposalState::Retired | ProposalState::Other => (Tone::Neutral, m::writing::state_retired()),
    };
    view! { <Tag tone=tone>{words}</Tag> }.into_any()
}

/// What was said and done, first to last; nothing where that is nothing.
pub(super) fn remarks(all: &[ProposalRemark]) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let rows: Vec<AnyView> = all.iter().map(row).collect();
    let view = view! {
        <section class="section">
            <h2 class="section__title">{m::writing::remarks()}</h2>
            <ul class="list">{rows}</ul>
        </section>
    };
    Some(view.into_any())
}

fn row(remark: &ProposalRemark) -> AnyView {
    let comment = remark.comment.clone().map(|text| view! { <span class="row__text">{text}</span> });
    let when = format::when(remark.at);
    view! {
        <li class="list__row">
            <span class="row__name">{done(remark.action, &remark.by.name)}</span>
            {comment}
            <span class="row__meta">{when}</span>
        </li>
    }
    .into_any()
}

fn done(action: WritingAction, name: &str) -> String {
    match action {
        WritingAction::Propose => m::writing::did_propose(name),
        WritingAction::Withdraw => m::writing::did_withdraw(name),
        WritingAction::Publish => m::writing::did_publish(name),
        WritingAction::AskChanges => m::writing::did_return(name),
        WritingAction::Reject => m::writing::did_reject(name),
        _ => name.to_owned(),
    }
}

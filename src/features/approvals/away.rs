//! Who decides for whom just now, above the list.

use crate::{
    api::{Query, query},
    format,
    i18n::m,
    routes,
    session::{Feature, use_session},
    ui::{Notice, Tone},
};
use guichet_contract::{NoPath, NoQuery, endpoints::ListDelegations, types::Delegation};
use guichet_rules::approval::DelegationPhase;
use leptos::prelude::*;

/// The delegations that this person arranged, and those in which they are the delegate.
pub(super) fn delegations() -> Query<Vec<Delegation>> {
    let session = use_session();
    let offered = Memo::new(move |_| session.offers(Feature::Delegations) && !session.person().is_empty());
    query::<ListDelegations>(move || offered.get().then_some((NoPath {}, NoQuery {})))
}

/// One line for each that holds now, and the way to arrange one.
pub(super) fn notices() -> AnyView {
    let session = use_session();
    let offered = Memo::new(move |_| session.offers(Feature::Delegations));
    let all = delegations();
    let lines = move || {
        let me = session.person();
        let all = all.with(|all| all.cloned().unwrap_or_default());
        let active = all.into_iter().filter(|found| found.phase == DelegationPhase::Active);
        active.map(|found| view! { <Notice title=line(&found, &me) tone=Tone::Info/> }).collect_view()
    };
    let link = move || {
        offered.get().then(|| {
            view! { <p class="no-print"><a class="link" href=routes::delegation()>{m::approvals::delegation_link()}</a></p> }
        })
    };
    view! { <div class="stack stack--small">{lines} {link}</div> }.into_any()
}

fn line(found: &Delegation, me: &str) -> String {
    let until = format::date(found.until);
    if found.delegator.id.as_str() == me {
        m::approvals::delegated_until(&until, &found.delegate.name)
    } else {
        m::approvals::deputy_until(&until, &found.delegator.name)
    }
}

//! For administrators: steps of the catalog that would find nobody to ask.

use crate::{api::query, i18n::m, routes, session::use_session};
use guichet_contract::{NoPath, NoQuery, endpoints::ListApprovalProblems, types::ApprovalProblem};
use guichet_rules::person::Right;
use leptos::prelude::*;

/// The section; absent where nothing is wrong, or nobody here could mend it.
pub(super) fn problems() -> AnyView {
    let session = use_session();
    let admin = Memo::new(move |_| session.has(Right::Admin));
    let found = query::<ListApprovalProblems>(move || admin.get().then_some((NoPath {}, NoQuery {})));
    let section = move || {
        let rows = found.with(|all| all.map(|all| all.iter().map(row).collect::<Vec<_>>()))?;
        (!rows.is_empty()).then(|| {
            view! {
                <section class="section">
                    <div class="section__head"><h2 class="section__title">{m::approvals::section_problems()}</h2></div>
                    <p class="muted">{m::approvals::problems()}</p>
                    <ul class="list">{rows}</ul>
                </section>
            }
        })
    };
    section.into_any()
}

fn row(problem: &ApprovalProblem) -> AnyView {
    view! {
        <li class="list__row">
            <a class="row__title" href=routes::service(problem.item.id.as_str())>{problem.item.name.clone()}</a>
            <span class="row__text">{problem.detail.clone()}</span>
            <span class="row__meta">{problem.step.to_string()}</span>
            <span class="row__aside">{m::approvals::problem_people(problem.people)}</span>
        </li>
    }
    .into_any()
}

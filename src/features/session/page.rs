//! The sign-in page.

use crate::router::{use_navigate, use_query_map};
use crate::{
    api::{self, ApiError, Topic, query},
    i18n::m,
    page::PageTitle,
    routes,
    session::use_session,
    ui::{Avatar, Empty},
    view::{Shape::Cards, async_view},
};
use guichet_contract::{
    NoPath, NoQuery,
    endpoints::{CreateSession, ListPersonas},
    types::{Persona, SignInInput},
};
use guichet_rules::ids::PersonId;
use leptos::{prelude::*, task::spawn_local};

/// Who do you want to be?
#[component]
pub fn SignInPage() -> impl IntoView {
    let personas = query::<ListPersonas>(|| Some((NoPath {}, NoQuery {})));
    let (busy, error) = (RwSignal::new(None::<PersonId>), RwSignal::new(None::<ApiError>));
    let session = use_session();
    let next = use_query_map();
    let navigate = StoredValue::new_local(use_navigate());
    let choose = Callback::new(move |person: PersonId| {
        busy.set(Some(person.clone()));
        error.set(None);
        spawn_local(async move {
            let body = SignInInput { person };
            let outcome = api::send::<CreateSession>(&NoPath {}, Some(&body), &[Topic::Me]).await;
            busy.try_set(None);
            match outcome {
                Ok(me) => {
                    session.signed_in(me);
                    let next = next.try_with_untracked(|q| q.get("next")).flatten().filter(|n| is_ours(n));
                    let to = next.unwrap_or_else(routes::home);
                    navigate.try_with_value(|go| {
                        go(&to, crate::router::NavigateOptions { replace: true, ..Default::default() })
                    });
                }
                Err(failure) => {
                    error.try_set(Some(failure));
                }
            }
        });
    });
    let show = move |personas: &Vec<Persona>| {
        if personas.is_empty() {
            return view! { <Empty title=m::sign_in::nobody_title() text=m::sign_in::nobody()/> }.into_any();
        }
        let cards = personas.iter().map(|p| card(p, busy, choose)).collect_view();
        view! { <ul class="persona-grid">{cards}</ul> }.into_any()
    };
    view! {
        <div class="page sign-in">
            <PageTitle text=m::sign_in::title()/>
            <p class="page__lead">{move || m::sign_in::lead(&session.company())}</p>
            {move || error.get().map(|e| view! { <p class="notice notice--bad" role="alert">{e.words()}</p> })}
            {async_view(personas, Cards(8), show)}
        </div>
    }
    .into_any()
}

/// Only paths of this portal: a link must not send whoever signs in to another site.
fn is_ours(next: &str) -> bool {
    next.starts_with(&routes::home()) && !next.starts_with("//") && !next.contains('\\')
}

fn card(persona: &Persona, busy: RwSignal<Option<PersonId>>, choose: Callback<PersonId>) -> AnyView {
    let id = persona.person.id.clone();
    let (mine, chosen) = (id.clone(), id);
    let is_busy = move || busy.with(|b| b.as_ref() == Some(&mine)).then_some("true");
    view! {
        <li>
            <button class="persona" type="button" aria-busy=is_busy on:click=move |_| choose.run(chosen.clone())>
                <Avatar name=persona.person.name.clone()/>
                <span class="persona__name">{persona.person.name.clone()}</span>
                <span class="persona__title">{persona.person.about.clone()}</span>
                <span class="persona__text">{persona.about.clone()}</span>
            </button>
        </li>
    }
    .into_any()
}

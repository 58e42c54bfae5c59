//! The page of a form, for those who write it: the text, the form as people will see it, and what the rules make of it.

use super::{
    between::between, code::editor, desk::Desk, findings::findings, list::missing, preview::preview, saving,
};
use crate::{
    api::{Query, query},
    editor::on_save,
    i18n::m,
    page::PageTitle,
    router::use_params_map,
    routes,
    session::use_session,
    ui::{Breadcrumb, Crumb, Notice, Skeleton, Tone},
    view::{Standing, failed, standing},
};
use guichet_contract::{
    NoQuery,
    endpoints::{GetStudioForm, StudioFormPath},
    types::StudioForm,
};
use guichet_rules::ids::ItemId;
use leptos::prelude::*;

/// The page.
#[component]
pub fn StudioFormPage() -> impl IntoView {
    // Another form is another page: the path is read once.
    let item = use_params_map().with_untracked(|p| p.get("item")).and_then(|id| ItemId::new(id).ok());
    if item.is_none() {
        return missing();
    }
    let form = query::<GetStudioForm>(move || Some((StudioFormPath { item: item.clone()? }, NoQuery {})));
    let (standing, session) = (standing(form.status()), use_session());
    let known = Memo::new(move |_| session.me().is_some());
    let page = move || match (standing.get(), known.get()) {
        (Standing::Missing, _) => missing(),
        (Standing::Full, true) => untrack(|| opened(form)),
        (Standing::Failed, _) => view! { <div class="page">{failed(form)}</div> }.into_any(),
        _ => view! { <div class="page page--wide"><Skeleton count=6/></div> }.into_any(),
    };
    page.into_any()
}

fn opened(form: Query<StudioForm>) -> AnyView {
    let (Some(first), Some(me)) = (form.get(), use_session().me()) else { return ().into_any() };
    let desk = Desk::new(form, &first, me);
    on_save(move || saving::save(desk));
    let title = Signal::derive(move || form.with(|form| form.map(|f| f.title.clone())).unwrap_or_default());
    let about = move || {
        form.with(|form| {
            let form = form?;
            let version = form.published.map(|version| m::studio::asked_now(&version.to_string()));
            Some([Some(form.file.clone()), version].into_iter().flatten().collect::<Vec<_>>().join(" · "))
        })
    };
    let languages =
        Signal::derive(move || form.with(|form| form.map(|f| f.languages.clone())).unwrap_or_default());
    view! {
        <div class="page page--wide">
            <Breadcrumb label=m::shell::breadcrumb() crumbs=vec![Crumb::new(m::studio::title(), routes::studio())]/>
            <div class="page__head">
                <PageTitle text=title/>
                <span class="muted">{about}</span>
            </div>
            <div class="studio">
                <div class="studio__text stack" role="group" aria-label=m::studio::text_part()>
                    {between(desk)}
                    {editor(desk)}
                    {findings(desk)}
                    {saving::panel(desk)}
                </div>
                <div class="studio__head stack" role="group" aria-label=m::studio::sight()>
                    <h2 class="section__title">{m::studio::tried()}</h2>
                    {desk.sight.controls(languages)}
                    {behind(desk)}
                    {again(desk)}
                </div>
                {preview(desk)}
            </div>
        </div>
    }
    .into_any()
}

/// That the form is that of an earlier text.
fn behind(desk: Desk) -> AnyView {
    let behind = Memo::new(move |_| desk.tried.mistakes() > 0 && desk.tried.good.with(|good| good.round > 0));
    let view = move || {
        behind.get().then(|| {
            view! { <Notice title=m::studio::behind() tone=Tone::Warn><p>{m::studio::behind_text()}</p></Notice> }
        })
    };
    view! { <div role="status">{view}</div> }.into_any()
}

/// Throws away what was answered.
fn again(desk: Desk) -> AnyView {
    let sight = desk.sight;
    let press = move |_| {
        sight.kept.set_value(None);
        sight.done.set(false);
        sight.begun.update(|n| *n = n.wrapping_add(1));
    };
    view! {
        <p>
            <button class="link-button" type="button" on:click=press>{m::studio::again()}</button>
        </p>
    }
    .into_any()
}

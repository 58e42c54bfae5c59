//! The main navigation: in the header where there is room, at the bottom of a phone.

use crate::router::use_location;
use crate::{
    i18n::m,
    routes,
    session::{Feature, use_session},
    ui::{Icon, IconName},
};
use leptos::prelude::*;

struct Area {
    label: fn() -> String,
    short: fn() -> String,
    icon: IconName,
    href: String,
    counted: bool,
}

/// The areas, with the answers where the backend has any.
fn areas(answers: bool) -> Vec<Area> {
    use m::shell as s;
    let area = |label, short, icon, href, counted| Area { label, short, icon, href, counted };
    let mut areas = vec![
        area(s::home as fn() -> String, s::home as fn() -> String, IconName::Home, routes::home(), false),
        area(s::services, s::services, IconName::Grid, routes::services("", "", ""), false),
        area(s::tickets, s::tickets_short, IconName::List, routes::tickets("", "", ""), false),
    ];
    if answers {
        areas.push(area(s::answers, s::answers, IconName::Book, routes::answers("", ""), false));
    }
    areas.push(area(s::approvals, s::approvals, IconName::Check, routes::approvals(), true));
    areas
}

/// Whether `path` lies in the area that begins at `href`.
fn within(path: &str, href: &str) -> bool {
    if href == routes::home() {
        path == href || path == routes::base()
    } else {
        path == href || path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'))
    }
}

fn links(link: &'static str, short: bool) -> AnyView {
    let (path, session) = (use_location().pathname, use_session());
    let waiting = Memo::new(move |_| session.me().map_or(0, |me| me.approvals_waiting));
    let answers = Memo::new(move |_| session.offers(Feature::Knowledge));
    let row = move |area: Area| {
        let href = area.href.clone();
        let current = move || within(&path.get(), &href).then_some("page");
        let badge = area.counted.then_some({
            move || {
                let n = waiting.get();
                (n > 0).then(|| {
                    view! {
                        <span class="badge" aria-hidden="true">{n}</span>
                        <span class="visually-hidden">{m::shell::approvals_waiting(n)}</span>
                    }
                })
            }
        });
        let icon = short.then(|| view! { <Icon name=area.icon/> });
        let label = if short { (area.short)() } else { (area.label)() };
        view! { <a class=link href=area.href aria-current=current>{icon}<span>{label}</span>" "{badge}</a> }
    };
    (move || areas(answers.get()).into_iter().map(row).collect_view()).into_any()
}

/// In the header.
#[component]
pub fn Navigation() -> impl IntoView {
    view! { <nav class="nav" aria-label=m::shell::navigation()>{links("nav__link", false)}</nav> }.into_any()
}

/// At the bottom of a phone.
#[component]
pub fn TabBar() -> impl IntoView {
    view! { <nav class="tabbar no-print" aria-label=m::shell::navigation()>{links("tabbar__link", true)}</nav> }.into_any()
}

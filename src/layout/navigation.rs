//! The main navigation: in the header where there is room, at the bottom of a phone.

use crate::router::use_location;
use crate::{
    i18n::m,
    routes::{self, Place},
    session::{Feature, use_session},
    ui::{Icon, IconName},
};
use leptos::prelude::*;

struct Area {
    label: fn() -> String,
    short: fn() -> String,
    icon: IconName,
    href: String,
    /// Its first page.
    first: Place,
}

/// The areas, with the answers where the backend has any.
fn areas(answers: bool) -> Vec<Area> {
    use m::shell as s;
    let area = |label, short, icon, href, first| Area { label, short, icon, href, first };
    let mut areas = vec![
        area(
            s::home as fn() -> String,
            s::home as fn() -> String,
            IconName::Home,
            routes::home(),
            Place::Home,
        ),
        area(s::services, s::services, IconName::Grid, routes::services("", "", ""), Place::Services),
        area(s::tickets, s::tickets_short, IconName::List, routes::tickets("", "", ""), Place::Tickets),
    ];
    if answers {
        areas.push(area(s::answers, s::answers, IconName::Book, routes::answers("", ""), Place::Answers));
    }
    areas.push(area(s::approvals, s::approvals, IconName::Check, routes::approvals(), Place::Approvals));
    areas
}

/// The first page of the area that the page at `path` lies in; one that lies in none is its own.
fn area_of(path: &str) -> Place {
    match routes::place(path).0 {
        Place::Service | Place::Request | Place::Guide => Place::Services,
        Place::Ticket => Place::Tickets,
        Place::Answer | Place::Versions => Place::Answers,
        Place::Approval | Place::Delegation => Place::Approvals,
        place => place,
    }
}

fn links(link: &'static str, short: bool) -> AnyView {
    let (path, session) = (use_location().pathname, use_session());
    let waiting = Memo::new(move |_| session.me().map_or(0, |me| me.approvals_waiting));
    let answers = Memo::new(move |_| session.offers(Feature::Knowledge));
    let row = move |area: Area| {
        let first = area.first;
        let current = move || (area_of(&path.get()) == first).then_some("page");
        let badge = (first == Place::Approvals).then_some({
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_an_area_marks_it() {
        for (path, first) in [
            (routes::home(), Place::Home),
            (routes::base(), Place::Home),
            (routes::services("", "", ""), Place::Services),
            (routes::service("laptop"), Place::Services),
            (routes::request("laptop"), Place::Services),
            (routes::guide("new-employee"), Place::Services),
            (routes::ticket("REQ-1"), Place::Tickets),
            (routes::answer_versions("vpn", "", ""), Place::Answers),
            (routes::approval("a-1"), Place::Approvals),
            (routes::delegation(), Place::Approvals),
            (routes::status(), Place::Status),
        ] {
            assert_eq!(area_of(&path), first, "{path}");
        }
    }
}

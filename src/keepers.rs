//! The area of those who look after the answers: the way into it, and the ways between its pages.

use crate::{
    i18n::m,
    page::PageTitle,
    routes,
    session::{Feature, Session, use_session},
    ui::{Breadcrumb, Crumb},
};
use guichet_rules::person::Right;
use leptos::prelude::*;

/// A page of the area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// What somebody writes, decides on and keeps right.
    Work,
    /// What people search for.
    Learning,
    /// How every answer does.
    Figures,
}

impl Area {
    const ALL: [Self; 3] = [Self::Work, Self::Learning, Self::Figures];

    fn href(self) -> String {
        match self {
            Self::Work => routes::knowledge_work(),
            Self::Learning => routes::knowledge_learning("", "", ""),
            Self::Figures => routes::knowledge_figures("", ""),
        }
    }

    fn name(self) -> String {
        match self {
            Self::Work => m::writing::work(),
            Self::Learning => m::learning::title(),
            Self::Figures => m::learning::figures(),
        }
    }

    fn title(self) -> String {
        match self {
            Self::Work => m::writing::work_title(),
            Self::Learning | Self::Figures => self.name(),
        }
    }

    fn lead(self) -> String {
        match self {
            Self::Work => m::writing::work_lead(),
            Self::Learning => m::learning::lead(),
            Self::Figures => m::learning::figures_lead(),
        }
    }
}

/// Whether whoever is signed in writes articles. Some who do not may still look after those of their group.
pub fn writes(session: Session) -> bool {
    session.offers(Feature::Writing) && (session.has(Right::Desk) || session.has(Right::Knowledge))
}

/// Where the area begins, under the name of `m::writing::work_title`; `None` for those who have nothing to do there.
pub fn entrance(session: Session) -> Option<String> {
    if writes(session) {
        return Some(Area::Work.href());
    }
    let learns = session.offers(Feature::Learning) && session.has(Right::Knowledge);
    learns.then(|| Area::Learning.href())
}

/// The head of the page `here`, with `beside` next to its title. Only those who keep an answer right see how answers do.
pub fn head(here: Area, keeps: Signal<bool>, beside: AnyView) -> AnyView {
    let crumbs = vec![Crumb::new(m::shell::answers(), routes::answers("", ""))];
    view! {
        <Breadcrumb label=m::shell::breadcrumb() crumbs=crumbs/>
        <div class="page__head">
            <PageTitle text=here.title()/>
            {beside}
        </div>
        {ways(here, keeps)}
        <p class="page__lead">{here.lead()}</p>
    }
    .into_any()
}

fn ways(here: Area, keeps: Signal<bool>) -> AnyView {
    let session = use_session();
    let there = Memo::new(move |_| {
        let keeps = keeps.get() || session.has(Right::Knowledge);
        let shown = |area: &Area| match area {
            Area::Work => session.offers(Feature::Writing),
            Area::Learning | Area::Figures => keeps && session.offers(Feature::Learning),
        };
        Area::ALL.into_iter().filter(shown).collect::<Vec<Area>>()
    });
    let link = move |area: Area| {
        let current = (area == here).then_some("page");
        view! { <a class="tabs__link" href=area.href() aria-current=current>{area.name()}</a> }
    };
    let nav = move || {
        let all = there.get();
        (all.len() > 1).then(|| {
            view! {
                <div class="filters">
                    <nav class="tabs" aria-label=m::writing::work_title()>
                        {all.into_iter().map(link).collect_view()}
                    </nav>
                </div>
            }
        })
    };
    nav.into_any()
}

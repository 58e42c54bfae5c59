//! Planned work and news.

use crate::{api::query, format, i18n::m};
use guichet_contract::{
    NoPath, NoQuery,
    endpoints::ListAnnouncements,
    types::{Announcement, AnnouncementKind},
};
use leptos::prelude::*;

/// The announcements; nothing where there are none, since their absence is no news.
#[component]
pub fn Notices() -> impl IntoView {
    let announcements = query::<ListAnnouncements>(|| Some((NoPath {}, NoQuery {})));
    move || {
        let all = announcements.get().filter(|all| !all.is_empty())?;
        let notices = all.iter().map(notice).collect_view();
        Some(view! { <section class="section stack" aria-label=m::home::announcements()>{notices}</section> })
    }
}

fn notice(announcement: &Announcement) -> AnyView {
    let class = match announcement.kind {
        AnnouncementKind::Planned => "notice notice--warn",
        AnnouncementKind::Incident => "notice notice--bad",
        AnnouncementKind::News | AnnouncementKind::Other => "notice notice--info",
    };
    let time = (announcement.kind == AnnouncementKind::Planned).then(|| {
        let from = format::when(announcement.starts);
        let time =
            announcement.ends.map_or(from.clone(), |ends| m::home::from_to(&from, &format::time(ends)));
        view! { <span class="num">{time}</span> ". " }
    });
    view! {
        <div class=class>
            <h2 class="notice__title">{announcement.title.clone()}</h2>
            <p>{time}{announcement.text.clone()}</p>
        </div>
    }
    .into_any()
}

//! The services and how they do, planned work and news.

use super::{Ctx, Failure, refs};
use crate::content;
use guichet_contract::types::{Announcement, ServiceQuery, ServiceStatus};

/// The services in the order of the content.
pub fn services(ctx: &Ctx, query: &ServiceQuery) -> Vec<ServiceStatus> {
    let home = query.home.unwrap_or(false);
    let wanted = |service: &&content::Service| !home || service.show_on_home;
    let status = |service: &content::Service| ServiceStatus {
        id: service.id.clone(),
        name: service.name.clone(),
        summary: service.summary.clone(),
        status: service.status,
        status_text: service.status_text.clone(),
    };
    ctx.company.services_in_order().into_iter().filter(wanted).map(status).collect()
}

/// What concerns whoever asks and is not over, soonest first.
pub fn announcements(ctx: &Ctx) -> Result<Vec<Announcement>, Failure> {
    let me = ctx.me()?;
    let mut found: Vec<Announcement> = ctx
        .company
        .announcements
        .values()
        .filter(|announcement| {
            announcement.locations.is_empty() || announcement.locations.contains(&me.location)
        })
        .map(|announcement| wire(ctx, announcement))
        .filter(|announcement| announcement.ends.is_none_or(|end| ctx.now < end))
        .collect();
    found.sort_by(|a, b| (a.starts, &a.id).cmp(&(b.starts, &b.id)));
    Ok(found)
}

fn wire(ctx: &Ctx, announcement: &content::Announcement) -> Announcement {
    let instant = |moment: content::Moment| moment.on(ctx.loaded.at, &announcement.zone);
    Announcement {
        id: announcement.id.clone(),
        title: announcement.title.clone(),
        text: announcement.text.clone(),
        kind: announcement.kind,
        services: announcement.services.iter().map(|id| refs::service(&ctx.company, id)).collect(),
        starts: instant(announcement.starts),
        ends: announcement.ends.map(instant),
        zone: announcement.zone.to_string(),
    }
}

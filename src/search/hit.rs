//! What was found: where it leads, what it is called.

use crate::{i18n::m, routes, ui::IconName};
use guichet_contract::types::{Hit, HitKind};

/// Where a hit leads.
pub fn route_of(hit: &Hit) -> String {
    match hit.kind {
        HitKind::Item => routes::service(&hit.id),
        HitKind::Article => routes::answer(&hit.id),
        HitKind::Ticket => routes::ticket(&hit.id),
        HitKind::Other => routes::search(&hit.title),
    }
}

/// What hits of a kind are called together.
pub fn kind_label(kind: HitKind) -> String {
    match kind {
        HitKind::Item => m::shell::services(),
        HitKind::Article => m::shell::answers(),
        HitKind::Ticket => m::shell::tickets(),
        HitKind::Other => m::search::others(),
    }
}

pub(super) fn icon_of(kind: HitKind) -> IconName {
    match kind {
        HitKind::Item => IconName::Grid,
        HitKind::Article => IconName::Book,
        HitKind::Ticket => IconName::Ticket,
        HitKind::Other => IconName::Search,
    }
}

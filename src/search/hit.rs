//! What was found: where it leads, what it is called.

use crate::{
    i18n::{self, m},
    routes,
    ui::IconName,
};
use guichet_contract::types::{Hit, HitHeading, HitKind};

/// Where a hit leads: of an article, to the part that says most of what was looked for, in the language that it was found in.
pub fn route_of(hit: &Hit) -> String {
    match (hit.kind, heading_of(hit)) {
        (HitKind::Item, _) => routes::service(&hit.id),
        (HitKind::Guide, _) => routes::guide(&hit.id),
        (HitKind::Article, Some(heading)) => {
            routes::answer_part(&hit.id, other_language(hit), &heading.anchor)
        }
        (HitKind::Article, None) => routes::answer_in(&hit.id, other_language(hit)),
        (HitKind::Ticket, _) => routes::ticket(&hit.id),
        (HitKind::Other, _) => routes::search(&hit.title),
    }
}

/// The part of an article that it was found by.
pub fn heading_of(hit: &Hit) -> Option<&HitHeading> {
    hit.heading.as_ref().filter(|_| hit.kind == HitKind::Article)
}

/// The language of a hit; empty where it is the reader's, in which an article opens by itself.
fn other_language(hit: &Hit) -> &str {
    let own = i18n::primary(&i18n::language());
    hit.language.as_deref().filter(|language| i18n::primary(language) != own).unwrap_or_default()
}

/// What hits of a kind are called together.
pub fn kind_label(kind: HitKind) -> String {
    match kind {
        HitKind::Item => m::shell::services(),
        HitKind::Guide => m::cart::guides(),
        HitKind::Article => m::shell::answers(),
        HitKind::Ticket => m::shell::tickets(),
        HitKind::Other => m::search::others(),
    }
}

/// What stands beside it.
pub(super) fn icon_of(kind: HitKind) -> IconName {
    match kind {
        HitKind::Item => IconName::Grid,
        HitKind::Guide => IconName::List,
        HitKind::Article => IconName::Book,
        HitKind::Ticket => IconName::Ticket,
        HitKind::Other => IconName::Search,
    }
}

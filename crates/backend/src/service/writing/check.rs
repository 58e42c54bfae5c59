//! What an article needs before it is kept, and before it is proposed.

use crate::{
    config::limits,
    content::{Company, GroupKind},
    service::{
        Ctx, Failure,
        input::{is_longer, too_long, wrong},
        requests,
    },
    words::Words,
};
use guichet_contract::{FieldError, types::ArticleContent};
use guichet_rules::{entitlement::Audience, ids::GroupId};

/// What was typed, without what nobody sees.
pub(super) fn tidy(content: &ArticleContent) -> ArticleContent {
    let mut keywords: Vec<String> = Vec::new();
    for keyword in content.keywords.iter().map(|keyword| keyword.trim()).filter(|word| !word.is_empty()) {
        if !keywords.iter().any(|known| known.eq_ignore_ascii_case(keyword)) {
            keywords.push(keyword.to_owned());
        }
    }
    ArticleContent {
        title: content.title.trim().to_owned(),
        summary: content.summary.trim().to_owned(),
        keywords,
        ..content.clone()
    }
}

/// Refuses a draft without a title, which is what it is found by, and texts that are too long.
pub(super) fn draft(ctx: &Ctx, content: &ArticleContent) -> Result<(), Failure> {
    refuse(kept(ctx, content))
}

/// Refuses what readers would miss, in the order in which editors ask for it.
pub(super) fn complete(ctx: &Ctx, content: &ArticleContent) -> Result<(), Failure> {
    let company = &ctx.company;
    let mut errors = kept(ctx, content);
    let mut need = |pointer: &str, words: Words<'_>| errors.push(wrong(ctx, pointer, "required", words));
    if content.summary.is_empty() {
        need("/content/summary", Words::SummaryNeeded);
    }
    if !content.category.as_ref().is_some_and(|id| company.categories.contains_key(id)) {
        need("/content/category", Words::ShelfNeeded);
    }
    if !content.owner.as_ref().is_some_and(|id| keeps(company, id)) {
        need("/content/owner", Words::OwnerNeeded);
    }
    if !content.visible_to.as_ref().is_none_or(|audience| is_known(company, audience)) {
        errors.push(wrong(ctx, "/content/visible_to", "unknown", Words::NoSuchChoice));
    }
    let today = requests::today(company, &ctx.me()?.id, ctx.now);
    if content.review_by.is_some_and(|day| day <= today) {
        errors.push(wrong(ctx, "/content/review_by", "over", Words::DayOver));
    }
    if content.body.trim().is_empty() {
        errors.push(wrong(ctx, "/content/body", "required", Words::BodyNeeded));
    }
    refuse(errors)
}

fn refuse(errors: Vec<FieldError>) -> Result<(), Failure> {
    if errors.is_empty() { Ok(()) } else { Err(Failure::Invalid(errors)) }
}

fn kept(ctx: &Ctx, content: &ArticleContent) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if content.title.is_empty() {
        errors.push(wrong(ctx, "/content/title", "required", Words::TitleNeeded));
    }
    let keywords = content.keywords.join(", ");
    for (pointer, text, max) in [
        ("/content/title", &content.title, limits::TITLE_CHARS),
        ("/content/summary", &content.summary, limits::TITLE_CHARS),
        ("/content/keywords", &keywords, limits::KEYWORDS_CHARS),
        ("/content/body", &content.body, limits::ARTICLE_CHARS),
    ] {
        if is_longer(text, max) {
            errors.push(too_long(ctx, pointer, max));
        }
    }
    errors
}

/// Whether a group can keep an article right: one that people belong to because of what they do.
fn keeps(company: &Company, id: &GroupId) -> bool {
    company.groups.get(id).is_some_and(|group| group.kind != GroupKind::Audience)
}

fn is_known(company: &Company, audience: &Audience) -> bool {
    match audience {
        Audience::Group(id) => company.groups.contains_key(id),
        Audience::Location(id) => company.locations.contains_key(id),
        Audience::Employment(_) => true,
        Audience::Any(parts) | Audience::All(parts) => parts.iter().all(|part| is_known(company, part)),
        Audience::Not(part) => is_known(company, part),
    }
}

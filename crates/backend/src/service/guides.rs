//! Order guides: what they ask once, and which items follow from it.

use super::{Ctx, Failure, catalog};
use crate::{content, service::requests::today, words::Words};
use guichet_contract::types::{
    FormRef, Guide, GuideInput, GuideItem, GuidePick, GuidePreview, GuideSummary, Orderable,
};
use guichet_rules::{
    entitlement::may_order,
    form::{Condition, Context, Prefill},
    guide::Line,
    ids::GuideId,
    person::Person,
};

/// The guides that whoever asks may know of, by name.
pub fn guides(ctx: &Ctx) -> Result<Vec<GuideSummary>, Failure> {
    let me = ctx.me()?;
    let mut guides: Vec<&content::Guide> = ctx.company.guides.values().collect();
    guides.retain(|guide| guide.is_visible_to(&ctx.company, me));
    guides.sort_by_cached_key(|guide| (guide.name.to_lowercase(), guide.id.clone()));
    Ok(guides.into_iter().map(|guide| summary(ctx, guide, me)).collect())
}

fn summary(ctx: &Ctx, guide: &content::Guide, me: &Person) -> GuideSummary {
    let orderable = match may_order(guide.orderable_by.as_ref(), me) {
        Ok(()) => Orderable { allowed: true, reason: None },
        Err(refusal) => {
            let reason = guide.orderable_reason.clone().unwrap_or_else(|| ctx.say(Words::Order(refusal)));
            Orderable { allowed: false, reason: Some(reason) }
        }
    };
    GuideSummary {
        id: guide.id.clone(),
        category: guide.category.clone(),
        name: guide.name.clone(),
        summary: guide.summary.clone(),
        icon: guide.icon.clone(),
        keywords: guide.keywords.clone(),
        item_count: u32::try_from(guide.lines_for(&ctx.company, me).count()).unwrap_or(u32::MAX),
        orderable,
    }
}

/// The guide, if whoever asks may know of it.
fn visible<'c>(ctx: &'c Ctx, id: &GuideId) -> Result<&'c content::Guide, Failure> {
    let (company, me) = (&ctx.company, ctx.me()?);
    company.guides.get(id).filter(|guide| guide.is_visible_to(company, me)).ok_or(Failure::NotFound)
}

/// One guide, whole, with the items that whoever asks may know of.
pub fn guide(ctx: &Ctx, id: &GuideId) -> Result<Guide, Failure> {
    let me = ctx.me()?;
    let guide = visible(ctx, id)?;
    let item = |(rule, item): (&Line, &content::Item)| GuideItem {
        rule: rule.clone(),
        item: catalog::summary(ctx, item, me),
        form: form_of(item),
        max_quantity: item.quantity,
    };
    Ok(Guide {
        summary: summary(ctx, guide, me),
        description: guide.description.clone(),
        form: guide.form.form().clone(),
        items: guide.lines_for(&ctx.company, me).map(item).collect(),
    })
}

fn form_of(item: &content::Item) -> FormRef {
    FormRef { id: item.form.id.clone(), version: item.form.version }
}

/// What a guide makes of answers. Creates nothing.
pub fn preview(ctx: &Ctx, id: &GuideId, input: &GuideInput) -> Result<GuidePreview, Failure> {
    let (company, me) = (&ctx.company, ctx.me()?);
    let guide = visible(ctx, id)?;
    let whom = input.requested_for.as_ref().unwrap_or(&me.id);
    let groups = company.person(whom).map(|person| person.groups.as_slice()).unwrap_or_default();
    let matches = |pattern: &str, text: &str| company.matches(pattern, text);
    let context = Context {
        today: today(company, whom, ctx.now),
        groups,
        matches: &matches,
        prefill: Prefill::nothing(),
    };
    let evaluation = guide.form.evaluate(&input.answers, &context);
    let shared = evaluation.submitted(&input.answers);
    let holds = |condition: &Condition| evaluation.holds(condition, &context);
    let pick = |(line, item): (&Line, &content::Item)| {
        let standing = line.standing(&holds, input.picked.get(&line.item).copied());
        standing.offered.then(|| GuidePick {
            item: line.item.clone(),
            included: standing.included,
            fixed: standing.fixed,
            because: line.because.clone(),
            quantity: line.quantity.clamp(1, item.quantity.max(1)),
            form: form_of(item),
            answers: line.filled(&shared, &item.form),
        })
    };
    Ok(GuidePreview {
        problems: evaluation.problems().cloned().collect(),
        items: guide.lines_for(company, me).filter_map(pick).collect(),
    })
}

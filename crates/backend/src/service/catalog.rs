//! The catalog.

use super::{Ctx, Failure, approvals, paging, refs};
use crate::{
    content::{self, Company},
    finder::Found,
    store::{Conn, forms},
    words::Words,
};
use chrono::{DateTime, Utc};
use guichet_contract::types::{
    ArticleRef, Category, Delivery, DeliveryUnit, FormRef, FormSchema, Item, ItemQuery, ItemSummary,
    Orderable, Page, PublishedForm,
};
use guichet_rules::{
    approval::{Approvers, StepRule},
    entitlement::may_order,
    form::{Form, schema},
    ids::{FormId, ItemId},
    person::Person,
    schedule::{Calendar, Target},
};

/// Articles that are offered beside an item: more than a few nobody reads before ordering.
const ARTICLES: usize = 3;

/// The shelves that hold something for whoever asks.
pub fn categories(ctx: &Ctx) -> Result<Vec<Category>, Failure> {
    let (company, me) = (&ctx.company, ctx.me()?);
    let count = |category: &content::Category| {
        let on_it = |item: &&content::Item| item.category == category.id && item.is_visible_to(me);
        u32::try_from(company.items.values().filter(on_it).count()).unwrap_or(u32::MAX)
    };
    let shelf = |category: &content::Category| Category {
        id: category.id.clone(),
        name: category.name.clone(),
        summary: category.summary.clone(),
        icon: category.icon.clone(),
        items: count(category),
    };
    Ok(company.categories_in_order().into_iter().map(shelf).filter(|shelf| shelf.items > 0).collect())
}

/// The item, if whoever asks may know of it.
pub(super) fn visible<'c>(ctx: &'c Ctx, id: &ItemId) -> Result<&'c content::Item, Failure> {
    let me = ctx.me()?;
    ctx.company.item(id).filter(|item| item.is_visible_to(me)).ok_or(Failure::NotFound)
}

/// Items: by name; the often asked for in their order; what is searched for best first.
pub fn items(ctx: &Ctx, query: &ItemQuery) -> Result<Page<ItemSummary>, Failure> {
    let me = ctx.me()?;
    let mut items = in_order(ctx, me, query);
    items.retain(|item| {
        query.category.as_ref().is_none_or(|category| item.category == *category)
            && (!query.free.unwrap_or(false) || is_free(item))
            && (!query.orderable.unwrap_or(false) || may_order(item.orderable_by.as_ref(), me).is_ok())
    });
    paging::slice(&items, query.limit, query.cursor.as_deref(), |item| summary(ctx, item, me))
}

fn in_order<'c>(ctx: &'c Ctx, me: &Person, query: &ItemQuery) -> Vec<&'c content::Item> {
    let company: &Company = &ctx.company;
    let searched = query.q.as_deref().map(str::trim).filter(|q| !q.is_empty());
    if let Some(q) = searched {
        let found = ctx.loaded.finders.of(company, me).find(q).into_iter().filter_map(|found| match found {
            Found::Item(id) => company.item(&id),
            Found::Guide(_) | Found::Article(_) | Found::Ticket(_) => None,
        });
        return found.filter(|item| !query.popular.unwrap_or(false) || item.popular.is_some()).collect();
    }
    let mut items: Vec<&content::Item> =
        company.items.values().filter(|item| item.is_visible_to(me)).collect();
    if query.popular.unwrap_or(false) {
        items.retain(|item| item.popular.is_some());
        items.sort_by_key(|item| (item.popular, item.id.clone()));
    } else {
        items.sort_by_cached_key(|item| (item.name.to_lowercase(), item.id.clone()));
    }
    items
}

/// Nothing is charged, whatever is chosen.
fn is_free(item: &content::Item) -> bool {
    item.starting_price.amounts.is_free() && !item.starting_price.from
}

/// As on a card.
pub(super) fn summary(ctx: &Ctx, item: &content::Item, me: &Person) -> ItemSummary {
    let orderable = match may_order(item.orderable_by.as_ref(), me) {
        Ok(()) => Orderable { allowed: true, reason: None },
        Err(refusal) => {
            let reason = item.orderable_reason.clone().unwrap_or_else(|| ctx.say(Words::Order(refusal)));
            Orderable { allowed: false, reason: Some(reason) }
        }
    };
    ItemSummary {
        id: item.id.clone(),
        category: item.category.clone(),
        name: item.name.clone(),
        summary: item.summary.clone(),
        icon: item.icon.clone(),
        price: item.starting_price.clone(),
        delivery: delivery(item.delivery),
        orderable,
        popular: item.popular,
    }
}

/// One item, whole.
pub fn item(ctx: &Ctx, id: &ItemId) -> Result<Item, Failure> {
    described(ctx, visible(ctx, id)?)
}

/// The same of an item that the catalog need not have.
pub(super) fn described(ctx: &Ctx, item: &content::Item) -> Result<Item, Failure> {
    let me = ctx.me()?;
    let company = &ctx.company;
    let category = company.categories.get(&item.category);
    let article =
        |article: &content::Article| ArticleRef { id: article.id.clone(), title: article.head.title.clone() };
    Ok(Item {
        summary: summary(ctx, item, me),
        description: item.description.clone(),
        category_name: category.map_or_else(|| item.category.to_string(), |category| category.name.clone()),
        verb: item.verb.clone(),
        service: refs::service(company, &item.service),
        group: refs::group(company, &item.group),
        expected: expected(item, company.calendar_for_item(item, &me.id), ctx.now),
        order_for: item.order_for,
        base_price: Some(item.price),
        max_quantity: item.quantity,
        approvals: item.approvals.iter().map(|step| asked(ctx, step)).collect(),
        form: FormRef { id: item.form.id.clone(), version: item.form.version },
        articles: company.articles_about(item, me, ARTICLES).into_iter().map(article).collect(),
    })
}

/// When an item would be there if everyone agreed at `now`.
pub(super) fn expected(
    item: &content::Item,
    calendar: &Calendar,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    // The check of the content refuses unknown zones.
    calendar.add(now, item.delivery.seconds(calendar)).ok().flatten()
}

/// Who a step asks, in words, and why.
fn asked(ctx: &Ctx, step: &StepRule) -> String {
    let company = &ctx.company;
    let who = match &step.approvers {
        Approvers::Manager => ctx.say(Words::Manager),
        Approvers::CostCentreOwner => ctx.say(Words::CostCentreOwner),
        Approvers::ServiceOwner => ctx.say(Words::ServiceOwner),
        Approvers::Group(group) => refs::group(company, group).name,
        Approvers::People(people) => {
            people.iter().map(|id| refs::person(company, id).name).collect::<Vec<_>>().join(", ")
        }
    };
    match approvals::because_of(ctx, step) {
        Some(because) => format!("{who}, {because}"),
        None => who,
    }
}

/// A delivery time as people say it: the content writes it as `3wd`.
fn delivery(target: Target) -> Delivery {
    let text = target.to_string();
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (amount, unit) = text.split_at(digits);
    let unit = match unit {
        "m" => DeliveryUnit::Minutes,
        "h" => DeliveryUnit::Hours,
        "d" => DeliveryUnit::Days,
        _ => DeliveryUnit::WorkingDays,
    };
    Delivery { amount: amount.parse().unwrap_or(0), unit }
}

/// A published form, `id@version`, whether it is the newest version or an older one.
pub async fn form(ctx: &Ctx, name: &str) -> Result<PublishedForm, Failure> {
    let (id, version) = named(ctx, name)?;
    let newest = ctx.company.newest_form(&id).map_or(version, |form| form.version);
    let form = wanted(ctx, &id, version).await?;
    Ok(PublishedForm { form, newest })
}

/// The JSON Schema of what may be submitted for a form, `id@version`.
pub async fn form_schema(ctx: &Ctx, name: &str) -> Result<FormSchema, Failure> {
    let (id, version) = named(ctx, name)?;
    Ok(schema_of(&wanted(ctx, &id, version).await?))
}

/// The JSON Schema of what may be submitted for `form`.
pub(super) fn schema_of(form: &Form) -> FormSchema {
    let schema = schema(form);
    FormSchema { schema: schema.schema, exact: schema.exact }
}

async fn wanted(ctx: &Ctx, id: &FormId, version: u32) -> Result<Form, Failure> {
    match ctx.company.form(id, version) {
        Some(form) => Ok(form.clone()),
        None => {
            let older = older_form(ctx, &mut *ctx.app.store.read().await?, id, version).await?;
            older.ok_or(Failure::NotFound)
        }
    }
}

/// A version of a form that was published once, in the reader's language where it was there in it.
pub(super) async fn older_form(
    ctx: &Ctx,
    conn: &mut Conn,
    id: &FormId,
    version: u32,
) -> Result<Option<Form>, Failure> {
    let Some(mut kept) = forms::find(conn, id, version).await? else { return Ok(None) };
    let own = kept.remove(&ctx.company.language);
    Ok(own.or_else(|| kept.into_values().next()))
}

/// Whether whoever asks may know of a form, that is of its item or order guide.
pub(super) fn shows_form(ctx: &Ctx, id: &FormId) -> Result<bool, Failure> {
    let (company, me) = (&ctx.company, ctx.me()?);
    if let Some(item) = company.items.get(id.as_str()) {
        return Ok(item.is_visible_to(me));
    }
    let guide = id.as_str().strip_prefix(content::Guide::FORM).and_then(|id| company.guides.get(id));
    Ok(guide.is_some_and(|guide| guide.is_visible_to(company, me)))
}

/// `laptop@3`, if whoever asks may know of it.
fn named(ctx: &Ctx, name: &str) -> Result<(FormId, u32), Failure> {
    let (id, version) = name.split_once('@').ok_or(Failure::NotFound)?;
    let id = FormId::new(id).map_err(|_| Failure::NotFound)?;
    if !shows_form(ctx, &id)? {
        return Err(Failure::NotFound);
    }
    Ok((id, version.parse().map_err(|_| Failure::NotFound)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delivery_time_is_taken_apart() {
        for (text, amount, unit) in [
            ("15m", 15, DeliveryUnit::Minutes),
            ("4h", 4, DeliveryUnit::Hours),
            ("2d", 2, DeliveryUnit::Days),
            ("3wd", 3, DeliveryUnit::WorkingDays),
        ] {
            let target: Target = text.parse().unwrap();
            assert_eq!(delivery(target), Delivery { amount, unit });
        }
    }
}

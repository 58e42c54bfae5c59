//! Answers as people read them: labels of options and names for ids, in the reader's language.

use crate::{
    content::Item,
    service::{Ctx, refs, requests},
    store::{Ticket, attachments::File},
    words::Words,
};
use guichet_contract::types::{Answered, Attachment};
use guichet_rules::{
    form::{Answer, Kind, Question},
    ids::{AssetId, LocationId, PersonId, ServiceId},
    money::Price,
};
use serde_json::Value;

/// What was answered, in the order of the form. A question that the form no longer has goes by its id.
pub(in crate::service) fn answered(ctx: &Ctx, ticket: &Ticket, files: &[File]) -> Vec<Answered> {
    let answers = &ticket.detail.answers;
    let form = item(ctx, ticket).map(|item| &item.form);
    let asked = form.into_iter().flat_map(|form| form.questions());
    let known = asked.filter_map(|question| {
        let value = answers.get(&question.id)?;
        Some(in_words(ctx, question, value, files))
    });
    let gone = answers.iter().filter(|(id, _)| form.is_none_or(|form| form.question(id.as_str()).is_none()));
    // Whether the answer was sensitive nobody knows any more, so it is not shown.
    let gone = gone.map(|(id, _)| Answered {
        label: id.to_string(),
        value: ctx.say(Words::Masked),
        files: Vec::new(),
    });
    known.chain(gone).collect()
}

fn item<'c>(ctx: &'c Ctx, ticket: &Ticket) -> Option<&'c Item> {
    ctx.company.item(ticket.item.as_ref()?)
}

fn in_words(ctx: &Ctx, question: &Question, value: &Value, files: &[File]) -> Answered {
    let label = question.label.clone();
    if question.sensitive {
        return Answered { label, value: ctx.say(Words::Masked), files: Vec::new() };
    }
    let Ok(Some(answer)) = Answer::read(question, value) else {
        // Answered under another type of question: the plain value says most.
        return Answered { label, value: plain(value), files: Vec::new() };
    };
    let attached = match (&question.kind, &answer) {
        (Kind::File { .. }, Answer::Ids(ids)) => named(files, ids),
        _ => Vec::new(),
    };
    Answered { label, value: text(ctx, question, &answer, &attached), files: attached }
}

fn text(ctx: &Ctx, question: &Question, answer: &Answer, attached: &[Attachment]) -> String {
    match (answer, &question.kind) {
        (Answer::Text(text), _) => text.clone(),
        (Answer::Number(number), Kind::Number { unit: Some(unit), .. }) => format!("{number} {unit}"),
        (Answer::Number(number), _) => number.to_string(),
        (Answer::YesNo(true), _) => ctx.say(Words::Yes),
        (Answer::YesNo(false), _) => ctx.say(Words::No),
        (Answer::Date(date), _) => ctx.say(Words::Date(*date)),
        (Answer::Id(id), kind) => name(ctx, kind, id),
        (Answer::Ids(_), Kind::File { .. }) => joined(attached.iter().map(|file| file.name.clone())),
        (Answer::Ids(ids), kind) => joined(ids.iter().map(|id| name(ctx, kind, id))),
    }
}

fn name(ctx: &Ctx, kind: &Kind, id: &str) -> String {
    let company = &ctx.company;
    let name = match kind {
        Kind::Person { .. } => PersonId::new(id).ok().map(|id| refs::person(company, &id).name),
        Kind::Service {} => ServiceId::new(id).ok().map(|id| refs::service(company, &id).name),
        Kind::Asset { .. } => AssetId::new(id).ok().map(|id| refs::asset(company, &id).name),
        Kind::Location {} => {
            let site = LocationId::new(id).ok().and_then(|id| company.locations.get(&id));
            site.map(|site| site.name.clone())
        }
        kind => {
            let option = kind.options().iter().find(|option| option.id.as_str() == id);
            option.map(|option| option.label.clone())
        }
    };
    name.unwrap_or_else(|| id.to_owned())
}

fn named(files: &[File], ids: &[String]) -> Vec<Attachment> {
    let file = |id: &String| files.iter().find(|file| file.public.id.as_str() == id);
    ids.iter().filter_map(file).map(|file| file.public.clone()).collect()
}

fn joined(names: impl Iterator<Item = String>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The price that was agreed to, with its lines in the reader's language where the form still gives the same amounts.
pub(in crate::service) fn price(ctx: &Ctx, ticket: &Ticket) -> Option<Price> {
    let kept = ticket.detail.price.clone()?;
    let again = item(ctx, ticket).filter(|item| Some(item.form.version) == ticket.form_version).map(|item| {
        let groups = ctx.company.person(&ticket.requested_for).map(|person| person.groups.as_slice());
        let evaluation = requests::evaluate(ctx, item, &ticket.detail.answers, groups.unwrap_or_default());
        requests::price(&ctx.company, item, evaluation.lines, ticket.quantity.unwrap_or(1))
    });
    let amounts = |price: &Price| price.lines.iter().map(|line| line.amounts).collect::<Vec<_>>();
    let same = |price: &Price| price.currency == kept.currency && amounts(price) == amounts(&kept);
    Some(again.filter(same).unwrap_or(kept))
}

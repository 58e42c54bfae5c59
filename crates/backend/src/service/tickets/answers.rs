//! Answers as people read them: labels of options and names for ids, in the reader's language.

use crate::{
    content::Item,
    service::{Ctx, Failure, catalog, refs, requests},
    store::{Conn, Ticket, attachments::File},
    words::Words,
};
use guichet_contract::types::{Answered, Attachment, SecretAnswer};
use guichet_rules::{
    form::{self, Answer, Answers, Form, FormOption, Kind, Question, SourceList},
    ids::{AssetId, CostCentreId, FormId, GroupId, LocationId, PersonId, ServiceId},
    money::Price,
    secret::{may_read, was_taken_out},
};
use serde_json::Value;
use std::borrow::Cow;

/// The form that was answered: in the version that the ticket has, or the newest one where nobody knows that any more.
pub(in crate::service) async fn form_of<'c>(
    ctx: &'c Ctx,
    conn: &mut Conn,
    ticket: &Ticket,
) -> Result<Option<Cow<'c, Form>>, Failure> {
    let newest = item(ctx, ticket).map(|item| item.form.form());
    let older = ticket.form_version.filter(|version| newest.is_none_or(|form| form.version != *version));
    // A form is named after its item.
    let id = ticket.item.as_ref().and_then(|item| FormId::new(item.as_str()).ok());
    if let (Some(id), Some(version)) = (id, older)
        && let Some(form) = catalog::older_form(ctx, conn, &id, version).await?
    {
        return Ok(Some(Cow::Owned(form)));
    }
    Ok(newest.map(Cow::Borrowed))
}

/// What was answered, in the order of the form. A question that the form does not have goes by its id.
pub(in crate::service) fn answered(
    ctx: &Ctx,
    ticket: &Ticket,
    form: Option<&Form>,
    files: &[File],
) -> Vec<Answered> {
    answered_in(ctx, form, &ticket.detail.answers, files)
}

/// The same for answers that are not filed.
pub(in crate::service) fn answered_in(
    ctx: &Ctx,
    form: Option<&Form>,
    answers: &Answers,
    files: &[File],
) -> Vec<Answered> {
    let asked = form.into_iter().flat_map(Form::questions);
    let known = asked.filter_map(|question| {
        let value = answers.get(&question.id)?;
        Some(in_words(ctx, question, value, files))
    });
    let gone = answers.iter().filter(|(id, _)| form.is_none_or(|form| form.question(id.as_str()).is_none()));
    // Whether the answer was sensitive nobody knows any more, so it is not shown.
    let gone = gone.map(|(id, _)| Answered {
        label: id.to_string(),
        value: ctx.say(Words::Masked),
        marked: false,
        files: Vec::new(),
    });
    known.chain(gone).collect()
}

/// Of what [`answered`] gives, the secrets, and whether whoever asks may read them.
pub(super) fn secrets(ctx: &Ctx, ticket: &Ticket, form: Option<&Form>) -> Result<Vec<SecretAnswer>, Failure> {
    let me = ctx.me()?;
    let refusal = may_read(me, &ticket.facts(Some(&me.id)), ticket.group.as_ref(), ctx.now).err();
    let asked = form.into_iter().flat_map(Form::questions);
    let known = asked.filter_map(|question| Some((question, ticket.detail.answers.get(&question.id)?)));
    let secret = (0_u32..).zip(known).filter(|(_, (_, value))| was_taken_out(value));
    let wire = |(answer, (question, _)): (u32, (&Question, &Value))| SecretAnswer {
        answer,
        question: question.id.clone(),
        allowed: refusal.is_none(),
        reason: refusal,
    };
    Ok(secret.map(wire).collect())
}

/// A secret in words, for whoever was let read it.
pub(super) fn revealed(ctx: &Ctx, question: &Question, secret: &Value) -> String {
    words(ctx, question, secret, &[], Secrets::Told)
}

fn item<'c>(ctx: &'c Ctx, ticket: &Ticket) -> Option<&'c Item> {
    ctx.company.item(ticket.item.as_ref()?)
}

fn in_words(ctx: &Ctx, question: &Question, value: &Value, files: &[File]) -> Answered {
    let label = question.label.clone();
    let attached = match (&question.kind, Answer::read(question, value)) {
        (Kind::File { .. }, Ok(Some(Answer::Ids(ids)))) if !question.is_secret() => named(files, &ids),
        _ => Vec::new(),
    };
    let marked = matches!(question.kind, Kind::RichText { .. }) && !question.is_secret() && value.is_string();
    let value = words(ctx, question, value, &attached, Secrets::Masked);
    Answered { label, value, marked, files: attached }
}

/// What is said in the place of a secret.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Secrets {
    /// That there is one.
    Masked,
    /// The secret.
    Told,
}

/// The words of an answer.
fn words(ctx: &Ctx, question: &Question, value: &Value, attached: &[Attachment], secrets: Secrets) -> String {
    // What was taken out is masked also where a newer form no longer calls it a secret.
    if secrets == Secrets::Masked && (question.is_secret() || value.is_null()) {
        return ctx.say(Words::Masked);
    }
    match Answer::read(question, value) {
        Ok(Some(Answer::Rows(_))) => rows(ctx, question, value, secrets),
        Ok(Some(answer)) => text(ctx, question, &answer, attached),
        // Answered under another type of question: the plain value says most.
        Ok(None) | Err(_) => plain(value),
    }
}

/// A line a row: what it is, then each of its questions with its answer.
fn rows(ctx: &Ctx, question: &Question, value: &Value, secrets: Secrets) -> String {
    let label = match &question.kind {
        Kind::Rows { row_label: Some(label), .. } => format!("{label} "),
        _ => String::new(),
    };
    let all = value.as_array().map(Vec::as_slice).unwrap_or_default();
    let line = |(n, row): (usize, &Value)| {
        let answered = question.kind.columns().iter().filter_map(|column| {
            let value = row.get(column.id.as_str())?;
            // A question that ends in a sign of its own takes no second one, as in the portal.
            let sign = if column.label.ends_with(['?', '!', '.', ':']) { "" } else { ":" };
            Some(format!("{}{sign} {}", column.label, words(ctx, column, value, &[], secrets)))
        });
        format!("{label}{}: {}", n + 1, answered.collect::<Vec<_>>().join("; "))
    };
    all.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

fn text(ctx: &Ctx, question: &Question, answer: &Answer, attached: &[Attachment]) -> String {
    let currency = ctx.company.currency;
    match (answer, &question.kind) {
        (Answer::Text(text), _) => text.clone(),
        (Answer::Number(number), Kind::Rating { max, .. }) => {
            let of = f64::from(max.unwrap_or(form::RATING_MAX));
            format!("{} / {}", ctx.say(Words::Number(*number)), ctx.say(Words::Number(of)))
        }
        (
            Answer::Number(number),
            Kind::Number { unit: Some(unit), .. } | Kind::Computed { unit: Some(unit), .. },
        ) => format!("{} {unit}", ctx.say(Words::Number(*number))),
        (Answer::Number(number), _) => ctx.say(Words::Number(*number)),
        (Answer::Money(minor), _) => ctx.say(Words::Money(*minor, currency)),
        (Answer::Seconds(seconds), _) => ctx.say(Words::Span(*seconds)),
        (Answer::YesNo(true), _) => ctx.say(Words::Yes),
        (Answer::YesNo(false), _) => ctx.say(Words::No),
        (Answer::Date(date), _) => ctx.say(Words::Date(*date)),
        (Answer::Time(time), _) => time.to_string(),
        (Answer::Moment(moment), _) => ctx.say(Words::Moment(*moment)),
        (Answer::Range(from, to), _) => ctx.say(Words::Range(*from, *to)),
        (Answer::Id(id), kind) => name(ctx, kind, id),
        (Answer::Path(path), kind) => {
            let labels = path.last().map(|id| FormOption::path(kind.options(), id)).unwrap_or_default();
            if labels.is_empty() {
                return path.join(", ");
            }
            labels.into_iter().map(|option| option.label.as_str()).collect::<Vec<_>>().join(" › ")
        }
        (Answer::Ids(_), Kind::File { .. }) => joined(attached.iter().map(|file| file.name.clone())),
        (Answer::Ids(ids), kind) => joined(ids.iter().map(|id| name(ctx, kind, id))),
        // Rows are written a line each, see above.
        (Answer::Rows(number), _) => number.to_string(),
    }
}

/// The name of what an id stands for.
fn name(ctx: &Ctx, kind: &Kind, id: &str) -> String {
    let company = &ctx.company;
    let name = match kind.list() {
        Some(SourceList::People) => PersonId::new(id).ok().map(|id| refs::person(company, &id).name),
        Some(SourceList::Groups) => GroupId::new(id).ok().map(|id| refs::group(company, &id).name),
        Some(SourceList::Services) => ServiceId::new(id).ok().map(|id| refs::service(company, &id).name),
        Some(SourceList::Assets) => AssetId::new(id).ok().map(|id| refs::asset(company, &id).name),
        Some(SourceList::Locations) => {
            let site = LocationId::new(id).ok().and_then(|id| company.locations.get(&id));
            site.map(|site| site.name.clone())
        }
        Some(SourceList::CostCentres) => {
            let found = CostCentreId::new(id).ok().and_then(|id| company.cost_centres.get(&id));
            found.map(|cost_centre| cost_centre.name.clone())
        }
        Some(SourceList::Other) => None,
        None => {
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

//! Incidents: what can be answered, and reporting one.

use super::{
    Ctx, Failure, Write, clocks, files,
    tickets::{self, Access},
};
use crate::{
    config::limits,
    content::{Company, Level},
    store::{self, Detail, entries::Entry},
    words::Words,
};
use guichet_contract::{
    FieldError,
    types::{
        AuthorRole, Choice, IncidentInput, IncidentOptions, PriorityRef, PriorityTarget, Ticket,
        TimelineEvent,
    },
};
use guichet_rules::{
    ids::{GroupId, PersonId},
    priority::Priority,
    ticket::{Kind, State},
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Who takes what belongs to nobody.
const SERVICE_DESK: &str = "service-desk";

/// The answers that an incident may give, and what they promise.
pub fn options(ctx: &Ctx) -> Result<IncidentOptions, Failure> {
    let company = &ctx.company;
    let me = &ctx.me()?.id;
    // A matrix has more cells than priorities, and each promise takes a look at the calendar.
    let targets: BTreeMap<Priority, PriorityTarget> =
        company.matrix.used().into_iter().map(|priority| (priority, target(ctx, priority, me))).collect();
    let row =
        |row: &Vec<Priority>| row.iter().filter_map(|priority| targets.get(priority).cloned()).collect();
    let choices = |levels: &[Level]| {
        levels.iter().map(|level| Choice { id: level.id.clone(), label: level.label.clone() }).collect()
    };
    Ok(IncidentOptions {
        impacts: choices(&company.impacts),
        urgencies: choices(&company.urgencies),
        matrix: company.matrix.rows().iter().map(row).collect(),
    })
}

fn target(ctx: &Ctx, priority: Priority, person: &PersonId) -> PriorityTarget {
    let level = ctx.company.priorities.get(&priority);
    let calendar = ctx.company.calendar_for_priority(priority, person);
    // The check of the content refuses unknown zones.
    let after = |seconds: i64| calendar.add(ctx.now, seconds).ok().flatten();
    PriorityTarget {
        priority: PriorityRef {
            id: priority.level(),
            label: level.map_or_else(|| priority.to_string(), |level| level.label.clone()),
        },
        response_by: level.and_then(|level| after(level.first_response.seconds(calendar))),
        resolved_by: level.and_then(|level| after(level.resolution.seconds(calendar))),
    }
}

/// Reports a problem.
pub async fn create(ctx: &Ctx, write: &mut Write, input: IncidentInput) -> Result<Ticket, Failure> {
    let me = ctx.me()?;
    let errors = check(ctx, &input);
    if !errors.is_empty() {
        return Err(Failure::Invalid(errors));
    }
    files::check(ctx, write.conn()?, &input.attachments).await?;
    let attachments = input.attachments.clone();
    let id = store::tickets::next_id(write.conn()?, Kind::Incident).await?;
    let mut ticket = ticket(ctx, input, id)?;
    clocks::stamp(&ctx.company, &mut ticket, ctx.now);
    ticket.seq = store::tickets::add(write.conn()?, &ticket).await?;
    let opened = Entry::new(ctx.now, Some(me.id.clone()), AuthorRole::Requester, TimelineEvent::Opened)
        .with_body(ticket.detail.description.clone());
    tickets::log(write, &ticket, opened).await?;
    let set = Entry::new(ctx.now, None, AuthorRole::System, TimelineEvent::PrioritySet)
        .with_change(None, ticket.priority.map(|priority| priority.to_string()));
    tickets::log(write, &ticket, set).await?;
    let group = ticket.group.as_ref().map(|group| format!("group:{group}"));
    let assigned =
        Entry::new(ctx.now, None, AuthorRole::System, TimelineEvent::Assigned).with_change(None, group);
    tickets::log(write, &ticket, assigned).await?;
    for file in &attachments {
        files::claim(ctx, write, file, ticket.seq, None).await?;
    }
    tickets::tell(write, &ticket, &[]).await?;
    let access = Access::of(ctx, write.conn()?, ticket).await?;
    tickets::view(ctx, write.conn()?, &access).await
}

/// What is wrong with a report.
fn check(ctx: &Ctx, input: &IncidentInput) -> Vec<FieldError> {
    let company = &ctx.company;
    let mut errors = Vec::new();
    let mut wrong = |pointer: &str, code: &str, words: Words<'_>, params: Value| {
        let (pointer, code) = (pointer.to_owned(), code.to_owned());
        errors.push(FieldError { pointer, code, detail: ctx.say(words), params });
    };
    let longer =
        |text: &str, max: u32| u32::try_from(text.chars().count()).map_or(true, |length| length > max);
    if input.title.trim().is_empty() {
        wrong("/title", "required", Words::Needed, Value::Null);
    } else if longer(&input.title, limits::TITLE_CHARS) {
        let max = limits::TITLE_CHARS;
        wrong("/title", "too_long", Words::TooLong(max), json!({ "max": max }));
    }
    if longer(&input.description, limits::TEXT_CHARS) {
        let max = limits::TEXT_CHARS;
        wrong("/description", "too_long", Words::TooLong(max), json!({ "max": max }));
    }
    let known = |levels: &[Level], id: &str| levels.iter().any(|level| level.id == id);
    let choices = [
        ("/impact", known(&company.impacts, &input.impact)),
        ("/urgency", known(&company.urgencies, &input.urgency)),
        ("/service", input.service.as_ref().is_none_or(|id| company.services.contains_key(id))),
        ("/asset", input.asset.as_ref().is_none_or(|id| company.assets.contains_key(id))),
        ("/requested_for", input.requested_for.as_ref().is_none_or(|id| is_active(company, id))),
    ];
    for (pointer, _) in choices.into_iter().filter(|(_, there)| !there) {
        wrong(pointer, "not_found", Words::NoSuchChoice, Value::Null);
    }
    errors
}

fn is_active(company: &Company, person: &PersonId) -> bool {
    company.person(person).is_some_and(|person| person.active)
}

fn ticket(
    ctx: &Ctx,
    input: IncidentInput,
    id: guichet_rules::ids::TicketId,
) -> Result<store::Ticket, Failure> {
    let company: &Company = &ctx.company;
    let me = ctx.me()?;
    let requested_for = input.requested_for.unwrap_or_else(|| me.id.clone());
    let priority = company.matrix.priority(&input.impact, &input.urgency).map_err(Failure::internal)?;
    let level = company.priorities.get(&priority);
    let calendar = company.calendar_for_priority(priority, &requested_for);
    let description = input.description.trim();
    let detail = Detail {
        description: (!description.is_empty()).then(|| description.to_owned()),
        calendar: calendar.id.clone(),
        resolve_within: level.map(|level| level.resolution.seconds(calendar)),
        respond_within: level.map(|level| level.first_response.seconds(calendar)),
        ..Detail::default()
    };
    let service = input.service.as_ref().and_then(|id| company.service(id));
    Ok(store::Ticket {
        seq: 0,
        id,
        kind: Kind::Incident,
        state: State::New,
        hold_reason: None,
        title: input.title.trim().to_owned(),
        opened_by: me.id.clone(),
        requested_for,
        group: service.map(|service| service.group.clone()).or_else(|| service_desk(company)),
        assignee: None,
        impact: Some(input.impact),
        urgency: Some(input.urgency),
        priority: Some(priority.level()),
        major: false,
        service: input.service,
        asset: input.asset,
        item: None,
        form_version: None,
        quantity: None,
        opened_at: ctx.now,
        updated_at: ctx.now,
        resolved_at: None,
        clock_from: Some(ctx.now),
        risk_at: None,
        due_at: None,
        version: 1,
        detail,
    })
}

/// Who takes what belongs to nobody, if the company has such a group.
pub(super) fn service_desk(company: &Company) -> Option<GroupId> {
    company.groups.keys().find(|group| group.as_str() == SERVICE_DESK).cloned()
}

//! A request, worked out and not yet filed: the same for the preview and for the real thing.

use super::{
    Order, existence,
    order::{price, today},
};
use crate::{
    content::{Company, Item},
    service::{Ctx, Failure, approvals::Deputies, catalog},
    store::Conn,
};
use chrono::{DateTime, NaiveDate, Utc};
use guichet_contract::types::RequestInput;
use guichet_rules::{
    approval::{ConfigProblem, Plan},
    entitlement::{Refusal, may_order, may_order_for},
    form::{self, Answers, Evaluation, Form, Prefill, Problem, migrate},
    ids::{CostCentreId, GroupId, PersonId},
    money::Price,
    person::Person,
    schedule::Calendar,
};
use serde_json::json;

/// A request, worked out.
pub(super) struct Draft<'c> {
    /// What is ordered.
    pub item: &'c Item,
    /// Whom it is for; the requester where whoever was named does not exist.
    pub beneficiary: Person,
    /// How many, as asked.
    pub quantity: u32,
    /// The answers that count.
    pub answers: Answers,
    /// What is wrong with the answers.
    pub problems: Vec<Problem>,
    /// What is wrong beside them.
    pub obstacles: Vec<Obstacle>,
    /// What it costs.
    pub price: Price,
    /// Who is asked.
    pub plan: Plan,
    /// Who decides for them just now.
    pub deputies: Deputies<'c>,
    /// The opening hours that delivery counts in.
    pub calendar: &'c Calendar,
    /// When it is there if everyone agrees at once.
    pub expected: Option<DateTime<Utc>>,
}

impl Draft<'_> {
    /// What an administrator has to mend before it can be filed: a step that would find nobody to ask.
    pub fn unaskable(&self) -> Option<&ConfigProblem> {
        self.plan.problems().next().map(|(_, problem)| problem)
    }
}

/// What keeps a request from being filed, beside its answers.
pub(super) enum Obstacle {
    /// The item is for others, or may not be ordered for them.
    Refused(Refusal),
    /// There is nobody of that id.
    NoSuchPerson,
    /// None, or more than one request may ask for.
    Quantity,
}

/// Works out a request, which `cost_centre` pays where that is said. Fails where the item is unknown or the form is out of
/// date.
pub(super) async fn draft<'c>(
    ctx: &'c Ctx,
    conn: &mut Conn,
    input: &RequestInput,
    cost_centre: Option<&CostCentreId>,
) -> Result<Draft<'c>, Failure> {
    let me = ctx.me()?;
    let company: &'c Company = &ctx.company;
    let item = catalog::visible(ctx, &input.item)?;
    let named = input.requested_for.as_ref().unwrap_or(&me.id);
    let found = company.person(named).map(|person| person.rules_person());
    let mut obstacles = Vec::new();
    let beneficiary = found.unwrap_or_else(|| {
        obstacles.push(Obstacle::NoSuchPerson);
        me.clone()
    });
    let today = today(company, &beneficiary.id, ctx.now);
    if input.form.id != item.form.id || input.form.version != item.form.version {
        return Err(form_changed(ctx, item, &input.answers, &beneficiary.groups, today));
    }
    obstacles.extend(entitlement(company, item, me, &beneficiary).map(Obstacle::Refused));
    let quantity = input.quantity.unwrap_or(1);
    if !(1..=item.quantity).contains(&quantity) {
        obstacles.push(Obstacle::Quantity);
    }
    let mut evaluation = evaluate_on(ctx, item, &input.answers, &beneficiary.groups, today);
    existence::check(ctx, conn, &item.form, &beneficiary.id, &mut evaluation).await?;
    let (requester, at) = (&me.id, ctx.now);
    let order = Order { company, item, quantity, requester, beneficiary: &beneficiary, cost_centre, at };
    let price = price(company, item, evaluation.lines.clone(), quantity);
    let deputies = Deputies::now(ctx, conn).await?;
    let plan = order.plan(&price, &evaluation, &deputies);
    let calendar = company.calendar_for_item(item, &beneficiary.id);
    Ok(Draft {
        item,
        quantity,
        answers: evaluation.submitted(&input.answers),
        problems: evaluation.problems().cloned().collect(),
        obstacles,
        price,
        plan,
        deputies,
        calendar,
        expected: catalog::expected(item, calendar, ctx.now),
        beneficiary,
    })
}

/// Why the item may not be ordered: by the requester, by the beneficiary, or by one for the other.
fn entitlement(company: &Company, item: &Item, me: &Person, beneficiary: &Person) -> Option<Refusal> {
    let reports_to = |report: &PersonId, manager: &PersonId| company.reports_to(report, manager);
    let audience = item.orderable_by.as_ref();
    may_order(audience, me)
        .and_then(|()| may_order(audience, beneficiary))
        .and_then(|()| may_order_for(item.order_for, me, beneficiary, &reports_to))
        .err()
}

/// What the form of an item makes of answers, given today.
pub(in crate::service) fn evaluate(
    ctx: &Ctx,
    item: &Item,
    answers: &Answers,
    groups: &[GroupId],
) -> Evaluation {
    evaluate_on(ctx, item, answers, groups, ctx.now.date_naive())
}

fn evaluate_on(
    ctx: &Ctx,
    item: &Item,
    answers: &Answers,
    groups: &[GroupId],
    today: NaiveDate,
) -> Evaluation {
    let matches = |pattern: &str, text: &str| ctx.company.matches(pattern, text);
    let context = form::Context { today, groups, matches: &matches, prefill: Prefill::nothing() };
    item.form.evaluate(answers, &context)
}

/// Tells which form is out now, and which answers it would still take.
fn form_changed(ctx: &Ctx, item: &Item, answers: &Answers, groups: &[GroupId], today: NaiveDate) -> Failure {
    let form: &Form = &item.form;
    let known = migrate(form, answers).answers;
    let evaluation = evaluate_on(ctx, item, &known, groups, today);
    let mut fitting = evaluation.submitted(&known);
    // What is wrong in a row is no reason to lose the others.
    for state in evaluation.questions.iter().filter(|state| state.problem.is_some()) {
        fitting.remove(&state.id);
    }
    Failure::FormChanged(json!({
        "form": { "id": form.id.as_str(), "version": form.version },
        "answers": fitting,
    }))
}

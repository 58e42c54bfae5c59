//! Arranging a delegation, changing it and ending it.

use super::{
    tell::{tell, told},
    wire::wire,
};
use crate::{
    config::limits,
    hex,
    service::{
        Ctx, Failure, Write,
        input::{is_longer, text, too_long, trimmed},
        requests,
    },
    store::delegations::{self, Delegation},
    words::Words,
};
use chrono::{DateTime, Days, NaiveDate, Utc};
use guichet_contract::{
    FieldError,
    types::{self, DelegationInput, DelegationPatch},
};
use guichet_rules::{
    approval::{
        self, Arrangement, DelegationField, DelegationPhase, DelegationProblem, check_delegation,
        may_change_delegation,
    },
    ids::{DelegationId, PersonId},
    schedule::start_of_day,
};
use serde_json::Value;

/// Lets somebody decide for whoever asks.
pub async fn create(
    ctx: &Ctx,
    write: &mut Write,
    input: &DelegationInput,
) -> Result<types::Delegation, Failure> {
    let wanted = on_days(ctx, &input.delegate, input.from, input.until)?;
    check(ctx, write, &wanted, None, input.reason.as_deref()).await?;
    // The error type of the random source is no std error.
    let id = hex::random::<8>().map_err(|error| Failure::internal(error.to_string()))?;
    let delegation = Delegation {
        seq: 0,
        id: DelegationId::new(format!("d{id}")).map_err(Failure::internal)?,
        told: told(wanted.phase(ctx.now)),
        facts: wanted,
        reason: text(input.reason.as_deref()),
        version: 1,
    };
    delegations::add(write.conn()?, &delegation).await?;
    tell(write, &delegation).await?;
    wire(ctx, write.conn()?, &delegation).await
}

/// Changes a delegation of whoever asks. `has_seen` says whether they have seen a version of it.
pub async fn update(
    ctx: &Ctx,
    write: &mut Write,
    id: &DelegationId,
    patch: &DelegationPatch,
    has_seen: impl Fn(u64) -> bool + Send,
) -> Result<types::Delegation, Failure> {
    let mut delegation = theirs(ctx, write, id, has_seen).await?;
    let was = delegation.facts.clone();
    let delegate = patch.delegate.as_ref().unwrap_or(&was.delegate);
    let (from, until) = (patch.from.unwrap_or(was.from), patch.until.unwrap_or(was.until));
    let wanted = on_days(ctx, delegate, from, until)?;
    let reason = patch.reason.as_deref().or(delegation.reason.as_deref());
    check(ctx, write, &wanted, Some((id, &was)), reason).await?;
    // Whoever was the delegate hears of it too.
    tell(write, &delegation).await?;
    delegation.reason = text(reason);
    delegation.told = told(wanted.phase(ctx.now));
    delegation.facts = wanted;
    delegation.version += 1;
    delegations::put(write.conn()?, &delegation).await?;
    tell(write, &delegation).await?;
    wire(ctx, write.conn()?, &delegation).await
}

/// Ends a delegation of whoever asks now, or calls it off where it has not begun.
pub async fn end(
    ctx: &Ctx,
    write: &mut Write,
    id: &DelegationId,
    has_seen: impl Fn(u64) -> bool + Send,
) -> Result<(), Failure> {
    let mut delegation = theirs(ctx, write, id, has_seen).await?;
    if delegation.facts.phase(ctx.now) == DelegationPhase::Coming {
        delegations::remove(write.conn()?, id).await?;
    } else {
        delegation.facts.ends_at = ctx.now;
        delegation.facts.until = today(ctx)?;
        delegation.told = told(DelegationPhase::Past);
        delegation.version += 1;
        delegations::put(write.conn()?, &delegation).await?;
    }
    tell(write, &delegation).await
}

/// A delegation that whoever asks arranged, in a version that they have seen, and that is not over.
async fn theirs(
    ctx: &Ctx,
    write: &mut Write,
    id: &DelegationId,
    has_seen: impl Fn(u64) -> bool + Send,
) -> Result<Delegation, Failure> {
    let me = &ctx.me()?.id;
    let found = delegations::find(write.conn()?, id).await?;
    // The delegate sees it, but it is not theirs to change; there is nothing to learn from the difference.
    let found = found.filter(|found| found.facts.delegator == *me).ok_or(Failure::NotFound)?;
    if !has_seen(found.version) {
        let current = wire(ctx, write.conn()?, &found).await?;
        return Err(Failure::Stale(serde_json::to_value(current).map_err(Failure::internal)?));
    }
    may_change_delegation(&found.facts, ctx.now)?;
    Ok(found)
}

fn today(ctx: &Ctx) -> Result<NaiveDate, Failure> {
    Ok(requests::today(&ctx.company, &ctx.me()?.id, ctx.now))
}

/// A delegation of whoever asks, from the beginning of one day to the end of another, where they work.
fn on_days(
    ctx: &Ctx,
    delegate: &PersonId,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<approval::Delegation, Failure> {
    let me = &ctx.me()?.id;
    let zone = ctx.company.calendar_for_person(me).tz().map_err(Failure::internal)?;
    let begins = |day: NaiveDate| start_of_day(&zone, day);
    let after = until.checked_add_days(Days::new(1)).unwrap_or(until);
    // At the ends of time; such days are refused for being over, or too many.
    let starts_at = begins(from).unwrap_or(DateTime::<Utc>::MIN_UTC);
    let ends_at = begins(after).unwrap_or(DateTime::<Utc>::MAX_UTC);
    Ok(approval::Delegation {
        delegator: me.clone(),
        delegate: delegate.clone(),
        from,
        until,
        starts_at,
        ends_at,
    })
}

/// Refuses what the rules have against it, each problem at its field.
async fn check(
    ctx: &Ctx,
    write: &mut Write,
    wanted: &approval::Delegation,
    was: Option<(&DelegationId, &approval::Delegation)>,
    reason: Option<&str>,
) -> Result<(), Failure> {
    let delegate = ctx.company.person(&wanted.delegate).map(|person| person.rules_person());
    let others = delegations::arranged_by(write.conn()?, &wanted.delegator, ctx.now).await?;
    let others: Vec<_> = others
        .into_iter()
        .filter(|other| was.is_none_or(|(id, _)| other.id != *id))
        .map(|other| other.facts)
        .collect();
    let of_delegate = delegations::arranged_by(write.conn()?, &wanted.delegate, ctx.now).await?;
    let of_delegate: Vec<_> = of_delegate.into_iter().map(|other| other.facts).collect();
    let problems = check_delegation(&Arrangement {
        wanted,
        was: was.map(|(_, was)| was),
        delegate: delegate.as_ref(),
        others: &others,
        of_delegate: &of_delegate,
        today: today(ctx)?,
        now: ctx.now,
    });
    let mut errors: Vec<FieldError> = problems.into_iter().map(|problem| error(ctx, problem)).collect();
    if trimmed(reason).is_some_and(|reason| is_longer(reason, limits::REASON_CHARS)) {
        errors.push(too_long(ctx, "/reason", limits::REASON_CHARS));
    }
    if errors.is_empty() { Ok(()) } else { Err(Failure::Invalid(errors)) }
}

/// A problem as `{code, …parameters}` on the wire and in words.
fn error(ctx: &Ctx, problem: DelegationProblem) -> FieldError {
    let pointer = match problem.field() {
        DelegationField::Delegate => "/delegate",
        DelegationField::From => "/from",
        DelegationField::Until => "/until",
    };
    let mut params = match serde_json::to_value(problem) {
        Ok(Value::Object(map)) => map,
        _ => serde_json::Map::new(),
    };
    let code = params.remove("code");
    FieldError {
        pointer: pointer.to_owned(),
        code: code.as_ref().and_then(Value::as_str).unwrap_or("other").to_owned(),
        detail: ctx.say(Words::Delegation(problem)),
        params: if params.is_empty() { Value::Null } else { Value::Object(params) },
        label: None,
    }
}

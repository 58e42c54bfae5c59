//! How tickets of every kind go on: how far they come, who works on them, what is said on the way, and how they end.

use super::{
    life::Life,
    phrases::{CANCELLING, NOTES, PLANNED_CHANGE, ROOT_CAUSE, THANKS, THIRD_PARTY},
    rng::Rng,
};
use crate::content::Person;
use guichet_rules::{
    ids::PersonId,
    ticket::{Action, HoldReason, Input},
};

/// Where the story of a ticket stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    /// Where it comes to by itself.
    Natural,
    /// Nobody has looked at it.
    New,
    /// Somebody is asked to agree.
    Approval,
    /// Somebody works on it.
    Work,
    /// It waits for something.
    Hold(HoldReason),
    /// The desk holds it to be done.
    Resolved,
}

/// Tickets of the last weeks may still be open; of those that are `days` old, so many of a hundred are. About 8 % of a
/// year's tickets come to be open, most of them young.
pub(super) fn still_open(days: i64) -> usize {
    match days {
        0..7 => 88,
        7..14 => 68,
        14..28 => 42,
        28..60 => 18,
        // What waits for a supplier or a release.
        60..240 => 1,
        _ => 0,
    }
}

/// Whether its target would have passed, had nobody done anything since it was filed.
pub(super) fn is_late(life: &Life<'_, '_>) -> bool {
    let ticket = &life.record.ticket;
    let open = life.calendar.between(ticket.opened_at, life.world.now).unwrap_or(0);
    open > ticket.detail.resolve_within.unwrap_or(0)
}

/// Who works on it: `agent`, or somebody of its group who is near the requester.
pub(super) fn agent_for(
    life: &Life<'_, '_>,
    rng: &mut Rng,
    requester: &Person,
    agent: Option<&PersonId>,
) -> Option<PersonId> {
    if let Some(agent) = agent {
        return Some(agent.clone());
    }
    let ticket = &life.record.ticket;
    let group = ticket.group.as_ref()?;
    let concerned = [&ticket.opened_by, &ticket.requested_for];
    Some(life.world.agent(rng, group, &requester.location, &concerned)?.id.clone())
}

/// The agent writes a note for the desk, in their own language.
pub(super) fn note(life: &mut Life<'_, '_>, rng: &mut Rng, agent: &PersonId) -> Option<()> {
    let language = &life.world.person(agent.as_str())?.language;
    life.write(agent, rng.say(NOTES.of(language)), true)
}

/// A while later, the agent finds that it has to wait for `reason`.
pub(super) fn hold(
    life: &mut Life<'_, '_>,
    rng: &mut Rng,
    agent: &PersonId,
    reason: HoldReason,
    language: &str,
) -> Option<()> {
    let why = match reason {
        HoldReason::Change => PLANNED_CHANGE,
        HoldReason::Problem => ROOT_CAUSE,
        _ => THIRD_PARTY,
    };
    life.later(rng.between(600, 10_000))?;
    life.hold(agent, reason, rng.say(why.of(language)))
}

/// The requester no longer wants it.
pub(super) fn give_up(life: &mut Life<'_, '_>, rng: &mut Rng, me: &PersonId, language: &str) -> Option<()> {
    let comment = Some(rng.say(CANCELLING.of(language)));
    life.act(Action::Cancel, Some(me), &Input { comment, ..Input::default() })
}

/// A while later, the requester agrees that it is done.
pub(super) fn agree(life: &mut Life<'_, '_>, rng: &mut Rng, language: &str) -> Option<()> {
    let seconds = rng.between(600, 50_000);
    let comment = rng.chance(40).then(|| rng.say(THANKS.of(language)));
    life.confirm(seconds, comment)
}

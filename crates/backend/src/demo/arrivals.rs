//! Who needs something when.

use super::{rng::Rng, world::World};
use crate::content::Person;
use chrono::{DateTime, Datelike, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};

/// How far back the tickets go.
const DAYS: usize = 365;

/// What the people of the demo sign-in find open is set by `scenes`; of themselves they have only what ended long ago.
const PERSONA_DAYS: i64 = 75;

/// How the day goes, in eighths: most at the beginning and after lunch.
const DAY: &[(usize, i64)] = &[(15, 0), (19, 1), (15, 2), (8, 3), (10, 4), (15, 5), (11, 6), (7, 7)];

/// Somebody needs something.
pub(super) struct Arrival<'c> {
    /// Who.
    pub(super) person: &'c Person,
    /// When.
    pub(super) at: DateTime<Utc>,
    /// Its own sequence of chance.
    pub(super) stream: u64,
}

/// `count` of them, the first first.
pub(super) fn arrivals<'c>(world: &World<'c>, seed: u64, count: usize) -> Vec<Arrival<'c>> {
    let streams = (1_u64..).step_by(2).take(count);
    let mut arrivals: Vec<Arrival<'c>> =
        streams.filter_map(|stream| arrival(world, &mut Rng::stream(seed, stream - 1), stream)).collect();
    arrivals.sort_by_key(|arrival| (arrival.at, arrival.stream));
    arrivals
}

fn arrival<'c>(world: &World<'c>, rng: &mut Rng, stream: u64) -> Option<Arrival<'c>> {
    // Most tries meet a working day; a company that is never open has no tickets.
    (0..200).find_map(|_| {
        let person = *rng.pick(&world.people)?;
        let at = moment(world, rng, person)?;
        let age = (world.now - at).num_days();
        let fits = at < world.now && (person.persona.is_none() || age > PERSONA_DAYS);
        fits.then_some(Arrival { person, at, stream })
    })
}

/// A moment of the year: in the working hours of the site, and now and then at the weekend.
fn moment(world: &World<'_>, rng: &mut Rng, person: &Person) -> Option<DateTime<Utc>> {
    let calendar = world.company.calendar_for_person(&person.id);
    let zone = calendar.tz().ok()?;
    let back = i64::try_from(rng.below(DAYS)).ok()?;
    let date = world.now.checked_sub_signed(TimeDelta::days(back))?.with_timezone(&zone).date_naive();
    let midnight = zone.from_local_datetime(&date.and_time(NaiveTime::MIN)).earliest()?.to_utc();
    let open = calendar.between(midnight, midnight + TimeDelta::days(1)).ok()?;
    // Friday is quieter.
    if date.weekday() == Weekday::Fri && rng.chance(25) {
        return None;
    }
    if open == 0 {
        return rng.chance(2).then(|| midnight + TimeDelta::seconds(rng.between(9 * 3600, 21 * 3600)));
    }
    let eighth = *rng.weighted(DAY)?;
    let seconds = open * eighth / 8 + rng.between(1, (open / 8).max(1));
    calendar.add(midnight, seconds).ok()?
}

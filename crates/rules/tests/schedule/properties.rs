//! What holds on every calendar.

use super::{calendar, windows};
use chrono::{DateTime, Days, TimeDelta, Utc};
use chrono_tz::Tz;
use guichet_rules::schedule::{
    Calendar, Clock, ClockState, Holiday, Pause, Reading, Reason, Week, Window, add, between,
};
use proptest::prelude::*;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// A calendar that opens at some time, and an instant to begin at.
#[derive(Debug, Clone)]
struct Scene {
    calendar: Calendar,
    tz: Tz,
    start: DateTime<Utc>,
}

impl Scene {
    fn after(&self, seconds: i64) -> DateTime<Utc> {
        self.start + TimeDelta::seconds(seconds)
    }

    fn between(&self, a: DateTime<Utc>, b: DateTime<Utc>) -> i64 {
        between(&self.calendar, &self.tz, a, b)
    }

    fn add(&self, seconds: i64) -> DateTime<Utc> {
        add(&self.calendar, &self.tz, self.start, seconds).unwrap()
    }

    fn read(&self, clock: &Clock, now: DateTime<Utc>) -> Reading {
        clock.read(&self.calendar, &self.tz, now)
    }
}

/// Any quarter of an hour to any other; all of the lengths up to a day.
fn window() -> impl Strategy<Value = Window> {
    let text = |quarter: u32| format!("{:02}:{:02}", quarter / 4, quarter % 4 * 15);
    (0_u32..96, 1_u32..96).prop_map(move |(from, length)| {
        let to = if from + length == 96 { 96 } else { (from + length) % 96 };
        Window::new(&text(from), &text(to)).unwrap()
    })
}

fn week() -> impl Strategy<Value = Week> {
    let day = prop_oneof![
        1 => Just(windows(&[("00:00", "24:00")])),
        1 => Just(windows(&[("09:00", "12:30"), ("13:00", "17:00")])),
        4 => prop::collection::vec(window(), 0..3),
    ];
    prop::array::uniform7(day).prop_map(|[mon, tue, wed, thu, fri, sat, sun]| {
        let week = Week { mon, tue, wed, thu, fri, sat, sun };
        let closed = week == Week::default();
        // One open day, so that every target is due some day.
        if closed { Week { wed: windows(&[("09:00", "17:00")]), ..week } } else { week }
    })
}

fn scene() -> impl Strategy<Value = Scene> {
    let zones = vec![
        "Europe/Berlin",
        "America/New_York",
        "America/Sao_Paulo",
        "America/St_Johns",
        "Africa/Casablanca",
        "Antarctica/Troll",
        "Asia/Kathmandu",
        "Asia/Tehran",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "UTC",
    ];
    // 2015 to 2034.
    let start = 1_420_070_400_i64..2_051_222_400;
    let holidays = prop::collection::vec((0_u64..120, any::<bool>()), 0..6);
    (prop::sample::select(zones), week(), start, holidays).prop_map(|(zone, week, start, holidays)| {
        let start = DateTime::from_timestamp(start, 0).unwrap();
        let mut calendar = calendar(zone, week);
        calendar.holidays = holidays
            .into_iter()
            .map(|(days, yearly)| Holiday {
                date: start.date_naive() + Days::new(days),
                name: format!("holiday {days}"),
                yearly,
            })
            .collect();
        Scene { calendar, tz: zone.parse().unwrap(), start }
    })
}

/// Seconds from the start to where a pause begins, and how long it lasts.
fn pauses() -> impl Strategy<Value = Vec<(i64, i64)>> {
    prop::collection::vec((-5 * DAY..30 * DAY, 0..8 * DAY), 0..5)
}

fn clock(scene: &Scene, target_seconds: i64, pauses: &[(i64, i64)]) -> Clock {
    let pause = |(index, (from, length)): (usize, &(i64, i64))| Pause {
        from: scene.after(*from),
        to: Some(scene.after(from + length)),
        label: (index % 2 == 0).then(|| format!("pause {index}")),
    };
    Clock {
        start: Some(scene.start),
        target_seconds,
        pauses: pauses.iter().enumerate().map(pause).collect(),
        stopped_at: None,
    }
}

/// Schedule time on hold from the start to `until`, counted edge by edge instead of by merging.
fn credit(scene: &Scene, pauses: &[(i64, i64)], until: DateTime<Utc>) -> i64 {
    let end = (until - scene.start).num_seconds().max(0);
    let edges = pauses.iter().flat_map(|(from, length)| [*from, from + length]);
    let mut edges: Vec<i64> = edges.map(|edge| edge.clamp(0, end)).chain([0, end]).collect();
    edges.sort_unstable();
    let mut sum = 0;
    for pair in edges.windows(2) {
        let on_hold = |(from, length): &(i64, i64)| *from <= pair[0] && pair[1] <= from + length;
        if pauses.iter().any(on_hold) {
            sum += scene.between(scene.after(pair[0]), scene.after(pair[1]));
        }
    }
    sum
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn time_adds_up_and_never_runs_backwards(scene in scene(), b in -60 * DAY..60 * DAY, c in -60 * DAY..60 * DAY) {
        let (a, b, c) = (scene.start, scene.after(b), scene.after(c));
        prop_assert_eq!(scene.between(a, b) + scene.between(b, c), scene.between(a, c));
        prop_assert_eq!(scene.between(a, b), -scene.between(b, a));
        let (earlier, later) = (b.min(c), b.max(c));
        let open = scene.between(earlier, later);
        prop_assert!((0..=(later - earlier).num_seconds()).contains(&open), "{} of {}", open, later - earlier);
    }

    #[test]
    fn adding_finds_the_first_instant_and_measuring_gives_it_back(
        scene in scene(),
        n in 1..60 * HOUR,
        less in 0..60 * HOUR,
    ) {
        let due = scene.add(n);
        prop_assert_eq!(scene.between(scene.start, due), n);
        // Earliest: one second before it, one second is missing.
        prop_assert_eq!(scene.between(scene.start, due - TimeDelta::seconds(1)), n - 1);
        prop_assert!(scene.add(n - less.min(n)) <= due);
        prop_assert_eq!(scene.add(0), scene.start);
    }

    #[test]
    fn a_pause_puts_off_the_due_instant_by_its_credit(scene in scene(), target in 1..40 * HOUR, pauses in pauses()) {
        let mut clock = clock(&scene, target, &pauses);
        let due = scene.read(&clock, scene.start).due.unwrap();
        let credit = credit(&scene, &pauses, due);
        prop_assert_eq!(due, scene.add(target + credit));

        let at_due = scene.read(&clock, due);
        prop_assert_eq!((at_due.state, at_due.accrued_seconds, at_due.remaining_seconds), (ClockState::Breached, target, 0));
        prop_assert_eq!(at_due.breached_at, Some(due));
        prop_assert_eq!(scene.read(&clock, due - TimeDelta::seconds(1)).accrued_seconds, target - 1);

        clock.stopped_at = Some(due);
        prop_assert_eq!(scene.read(&clock, due).state, ClockState::Met);
        clock.stopped_at = Some(due + TimeDelta::seconds(1));
        let late = scene.read(&clock, due + TimeDelta::seconds(1));
        prop_assert_eq!((late.state, late.due), (ClockState::MetLate, Some(due)));
    }

    #[test]
    fn a_reading_agrees_with_what_was_measured(
        scene in scene(),
        target in 1..40 * HOUR,
        pauses in pauses(),
        now in -5 * DAY..60 * DAY,
    ) {
        let clock = clock(&scene, target, &pauses);
        let instant = scene.after(now);
        let reading = scene.read(&clock, instant);
        let due = reading.due.unwrap();
        let accrued = if now < 0 { 0 } else { scene.between(scene.start, instant) - credit(&scene, &pauses, instant) };
        prop_assert_eq!(reading.accrued_seconds, accrued);
        prop_assert_eq!(reading.remaining_seconds, target - accrued);
        prop_assert_eq!(reading.percent, accrued * 100 / target);
        let on_hold = pauses.iter().any(|(from, length)| *from <= now && now < from + length);
        let state = if now < 0 {
            ClockState::NotStarted
        } else if instant >= due {
            ClockState::Breached
        } else if on_hold {
            ClockState::Paused
        } else {
            ClockState::Running
        };
        prop_assert_eq!(reading.state, state);
        prop_assert_eq!(reading.at_risk, now >= 0 && accrued * 100 >= target * 75);

        let mut other_order = clock.clone();
        other_order.pauses.reverse();
        other_order.pauses.extend(clock.pauses);
        prop_assert_eq!(scene.read(&other_order, instant), reading);
    }

    #[test]
    fn an_explanation_sums_to_the_target(scene in scene(), target in 1..40 * HOUR, pauses in pauses()) {
        let clock = clock(&scene, target, &pauses);
        let due = scene.read(&clock, scene.start).due.unwrap();
        let intervals = clock.explain(&scene.calendar, &scene.tz, scene.start);
        prop_assert_eq!(intervals.first().map(|i| i.from), Some(scene.start));
        prop_assert_eq!(intervals.last().map(|i| i.to), Some(due));
        for pair in intervals.windows(2) {
            prop_assert_eq!(pair[0].to, pair[1].from);
            prop_assert_ne!(&pair[0].reason, &pair[1].reason);
        }
        let (mut counted, mut on_hold) = (0, 0);
        for interval in &intervals {
            prop_assert_eq!(interval.seconds, (interval.to - interval.from).num_seconds());
            prop_assert!(interval.seconds > 0);
            prop_assert_eq!(interval.counted, interval.reason == Reason::OpenHours);
            let open = scene.between(interval.from, interval.to);
            match &interval.reason {
                Reason::OpenHours => counted += interval.seconds,
                Reason::OnHold { .. } => on_hold += interval.seconds,
                _ => {
                    prop_assert_eq!(open, 0);
                }
            }
            prop_assert!(open == 0 || open == interval.seconds);
        }
        prop_assert_eq!(counted, target);
        prop_assert_eq!(on_hold, credit(&scene, &pauses, due));
    }
}

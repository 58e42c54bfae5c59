//! What people of the demo company searched for, with what came of it, and how its articles did.

use super::rng::Rng;
use crate::{
    content::Content,
    service::learning::entry_of,
    store::{
        Conn, Store, StoreError,
        learning::{self, Counts},
    },
};
use chrono::{DateTime, Days, NaiveDate, Utc};
use guichet_rules::{
    ids::ArticleId,
    learning::SearchOutcome::{self, Clicked, NoClick, NoResult, Ticket},
};

/// So many days back: a quarter, so that every stretch of time has something in it.
const DAYS: u64 = 90;
/// Its own sequences, far from those of the tickets.
const STREAM: u64 = 1 << 40;

/// What people look for: the words, the most people on one day, and the outcomes, each as often as its weight says.
type Habit = (&'static str, &'static str, u32, &'static [(usize, SearchOutcome)]);

const HABITS: &[Habit] = &[
    ("en", "beamer", 4, &[(7, NoResult), (3, Ticket)]),
    ("en", "standing desk", 3, &[(6, NoResult), (1, Ticket)]),
    ("en", "whatsapp on work phone", 3, &[(5, NoResult), (2, NoClick)]),
    ("en", "translate a document", 2, &[(4, NoResult), (1, NoClick)]),
    ("en", "teams background", 3, &[(3, NoClick), (1, Clicked)]),
    ("en", "parking", 4, &[(5, NoResult)]),
    ("en", "vpn slow", 5, &[(1, NoClick), (4, Clicked), (3, Ticket)]),
    ("en", "printer", 5, &[(2, NoClick), (6, Clicked), (1, Ticket)]),
    ("de", "beamer leihen", 4, &[(6, NoResult), (3, Ticket)]),
    ("de", "höhenverstellbarer schreibtisch", 3, &[(6, NoResult), (1, Ticket)]),
    ("de", "dienstrad", 3, &[(5, NoResult)]),
    ("de", "signatur in outlook", 4, &[(4, NoClick), (1, Clicked), (2, Ticket)]),
    ("de", "bildschirm flackert", 3, &[(3, NoClick), (2, Ticket)]),
    ("de", "kalender freigeben", 4, &[(1, NoClick), (6, Clicked)]),
    ("de", "passwort vergessen", 6, &[(7, Clicked), (1, Ticket)]),
    // What one person alone has looked for, and nobody reads.
    ("en", "how to resign", 1, &[(1, NoResult)]),
    ("de", "betriebsrat gründen", 1, &[(1, NoResult)]),
];

/// Puts it into the store, for the days before `now`.
pub async fn import_learning(
    store: &Store,
    content: &Content,
    seed: u64,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let mut tx = store.begin().await?;
    for (stream, habit) in (STREAM..).zip(HABITS) {
        searches(tx.conn()?, habit, &mut Rng::stream(seed, stream), now.date_naive()).await?;
    }
    let articles = content.in_language("").articles.keys();
    for (stream, article) in (2 * STREAM..).zip(articles) {
        reads(tx.conn()?, article, &mut Rng::stream(seed, stream), now.date_naive()).await?;
    }
    tx.commit().await
}

async fn searches(
    conn: &mut Conn,
    (language, words, most, outcomes): &Habit,
    rng: &mut Rng,
    today: NaiveDate,
) -> Result<(), StoreError> {
    let entry = entry_of(language, words);
    for day in past(today) {
        if !rng.chance(30) {
            continue;
        }
        let people = u32::try_from(rng.between(1, i64::from(*most))).unwrap_or(1);
        let of = (entry.as_str(), *language, *words);
        learning::add_search(conn, day, of, people, None).await?;
        for _ in 0..people {
            let outcome = rng.weighted(outcomes).map(|outcome| (*outcome, 1));
            learning::add_search(conn, day, of, 0, outcome).await?;
        }
    }
    Ok(())
}

async fn reads(
    conn: &mut Conn,
    article: &ArticleId,
    rng: &mut Rng,
    today: NaiveDate,
) -> Result<(), StoreError> {
    // Few articles are read by many.
    let busy = rng.between(1, 12) * rng.between(1, 4) / 4;
    for day in past(today) {
        let views = rng.between(0, busy);
        let part = |rng: &mut Rng, percent: usize| (0..views).filter(|_| rng.chance(percent)).count();
        let (searches, solved, tickets) = (part(rng, 60), part(rng, 12), part(rng, 5));
        let small = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
        let counts = Counts {
            views: u32::try_from(views).unwrap_or(0),
            searches: small(searches),
            solved: small(solved),
            tickets: small(tickets),
        };
        learning::read_in(conn, day, article, counts).await?;
    }
    Ok(())
}

/// The days before today, the first first.
fn past(today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    (1..=DAYS).rev().filter_map(move |back| today.checked_sub_days(Days::new(back)))
}

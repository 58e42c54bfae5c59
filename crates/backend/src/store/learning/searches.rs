//! Counts by day: of words that people look for, and of articles.

use crate::store::{Conn, StoreError, fields::Fields};
use chrono::NaiveDate;
use guichet_rules::{ids::ArticleId, learning::SearchOutcome};
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeMap;

/// Words, over some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// A hash of language and words.
    pub entry: String,
    /// Whose words.
    pub language: String,
    /// The words.
    pub words: String,
    /// The most people on one day: over several nobody can know who is who.
    pub people: u32,
    /// How often nothing was found.
    pub no_result: u32,
    /// How often nothing was opened.
    pub no_click: u32,
    /// How often something was.
    pub clicked: u32,
    /// How often a ticket followed.
    pub tickets: u32,
    /// The last day of them.
    pub last: NaiveDate,
}

/// How an article does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Reads.
    pub views: u32,
    /// Searches that led to it.
    pub searches: u32,
    /// Tickets that it made unnecessary.
    pub solved: u32,
    /// Tickets that were filed all the same.
    pub tickets: u32,
}

/// Adds to the counts of one day: `people` different people, and `many` with an outcome.
pub async fn add_search(
    conn: &mut Conn,
    day: NaiveDate,
    (entry, language, words): (&str, &str, &str),
    people: u32,
    outcome: Option<(SearchOutcome, u32)>,
) -> Result<(), StoreError> {
    let of = |wanted: SearchOutcome| {
        i64::from(outcome.filter(|(outcome, _)| *outcome == wanted).map_or(0, |(_, many)| many))
    };
    let sql = "INSERT INTO learning_searches \
               (day, entry, language, words, people, no_result, no_click, clicked, tickets) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
               ON CONFLICT (day, entry) DO UPDATE SET \
               people = learning_searches.people + excluded.people, \
               no_result = learning_searches.no_result + excluded.no_result, \
               no_click = learning_searches.no_click + excluded.no_click, \
               clicked = learning_searches.clicked + excluded.clicked, \
               tickets = learning_searches.tickets + excluded.tickets";
    let query = sqlx::query(sql)
        .bind(day.to_string())
        .bind(entry)
        .bind(language)
        .bind(words)
        .bind(i64::from(people))
        .bind(of(SearchOutcome::NoResult))
        .bind(of(SearchOutcome::NoClick))
        .bind(of(SearchOutcome::Clicked))
        .bind(of(SearchOutcome::Ticket));
    query.execute(conn).await?;
    Ok(())
}

macro_rules! looked {
    ($rest:literal) => {
        concat!(
            "SELECT entry, language, words, MAX(people) AS people, SUM(no_result) AS no_result, ",
            "SUM(no_click) AS no_click, SUM(clicked) AS clicked, SUM(tickets) AS tickets, MAX(day) AS last ",
            "FROM learning_searches ",
            $rest
        )
    };
}

/// Words that at least `least` people looked for on one day since `since`, the most looked for first.
pub async fn looked_for(conn: &mut Conn, since: NaiveDate, least: u32) -> Result<Vec<Looked>, StoreError> {
    let sql = looked!(
        "WHERE day >= $1 GROUP BY entry, language, words HAVING MAX(people) >= $2 \
         ORDER BY SUM(no_result + no_click + clicked + tickets) DESC, entry"
    );
    let rows = sqlx::query(sql).bind(since.to_string()).bind(i64::from(least)).fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

/// The same of one entry, whoever looked for it.
pub async fn looked(
    conn: &mut Conn,
    entry: &str,
    since: NaiveDate,
    least: u32,
) -> Result<Option<Looked>, StoreError> {
    let sql =
        looked!("WHERE entry = $1 AND day >= $2 GROUP BY entry, language, words HAVING MAX(people) >= $3");
    let query = sqlx::query(sql).bind(entry).bind(since.to_string()).bind(i64::from(least));
    query.fetch_optional(conn).await?.as_ref().map(read).transpose()
}

fn read(row: &SqliteRow) -> Result<Looked, StoreError> {
    let row = Fields(row);
    Ok(Looked {
        entry: row.text("entry")?,
        language: row.text("language")?,
        words: row.text("words")?,
        people: row.number("people")?,
        no_result: row.number("no_result")?,
        no_click: row.number("no_click")?,
        clicked: row.number("clicked")?,
        tickets: row.number("tickets")?,
        last: row.parsed("last")?,
    })
}

/// Adds to the counts of an article on one day.
pub async fn read_in(
    conn: &mut Conn,
    day: NaiveDate,
    article: &ArticleId,
    counts: Counts,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO article_days (day, article, views, searches, solved, tickets) \
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (day, article) DO UPDATE SET \
               views = article_days.views + excluded.views, \
               searches = article_days.searches + excluded.searches, \
               solved = article_days.solved + excluded.solved, \
               tickets = article_days.tickets + excluded.tickets";
    let query = sqlx::query(sql)
        .bind(day.to_string())
        .bind(article.as_str())
        .bind(i64::from(counts.views))
        .bind(i64::from(counts.searches))
        .bind(i64::from(counts.solved))
        .bind(i64::from(counts.tickets));
    query.execute(conn).await?;
    Ok(())
}

/// How all articles have done since a day.
pub async fn counts(conn: &mut Conn, since: NaiveDate) -> Result<BTreeMap<ArticleId, Counts>, StoreError> {
    let sql = "SELECT article, SUM(views) AS views, SUM(searches) AS searches, SUM(solved) AS solved, \
               SUM(tickets) AS tickets FROM article_days WHERE day >= $1 GROUP BY article";
    let rows = sqlx::query(sql).bind(since.to_string()).fetch_all(conn).await?;
    let read = |row: &SqliteRow| -> Result<(ArticleId, Counts), StoreError> {
        let row = Fields(row);
        let counts = Counts {
            views: row.number("views")?,
            searches: row.number("searches")?,
            solved: row.number("solved")?,
            tickets: row.number("tickets")?,
        };
        Ok((row.parsed("article")?, counts))
    };
    rows.iter().map(read).collect()
}

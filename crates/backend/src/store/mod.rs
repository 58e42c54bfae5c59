//! Everything that is kept, in SQLite. SQL is here and nowhere else.
//!
//! One connection writes and several read. In WAL mode readers never wait for the writer, and because there is only one
//! writer, a transaction never fails half-way because another one was faster. Each function takes the connection that
//! it works on, so that a use case can put several into one transaction ([`Tx`]).

pub mod approvals;
pub mod article_pictures;
pub mod articles;
pub mod attachments;
mod counters;
pub mod delegations;
mod detail;
pub mod entries;
mod error;
pub mod events;
pub mod feedback;
mod fields;
pub mod forms;
pub mod idempotency;
pub mod learning;
pub mod lists;
pub mod proposals;
pub mod secrets;
pub mod sessions;
mod ticket;
pub mod tickets;
mod tx;
pub mod uploads;
mod vault;
pub mod watchers;

pub use detail::{Detail, Pause, Resolution};
pub use error::StoreError;
pub use ticket::Ticket;
pub use tx::Tx;
pub use vault::{Vault, VaultError};

use sqlx::{
    SqlSafeStr, SqliteConnection,
    migrate::{Migration, MigrationType, Migrator},
    pool::{PoolConnection, PoolOptions},
    query::Query,
    sqlite::{
        Sqlite, SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqliteSynchronous,
    },
};
use std::{path::Path, time::Duration};

/// What the functions of the store work on.
pub type Conn = SqliteConnection;

/// A statement whose values are being bound.
type Statement<'q> = Query<'q, Sqlite, SqliteArguments>;

/// How long a call waits for a connection or a lock before it says that the backend is busy.
const PATIENCE: Duration = Duration::from_secs(5);

/// The database.
#[derive(Debug, Clone)]
pub struct Store {
    writer: SqlitePool,
    readers: SqlitePool,
    vault: Vault,
}

impl Store {
    /// Opens the database file at `path`, makes it if it is not there, and brings it up to date. The key of its secrets is
    /// beside it, with the ending `.key`.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        let vault = Vault::open(&path.with_extension("key"))?;
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            // A confirmed request survives a power cut, which WAL with NORMAL does not promise.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(PATIENCE)
            // What is deleted is written over, secrets among it.
            .pragma("secure_delete", "ON")
            // 16 MiB for each connection: the working set of some 50,000 tickets.
            .pragma("cache_size", "-16384");
        let pool = |connections: u32| {
            PoolOptions::<Sqlite>::new()
                .max_connections(connections)
                .acquire_timeout(PATIENCE)
                .idle_timeout(None::<Duration>)
                .max_lifetime(None::<Duration>)
                // A file does not hang up; asking it before each use would cost a round trip.
                .test_before_acquire(false)
        };
        let writer = pool(1).connect_with(options.clone()).await?;
        migrations().run(&writer).await?;
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        let readers = u32::try_from(cores).unwrap_or(2).saturating_add(2);
        let readers =
            pool(readers).connect_with(options.create_if_missing(false).pragma("query_only", "ON")).await?;
        Ok(Self { writer, readers, vault })
    }

    /// A connection to read with.
    pub async fn read(&self) -> Result<PoolConnection<Sqlite>, StoreError> {
        Ok(self.readers.acquire().await?)
    }

    /// A transaction to write in. Whoever does not commit it has written nothing.
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        Tx::begin(self.writer.acquire().await?).await
    }

    /// What its secrets are sealed with.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Waits for what is running, and closes the file.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// Each file of `migrations/` in order. Written by hand, because sqlx's macro for it would need its whole macro crate.
fn migrations() -> Migrator {
    let files = [
        (1, "init", include_str!("../../migrations/0001_init.sql")),
        (10, "uploads", include_str!("../../migrations/0010_uploads.sql")),
        (20, "orders", include_str!("../../migrations/0020_orders.sql")),
        (30, "approvals", include_str!("../../migrations/0030_approvals.sql")),
        (40, "form versions", include_str!("../../migrations/0040_form_versions.sql")),
        (50, "articles", include_str!("../../migrations/0050_articles.sql")),
        (60, "learning", include_str!("../../migrations/0060_learning.sql")),
        (70, "secrets", include_str!("../../migrations/0070_secrets.sql")),
        (80, "article pictures", include_str!("../../migrations/0080_article_pictures.sql")),
        (90, "picture sizes", include_str!("../../migrations/0090_picture_sizes.sql")),
    ];
    let migration = |(number, name, sql): (i64, &'static str, &'static str)| {
        Migration::new(number, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    Migrator::with_migrations(files.into_iter().map(migration).collect())
}

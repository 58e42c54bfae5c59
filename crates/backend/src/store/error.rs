//! What can go wrong with a database.

use super::VaultError;
use std::error::Error;

/// The store could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no room left on the disk. Nothing was written.
    #[error("there is no room left to write to")]
    Full(#[source] sqlx::Error),
    /// Another program holds the file, or too many calls wait.
    #[error("the database is busy")]
    Busy(#[source] sqlx::Error),
    /// A row with that key is there already.
    #[error("there is one of these already")]
    Duplicate(#[source] sqlx::Error),
    /// Anything else.
    #[error("the database failed")]
    Failed(#[source] sqlx::Error),
    /// A value that this program did not write, or not in this release.
    #[error("the column '{column}' holds a value that cannot be read")]
    Unreadable {
        /// Where.
        column: String,
        /// Why.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// The structure could not be brought up to date.
    #[error("the database could not be brought up to date")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// There is no key to seal secrets with.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The operating system gives no random bytes. Its error is no std error.
    #[error("there are no random bytes: {0}")]
    NoRandomness(String),
    /// What was read could not be worked on: the program is broken, or comes to its end.
    #[error("what was read was not worked on to its end")]
    Stopped(#[source] tokio::task::JoinError),
    /// The transaction was used after its end.
    #[error("the transaction has ended")]
    Ended,
}

/// SQLite's result codes, <https://www.sqlite.org/rescode.html>. The lowest byte is the kind, the rest says more.
mod code {
    pub const BUSY: i32 = 5;
    pub const LOCKED: i32 = 6;
    pub const FULL: i32 = 13;
    /// `IOERR_WRITE`: a quota or a limit of the file's size; a full disk is `FULL`.
    pub const WRITE: i32 = 778;
    /// `IOERR_FSYNC`: some file systems find out so late.
    pub const FSYNC: i32 = 1034;
    /// `IOERR_SHMSIZE`: no room for the index of the WAL.
    pub const SHM_SIZE: i32 = 4874;
}

impl StoreError {
    /// There was no room for a file beside the database.
    pub fn no_room(error: std::io::Error) -> Self {
        Self::Full(sqlx::Error::Io(error))
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        if matches!(error, sqlx::Error::PoolTimedOut) {
            return Self::Busy(error);
        }
        let Some(database) = error.as_database_error() else { return Self::Failed(error) };
        if database.is_unique_violation() {
            return Self::Duplicate(error);
        }
        let code = database.code().and_then(|code| code.parse::<i32>().ok());
        match code {
            Some(code::WRITE | code::FSYNC | code::SHM_SIZE) => Self::Full(error),
            Some(code) if code & 0xff == code::FULL => Self::Full(error),
            Some(code) if matches!(code & 0xff, code::BUSY | code::LOCKED) => Self::Busy(error),
            _ => Self::Failed(error),
        }
    }
}

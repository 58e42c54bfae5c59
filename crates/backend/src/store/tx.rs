//! A transaction.

use super::{Conn, StoreError};
use sqlx::{pool::PoolConnection, sqlite::Sqlite};

/// A transaction on the one connection that writes.
///
/// Not sqlx's own: when the disk is full, SQLite may roll back by itself, and sqlx would then hold the connection to be
/// in a transaction for ever. Here a connection that cannot roll back is closed, and the next write opens another.
#[derive(Debug)]
pub struct Tx(Option<PoolConnection<Sqlite>>);

impl Tx {
    pub(super) async fn begin(conn: PoolConnection<Sqlite>) -> Result<Self, StoreError> {
        // Wrapped first: should the caller go away during the next line, the drop below cleans up.
        let mut tx = Self(Some(conn));
        sqlx::query("BEGIN IMMEDIATE").execute(tx.conn()?).await?;
        Ok(tx)
    }

    /// What to write with.
    pub fn conn(&mut self) -> Result<&mut Conn, StoreError> {
        self.0.as_deref_mut().ok_or(StoreError::Ended)
    }

    /// Keeps what was written. On an error nothing was kept.
    pub async fn commit(mut self) -> Result<(), StoreError> {
        sqlx::query("COMMIT").execute(self.conn()?).await?;
        // Without a transaction there is nothing left to undo: back to the pool.
        self.0 = None;
        Ok(())
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        let Some(mut conn) = self.0.take() else { return };
        let undo = async move {
            if sqlx::query("ROLLBACK").execute(&mut *conn).await.is_err() {
                // Closing rolls back whatever is left.
                let _ = conn.close().await;
            }
        };
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => drop(runtime.spawn(undo)),
            // The program is ending: the file closes with it. To drop a connection here would need the runtime.
            Err(_) => std::mem::forget(undo),
        }
    }
}

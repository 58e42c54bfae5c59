//! From the generator into a store.

use super::Record;
use crate::store::{Conn, Store, StoreError, Vault, approvals, entries, secrets, tickets, watchers};

/// So many tickets are written at once: a transaction for each would wait for the disk each time, and one for all would
/// keep everyone else from writing.
const BATCH: usize = 500;

/// Puts `records` into the store, in their order, with the next free numbers. Gives how many there were.
pub async fn import(
    store: &Store,
    records: impl Iterator<Item = Record> + Send,
) -> Result<usize, StoreError> {
    let mut records = records;
    let mut count = 0;
    loop {
        let batch: Vec<Record> = records.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            return Ok(count);
        }
        let mut tx = store.begin().await?;
        for record in &batch {
            add(tx.conn()?, store.vault(), record).await?;
        }
        tx.commit().await?;
        count += batch.len();
    }
}

async fn add(conn: &mut Conn, vault: &Vault, record: &Record) -> Result<(), StoreError> {
    let mut ticket = record.ticket.clone();
    ticket.id = tickets::next_id(&mut *conn, ticket.kind).await?;
    let seq = tickets::add(&mut *conn, &ticket).await?;
    if !ticket.state.is_terminal() {
        secrets::keep(&mut *conn, vault, seq, &record.secrets).await?;
    }
    for entry in &record.entries {
        entries::add(&mut *conn, seq, entry).await?;
    }
    for approval in &record.approvals {
        let approval = approvals::Approval { ticket: seq, ..approval.clone() };
        approvals::add(&mut *conn, &approval).await?;
    }
    for person in &record.watchers {
        watchers::add(&mut *conn, seq, person).await?;
    }
    Ok(())
}

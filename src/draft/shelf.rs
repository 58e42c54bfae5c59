//! Where drafts of forms are: in the browser's database, and while that takes nothing, in the memory of this page. There they
//! outlive going to another page of the portal, though not a reload.

use super::{
    moved,
    record::{Record, surplus},
    short,
};
use crate::{
    database::{Access, Database, DatabaseError, js},
    format,
};
use js_sys::Array;
use std::{cell::RefCell, collections::BTreeMap};
use wasm_bindgen::{JsCast, JsValue};

const STORE: &str = "drafts";

/// What a row of the store has beside its key: the record, as JSON.
const RECORD: &str = "record";

thread_local! {
    static MEMORY: RefCell<BTreeMap<(String, String), Record>> = const { RefCell::new(BTreeMap::new()) };
}

fn place(record: &Record) -> (String, String) {
    (record.person.clone(), record.name.clone())
}

fn in_memory(person: &str, name: &str) -> Option<Record> {
    MEMORY.with_borrow(|memory| memory.get(&(person.to_owned(), name.to_owned())).cloned())
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub(super) struct Found {
    /// The draft.
    pub record: Option<Record>,
    /// Whether drafts can be kept beyond this page.
    pub lasting: bool,
}

/// Looks for the draft of `person` that is called `name`.
pub(super) async fn find(person: &str, name: &str) -> Found {
    let row = look(person, name).await;
    let lasting = row.is_ok();
    // What could not be written is newer than what is written.
    let record = in_memory(person, name).or(row.ok().flatten());
    Found { record, lasting }
}

async fn look(person: &str, name: &str) -> Result<Option<Record>, DatabaseError> {
    let database = Database::open().await?;
    moved::move_over(&database).await;
    stored(&database, person, name).await
}

/// The draft as the database has it.
pub(super) async fn stored(
    database: &Database,
    person: &str,
    name: &str,
) -> Result<Option<Record>, DatabaseError> {
    let reading = database.begin(STORE, Access::Read)?;
    Ok(read(&reading.ask("get", &[key(person, name)]).await?))
}

/// All drafts of `person`, in no order. Those that are kept no longer are thrown away on the way.
pub(super) async fn all(person: &str) -> Vec<Record> {
    let mut records = rows(person).await.unwrap_or_default();
    MEMORY.with_borrow(|memory| {
        for record in memory.values().filter(|record| record.person == person) {
            records.retain(|stored| stored.name != record.name);
            records.push(record.clone());
        }
    });
    let surplus = surplus(&records, format::now().timestamp_millis());
    for name in &surplus {
        forget(person, name).await;
    }
    records.retain(|record| !surplus.contains(&record.name));
    records
}

async fn rows(person: &str) -> Result<Vec<Record>, DatabaseError> {
    let database = Database::open().await?;
    moved::move_over(&database).await;
    // A list comes behind every text, so this is each name of the person.
    let (from, to) = (js::list(&[person.into()]), js::list(&[person.into(), js::list(&[]).into()]));
    let range = js::call(&js::global("IDBKeyRange"), "bound", &[from.into(), to.into()]);
    let range = range.map_err(|_| DatabaseError::Absent)?;
    let reading = database.begin(STORE, Access::Read)?;
    let rows: Array = reading.ask("getAll", &[range]).await?.unchecked_into();
    Ok(rows.iter().filter_map(|row| read(&row)).collect())
}

/// Keeps a draft. Where the database is open, it is on its way when this returns, before anything is waited for.
pub(super) fn save(record: Record) -> impl Future<Output = Result<(), DatabaseError>> {
    let begun = Database::opened().and_then(|database| put(&database, &record).ok());
    async move {
        let outcome = match begun {
            Some(change) => change.kept().await,
            None => save_anew(&record).await,
        };
        MEMORY.with_borrow_mut(|memory| match outcome {
            Ok(()) => memory.remove(&place(&record)),
            Err(_) => memory.insert(place(&record), record),
        });
        if outcome.is_ok() {
            short::hint(true);
        }
        outcome
    }
}

async fn save_anew(record: &Record) -> Result<(), DatabaseError> {
    let database = Database::open().await?;
    put(&database, record)?.kept().await
}

/// Writes a draft.
pub(super) fn put(database: &Database, record: &Record) -> Result<crate::database::Change, DatabaseError> {
    let text = serde_json::to_string(record).map_err(|_| DatabaseError::Refused)?;
    let row = js::object(&[
        ("person", record.person.as_str().into()),
        ("name", record.name.as_str().into()),
        (RECORD, text.into()),
    ]);
    database.begin(STORE, Access::Write)?.change("put", row)
}

/// Forgets a draft: it was sent, or thrown away.
pub(super) async fn forget(person: &str, name: &str) {
    MEMORY.with_borrow_mut(|memory| memory.remove(&(person.to_owned(), name.to_owned())));
    // What cannot be deleted now is too old one day.
    let _ = delete(person, name).await;
}

async fn delete(person: &str, name: &str) -> Result<(), DatabaseError> {
    let database = Database::open().await?;
    database.begin(STORE, Access::Write)?.change("delete", key(person, name))?.kept().await
}

/// Takes the hint away that there are drafts of forms, if there are none, of nobody.
pub(super) async fn settle_hint() {
    let count = async {
        let database = Database::open().await?;
        database.begin(STORE, Access::Read)?.ask("count", &[]).await
    };
    if count.await.is_ok_and(|count| count.is_falsy()) {
        short::hint(false);
    }
}

fn key(person: &str, name: &str) -> JsValue {
    js::list(&[person.into(), name.into()]).into()
}

fn read(row: &JsValue) -> Option<Record> {
    crate::api::read(&js::get(row, RECORD).as_string()?)
}

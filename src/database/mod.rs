//! The browser's database, for what is too much for its storage of texts, or must be read by several tabs at once. Nothing
//! here knows what is kept.
//!
//! All of it is asked for from chunks: home does without.

pub mod js;

use js_sys::Promise;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

const NAME: &str = "guichet";

/// How long the browser may take over one thing. It answers within milliseconds; where it never does, as with a broken
/// profile or an older tab that does not make way, nobody should wait for it.
const PATIENCE_MS: i32 = 3_000;

/// What a version of the database adds to the one before it: a store, and the properties of what it keeps that tell one from
/// another.
struct Step {
    store: &'static str,
    key: &'static [&'static str],
}

/// The versions, first to last. What was released stays as it is; a new store is a new line.
const STEPS: [Step; 1] = [Step { store: "drafts", key: &["person", "name"] }];

/// Why nothing can be kept or found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DatabaseError {
    /// The browser has no database, or not for this page.
    #[error("there is no database for this page")]
    Absent,
    /// There is no room, somebody closed it, or it took too long.
    #[error("the database does not take it")]
    Refused,
}

/// What a transaction is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Looking.
    Read,
    /// Changing.
    Write,
}

impl Access {
    const fn mode(self) -> &'static str {
        match self {
            Self::Read => "readonly",
            Self::Write => "readwrite",
        }
    }
}

thread_local! {
    static OPEN: RefCell<Option<Database>> = const { RefCell::new(None) };
}

/// The open database.
#[derive(Debug, Clone)]
pub struct Database(JsValue);

impl Database {
    /// Opens it, unless it is open.
    pub async fn open() -> Result<Self, DatabaseError> {
        if let Some(database) = Self::opened() {
            return Ok(database);
        }
        let factory = js::global("indexedDB");
        let version = JsValue::from_f64(STEPS.len() as f64);
        let request = js::call(&factory, "open", &[NAME.into(), version]);
        let request = request.map_err(|_| DatabaseError::Absent)?;
        let asked = request.clone();
        let upgrade =
            Closure::<dyn FnMut(JsValue)>::new(move |_: JsValue| upgrade(&js::get(&asked, "result")));
        js::set(&request, "onupgradeneeded", upgrade.as_ref());
        told(first_of(&request, "onsuccess", &["onerror", "onblocked"])).await?;
        let handle = js::get(&request, "result");
        // A newer portal in another tab needs the database for itself; or the person cleared what the page keeps.
        for event in ["onversionchange", "onclose"] {
            let closed = handle.clone();
            let close = Closure::<dyn FnMut(JsValue)>::new(move |_: JsValue| {
                Self::forget();
                // It may be closed already.
                let _ = js::call(&closed, "close", &[]);
            });
            js::set(&handle, event, &close.into_js_value());
        }
        let database = Self(handle);
        OPEN.with_borrow_mut(|open| *open = Some(database.clone()));
        Ok(database)
    }

    /// The database, if it is open: for when there is no time to wait.
    pub fn opened() -> Option<Self> {
        OPEN.with_borrow(Clone::clone)
    }

    fn forget() {
        OPEN.with_borrow_mut(|open| *open = None);
    }

    /// Begins a transaction on one store.
    pub fn begin(&self, store: &str, access: Access) -> Result<Transaction, DatabaseError> {
        let begin = || {
            let handle = js::call(&self.0, "transaction", &[store.into(), access.mode().into()])?;
            let store = js::call(&handle, "objectStore", &[store.into()])?;
            Ok::<_, JsValue>(Transaction { handle, store })
        };
        begin().map_err(|_| {
            // It was closed, so the next one who asks opens it anew.
            Self::forget();
            DatabaseError::Refused
        })
    }
}

/// Makes the stores that an older version of the database did not have.
fn upgrade(database: &JsValue) {
    let names = js::get(database, "objectStoreNames");
    for Step { store, key } in STEPS {
        let there = js::call(&names, "contains", &[store.into()]);
        if there.is_ok_and(|there| !there.is_falsy()) {
            continue;
        }
        let properties: Vec<JsValue> = key.iter().map(|name| JsValue::from_str(name)).collect();
        let options = js::object(&[("keyPath", js::list(&properties).into())]);
        // Without a store the first transaction on it fails.
        let _ = js::call(database, "createObjectStore", &[store.into(), options]);
    }
}

/// A transaction on one store. It ends by itself once nobody asks it for more.
#[derive(Debug)]
pub struct Transaction {
    handle: JsValue,
    store: JsValue,
}

impl Transaction {
    /// Asks the store for something: `get`, `getAll`, `count`. The next thing may be asked as soon as the answer is there.
    pub async fn ask(&self, method: &str, arguments: &[JsValue]) -> Result<JsValue, DatabaseError> {
        let request = js::call(&self.store, method, arguments).map_err(|_| DatabaseError::Refused)?;
        told(first_of(&request, "onsuccess", &["onerror"])).await?;
        Ok(js::get(&request, "result"))
    }

    /// Changes the store with `put` or `delete`, and ends. It has begun when this returns, so that it gets through even if the
    /// page is gone a moment later; `commit` is what the browser then goes by.
    pub fn change(self, method: &str, argument: JsValue) -> Result<Change, DatabaseError> {
        js::call(&self.store, method, &[argument]).map_err(|_| DatabaseError::Refused)?;
        let done = first_of(&self.handle, "oncomplete", &["onabort", "onerror"]);
        // Where there is no `commit`, the transaction ends by itself.
        let _ = js::call(&self.handle, "commit", &[]);
        Ok(Change(done))
    }
}

/// A change on its way. To be waited for.
#[derive(Debug)]
#[must_use]
pub struct Change(Promise);

impl Change {
    /// Waits until it is kept.
    pub async fn kept(self) -> Result<(), DatabaseError> {
        told(self.0).await
    }
}

/// Which of its events `of` tells first: `done`, or one of `failed`.
fn first_of(of: &JsValue, done: &str, failed: &[&str]) -> Promise {
    Promise::new(&mut |resolve, reject| {
        js::set(of, done, resolve.as_ref());
        for name in failed {
            js::set(of, name, reject.as_ref());
        }
        if let Some(window) = web_sys::window() {
            let give_up = reject.unchecked_ref();
            // Without it the wait has no end, and no harm is done.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(give_up, PATIENCE_MS);
        }
    })
}

async fn told(what: Promise) -> Result<(), DatabaseError> {
    JsFuture::from(what).await.map(|_| ()).map_err(|_| DatabaseError::Refused)
}

#[cfg(test)]
mod tests {
    use super::STEPS;

    #[test]
    fn released_versions_stay_as_they_are() {
        let released = [("drafts", ["person", "name"].as_slice())];
        let steps: Vec<_> = STEPS.iter().map(|step| (step.store, step.key)).collect();
        assert_eq!(steps.get(..released.len()), Some(released.as_slice()));
    }
}

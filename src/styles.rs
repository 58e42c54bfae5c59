//! The styles of all that is not home. Home has its own with the page; the others come with the first part that needs them.

use js_sys::{Function, Promise};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

thread_local! {
    static FETCH: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Takes the function that adds them to the page, once. It gives a promise of their arrival, the same for every call.
pub fn provide(fetch: Function) {
    FETCH.set(Some(fetch));
}

/// Waits until they are there. False if they did not arrive; the next call tries again.
pub async fn load() -> bool {
    let coming = FETCH.with_borrow(|fetch| fetch.as_ref().map(|fetch| fetch.call0(&JsValue::NULL)));
    match coming {
        Some(Ok(promise)) => JsFuture::from(Promise::from(promise)).await.is_ok(),
        _ => false,
    }
}

//! What the device does for itself: the search in a worker, behind `crates/search-worker/js/search.js`.

use js_sys::{Function, Promise};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    static DEVICE: RefCell<Option<Function>> = const { RefCell::new(None) };
}

pub(super) fn connect(device: Function) {
    DEVICE.with_borrow_mut(|known| *known = Some(device));
}

/// Has it done, and gives what came of it; none where it could not be, whatever the reason. What can be done is what
/// `search.js` exports.
pub async fn device(op: &str, input: &str) -> Option<String> {
    let device = DEVICE.with_borrow(Option::clone)?;
    let (op, input) = (JsValue::from_str(op), JsValue::from_str(input));
    let promise: JsValue = device.call2(&JsValue::NULL, &op, &input).ok()?;
    let done: JsValue = JsFuture::from(promise.unchecked_into::<Promise>()).await.ok()?;
    done.as_string()
}

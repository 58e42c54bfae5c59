//! Regular expressions by the browser's own engine: it costs no bytes, and the form allows only what it and the backend's
//! engine read alike.

use js_sys::{Array, Function, Reflect, RegExp};
use wasm_bindgen::{JsCast, JsValue};

/// Whether `text` as a whole matches `pattern`. A pattern that the browser cannot read lets everything pass: the backend
/// has the last word, and nobody is stuck with a mistake that is not theirs.
pub(super) fn matches(pattern: &str, text: &str) -> bool {
    compile(pattern).is_none_or(|expression| expression.test(text))
}

/// By `Reflect`, since `RegExp`'s constructor throws where a pattern is malformed.
fn compile(pattern: &str) -> Option<RegExp> {
    let constructor: Function =
        Reflect::get(&js_sys::global(), &JsValue::from_str("RegExp")).ok()?.dyn_into().ok()?;
    let arguments = Array::of2(&JsValue::from_str(&format!("^(?:{pattern})$")), &JsValue::from_str("u"));
    Reflect::construct(&constructor, &arguments).ok()?.dyn_into().ok()
}

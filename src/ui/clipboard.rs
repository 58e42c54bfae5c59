//! Copying, by whatever way the browser allows. By name, since few need it and a binding of its own would be in every first
//! visit.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// Copies `text`. False where the browser has no clipboard for this page, or asks somebody who says no.
pub async fn copy(text: &str) -> bool {
    match write(text) {
        Some(written) => JsFuture::from(written).await.is_ok(),
        None => false,
    }
}

fn write(text: &str) -> Option<Promise> {
    let clipboard = get(&web_sys::window()?.navigator(), "clipboard")?;
    call(&clipboard, "writeText", &text.into())?.dyn_into().ok()
}

/// Marks everything in `element`, so that the copying key of the browser takes it.
pub fn select(element: &Element) {
    let selection = web_sys::window().and_then(|window| {
        let method: Function = get(&window, "getSelection")?.dyn_into().ok()?;
        method.call0(&window).ok()
    });
    if let Some(selection) = selection {
        call(&selection, "selectAllChildren", element);
    }
}

/// A property that is there.
fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// What a method gives; `None` where it is missing or fails.
fn call(of: &JsValue, method: &str, argument: &JsValue) -> Option<JsValue> {
    let method: Function = get(of, method)?.dyn_into().ok()?;
    method.call1(of, argument).ok()
}

//! Objects of the browser, called by the names of their properties. Generated bindings would be typed, and each would stand
//! in the script that every visitor loads, although forms alone need them (ADR 0014).

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// What `of` has under `name`; undefined where it has nothing, or does not give it away.
pub fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// Puts `value` there.
pub fn set(of: &JsValue, name: &str, value: &JsValue) {
    // It fails only for what is no object, and what is asked of that next fails too.
    let _ = Reflect::set(of, &JsValue::from_str(name), value);
}

/// Something of the page itself, such as `indexedDB`.
pub fn global(name: &str) -> JsValue {
    get(&js_sys::global(), name)
}

/// Calls a method of `of`.
pub fn call(of: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = get(of, method).dyn_into()?;
    Reflect::apply(&method, of, &list(arguments))
}

/// A new object of a class of the page.
pub fn make(class: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let class: Function = global(class).dyn_into()?;
    Reflect::construct(&class, &list(arguments))
}

/// An array.
pub fn list(items: &[JsValue]) -> Array {
    let list = Array::new();
    for (i, item) in (0_u32..).zip(items) {
        // It fails only for what is no object.
        let _ = Reflect::set(list.as_ref(), &JsValue::from_f64(f64::from(i)), item);
    }
    list
}

/// A plain object.
pub fn object(properties: &[(&str, JsValue)]) -> JsValue {
    let object = JsValue::from(Object::new());
    for (name, value) in properties {
        set(&object, name, value);
    }
    object
}

//! How the tabs of one person that have the same form open hear of one another: by a `BroadcastChannel`, which reaches no
//! other device.

use super::message::Message;
use crate::database::js;
use wasm_bindgen::{JsValue, closure::Closure};

/// A place where the tabs talk. Closed when it is dropped.
pub(super) struct Channel {
    channel: JsValue,
    _hear: Closure<dyn FnMut(JsValue)>,
}

impl Channel {
    /// Opens it; none where the browser has no such thing.
    pub fn open(name: &str, hear: impl Fn(Message) + 'static) -> Option<Self> {
        let channel = js::make("BroadcastChannel", &[name.into()]).ok()?;
        let hear = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let text = js::get(&event, "data").as_string();
            if let Some(message) = text.and_then(|text| crate::api::read(&text)) {
                hear(message);
            }
        });
        js::set(&channel, "onmessage", hear.as_ref());
        Some(Self { channel, _hear: hear })
    }

    /// Says something to all others.
    pub fn say(&self, message: &Message) {
        say(&self.channel, message);
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        js::set(&self.channel, "onmessage", &JsValue::NULL);
        // It cannot fail.
        let _ = js::call(&self.channel, "close", &[]);
    }
}

/// Says something to all tabs, once.
pub(super) fn call_out(name: &str, message: &Message) {
    if let Ok(channel) = js::make("BroadcastChannel", &[name.into()]) {
        say(&channel, message);
        let _ = js::call(&channel, "close", &[]);
    }
}

fn say(channel: &JsValue, message: &Message) {
    if let Ok(text) = serde_json::to_string(message) {
        // It fails only for what cannot be copied, and a text can.
        let _ = js::call(channel, "postMessage", &[text.into()]);
    }
}

//! Live changes: the backend hints that something changed, the queries that show it fetch it again.

use super::{Topic, json, refresh, transport::url_of_events};
use guichet_contract::types::{EventHint, Topic as Changed};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{EventSource, EventSourceInit, MessageEvent};

/// Listens for as long as the current owner lives. The browser reconnects by itself and says where it left off.
pub fn listen() {
    let settings = EventSourceInit::new();
    settings.set_with_credentials(true);
    let Ok(source) = EventSource::new_with_event_source_init_dict(&url_of_events(), &settings) else {
        return;
    };
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        if let Some(hint) = event.data().as_string().and_then(|text| json::read::<EventHint>(&text)) {
            take(&hint);
        }
    });
    source.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    let guard = StoredValue::new_local((source, on_message));
    on_cleanup(move || guard.with_value(|(source, _)| source.close()));
}

fn take(hint: &EventHint) {
    match hint.topic {
        Changed::Ticket => refresh(&[Topic::Tickets, Topic::Me]),
        Changed::Approval => refresh(&[Topic::Approvals, Topic::Me, Topic::Tickets]),
        Changed::Content => refresh(&[Topic::Content]),
        Changed::Reset => refresh(&[Topic::Tickets, Topic::Approvals, Topic::Me, Topic::Content]),
        Changed::Other => {}
    }
}

//! What is done once the device has a connection again.

use leptos::{ev, prelude::*};

/// Runs `act` each time that the device goes online, for as long as the current owner lives.
pub fn when_online(act: Callback<()>) {
    let back = window_event_listener(ev::online, move |_| act.run(()));
    on_cleanup(move || back.remove());
}

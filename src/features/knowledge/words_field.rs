//! The field for words above a list. What is typed goes into the address, without a step of its own in the browser's
//! history, so that going back leaves the list and a link shows others the same.

use crate::{router::use_location, ui::search_field};
use leptos::{ev, prelude::*};
use std::time::Duration;

/// A pause in typing: below it every key would be a call, above it waiting is felt.
const PAUSE: Duration = Duration::from_millis(200);

/// The field. `words` are those of the address; `go` takes others there.
pub(super) fn words_field(label: String, words: Memo<String>, go: Callback<String>) -> AnyView {
    let typed = RwSignal::new(words.get_untracked());
    let sent = StoredValue::new(words.get_untracked());
    let path = use_location().pathname;
    let here = StoredValue::new(path.get_untracked());
    let send = move |text: String| {
        // The person may just be leaving for another page.
        if here.with_value(|here| path.with_untracked(|path| path != here)) {
            return;
        }
        let text = text.trim().to_owned();
        sent.set_value(text.clone());
        go.run(text);
    };
    let mut later = debounce(PAUSE, send);
    // The address changed by itself (back, a link); what this field sent there is not taken back over what was typed since.
    Effect::new(move || {
        let words = words.get();
        if sent.with_value(|sent| *sent != words) {
            sent.set_value(words.clone());
            typed.set(words);
        }
    });
    let at_once = move |ev: ev::SubmitEvent| {
        ev.prevent_default();
        send(typed.get_untracked());
    };
    let type_in = move |text: String| {
        typed.set(text.clone());
        later(text);
    };
    view! {
        <form class="filters" role="search" on:submit=at_once>
            {search_field(label, typed, Box::new(type_in))}
        </form>
    }
    .into_any()
}

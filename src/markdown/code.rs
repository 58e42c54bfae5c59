//! A block of code, with its language and a button that copies it.

use super::tree::Code;
use crate::{
    i18n::m,
    ui::{clipboard, use_announcer},
};
use leptos::{ev, html, prelude::*, task::spawn_local};
use std::time::Duration;

/// How long the button says that it has copied: long enough to be read, too short to be taken for its name.
const SAID: Duration = Duration::from_secs(2);

/// A block of code.
pub(super) fn code_block(code: Code) -> AnyView {
    let Code { language, text } = code;
    let (pre, copied, announcer) = (NodeRef::<html::Pre>::new(), RwSignal::new(false), use_announcer());
    let kept = StoredValue::new(text.clone());
    let copy = move |_: ev::MouseEvent| {
        spawn_local(async move {
            let Some(text) = kept.try_get_value() else { return };
            if clipboard::copy(&text).await {
                announcer.say(m::knowledge::copied());
                copied.try_set(true);
                let again = move || {
                    copied.try_set(false);
                };
                set_timeout(again, SAID);
            } else if let Some(pre) = pre.try_get_untracked().flatten() {
                // Marked, so that one key copies it.
                clipboard::select(&pre);
                let _ = pre.focus();
                announcer.say(m::knowledge::copy_by_hand());
            }
        });
    };
    let label = move || if copied.get() { m::knowledge::copied() } else { m::knowledge::copy() };
    view! {
        <div class="code-block">
            <div class="code-block__head no-print">
                <span>{language}</span>
                <button class="link-button" type="button" on:click=copy>{label}</button>
            </div>
            <pre node_ref=pre tabindex="0"><code>{text}</code></pre>
        </div>
    }
    .into_any()
}

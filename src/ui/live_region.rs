//! Saying things to those who do not see them: a route has changed, something was saved.

use leptos::prelude::*;

/// Says things politely, after what is being read.
#[derive(Clone, Copy)]
pub struct AnnouncerHandle(RwSignal<(String, bool)>);

impl AnnouncerHandle {
    /// Says it. The same words twice are said twice.
    pub fn say(self, words: impl Into<String>) {
        let words = words.into();
        self.0.try_update(|(said, odd)| {
            *said = words;
            *odd = !*odd;
        });
    }
}

/// Makes the announcer known to everything below.
pub fn provide_announcer() {
    provide_context(AnnouncerHandle(RwSignal::new((String::new(), false))));
}

/// The announcer.
pub fn use_announcer() -> AnnouncerHandle {
    expect_context()
}

/// Where the words go. Once, in the shell.
#[component]
pub fn Announcer() -> impl IntoView {
    let AnnouncerHandle(said) = use_announcer();
    // Screen readers say only what has changed, so every second time an invisible character is added.
    let words = move || said.with(|(words, odd)| format!("{words}{}", if *odd { "\u{a0}" } else { "" }));
    view! { <div class="visually-hidden" role="status" aria-live="polite">{words}</div> }.into_any()
}

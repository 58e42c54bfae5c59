//! A state in one or two words.

use leptos::prelude::*;

/// What a colour means. The words say it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Neutral,
    /// As it should be.
    Ok,
    /// Needs attention.
    Warn,
    /// Wrong, late.
    Bad,
    /// For your information.
    Info,
}

impl Tone {
    /// Appends the tone to a class, as `tag--warn`.
    pub fn class(self, block: &str) -> String {
        let tone = match self {
            Self::Neutral => return block.to_owned(),
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Info => "info",
        };
        format!("{block} {block}--{tone}")
    }
}

/// A small coloured label.
#[component]
pub fn Tag(
    /// Its colour.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! { <span class=move || tone.get().class("tag")>{children()}</span> }.into_any()
}

/// A dot before words, whose shape differs as well as its colour. The words are the caller's.
#[component]
pub fn Status(
    /// What it means.
    #[prop(into)]
    tone: Signal<Tone>,
) -> impl IntoView {
    view! { <span class=move || tone.get().class("status") aria-hidden="true"></span> }.into_any()
}

/// A coloured paragraph with a title: planned work, a question from the desk.
#[component]
pub fn Notice(
    /// Its first line.
    #[prop(into)]
    title: Signal<String>,
    /// Its colour.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// What follows.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class=move || tone.get().class("notice")>
            <p class="notice__title">{move || title.get()}</p>
            {children.map(|c| c())}
        </div>
    }
    .into_any()
}

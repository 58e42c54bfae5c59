//! What the account menu holds: language, appearance, sign out.

use crate::{
    app::Root,
    i18n::{self, m},
    keepers,
    lazy::{ChunkError, Page},
    learning,
    prefs::{self, Theme},
    routes,
    session::{Feature, use_session},
};
use guichet_rules::person::Right;
use leptos::prelude::*;

#[leptos::wasm_split::wasm_split(frame, wasm_split_path = leptos::wasm_split, fallible)]
pub(super) fn panel_chunk() -> Result<Page, ChunkError> {
    Ok(panel)
}

/// The panel of the menu.
fn panel() -> AnyView {
    let session = use_session();
    let who = move || {
        session.me().map(
            |me| view! { <strong>{me.person.name}</strong><br/><span class="muted">{me.person.about}</span> },
        )
    };
    // Only for those who write them, where there are any.
    let writes = Memo::new(move |_| session.has(Right::Forms) && session.offers(Feature::Studio));
    let forms = move || {
        writes.get().then(|| {
            view! {
                <div class={"menu__line"}></div>
                <a class="menu__item" href=routes::studio()>{m::shell::forms()}</a>
            }
        })
    };
    let counted = Memo::new(move |_| session.offers(Feature::Learning));
    let area = Memo::new(move |_| keepers::entrance(session));
    let answers = move || {
        area.get().map(|href| {
            view! {
                <div class={"menu__line"}></div>
                <a class="menu__item" href=href>{m::writing::work_title()}</a>
            }
        })
    };
    view! {
        <p class="menu__head">{who}</p>
        <div class={"menu__line"}></div>
        {languages()}
        <div class={"menu__line"}></div>
        <Themes/>
        {forms}
        {answers}
        {move || counted.get().then(|| view! { <Counting/> })}
        <div class={"menu__line"}></div>
        <button class="menu__item" type="button" on:click=move |_| session.sign_out()>{m::shell::sign_out()}</button>
    }
    .into_any()
}

/// Whether searches on this device may be counted.
#[component]
fn Counting() -> impl IntoView {
    let counts = RwSignal::new(prefs::counts());
    let press = move |_| {
        prefs::set_counts(!counts.get_untracked());
        counts.set(prefs::counts());
        if !counts.get_untracked() {
            learning::forget();
        }
    };
    view! {
        <div class={"menu__line"}></div>
        <button
            class="menu__item"
            type="button"
            aria-pressed=move || if counts.get() { "true" } else { "false" }
            on:click=press
        >
            {m::learning::counting()}
        </button>
    }
    .into_any()
}

fn languages() -> AnyView {
    let language = |code: &'static str, label: String| {
        let pressed = if i18n::language() == code { "true" } else { "false" };
        view! {
            <button class="menu__item" type="button" lang=code aria-pressed=pressed on:click=move |_| prefs::set_language(code)>
                {label}
            </button>
        }
    };
    view! { {language("en", m::shell::language_en())} {language("de", m::shell::language_de())} }.into_any()
}

#[component]
fn Themes() -> impl IntoView {
    let chosen = RwSignal::new(prefs::theme());
    let Root(root) = expect_context::<Root>();
    let root = StoredValue::new_local(root);
    let theme = move |theme: Theme, label: String| {
        view! {
            <button
                class="menu__item"
                type="button"
                aria-pressed=move || if chosen.get() == theme { "true" } else { "false" }
                on:click=move |_| {
                    chosen.set(theme);
                    root.with_value(|root| prefs::set_theme(root, theme));
                }
            >
                {label}
            </button>
        }
    };
    view! {
        {theme(Theme::Auto, m::shell::theme_auto())}
        {theme(Theme::Light, m::shell::theme_light())}
        {theme(Theme::Dark, m::shell::theme_dark())}
    }
    .into_any()
}

//! The search field: the ARIA combobox pattern. It is there at once, so that nobody waits for it; what it finds, and how
//! the arrows move through that, is fetched when somebody goes into it.

use super::results::results_chunk;
use crate::{
    i18n::m,
    lazy::{Lazy, complete},
    router::{NavigateOptions, use_navigate},
    routes,
    ui::{Icon, IconName, use_ids},
};
use leptos::{ev, prelude::*};

/// What a field and its results share.
#[derive(Clone, Copy)]
pub(super) struct Field {
    /// In the palette: other classes, places to go to among the results, open for as long as it is there.
    pub in_palette: bool,
    /// What is typed.
    pub typed: RwSignal<String>,
    /// Whether results may be shown.
    pub open: RwSignal<bool>,
    /// Whether results are shown.
    pub expanded: RwSignal<bool>,
    /// The id of the list of results.
    pub list_id: StoredValue<String>,
    /// The id of the chosen result.
    pub active: RwSignal<Option<String>>,
    /// What keys do once the results are there.
    pub on_key: StoredValue<Option<Callback<ev::KeyboardEvent>>>,
    /// Called when a result was followed or the field was left with Escape.
    on_done: Option<Callback<()>>,
}

impl Field {
    /// The reader has what they came for.
    pub fn done(self) {
        self.open.set(self.in_palette);
        if let Some(done) = self.on_done {
            done.run(());
        }
    }

    /// What Enter does where nothing is chosen.
    pub fn search(self, go: impl Fn(&str, NavigateOptions)) {
        let words = self.typed.get_untracked();
        if !words.trim().is_empty() {
            self.done();
            go(&routes::search(words.trim()), NavigateOptions::default());
        }
    }
}

/// The field, and what it finds below it.
#[component]
pub fn SearchBox(
    /// In the palette.
    #[prop(optional)]
    in_palette: bool,
    /// Gives what was typed before the field got the focus.
    #[prop(optional, into)]
    early: Option<Callback<(), String>>,
    /// Called when a result was followed or the field was left with Escape.
    #[prop(optional, into)]
    on_done: Option<Callback<()>>,
) -> impl IntoView {
    let field = Field {
        in_palette,
        typed: RwSignal::new(String::new()),
        open: RwSignal::new(in_palette),
        expanded: RwSignal::new(false),
        list_id: use_ids("search"),
        active: RwSignal::new(None),
        on_key: StoredValue::new(None),
        on_done,
    };
    let results = Lazy::new(|| complete(Box::pin(results_chunk())));
    if in_palette {
        results.want();
    }
    let navigate = use_navigate();
    let on_key = move |ev: ev::KeyboardEvent| match field.on_key.get_value() {
        Some(on_key) => on_key.run(ev),
        None if ev.key() == "Enter" => field.search(navigate),
        None => {}
    };
    let on_input = move |ev: ev::Targeted<web_sys::Event, web_sys::HtmlInputElement>| {
        field.typed.set(ev.target().value());
        field.open.set(true);
    };
    let input = view! {
        <Icon name=IconName::Search/>
        <input
            class=if in_palette { "palette__input" } else { "search-box__input" }
            type="search"
            role="combobox"
            autocomplete="off"
            enterkeyhint="search"
            aria-label=m::search::label()
            placeholder=m::search::placeholder()
            aria-expanded=move || if field.expanded.get() { "true" } else { "false" }
            aria-controls=move || field.list_id.get_value()
            aria-autocomplete="list"
            aria-activedescendant=move || field.active.get()
            prop:value=field.typed
            on:input:target=on_input
            on:keydown=on_key
            on:focus=move |_| {
                results.want();
                field.open.set(true);
                let early = early.map(|early| early.run(())).filter(|early| !early.is_empty());
                if let Some(early) = early {
                    field.typed.update(|typed| typed.push_str(&early));
                }
            }
            on:blur=move |_| {
                // The field may lose the focus because it is taken away.
                field.open.try_set(in_palette);
            }
        />
    };
    let found = move || {
        provide_context(field);
        results.view()
    };
    if in_palette {
        view! { <div class="palette__head">{input}</div> {found} }.into_any()
    } else {
        view! { <div class="search-box" role="search">{input}<kbd class={"kbd"} aria-hidden="true">"/"</kbd>{found}</div> }
            .into_any()
    }
}

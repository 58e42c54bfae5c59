//! How the form is looked at: as whom, in which language, how wide, how light.

use super::{super::kept::Kept, evaluation::Tab, tongue::Tongue};
use crate::{
    api::fetch_once,
    i18n::{self, m},
    lookup::{Suggestions, choice},
    prefs::Theme,
    ui::{Choice, Field, FieldText, Select, Width},
};
use guichet_contract::{
    NoPath,
    endpoints::ListStudioPersonas,
    types::{Lookup, Me, PersonRef, StudioPersona, StudioPersonaQuery},
};
use leptos::{prelude::*, task::spawn_local};
use std::collections::BTreeMap;

/// How the form is looked at.
#[derive(Clone, Copy)]
pub(super) struct Sight {
    /// Who is asked.
    pub persona: RwSignal<StudioPersona>,
    /// The language that was chosen.
    language: RwSignal<String>,
    /// The language that is shown, once its words are there.
    pub spoken: RwSignal<Option<(String, Tongue)>>,
    /// As on a phone.
    pub narrow: RwSignal<bool>,
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    /// What is shown beside the form.
    pub tab: RwSignal<Tab>,
    /// What was answered, from one look at the form to the next.
    pub kept: StoredValue<Option<Kept>>,
    /// Counts how often the form was begun anew.
    pub begun: RwSignal<u32>,
    /// Whether what was answered could be sent.
    pub done: RwSignal<bool>,
}

impl Sight {
    /// As the one who looks, in their language where the content has it.
    pub fn new(languages: &[String], me: Me) -> Self {
        let own = i18n::language();
        let language = languages.iter().find(|language| **language == own).or(languages.first());
        let sight = Self {
            persona: RwSignal::new(StudioPersona { person: me.person, groups: me.groups, facts: me.facts }),
            language: RwSignal::new(language.cloned().unwrap_or(own)),
            spoken: RwSignal::new(None),
            narrow: RwSignal::new(false),
            theme: RwSignal::new(Theme::Auto),
            tab: RwSignal::new(Tab::Questions),
            kept: StoredValue::new(None),
            begun: RwSignal::new(0),
            done: RwSignal::new(false),
        };
        Effect::new(move || {
            let language = sight.language.get();
            spawn_local(async move {
                let tongue = Tongue::of(&language).await;
                // Another was chosen since, or the page is gone.
                if sight.language.try_with_untracked(|now| *now == language) == Some(true) {
                    sight.spoken.set(Some((language, tongue)));
                }
            });
        });
        sight
    }

    /// Everything to choose.
    pub fn controls(self, languages: Signal<Vec<String>>) -> AnyView {
        view! {
            <div class="studio__controls">
                {self.people()}
                {self.languages(languages)}
                {toggles(
                    m::studio::width(),
                    self.narrow,
                    vec![(false, m::studio::width_wide()), (true, m::studio::width_phone())],
                )}
                {toggles(
                    m::studio::theme(),
                    self.theme,
                    vec![
                        (Theme::Auto, m::studio::theme_own()),
                        (Theme::Light, m::shell::theme_light()),
                        (Theme::Dark, m::shell::theme_dark()),
                    ],
                )}
            </div>
        }
        .into_any()
    }

    fn people(self) -> AnyView {
        let known = StoredValue::new(Vec::<StudioPersona>::new());
        let suggestions = Suggestions::new(move |query| {
            Box::pin(async move {
                let query = StudioPersonaQuery { q: query.q, limit: query.limit };
                let found = fetch_once::<ListStudioPersonas>(&NoPath {}, &query).await;
                found.map(|found| {
                    let all = found.iter().map(lookup).collect::<Vec<_>>();
                    known.try_update_value(|known| known.extend(found));
                    all
                })
            })
        });
        let value = Signal::derive(move || Some(self.persona.with(|persona| choice(&lookup(persona)))));
        let take = Callback::new(move |chosen: Choice| {
            let is_meant = |persona: &&StudioPersona| persona.person.id.as_str() == chosen.value;
            if let Some(persona) = known.with_value(|known| known.iter().rfind(is_meant).cloned()) {
                self.persona.set(persona);
            }
        });
        let groups = Signal::derive(move || {
            self.persona.with(|persona| {
                let names = persona.groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>();
                (!names.is_empty()).then(|| m::studio::groups(&names.join(", ")))
            })
        });
        let field = FieldText::new(m::studio::persona()).hint(groups);
        suggestions.exchange(field, value, take)
    }

    fn languages(self, languages: Signal<Vec<String>>) -> AnyView {
        let options = Signal::derive(move || {
            languages.get().into_iter().map(|code| Choice::new(code.clone(), name(&code))).collect::<Vec<_>>()
        });
        let value = Signal::derive(move || Some(self.language.get()));
        let take = Callback::new(move |chosen: Option<String>| {
            if let Some(chosen) = chosen {
                self.language.set(chosen);
            }
        });
        let field = FieldText::new(m::studio::language());
        view! { <Select field=field options=options value=value on_change=take width=Width::Medium/> }
            .into_any()
    }
}

fn lookup(persona: &StudioPersona) -> Lookup {
    let PersonRef { id, name, about } = persona.person.clone();
    Lookup { id: id.to_string(), label: name, hint: about, facts: BTreeMap::new() }
}

/// What a language is called by those who speak it, where the portal knows it; else its code.
fn name(language: &str) -> String {
    match language {
        "en" => m::shell::language_en(),
        "de" => m::shell::language_de(),
        code => code.to_owned(),
    }
}

/// A few things of which one holds.
pub(super) fn toggles<T>(label: String, chosen: RwSignal<T>, options: Vec<(T, String)>) -> AnyView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let option = move |(value, words): (T, String)| {
        let pressed = move || if chosen.get() == value { "true" } else { "false" };
        view! {
            <li>
                <button class="chip" type="button" aria-pressed=pressed on:click=move |_| chosen.set(value)>
                    {words}
                </button>
            </li>
        }
    };
    let options = options.into_iter().map(option).collect_view();
    view! {
        <Field field=label group=true>
            <ul class="chips">{options}</ul>
        </Field>
    }
    .into_any()
}

//! Choices of many whose options are not all in sight: what is chosen, and a field that finds more.

use super::{
    super::{
        lookup::{Suggestions, learn_names, waiting},
        values,
    },
    Asked,
    choice::{on_offer, with_price_in_label},
};
use crate::{
    i18n::m,
    ui::{Choice, Combobox, Field, FieldText},
};
use guichet_rules::form::{FormOption, SourceList};
use leptos::prelude::*;

/// From the options of the form.
pub fn of_options(asked: Asked<'_>, field: FieldText, options: &[FormOption]) -> AnyView {
    let all = on_offer(asked, options);
    let words = RwSignal::new(String::new());
    let fits = Signal::derive(move || {
        let words = words.get().to_lowercase();
        let fits = |label: &str| words.split_whitespace().all(|word| label.to_lowercase().contains(word));
        all.get().into_iter().filter(|c| fits(&c.label)).map(with_price_in_label).collect::<Vec<_>>()
    });
    let status = Signal::derive(move || fits.with(Vec::is_empty).then(m::requests::nothing_found));
    let ask = Callback::new(move |typed: String| words.set(typed));
    let labels: Vec<(String, String)> = options.iter().map(|o| (o.id.to_string(), o.label.clone())).collect();
    let name = move |id: &str| labels.iter().find(|(own, _)| own == id).map(|(_, label)| label.clone());
    let take = |_: &Choice| ();
    frame(asked, field, Finder { options: fits, status, ask }, name, take)
}

/// From a list of the company's.
pub fn of_list(asked: Asked<'_>, field: FieldText, list: SourceList) -> AnyView {
    let suggestions = Suggestions::of(asked, list);
    let asking = asked.asking;
    let name = move |id: &str| asking.kept.with(|k| k.chosen(list, id).map(|chosen| chosen.name.clone()));
    let take = move |choice: &Choice| {
        let chosen = suggestions.chosen(&choice.value);
        asking.kept.update(|kept| kept.remember(list, &choice.value, chosen));
    };
    let finder =
        Finder { options: suggestions.options(), status: suggestions.status(), ask: suggestions.ask() };
    waiting(asked, field, move |asked| {
        learn_names(asked, list, chosen(asked));
        frame(asked, field, finder, name, take)
    })
}

/// The ids of what is chosen.
fn chosen(asked: Asked<'_>) -> Memo<Vec<String>> {
    let value = asked.value();
    Memo::new(move |_| value.with(|v| values::ids(v.as_ref())))
}

/// What finds more.
#[derive(Clone, Copy)]
struct Finder {
    options: Signal<Vec<Choice>>,
    status: Signal<Option<String>>,
    ask: Callback<String>,
}

/// What is chosen, each with a button that takes it away, and the field that finds more. `take` is told what was found.
fn frame(
    asked: Asked<'_>,
    field: FieldText,
    finder: Finder,
    name: impl Fn(&str) -> Option<String> + Send + Sync + 'static,
    take: impl Fn(&Choice) + Send + Sync + 'static,
) -> AnyView {
    let (chosen, answer) = (chosen(asked), asked.take());
    let options = Signal::derive(move || {
        let all = finder.options.get();
        chosen.with(|chosen| all.into_iter().filter(|c| !chosen.contains(&c.value)).collect::<Vec<_>>())
    });
    let add = Callback::new(move |choice: Option<Choice>| {
        let Some(choice) = choice else { return };
        take(&choice);
        let mut ids = chosen.get_untracked();
        ids.push(choice.value);
        answer.run(values::list(ids));
    });
    let (focus, key) = (asked.asking.focus, asked.at.key());
    let finding = FieldText::new(m::requests::add_choice()).at(focus, key.clone());
    let remove = Callback::new(move |id: String| {
        answer.run(values::list(chosen.get_untracked().into_iter().filter(|own| *own != id)));
        // The button that had the focus is gone.
        focus.focus(&key);
    });
    let named = Memo::new(move |_| {
        let label = |id: String| (name(&id).unwrap_or_else(|| id.clone()), id);
        chosen.get().into_iter().map(label).collect::<Vec<_>>()
    });
    let rows = move || {
        let all: Vec<_> = named.get().into_iter().map(|(label, id)| picked(label, id, remove)).collect();
        (!all.is_empty()).then(|| view! { <ul class="stack stack--small">{all}</ul> })
    };
    view! {
        <Field field=field group=true>
            <div class="stack stack--small">
                {rows}
                <Combobox
                    field=finding
                    value=Signal::stored(None::<Choice>)
                    options=options
                    status=finder.status
                    on_query=finder.ask
                    on_change=add
                />
            </div>
        </Field>
    }
    .into_any()
}

/// Something that is chosen.
fn picked(name: String, id: String, remove: Callback<String>) -> AnyView {
    let of = format!(" {name}");
    view! {
        <li class="input picked">
            <span class="picked__text">{name}</span>
            <button class="link-button" type="button" on:click=move |_| remove.run(id.clone())>
                {m::requests::remove()}
                <span class="visually-hidden">{of}</span>
            </button>
        </li>
    }
    .into_any()
}

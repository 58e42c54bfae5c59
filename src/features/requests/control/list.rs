//! Choices of many whose options are not all in sight: what is chosen, and a field that finds more.

use super::{
    super::{
        fitting::hold_to,
        lookup::{known, learn_names, suggestions, waiting},
        values,
    },
    Asked,
    choice::{on_offer, with_price_in_label},
};
use crate::{
    i18n::m,
    lookup::adder_among,
    ui::{Choice, FieldText, several},
};
use guichet_rules::form::{FormOption, SourceList};
use leptos::prelude::*;

/// From the options of the form.
pub fn of_options(asked: Asked<'_>, field: FieldText, options: &[FormOption]) -> AnyView {
    let (all, chosen) = (on_offer(asked, options), chosen(asked));
    let free = Signal::derive(move || {
        let free = all.get().into_iter().filter(|c| !chosen.with(|own| own.contains(&c.value)));
        free.map(with_price_in_label).collect::<Vec<_>>()
    });
    let labels: Vec<(String, String)> = options.iter().map(|o| (o.id.to_string(), o.label.clone())).collect();
    let name = move |id: &str| labels.iter().find(|(own, _)| own == id).map(|(_, label)| label.clone());
    frame(asked, field, chosen, name, |field, add| adder_among(field, free, add))
}

/// From a list of the company's.
pub fn of_list(asked: Asked<'_>, field: FieldText, list: SourceList) -> AnyView {
    let asking = asked.asking;
    let name = move |id: &str| {
        asking.track_names();
        asking.kept.with_untracked(|k| k.chosen(list, id).map(|chosen| chosen.name.clone()))
    };
    waiting(asked, field, move |asked| {
        let (chosen, answer) = (chosen(asked), asked.take());
        learn_names(asked, list, chosen);
        let suggestions = suggestions(asked, list)
            .except(move |id| chosen.with(|chosen| chosen.iter().any(|own| own == id)));
        let take_back = Callback::new(move |gone: String| {
            answer.run(values::list(chosen.get_untracked().into_iter().filter(|own| *own != gone)));
        });
        let told = hold_to(asked, (list, suggestions), chosen, take_back);
        let control = frame(asked, field, chosen, name, |field, add| {
            let take = Callback::new(move |choice: Choice| {
                let found = known(suggestions, &choice.value);
                asking.kept.update(|kept| kept.remember(list, &choice.value, found));
                add.run(choice);
            });
            suggestions.adder(field, take)
        });
        view! { {control} {told} }.into_any()
    })
}

/// The ids of what is chosen.
fn chosen(asked: Asked<'_>) -> Memo<Vec<String>> {
    let value = asked.value();
    Memo::new(move |_| value.with(|v| values::ids(v.as_ref())))
}

/// What is chosen, each with a button that takes it away, and the field that finds more, which `finder` makes.
fn frame(
    asked: Asked<'_>,
    field: FieldText,
    chosen: Memo<Vec<String>>,
    name: impl Fn(&str) -> Option<String> + Send + Sync + 'static,
    finder: impl FnOnce(FieldText, Callback<Choice>) -> AnyView,
) -> AnyView {
    let answer = asked.take();
    let add = Callback::new(move |choice: Choice| {
        let mut ids = chosen.get_untracked();
        ids.push(choice.value);
        answer.run(values::list(ids));
    });
    let (focus, key) = (asked.asking.focus, asked.at.key());
    let finder = finder(FieldText::new(m::requests::add_choice()).at(focus, key.clone()), add);
    let remove = Callback::new(move |id: String| {
        answer.run(values::list(chosen.get_untracked().into_iter().filter(|own| *own != id)));
        // The button that had the focus is gone.
        focus.focus(&key);
    });
    let named = Memo::new(move |_| {
        let label = |id: String| {
            let label = name(&id).unwrap_or_else(|| id.clone());
            (id, label)
        };
        chosen.get().into_iter().map(label).collect::<Vec<_>>()
    });
    several(field, named, m::requests::remove(), remove, finder)
}

//! Choosing a person, device, site and the like: what fits the letters typed so far comes from the backend.

use super::{asking::Asking, at::At, control::Asked, fitting::hold_to, kept::Chosen};
use crate::{
    i18n::m,
    lookup::Suggestions,
    ui::{Choice, Field, FieldText},
};
use guichet_contract::types::LookupQuery;
use guichet_rules::form::SourceList;
use leptos::{prelude::*, task::spawn_local};
use std::collections::BTreeSet;

/// What fits what is asked: from `list`, narrowed as the form says.
pub(super) fn suggestions(asked: Asked<'_>, list: SourceList) -> Suggestions {
    let (asking, narrowed) = (asked.asking, narrowed(asked));
    Suggestions::new(move |query| asking.find(list, narrowed(query)))
}

/// What is known of one of those that were found.
pub(super) fn known(suggestions: Suggestions, id: &str) -> Chosen {
    suggestions.one(id).as_ref().map(Chosen::from).unwrap_or_default()
}

/// A query with what it is for: which question and whom, and what was answered before.
pub(super) fn narrowed(
    asked: Asked<'_>,
) -> impl Fn(LookupQuery) -> LookupQuery + Send + Sync + 'static + use<> {
    let (asking, at) = (asked.asking, asked.at.clone());
    let name = asking.form.with_value(|f| format!("{}@{}/{}", f.id, f.version, asked.question.id));
    move |query| LookupQuery {
        question: Some(name.clone()),
        requested_for: asking.people.with_untracked(|people| people.first().cloned()),
        given: given(asking, &at),
        facts: asking.fills_in.then_some(true),
        ..query
    }
}

/// Finds out what the chosen ones are called where nobody chose them from a list: the form did, or a link.
pub(super) fn learn_names(asked: Asked<'_>, list: SourceList, chosen: Memo<Vec<String>>) {
    let (asking, narrowed) = (asked.asking, narrowed(asked));
    let asked_for = StoredValue::new(BTreeSet::<String>::new());
    Effect::new(move |_| {
        for id in chosen.get() {
            let known = asking.kept.with_untracked(|k| k.chosen(list, &id).is_some());
            if known || asked_for.with_value(|all| all.contains(&id)) {
                continue;
            }
            asked_for.update_value(|all| {
                all.insert(id.clone());
            });
            let query =
                narrowed(LookupQuery { id: Some(id.clone()), limit: Some(1), ..LookupQuery::default() });
            spawn_local(async move {
                let Ok(found) = asking.find(list, query).await else { return };
                let one = found.iter().find(|found| found.id == id);
                // The page may be gone.
                if let (Some(one), false) = (one, asking.kept.is_disposed()) {
                    asking.kept.update(|kept| kept.remember(list, &one.id, Chosen::from(one)));
                    asking.fill_in();
                }
            });
        }
    });
}

/// The earlier answers that narrow the list: `site:berlin,boss:ada`.
fn given(asking: Asking, at: &At) -> Option<String> {
    let pairs = asking.evaluation.with_untracked(|e| {
        let given = at.state(e).map(|state| state.given.as_slice()).unwrap_or_default();
        given.iter().map(|(question, answer)| format!("{question}:{answer}")).collect::<Vec<_>>()
    });
    (!pairs.is_empty()).then(|| pairs.join(","))
}

/// `control`, or while an earlier answer is missing without which nothing is on offer, that it is.
pub(super) fn waiting(
    asked: Asked<'_>,
    field: FieldText,
    control: impl Fn(Asked<'_>) -> AnyView + Send + 'static,
) -> AnyView {
    if asked.question.kind.narrowing().is_none() {
        return control(asked);
    }
    let asking = asked.asking;
    let earlier = asked.state(|state| state.waits_for.clone());
    let earlier = Memo::new(move |_| {
        let id = earlier.get().flatten()?;
        asking.form.with_value(|f| f.question_or_column(id.as_str()).map(|q| q.label.clone()))
    });
    let (question, at) = (asked.question.clone(), asked.at.clone());
    let view = move || match earlier.get() {
        None => untrack(|| control(Asked { asking, question: &question, at: &at })),
        Some(label) => view! {
            <Field field=field group=true>
                <p class="muted">{m::requests::answer_first(&label)}</p>
            </Field>
        }
        .into_any(),
    };
    view.into_any()
}

/// A question that is answered from `list`.
pub(super) fn lookup(asked: Asked<'_>, field: FieldText, list: SourceList) -> AnyView {
    waiting(asked, field, move |asked| {
        let suggestions = suggestions(asked, list);
        let (asking, id) = (asked.asking, asked.typed());
        let chosen = move || Some(id.get()).filter(|id| !id.is_empty());
        let ids = Memo::new(move |_| chosen().into_iter().collect::<Vec<_>>());
        learn_names(asked, list, ids);
        let value = Signal::derive(move || {
            let id = chosen()?;
            asking.track_names();
            let name = asking.kept.with_untracked(|k| k.chosen(list, &id).map(|chosen| chosen.name.clone()));
            Some(Choice::new(id.clone(), name.unwrap_or(id)))
        });
        let at = asked.at.clone();
        let take = Callback::new(move |choice: Option<Choice>| {
            asking.change(|kept| match choice {
                Some(choice) => {
                    kept.remember(list, &choice.value, known(suggestions, &choice.value));
                    kept.answer(&at, Some(choice.value.into()));
                }
                None => kept.answer(&at, None),
            });
        });
        let take_back = Callback::new(move |_: String| take.run(None));
        let told = hold_to(asked, (list, suggestions), ids, take_back);
        view! { {suggestions.field(field, value, take)} {told} }.into_any()
    })
}

//! Choosing a person, service, device or site: what fits the letters typed so far comes from the backend.

use super::asking::Asking;
use crate::{
    api::fetch_once,
    i18n::m,
    ui::{Choice, Combobox, FieldText},
};
use guichet_contract::{
    endpoints::{LookupPath, Lookups},
    types::LookupQuery,
};
use guichet_rules::form::Question;
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

/// As many as one can take in without scrolling far.
const SHOWN: u32 = 8;
/// Between two letters of a person who types: fewer calls, and no wait that is felt.
const PAUSE: Duration = Duration::from_millis(150);

/// What fits what was typed last.
#[derive(Clone, Copy)]
pub(super) struct Suggestions {
    /// What can be chosen.
    options: RwSignal<Vec<Choice>>,
    /// Why there is nothing.
    status: RwSignal<Option<String>>,
    /// To be called with what was typed.
    ask: Callback<String>,
}

impl Suggestions {
    /// From `source`; `narrow` says for which question and whom.
    pub fn new(source: &'static str, narrow: impl Fn() -> LookupQuery + Send + Sync + 'static) -> Self {
        let options = RwSignal::new(Vec::new());
        let status = RwSignal::new(None);
        let last = StoredValue::new(String::new());
        let timer = StoredValue::new(None::<TimeoutHandle>);
        let narrow = StoredValue::new(narrow);
        let ask = Callback::new(move |typed: String| {
            last.set_value(typed.clone());
            if let Some(timer) = timer.get_value() {
                timer.clear();
            }
            let look = move || {
                let Some(narrow) = narrow.try_with_value(|narrow| narrow()) else { return };
                spawn_local(async move {
                    let query = LookupQuery { q: Some(typed.clone()), limit: Some(SHOWN), ..narrow };
                    let found =
                        fetch_once::<Lookups>(&LookupPath { source: source.to_owned() }, &query).await;
                    // Something else was typed since, or the field is gone.
                    if last.try_with_value(|last| *last == typed) != Some(true) {
                        return;
                    }
                    match found {
                        Ok(found) => {
                            status.set(found.is_empty().then(m::requests::nothing_found));
                            let choice = |l: guichet_contract::types::Lookup| Choice {
                                hint: l.hint,
                                ..Choice::new(l.id, l.label)
                            };
                            options.set(found.into_iter().map(choice).collect());
                        }
                        Err(error) => {
                            options.set(Vec::new());
                            status.set(Some(error.words()));
                        }
                    }
                });
            };
            timer.set_value(set_timeout_with_handle(look, PAUSE).ok());
        });
        Self { options, status, ask }
    }

    /// The control that shows them. `take` is called with the chosen one, `None` when the field was emptied.
    pub fn field(
        self,
        field: FieldText,
        value: Signal<Option<Choice>>,
        take: Callback<Option<Choice>>,
    ) -> AnyView {
        view! {
            <Combobox
                field=field
                value=value
                options=self.options
                status=self.status
                on_query=self.ask
                on_change=take
                change_label=m::requests::change_choice()
            />
        }
        .into_any()
    }
}

/// A question that is answered from `source`.
pub(super) fn lookup(asking: Asking, question: &Question, field: FieldText, source: &'static str) -> AnyView {
    let name = asking.form.with_value(|f| format!("{}@{}/{}", f.id, f.version, question.id));
    let suggestions = Suggestions::new(source, move || LookupQuery {
        question: Some(name.clone()),
        requested_for: asking
            .kept
            .with_untracked(|k| k.other.as_ref().filter(|_| k.for_other).map(|p| p.id.clone())),
        ..LookupQuery::default()
    });
    let id = question.id.clone();
    let value = Signal::derive(move || {
        asking.kept.with(|kept| {
            let chosen = kept.answers.get(&id)?.as_str()?;
            let name = kept.names.get(&id).map_or(chosen, String::as_str);
            Some(Choice::new(chosen, name))
        })
    });
    let id = question.id.clone();
    let take = Callback::new(move |choice: Option<Choice>| {
        asking.change(|kept| match choice {
            Some(choice) => {
                let name =
                    [Some(choice.label), choice.hint].into_iter().flatten().collect::<Vec<_>>().join(" · ");
                kept.names.insert(id.clone(), name);
                kept.answers.insert(id.clone(), choice.value.into());
            }
            None => {
                kept.names.remove(&id);
                kept.answers.remove(&id);
            }
        });
    });
    suggestions.field(field, value, take)
}

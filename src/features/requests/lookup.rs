//! Choosing a person, device, site and the like: what fits the letters typed so far comes from the backend.

use super::{asking::Asking, at::At, control::Asked, kept::Chosen, trial::Finding};
use crate::{
    i18n::m,
    ui::{Choice, Combobox, Field, FieldText},
};
use guichet_contract::types::{Lookup, LookupQuery};
use guichet_rules::form::SourceList;
use leptos::{prelude::*, task::spawn_local};
use std::{collections::BTreeSet, time::Duration};

/// As many as one can take in without scrolling far.
const SHOWN: u32 = 8;
/// Between two letters of a person who types: fewer calls, and no wait that is felt.
const PAUSE: Duration = Duration::from_millis(150);

/// What fits what was typed last.
#[derive(Clone, Copy)]
pub(super) struct Suggestions {
    /// What can be chosen.
    found: RwSignal<Vec<Lookup>>,
    /// Why there is nothing.
    status: RwSignal<Option<String>>,
    /// To be called with what was typed.
    ask: Callback<String>,
}

impl Suggestions {
    /// What `find` gives from `list`; `narrow` says for which question and whom.
    pub fn new(
        find: impl Fn(SourceList, LookupQuery) -> Finding + Copy + Send + Sync + 'static,
        list: SourceList,
        narrow: impl Fn() -> LookupQuery + Send + Sync + 'static,
    ) -> Self {
        let found = RwSignal::new(Vec::new());
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
                    let outcome = find(list, query).await;
                    // Something else was typed since, or the field is gone.
                    if last.try_with_value(|last| *last == typed) != Some(true) {
                        return;
                    }
                    match outcome {
                        Ok(all) => {
                            status.set(all.is_empty().then(m::requests::nothing_found));
                            found.set(all);
                        }
                        Err(error) => {
                            found.set(Vec::new());
                            status.set(Some(error.words()));
                        }
                    }
                });
            };
            timer.set_value(set_timeout_with_handle(look, PAUSE).ok());
        });
        Self { found, status, ask }
    }

    /// For what is asked: from `list`, narrowed as the form says.
    pub fn of(asked: Asked<'_>, list: SourceList) -> Self {
        let asking = asked.asking;
        Self::new(move |list, query| asking.find(list, query), list, narrowed(asked))
    }

    /// What can be chosen.
    pub fn options(self) -> Signal<Vec<Choice>> {
        let choice = |l: Lookup| Choice { hint: l.hint, ..Choice::new(l.id, l.label) };
        Signal::derive(move || self.found.get().into_iter().map(choice).collect::<Vec<_>>())
    }

    /// Why there is nothing to choose.
    pub fn status(self) -> Signal<Option<String>> {
        self.status.into()
    }

    /// To be called with what was typed.
    pub fn ask(self) -> Callback<String> {
        self.ask
    }

    /// What is known of one of them.
    pub fn chosen(self, id: &str) -> Chosen {
        let found = |all: &Vec<Lookup>| all.iter().find(|l| l.id == id).map(Chosen::from);
        self.found.with_untracked(found).unwrap_or_default()
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
                options=self.options()
                status=self.status
                on_query=self.ask
                on_change=take
                change_label=m::requests::change_choice()
            />
        }
        .into_any()
    }
}

/// For which question and whom, and what was answered before.
fn narrowed(asked: Asked<'_>) -> impl Fn() -> LookupQuery + Send + Sync + 'static + use<> {
    let (asking, at) = (asked.asking, asked.at.clone());
    let name = asking.form.with_value(|f| format!("{}@{}/{}", f.id, f.version, asked.question.id));
    move || LookupQuery {
        question: Some(name.clone()),
        requested_for: asking
            .kept
            .with_untracked(|k| k.other.as_ref().filter(|_| k.for_other).map(|p| p.id.clone())),
        given: given(asking, &at),
        facts: asking.fills_in.then_some(true),
        ..LookupQuery::default()
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
            let query = LookupQuery { id: Some(id.clone()), limit: Some(1), ..narrowed() };
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
        let suggestions = Suggestions::of(asked, list);
        let (asking, id) = (asked.asking, asked.typed());
        let chosen = move || Some(id.get()).filter(|id| !id.is_empty());
        learn_names(asked, list, Memo::new(move |_| chosen().into_iter().collect::<Vec<_>>()));
        let value = Signal::derive(move || {
            let id = chosen()?;
            let name = asking.kept.with(|k| k.chosen(list, &id).map(|chosen| chosen.name.clone()));
            Some(Choice::new(id.clone(), name.unwrap_or(id)))
        });
        let at = asked.at.clone();
        let take = Callback::new(move |choice: Option<Choice>| {
            asking.change(|kept| match choice {
                Some(choice) => {
                    kept.remember(list, &choice.value, suggestions.chosen(&choice.value));
                    kept.answer(&at, Some(choice.value.into()));
                }
                None => kept.answer(&at, None),
            });
        });
        suggestions.field(field, value, take)
    })
}

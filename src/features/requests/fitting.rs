//! Answers that earlier ones narrow: once those change, what no longer fits is taken back, and that is said.

use super::{control::Asked, kept::Kept, lookup::narrowed};
use crate::{i18n::m, lookup::Suggestions, ui::use_announcer};
use guichet_contract::types::LookupQuery;
use guichet_rules::form::{Kind, SourceList};
use leptos::{prelude::*, task::spawn_local};

/// Holds what is chosen from the list to what was answered before, now and each time that this changes. `take_back` is called
/// with the id of what no longer fits. Gives the place where it is said.
pub(super) fn hold_to(
    asked: Asked<'_>,
    (list, suggestions): (SourceList, Suggestions),
    chosen: Memo<Vec<String>>,
    take_back: Callback<String>,
) -> AnyView {
    let kind = &asked.question.kind;
    // Which devices somebody may choose depends on whom it is for.
    if kind.narrowing().is_none() && !matches!(kind, Kind::Asset { .. }) {
        return ().into_any();
    }
    let (asking, narrowed, announcer) = (asked.asking, narrowed(asked), use_announcer());
    let given = asked.state(|state| state.given.clone());
    let before = Memo::new(move |_| (given.get(), asking.people.with(|people| people.first().cloned())));
    let taken = RwSignal::new(Vec::<String>::new());
    Effect::new(move |again: Option<()>| {
        let now = before.get();
        if again.is_some() {
            suggestions.forget();
        }
        for id in chosen.get_untracked() {
            let query = LookupQuery { id: Some(id.clone()), limit: Some(1), ..LookupQuery::default() };
            let (finding, now) = (asking.find(list, narrowed(query)), now.clone());
            spawn_local(async move {
                // Where it cannot be had, the backend says so when the answers are checked.
                let gone = finding.await.is_ok_and(|found| found.is_empty());
                let stays = before.try_get_untracked().as_ref() == Some(&now)
                    && chosen.with_untracked(|chosen| chosen.contains(&id));
                if gone && stays {
                    let known = |k: &Kept| k.chosen(list, &id).map(|chosen| chosen.name.clone());
                    let name = asking.kept.with_untracked(known).unwrap_or_else(|| id.clone());
                    announcer.say(m::requests::taken_back(&name));
                    take_back.run(id);
                    taken.update(|all| all.push(name));
                }
            });
        }
    });
    // Whoever chooses anew has read it.
    Effect::new(move |before: Option<Vec<String>>| {
        let now = chosen.get();
        if before.is_some_and(|before| now.iter().any(|id| !before.contains(id))) {
            taken.set(Vec::new());
        }
        now
    });
    let told = move || {
        let names = taken.get();
        (!names.is_empty()).then(|| {
            let words = m::requests::taken_back(&names.join(", "));
            view! { <p class="notice notice--warn">{words}</p> }
        })
    };
    told.into_any()
}

//! Order guides: several things that belong together.

use super::filter::{Filter, Only};
use crate::{
    api::{Query, query},
    i18n::m,
    routes,
    session::{Feature, use_session},
    view::{Row, rows},
};
use guichet_contract::{NoPath, NoQuery, endpoints::ListGuides, types::GuideSummary};
use leptos::prelude::*;

/// The guides that fit what is shown; absent where there are none. `items` says whether the list of items is there.
pub(super) fn guides(filter: Memo<Filter>, items: Signal<bool>) -> AnyView {
    let session = use_session();
    let offered = Memo::new(move |_| session.offers(Feature::Orders));
    (move || offered.get().then(|| untrack(|| section(filter, items)))).into_any()
}

fn section(filter: Memo<Filter>, items: Signal<bool>) -> AnyView {
    let all: Query<Vec<GuideSummary>> = query::<ListGuides>(|| Some((NoPath {}, NoQuery {})));
    // Whoever has tried the list again has tried this again.
    Effect::new(move || {
        if items.get() && untrack(|| all.error().is_some()) {
            all.retry();
        }
    });
    let shown = Memo::new(move |_| {
        let all = all.get().unwrap_or_default();
        filter.with(|filter| all.into_iter().filter(|guide| fits(guide, filter)).collect::<Vec<_>>())
    });
    let any = Memo::new(move |_| shown.with(|shown| !shown.is_empty()));
    let list = move || shown.with(|shown| rows(shown.iter().map(row)));
    let section = move || {
        any.get().then(|| {
            view! {
                <section class="section">
                    <h2 class="section__title">{m::cart::guides()}</h2>
                    <ul class="list">{list}</ul>
                </section>
            }
        })
    };
    section.into_any()
}

/// Whether a guide is among what is shown. What it costs depends on what is chosen, so it is not among what is free.
fn fits(guide: &GuideSummary, filter: &Filter) -> bool {
    let text = format!("{} {} {}", guide.name, guide.summary, guide.keywords.join(" ")).to_lowercase();
    let words = filter.words.to_lowercase();
    words.split_whitespace().all(|word| text.contains(word))
        && (filter.category.is_empty() || guide.category.as_str() == filter.category)
        && match filter.only {
            Only::All => true,
            Only::Free => false,
            Only::Orderable => guide.orderable.allowed,
        }
}

fn row(guide: &GuideSummary) -> Row {
    let row = view! {
        <li class="list__row">
            <a class="row__title" href=routes::guide(guide.id.as_str())>{guide.name.clone()}</a>
            <span class="row__meta">{guide.summary.clone()}</span>
            <span class="row__aside">{m::cart::guide_count(guide.item_count)}</span>
        </li>
    };
    (guide.id.to_string(), row.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guides_are_found_by_their_words_and_shelf() {
        let guide: GuideSummary = serde_json::from_value(serde_json::json!({
            "id": "new-employee", "category": "people", "name": "New employee", "summary": "All in one order",
            "icon": "person", "keywords": ["onboarding"], "item_count": 3, "orderable": {"allowed": false},
        }))
        .unwrap_or_else(|e| panic!("{e}"));
        for (words, category, only, expected) in [
            ("", "", Only::All, true),
            ("Employ", "people", Only::All, true),
            ("onboarding new", "", Only::All, true),
            ("laptop", "", Only::All, false),
            ("", "computers", Only::All, false),
            ("", "", Only::Free, false),
            ("", "", Only::Orderable, false),
        ] {
            let filter = Filter { words: words.into(), category: category.into(), only };
            assert_eq!(fits(&guide, &filter), expected, "{words} {category} {only:?}");
        }
    }
}

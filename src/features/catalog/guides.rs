//! Order guides: several things that belong together.

use super::filter::{Filter, Only};
use crate::{
    api::{Query, QueryStatus, query},
    i18n::m,
    routes,
    session::{Feature, use_session},
    view::{Row, rows},
};
use guichet_contract::{NoPath, NoQuery, endpoints::ListGuides, types::GuideSummary};
use leptos::prelude::*;
use std::time::Duration;

/// How long the items, once they are there, wait for what stands above them. Nobody minds a second of a skeleton; whoever waits for
/// longer came for an item.
const PATIENCE: Duration = Duration::from_secs(1);

/// Where the guides stand. They never change places: what somebody is about to press stays where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// Above the items: they were there in time.
    Above,
    /// Below the items, whenever they come.
    Below,
}

/// How far an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Awaited,
    There,
    Lost,
}

impl Answer {
    fn of(status: QueryStatus) -> Self {
        match (status.is_there(), status.error()) {
            (true, _) => Self::There,
            (false, Some(_)) => Self::Lost,
            (false, None) => Self::Awaited,
        }
    }
}

/// Where the guides stand, once that is settled: when all of the page is answered, or was `waited` for long enough.
fn stand(items: Answer, shelves: Answer, guides: Answer, waited: bool) -> Option<Stand> {
    let is_open = items == Answer::Awaited || ([shelves, guides].contains(&Answer::Awaited) && !waited);
    (!is_open).then(|| if guides == Answer::There { Stand::Above } else { Stand::Below })
}

/// The guides that fit what is shown.
#[derive(Clone, Copy)]
pub(super) struct Guides {
    shown: Memo<Vec<GuideSummary>>,
    stand: Memo<Option<Stand>>,
}

impl Guides {
    /// Beside the items and the shelves of the page.
    pub fn new(filter: Memo<Filter>, items: QueryStatus, shelves: QueryStatus) -> Self {
        let session = use_session();
        let offered = Memo::new(move |_| session.offers(Feature::Orders));
        let all: Query<Vec<GuideSummary>> =
            query::<ListGuides>(move || offered.get().then_some((NoPath {}, NoQuery {})));
        // Whoever has tried the list again has tried this again.
        Effect::new(move || {
            if items.is_there() && untrack(|| all.error().is_some()) {
                all.retry();
            }
        });
        let shown = Memo::new(move |_| {
            let all = all.get().filter(|_| offered.get()).unwrap_or_default();
            filter.with(|filter| all.into_iter().filter(|guide| fits(guide, filter)).collect::<Vec<_>>())
        });
        let waited = RwSignal::new(false);
        let answered = Memo::new(move |_| Answer::of(items) != Answer::Awaited);
        Effect::new(move || {
            if answered.get() {
                let enough = move || {
                    // The page may be gone.
                    waited.try_set(true);
                };
                set_timeout(enough, PATIENCE);
            }
        });
        let stand = Memo::new(move |before: Option<&Option<Stand>>| {
            let guides = || if offered.get() { Answer::of(all.status()) } else { Answer::There };
            let now = || stand(Answer::of(items), Answer::of(shelves), guides(), waited.get());
            before.copied().flatten().or_else(now)
        });
        Self { shown, stand }
    }

    /// Whether it is settled where they stand: no item is shown before.
    pub fn settled(self) -> Signal<bool> {
        Signal::derive(move || self.stand.with(Option::is_some))
    }

    /// The guides, if they stand here; absent where there are none.
    pub fn at(self, place: Stand) -> AnyView {
        let any =
            Memo::new(move |_| self.stand.get() == Some(place) && self.shown.with(|shown| !shown.is_empty()));
        let list = move || self.shown.with(|shown| rows(shown.iter().map(row)));
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
    fn nothing_is_shown_that_guides_could_push_down() {
        use Answer::{Awaited, Lost, There};
        for (items, shelves, guides, waited, expected) in [
            (Awaited, There, There, false, None),
            (Awaited, There, There, true, None),
            (There, There, Awaited, false, None),
            (There, Awaited, There, false, None),
            (There, There, There, false, Some(Stand::Above)),
            (There, Lost, There, false, Some(Stand::Above)),
            (There, Awaited, There, true, Some(Stand::Above)),
            // Whatever comes after all comes below.
            (There, There, Awaited, true, Some(Stand::Below)),
            (There, There, Lost, false, Some(Stand::Below)),
            (Lost, Lost, Lost, false, Some(Stand::Below)),
            (Lost, There, There, false, Some(Stand::Above)),
        ] {
            let found = stand(items, shelves, guides, waited);
            assert_eq!(found, expected, "{items:?} {shelves:?} {guides:?} {waited}");
        }
    }

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

//! What people search for.

use super::{
    decide::Deciding,
    entry::entry,
    filter::{Filter, OUTCOMES},
    merge::merged,
    not_for_you, period,
};
use crate::{
    address::read_address,
    api::{fetch_once, query},
    i18n::m,
    keepers::{self, Area},
    routes,
    session::Feature,
    ui::{Empty, IconName},
    view::{More, Part, lasting_rows, page_of, where_offered},
};
use guichet_contract::{
    NoPath,
    endpoints::ListLearning,
    types::{LearningEntry, LearningQuery},
};
use guichet_rules::learning::SearchOutcome;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The page.
#[component]
pub fn LearningPage() -> impl IntoView {
    where_offered(Feature::Learning, page)
}

fn page() -> AnyView {
    let filter = read_address(routes::knowledge_learning("", "", ""), Filter::read);
    let found = query::<ListLearning>(move || Some((NoPath {}, filter.get().query())));
    let which = Memo::new(move |_| filter.get().url());
    let more = More::new(found, which, |entry| entry.id.clone(), move |cursor| part(filter, cursor));
    let (shown, deciding) = (RwSignal::new(Vec::<LearningEntry>::new()), Deciding::new());
    // What is shown is of another filter until its answer is there.
    let answers = RwSignal::new(None::<Filter>);
    Effect::new(move || {
        filter.track();
        deciding.forget();
    });
    let take = move || {
        // Somebody is busy with one of them: what is new waits until they are done.
        if deciding.dealing.get_untracked() {
            return;
        }
        let (before, now) = (shown.get_untracked(), untrack(|| more.items()));
        let here: BTreeSet<String> = deciding.here.with_untracked(|here| here.keys().cloned().collect());
        let now = merged(&before, now, &here);
        shown.set(now);
    };
    Effect::new(move || {
        if found.with(|page| page.is_some()) {
            take();
            answers.set(Some(filter.get_untracked()));
        }
    });
    Effect::new(move || {
        more.follow();
        deciding.dealing.track();
        if answers.get_untracked() == Some(filter.get_untracked()) {
            take();
        }
    });
    let current = Memo::new(move |_| answers.get() == Some(filter.get()));
    let rest = Memo::new(move |_| current.get() && more.has_next());
    let told = Signal::derive(move || {
        let many = u32::try_from(shown.with(Vec::len)).unwrap_or(u32::MAX);
        if rest.get() { m::learning::first(&many.to_string()) } else { m::learning::count(many) }
    });
    let keys =
        Memo::new(move |_| shown.with(|shown| shown.iter().map(|one| one.id.clone()).collect::<Vec<_>>()));
    let row = move |id: String| {
        let before = shown.with_untracked(|shown| at(shown, &id).cloned());
        let now = Memo::new(move |last: Option<&Option<LearningEntry>>| {
            let now = shown.with(|shown| at(shown, &id).cloned());
            // It is about to go.
            now.or_else(|| last.cloned().flatten())
        });
        before.map(|before| entry(before, now, deciding)).into_any()
    };
    let list = move || {
        view! { <ul class="list">{lasting_rows(move || keys.get(), row)}</ul> {more.end(told)} }
    };
    let any = Memo::new(move |_| shown.with(|shown| !shown.is_empty()));
    let count = move || current.get().then(|| told.get());
    let head = move || {
        view! {
            {keepers::head(Area::Learning, Signal::stored(true), ().into_any())}
            {filters(filter)}
            <p class="filters__result" role="status">{count}</p>
        }
        .into_any()
    };
    let body = move || {
        let content = move || if any.get() { list().into_any() } else { nothing(filter.get()) };
        view! { <div aria-busy=move || (!current.get() && any.get()).then_some("true")>{content}</div> }
            .into_any()
    };
    page_of(found, head, body, not_for_you)
}

fn at<'a>(shown: &'a [LearningEntry], id: &str) -> Option<&'a LearningEntry> {
    shown.iter().find(|entry| entry.id == id)
}

/// What comes behind a cursor.
fn part(filter: Memo<Filter>, cursor: String) -> Part<LearningEntry> {
    let query = LearningQuery { cursor: Some(cursor), ..filter.get_untracked().query() };
    Box::pin(async move { fetch_once::<ListLearning>(&NoPath {}, &query).await })
}

fn filters(filter: Memo<Filter>) -> AnyView {
    let chip = move |with: fn(Filter) -> Filter, label: String| {
        let href = move || with(filter.get()).url();
        let current = move || (with(filter.get()) == filter.get()).then_some("page");
        view! { <li><a class="chip" href=href aria-current=current>{label}</a></li> }
    };
    let by: [fn(Filter) -> Filter; 4] = [
        |filter| of(filter, OUTCOMES[0]),
        |filter| of(filter, OUTCOMES[1]),
        |filter| of(filter, OUTCOMES[2]),
        |filter| of(filter, OUTCOMES[3]),
    ];
    let outcomes =
        OUTCOMES.into_iter().zip(by).map(|(outcome, with)| chip(with, words(outcome))).collect_view();
    let chosen = Signal::derive(move || filter.get().period);
    let periods = period::choice(chosen, move |period| Filter { period, ..filter.get_untracked() }.url());
    view! {
        <div class="filters">
            <nav aria-label=m::learning::outcomes()>
                <ul class="chips">
                    {chip(|filter| Filter { outcome: None, done: false, ..filter }, m::learning::all())}
                    {outcomes}
                    {chip(|filter| Filter { outcome: None, done: true, ..filter }, m::learning::done())}
                </ul>
            </nav>
            {periods}
        </div>
    }
    .into_any()
}

fn of(filter: Filter, outcome: SearchOutcome) -> Filter {
    Filter { outcome: Some(outcome), done: false, ..filter }
}

fn words(outcome: SearchOutcome) -> String {
    match outcome {
        SearchOutcome::NoResult => m::learning::no_result(),
        SearchOutcome::NoClick => m::learning::no_click(),
        SearchOutcome::Ticket => m::learning::ticket(),
        SearchOutcome::Clicked | SearchOutcome::Other => m::learning::clicked(),
    }
}

fn nothing(filter: Filter) -> AnyView {
    let text = if filter.done { m::learning::empty_done() } else { m::learning::empty() };
    view! { <Empty title=m::learning::empty_title() text=text icon=IconName::Search/> }.into_any()
}

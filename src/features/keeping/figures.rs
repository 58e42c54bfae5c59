//! How every answer does.

use super::{not_for_you, period};
use crate::{
    address::read_address,
    api::{Query, fetch_once, query},
    i18n::m,
    keepers::{self, Area},
    router::{NavigateOptions, ParamsMap, use_navigate},
    routes,
    session::Feature,
    view::{More, Part, page_of, where_offered},
};
use guichet_contract::{
    NoPath,
    endpoints::ListFigures,
    types::{ArticleFigures, FigureSort, FiguresQuery, Page, Period},
};
use leptos::prelude::*;

/// As many as a backend gives at once.
const MOST: u32 = 100;

/// The columns that the list can be sorted by, in their order.
const SORTS: [FigureSort; 5] =
    [FigureSort::Views, FigureSort::Searches, FigureSort::Solved, FigureSort::Tickets, FigureSort::Unhelpful];

/// The order of that name; the usual one for any other.
fn sort_of(word: &str) -> FigureSort {
    SORTS.into_iter().find(|sort| sort.to_string() == word).unwrap_or(FigureSort::Views)
}

/// In which order, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Filter {
    sort: FigureSort,
    period: Option<Period>,
}

impl Filter {
    fn read(query: &ParamsMap) -> Self {
        Self {
            sort: sort_of(query.get_str("sort").unwrap_or_default()),
            period: period::read(query.get_str("period").unwrap_or_default()),
        }
    }

    /// What to ask.
    fn query(self, cursor: Option<String>) -> FiguresQuery {
        FiguresQuery { period: self.period, sort: Some(self.sort), limit: Some(MOST), cursor }
    }

    fn url(self) -> String {
        let sort = if self.sort == FigureSort::Views { String::new() } else { self.sort.to_string() };
        routes::knowledge_figures(&sort, &self.period.map(|period| period.to_string()).unwrap_or_default())
    }
}

/// The page.
#[component]
pub fn FiguresPage() -> impl IntoView {
    where_offered(Feature::Learning, page)
}

fn page() -> AnyView {
    let filter = read_address(routes::knowledge_figures("", ""), Filter::read);
    let found = query::<ListFigures>(move || Some((NoPath {}, filter.get().query(None))));
    let which = Memo::new(move |_| filter.get().url());
    let id = |figures: &ArticleFigures| figures.article.id.to_string();
    let more = More::new(found, which, id, move |cursor| part(filter, cursor));
    let head = move || {
        view! {
            {keepers::head(Area::Figures, Signal::stored(true), ().into_any())}
            <div class="filters">{periods(filter)} {sorts(filter)}</div>
        }
        .into_any()
    };
    page_of(found, head, move || table(found, more, filter), not_for_you)
}

/// What comes behind a cursor.
fn part(filter: Memo<Filter>, cursor: String) -> Part<ArticleFigures> {
    let query = filter.get_untracked().query(Some(cursor));
    Box::pin(async move { fetch_once::<ListFigures>(&NoPath {}, &query).await })
}

fn periods(filter: Memo<Filter>) -> AnyView {
    let chosen = Signal::derive(move || filter.get().period);
    period::choice(chosen, move |period| Filter { period, ..filter.get_untracked() }.url())
}

/// What the heads of the columns do, for those who have no room for them.
fn sorts(filter: Memo<Filter>) -> AnyView {
    let navigate = use_navigate();
    let option = move |sort: FigureSort| {
        let own = move || filter.get().sort == sort;
        view! { <option value=sort.to_string() prop:selected=own>{words(sort)}</option> }
    };
    let change = move |ev: web_sys::Event| {
        let to = Filter { sort: sort_of(&event_target_value(&ev)), ..filter.get_untracked() }.url();
        navigate(&to, NavigateOptions { replace: true, scroll: false });
    };
    view! {
        <label class="filters__choice">
            <span>{m::learning::sort()}</span>
            <select class="input select" on:change=change>{SORTS.map(option).into_iter().collect_view()}</select>
        </label>
    }
    .into_any()
}

fn table(found: Query<Page<ArticleFigures>>, more: More<ArticleFigures>, filter: Memo<Filter>) -> AnyView {
    let caption = move || m::learning::figures_caption(&words(filter.get().sort));
    let heads = SORTS.into_iter().map(|sort| head(sort, filter)).collect_view();
    let lines = move || more.items().iter().map(line).collect_view();
    let told = Signal::derive(move || {
        let many = u32::try_from(more.items().len()).unwrap_or(u32::MAX);
        if more.has_next() { m::knowledge::first(many) } else { m::knowledge::count(many) }
    });
    view! {
        <div class="table-wrap">
            <table class="table" aria-busy=move || found.loading().then_some("true")>
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{m::learning::answer()}</th>
                        {heads}
                        <th scope="col" class="num">{m::learning::helpful()}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
        {more.end(told)}
    }
    .into_any()
}

fn words(sort: FigureSort) -> String {
    match sort {
        FigureSort::Searches => m::learning::searches(),
        FigureSort::Solved => m::learning::solved_count(),
        FigureSort::Tickets => m::learning::tickets(),
        FigureSort::Unhelpful => m::learning::unhelpful(),
        FigureSort::Views | FigureSort::Other => m::learning::views(),
    }
}

/// A column by which the list can be sorted.
fn head(sort: FigureSort, filter: Memo<Filter>) -> AnyView {
    let href = move || Filter { sort, ..filter.get() }.url();
    let sorted = move || (filter.get().sort == sort).then_some("descending");
    let label = m::learning::sort_by(&words(sort));
    view! {
        <th scope="col" class="num" aria-sort=sorted>
            <a class="link" href=href aria-label=label>{words(sort)}</a>
        </th>
    }
    .into_any()
}

fn line(figures: &ArticleFigures) -> AnyView {
    let href = routes::answer(figures.article.id.as_str());
    let cell = |label: String, many: u32| view! { <td class="num" data-label=label>{many}</td> };
    let reasons = (!figures.reasons.is_empty()).then(|| {
        let many = u32::try_from(figures.reasons.len()).unwrap_or(u32::MAX);
        let each = figures.reasons.iter().map(|reason| view! { <li>{reason.clone()}</li> }).collect_view();
        view! { <details><summary class="link">{m::learning::reasons(many)}</summary><ul>{each}</ul></details> }
    });
    view! {
        <tr>
            <th scope="row">
                <a class="link" href=href>{figures.article.title.clone()}</a>
                <span class="muted">" "{figures.owner.name.clone()}</span>
            </th>
            {cell(m::learning::views(), figures.views)}
            {cell(m::learning::searches(), figures.searches)}
            {cell(m::learning::solved_count(), figures.solved)}
            {cell(m::learning::tickets(), figures.tickets)}
            <td class="num" data-label=m::learning::unhelpful()>{figures.unhelpful} {reasons}</td>
            {cell(m::learning::helpful(), figures.helpful)}
        </tr>
    }
    .into_any()
}

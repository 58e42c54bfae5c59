//! What narrows the results. Everything stands in the address, so that going back and sending a link work.

use super::filter::{Filter, KINDS};
use crate::{
    api::query,
    i18n::{self, m},
    language::name_here,
    router::{NavigateOptions, use_navigate},
    search::kind_label,
    session::{Feature, use_session},
    ui::{Icon, IconName, use_ids},
};
use guichet_contract::{
    NoPath, NoQuery,
    endpoints::{ListCategories, ListServices},
    types::{Category, HitKind, ServiceQuery, ServiceStatus},
};
use leptos::prelude::*;

/// Kinds as tabs; shelf, service and language as lists, each where there is something to choose. On a phone they are behind a
/// button, which says how many are set: the results are what somebody came for.
pub(super) fn filters(filter: Memo<Filter>) -> AnyView {
    let tab = move |kind: Option<HitKind>, label: String| {
        let href = move || filter.with(|filter| filter.with_kind(kind).url());
        let current = move || filter.with(|filter| (filter.kind == kind).then_some("page"));
        view! { <a class="tabs__link" href=href aria-current=current>{label}</a> }
    };
    let session = use_session();
    let is_there = move |kind: HitKind| kind != HitKind::Guide || session.offers(Feature::Orders);
    let kind_tab = move |kind: HitKind| move || is_there(kind).then(|| tab(Some(kind), kind_label(kind)));
    let kinds = KINDS.map(kind_tab).into_iter().collect_view();
    let (open, id) = (RwSignal::new(false), use_ids("filters"));
    let set = Memo::new(move |_| filter.with(Filter::narrowed));
    let label = move || match set.get() {
        0 => m::finding::filters(),
        set => m::finding::filters_set(set),
    };
    view! {
        <div class="filters">
            <button
                class="button button--secondary filters__button"
                type="button"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=id.get_value()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {label}
                <Icon name=IconName::ChevronDown/>
            </button>
            <div class="filters__all" id=id.get_value() data-open=move || open.get().then_some("true")>
                <nav class="tabs" aria-label=m::finding::show()>
                    {tab(None, m::finding::all())}
                    {kinds}
                </nav>
                {categories(filter)}
                {services(filter)}
                {languages(filter)}
            </div>
        </div>
    }
    .into_any()
}

/// The shelves. Without them the page still works, so that they are late or missing is not worth a word.
fn categories(filter: Memo<Filter>) -> AnyView {
    let all = query::<ListCategories>(|| Some((NoPath {}, NoQuery {})));
    let options = Signal::derive(move || {
        let named = |category: &Category| (category.id.to_string(), category.name.clone());
        all.with(|all| all.into_iter().flatten().map(named).collect::<Vec<_>>())
    });
    let chosen = Signal::derive(move || filter.with(|filter| filter.category.clone()));
    let words = (m::finding::category(), m::finding::category_all());
    list(words, options, chosen, filter, |filter, category| Filter { category, ..filter.clone() })
}

fn services(filter: Memo<Filter>) -> AnyView {
    let all = query::<ListServices>(|| Some((NoPath {}, ServiceQuery::default())));
    let options = Signal::derive(move || {
        let named = |service: &ServiceStatus| (service.id.to_string(), service.name.clone());
        all.with(|all| all.into_iter().flatten().map(named).collect::<Vec<_>>())
    });
    let chosen = Signal::derive(move || filter.with(|filter| filter.service.clone()));
    let words = (m::finding::service(), m::finding::service_all());
    list(words, options, chosen, filter, |filter, service| Filter { service, ..filter.clone() })
}

/// The languages that the backend has beside the reader's.
fn languages(filter: Memo<Filter>) -> AnyView {
    let session = use_session();
    let options = Signal::derive(move || {
        let all = session.capabilities().map(|offer| offer.languages).unwrap_or_default();
        let others = all.into_iter().filter(|language| *language != i18n::language());
        others.map(|language| (language.clone(), name_here(&language))).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || filter.with(|filter| filter.language.clone()));
    let words = (m::finding::language(), m::finding::language_all());
    list(words, options, chosen, filter, |filter, language| Filter { language, ..filter.clone() })
}

/// A list of values with their names; the first line is none of them.
fn list(
    (label, all): (String, String),
    options: Signal<Vec<(String, String)>>,
    chosen: Signal<String>,
    filter: Memo<Filter>,
    with: fn(&Filter, String) -> Filter,
) -> AnyView {
    let navigate = use_navigate();
    let option = move |value: String, label: String| {
        let own = value.clone();
        view! { <option value=value prop:selected=move || chosen.with(|chosen| *chosen == own)>{label}</option> }
    };
    let options = Memo::new(move |_| options.get());
    let rest = move || options.get().into_iter().map(|(value, label)| option(value, label)).collect_view();
    let change = move |ev: web_sys::Event| {
        let to = filter.with_untracked(|filter| with(filter, event_target_value(&ev)));
        navigate(&to.url(), NavigateOptions { replace: true, scroll: false });
    };
    let there = Memo::new(move |_| options.with(|options| !options.is_empty()));
    let (label, all) = (StoredValue::new(label), StoredValue::new(all));
    let choice = move || {
        there.get().then(|| {
            view! {
                <label class="filters__choice">
                    <span>{label.get_value()}</span>
                    <select class="input select" on:change=change>
                        {option(String::new(), all.get_value())}
                        {rest}
                    </select>
                </label>
            }
        })
    };
    choice.into_any()
}

//! A search field with a list of results below it: the ARIA combobox pattern. Focus stays in the field; the arrows move
//! through the list, Enter follows.

use super::hit::{icon_of, kind_label, route_of};
use crate::router::use_navigate;
use crate::{
    api::{Query, query},
    i18n::m,
    routes,
    session::{Feature, use_session},
    ui::{Icon, IconName, use_ids},
};
use guichet_contract::{
    NoPath,
    endpoints::Search,
    types::{Hit, HitKind, SearchQuery, SearchReply},
};
use leptos::{ev, html, leptos_dom::helpers::set_timeout_with_handle, prelude::*};
use std::time::Duration;

/// How long to wait for the next key before asking: a fast typist's pause, below what is felt as waiting.
const PAUSE: Duration = Duration::from_millis(110);
/// How many results of each kind: they must fit above a phone's keyboard.
const EACH: u32 = 5;

/// One line of the list.
#[derive(Clone, PartialEq)]
struct Line {
    label: String,
    meta: String,
    icon: IconName,
    href: String,
    group: String,
}

/// A place to go to, offered beside what is found.
pub type Command = (String, IconName, String);

/// The field and its list.
#[component]
pub fn SearchCombo(
    /// The field, for whoever wants to focus it.
    input: NodeRef<html::Input>,
    /// In the palette: other classes, commands among the results.
    #[prop(optional)]
    in_palette: bool,
    /// Places to go to; shown while nothing or their name is typed.
    #[prop(optional, into)]
    commands: Signal<Vec<Command>>,
    /// Called when a result was followed or the field was left with Escape.
    #[prop(optional, into)]
    on_done: Option<Callback<()>>,
) -> impl IntoView {
    let (typed, asked) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let open = RwSignal::new(in_palette);
    let chosen = RwSignal::new(None::<usize>);
    let list_id = use_ids("search");
    // Without the search of the backend there are the commands.
    let session = use_session();
    let found = query::<Search>(move || {
        let words = asked.get();
        (!words.is_empty() && session.offers(Feature::Search))
            .then_some((NoPath {}, SearchQuery { q: Some(words), limit: Some(EACH) }))
    });
    let lines = Memo::new(move |_| lines(&asked.get(), &typed.get(), found, &commands.get()));
    let navigate = use_navigate();
    let done = move || {
        open.set(in_palette);
        if let Some(done) = on_done {
            done.run(());
        }
    };
    let go = move |href: &str| {
        done();
        navigate(href, crate::router::NavigateOptions::default());
    };
    let timer = StoredValue::new(None::<leptos::leptos_dom::helpers::TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_get_value().flatten() {
            timer.clear();
        }
    };
    // Whoever closes the palette while they type must not be asked about what is gone.
    on_cleanup(stop);
    let on_input = move |ev: ev::Targeted<web_sys::Event, web_sys::HtmlInputElement>| {
        typed.set(ev.target().value());
        chosen.set(None);
        open.set(true);
        stop();
        let ask = move || asked.set(typed.get_untracked().trim().to_owned());
        timer.set_value(set_timeout_with_handle(ask, PAUSE).ok());
    };
    let on_key = move |ev: ev::KeyboardEvent| {
        let count = lines.with_untracked(Vec::len);
        let step = |by: usize| {
            ev.prevent_default();
            open.set(true);
            if count > 0 {
                chosen.update(|c| {
                    *c = Some(c.map_or(if by == 1 { 0 } else { count - 1 }, |c| (c + by) % count))
                });
            }
        };
        match ev.key().as_str() {
            "ArrowDown" => step(1),
            "ArrowUp" => step(count.saturating_sub(1)),
            // A search field would only empty itself.
            "Escape" if in_palette => {
                ev.prevent_default();
                done();
            }
            "Escape" if open.get_untracked() => {
                ev.prevent_default();
                open.set(false);
            }
            "Enter" => {
                ev.prevent_default();
                let line = chosen.get_untracked().and_then(|c| lines.with_untracked(|l| l.get(c).cloned()));
                let words = typed.get_untracked();
                match line {
                    Some(line) => go(&line.href),
                    None if !words.trim().is_empty() => go(&routes::search(words.trim())),
                    None => {}
                }
            }
            _ => {}
        }
    };
    let option_id = move |i: usize| format!("{}-{i}", list_id.get_value());
    let active = move || chosen.get().filter(|_| open.get()).map(option_id);
    let shown = move || open.get() && (in_palette || !typed.with(|t| t.trim().is_empty()));
    let placeholder = m::search::placeholder();
    let field = view! {
        <Icon name=IconName::Search/>
        <input
            node_ref=input
            class=if in_palette { "palette__input" } else { "search-box__input" }
            type="search"
            role="combobox"
            autocomplete="off"
            enterkeyhint="search"
            aria-label=m::search::label()
            placeholder=placeholder
            aria-expanded=move || if shown() { "true" } else { "false" }
            aria-controls=move || list_id.get_value()
            aria-autocomplete="list"
            aria-activedescendant=active
            prop:value=typed
            on:input:target=on_input
            on:keydown=on_key
            on:focus=move |_| open.set(true)
            on:blur=move |_| {
                // The field may lose the focus because it is taken away.
                open.try_set(in_palette);
            }
        />
    };
    let results =
        move || shown().then(|| list(lines, chosen, list_id.get_value(), typed, asked, found, done));
    if in_palette {
        view! { <div class="palette__head">{field}</div> {results} }.into_any()
    } else {
        let panel = move || results().map(|r| view! { <div class="search-box__panel">{r}</div> });
        view! { <div class="search-box" role="search">{field}<kbd class={"kbd"} aria-hidden="true">"/"</kbd>{panel}</div> }
            .into_any()
    }
}

fn lines(asked: &str, typed: &str, found: Query<SearchReply>, commands: &[Command]) -> Vec<Line> {
    let words = typed.trim().to_lowercase();
    let mut lines = Vec::new();
    if !asked.is_empty() && !words.is_empty() {
        found.with(|reply| {
            let hits: &[Hit] = reply.map_or(&[], |r| &r.hits);
            for kind in [HitKind::Item, HitKind::Article, HitKind::Ticket] {
                lines.extend(hits.iter().filter(|h| h.kind == kind).map(line));
            }
        });
    }
    let fitting =
        commands.iter().filter(|(label, ..)| words.is_empty() || label.to_lowercase().contains(&words));
    lines.extend(fitting.map(|(label, icon, href)| Line {
        label: label.clone(),
        meta: String::new(),
        icon: *icon,
        href: href.clone(),
        group: m::search::commands(),
    }));
    lines
}

fn line(hit: &Hit) -> Line {
    let meta = if hit.kind == HitKind::Ticket { hit.id.clone() } else { hit.summary.clone() };
    Line {
        label: hit.title.clone(),
        meta,
        icon: icon_of(hit.kind),
        href: route_of(hit),
        group: kind_label(hit.kind),
    }
}

fn list(
    lines: Memo<Vec<Line>>,
    chosen: RwSignal<Option<usize>>,
    id: String,
    typed: RwSignal<String>,
    asked: RwSignal<String>,
    found: Query<SearchReply>,
    done: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let status = move || {
        let words = asked.get();
        if found.error().is_some() && !words.is_empty() {
            Some(m::search::failed())
        } else if !words.is_empty() && !found.loading() && lines.with(Vec::is_empty) {
            Some(m::search::nothing(&words))
        } else {
            None
        }
    };
    let list_id = id.clone();
    let options = move || {
        let mut group = String::new();
        let all = lines.get().into_iter().enumerate();
        all.map(|(i, line)| {
            let heading = (line.group != group).then(
                || view! { <div class="results__label" role="presentation">{line.group.clone()}</div> },
            );
            group = line.group;
            // The field keeps the focus, or its blur would close the list before the click lands.
            view! {
                {heading}
                <a
                    class="result"
                    role="option"
                    id=format!("{id}-{i}")
                    href=line.href
                    tabindex="-1"
                    aria-selected=move || if chosen.get() == Some(i) { "true" } else { "false" }
                    on:mousedown=|ev| ev.prevent_default()
                    on:click=move |_| done()
                >
                    <Icon name=line.icon/>
                    <span class="result__title">{line.label}</span>
                    <span class="result__meta">{line.meta}</span>
                </a>
            }
        })
        .collect_view()
    };
    let session = use_session();
    let all = move || {
        let words = typed.get().trim().to_owned();
        let any = !lines.with(Vec::is_empty) && session.offers(Feature::Search);
        (any && !words.is_empty()).then(|| {
            view! {
                <a class="results__all link" tabindex="-1" href=routes::search(&words) on:mousedown=|ev| ev.prevent_default() on:click=move |_| done()>
                    {m::search::all(&words)}
                </a>
            }
        })
    };
    view! {
        <div class="results" role="listbox" id=list_id aria-label=m::search::results()>{options}</div>
        <p class="results__empty" role="status">{status}</p>
        {all}
    }
    .into_any()
}

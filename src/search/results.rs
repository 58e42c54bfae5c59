//! What a field finds: lines below it through which the arrows move while the focus stays in the field; Enter follows.

use super::{
    field::Field,
    find::{Finding, find},
    lines::{Does, Line, before, commands, found},
    marks::highlighted,
    recent,
};
use crate::{
    api::prefetch,
    i18n::m,
    lazy::{ChunkError, Page},
    learning,
    router::{NavigateOptions, use_loader, use_navigate},
    routes::{self, Place},
    session::{Feature, Session, use_session},
    ui::{Icon, show_row},
};
use guichet_contract::{NoPath, NoQuery, endpoints::ListCategories, types::SearchQuery};
use leptos::{ev, html, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// How many results of each kind: they must fit above a phone's keyboard.
const EACH: u32 = 5;

/// What is found, and what was chosen of it.
#[derive(Clone, Copy)]
struct Results {
    field: Field,
    /// What is asked: nothing where nothing is typed, or the backend has no search. Then there are the commands.
    asked: Memo<Option<SearchQuery>>,
    found: Finding,
    lines: Memo<Vec<Line>>,
    chosen: RwSignal<Option<usize>>,
    /// The element that holds the lines.
    rows: NodeRef<html::Div>,
    session: Session,
    /// Grows when what was searched for before is forgotten.
    forgotten: RwSignal<u32>,
}

#[leptos::wasm_split::wasm_split(frame, wasm_split_path = leptos::wasm_split, fallible)]
pub(super) fn results_chunk() -> Result<Page, ChunkError> {
    Ok(results)
}

/// The lines below the field that the context names.
fn results() -> AnyView {
    let field = expect_context::<Field>();
    let session = use_session();
    let asked = Memo::new(move |_| {
        let words = field.typed.with(|typed| typed.trim().to_owned());
        (!words.is_empty() && session.offers(Feature::Search)).then(|| SearchQuery {
            q: Some(words),
            limit: Some(EACH),
            ..SearchQuery::default()
        })
    });
    let found = find(if field.in_palette { "palette" } else { "box" }, asked);
    let forgotten = RwSignal::new(0);
    let lines = Memo::new(move |_| lines(field, session, asked, found, forgotten));
    let (chosen, rows) = (RwSignal::new(None), NodeRef::<html::Div>::new());
    let results = Results { field, asked, found, lines, chosen, rows, session, forgotten };
    results.keep_meant();
    results.tell();
    results.fetch_ahead();
    let navigate = use_navigate();
    field.on_key.set_value(Some(Callback::new(move |ev| results.on_key(&ev, navigate))));
    // Another page may use the field's place before these are gone.
    on_cleanup(move || {
        field.on_key.try_set_value(None);
    });
    let shown = results.shown();
    let list = move || {
        shown.get().then(|| {
            let list = results.list();
            if field.in_palette {
                return list;
            }
            view! { <div class="search-box__panel">{list}</div> }.into_any()
        })
    };
    list.into_any()
}

fn lines(
    field: Field,
    session: Session,
    asked: Memo<Option<SearchQuery>>,
    found_now: Finding,
    forgotten: RwSignal<u32>,
) -> Vec<Line> {
    let words = field.typed.get().trim().to_lowercase();
    let mut lines = if words.is_empty() {
        forgotten.track();
        // Read anew each time that the field is gone into.
        field.open.track();
        before(&session.person())
    } else if found_now.error.with(Option::is_some) && !found_now.is_current(asked.get().as_ref()) {
        // What was found for other words is no answer to these.
        Vec::new()
    } else {
        found_now.reply.with(|reply| reply.as_ref().map(found).unwrap_or_default())
    };
    if field.in_palette {
        lines.extend(commands(session, &words));
    }
    lines
}

impl Results {
    /// Which line is meant stays so while the list around it changes, and is seen.
    fn keep_meant(self) {
        let Self { field, lines, chosen, rows, .. } = self;
        // Another list has another first line.
        Effect::new(move || {
            field.typed.track();
            chosen.set(None);
        });
        Effect::new(move |before: Option<Vec<Line>>| {
            let now = lines.get();
            if let (Some(i), Some(before)) = (chosen.get_untracked(), before) {
                let is_meant = |line: &Line| before.get(i).is_some_and(|old| old.leads_where(line));
                chosen.set(now.iter().position(is_meant));
            }
            now
        });
        Effect::new(move || {
            if let (Some(i), Some(rows)) = (chosen.get(), rows.get()) {
                self.show(&rows, i);
            }
        });
    }

    /// Tells what was searched for, and how much came of it.
    fn tell(self) {
        let Self { asked, found, session, .. } = self;
        Effect::new(move || {
            let asked = asked.get();
            if let Some(words) = asked.as_ref().and_then(|asked| asked.q.as_deref())
                && found.is_current(asked.as_ref())
            {
                let many = found.reply.with(|reply| reply.as_ref().map_or(0, |reply| reply.hits.len()));
                learning::searched(session, words, many);
            }
        });
    }

    /// While somebody reads what was found, the pages that show more of it are fetched: without a connection they are there
    /// too.
    fn fetch_ahead(self) {
        let Self { found, session, .. } = self;
        let (load, answered) = (use_loader(), Memo::new(move |_| found.answers.with(Option::is_some)));
        Effect::new(move || {
            if answered.get() {
                let answers = session.offers(Feature::Knowledge).then_some(Place::Answer);
                spawn_local(async move {
                    for place in [Some(Place::Search), answers].into_iter().flatten() {
                        // What does not come now is asked for again by whoever goes there.
                        let _ = load(place).await;
                    }
                    // Both name the categories, which are not in the index.
                    prefetch::<ListCategories>(&NoPath {}, &NoQuery {});
                });
            }
        });
    }

    /// Whether the lines are shown; the field knows it too, and which of them is meant.
    fn shown(self) -> Memo<bool> {
        let Self { field, lines, chosen, .. } = self;
        let shown = Memo::new(move |_| {
            let something =
                || !field.typed.with(|typed| typed.trim().is_empty()) || !lines.with(Vec::is_empty);
            field.open.get() && (field.in_palette || something())
        });
        Effect::new(move || {
            field.expanded.set(shown.get());
            let active = chosen.get().filter(|_| shown.get());
            field.active.set(active.map(|i| self.option_id(i)));
        });
        shown
    }

    fn option_id(self, i: usize) -> String {
        format!("{}-{i}", self.field.list_id.get_value())
    }

    fn on_key(self, ev: &ev::KeyboardEvent, navigate: impl Fn(&str, NavigateOptions)) {
        let field = self.field;
        // A key that puts a character together, as in Chinese or Japanese, is not for the list.
        if ev.is_composing() {
            return;
        }
        match ev.key().as_str() {
            "ArrowDown" => self.step(ev, 1),
            "ArrowUp" => self.step(ev, self.lines.with_untracked(Vec::len).saturating_sub(1)),
            // A search field would only empty itself.
            "Escape" if field.in_palette => {
                ev.prevent_default();
                field.done();
            }
            "Escape" if field.open.get_untracked() => {
                ev.prevent_default();
                field.open.set(false);
            }
            "Enter" => {
                ev.prevent_default();
                let chosen = self.chosen.get_untracked();
                match chosen.and_then(|c| self.lines.with_untracked(|l| l.get(c).cloned())) {
                    Some(line) => {
                        if self.take(&line) {
                            go(&line.href, navigate);
                        }
                    }
                    None => {
                        self.remember();
                        field.search(navigate);
                    }
                }
            }
            _ => {}
        }
    }

    /// Does what a line is for. True where it leads somewhere, which is left to whoever asks.
    fn take(self, line: &Line) -> bool {
        match &line.does {
            Does::Go => {
                // A place is no answer, and its name was no question.
                learning::went(&self.field.typed.get_untracked());
                self.field.done();
                return true;
            }
            Does::Open => {
                learning::opened(&line.href);
                self.remember();
                self.field.done();
                return true;
            }
            Does::Type(words) => self.field.typed.set(words.clone()),
            Does::Clear => {
                recent::clear(&self.session.person());
                self.forgotten.update(|times| *times += 1);
            }
        }
        self.chosen.set(None);
        false
    }

    /// Keeps the words, which led somewhere.
    fn remember(self) {
        let words = self.field.typed.get_untracked();
        recent::add(&untrack(|| self.session.person()), &words);
    }

    /// Goes `by` lines on, around the end.
    fn step(self, ev: &ev::KeyboardEvent, by: usize) {
        ev.prevent_default();
        self.field.open.set(true);
        let count = self.lines.with_untracked(Vec::len);
        if count > 0 {
            let first = if by == 1 { 0 } else { count - 1 };
            self.chosen.update(|c| *c = Some(c.map_or(first, |c| (c + by) % count)));
        }
    }

    /// Scrolls until a line is seen; with the first of them also what its group is called.
    fn show(self, rows: &HtmlElement, line: usize) {
        if line == 0 {
            rows.set_scroll_top(0);
            return;
        }
        let found = rows.query_selector(&format!("[id=\"{}\"]", self.option_id(line))).ok().flatten();
        if let Some(row) = found.and_then(|row| row.dyn_into::<HtmlElement>().ok()) {
            show_row(rows, &row);
        }
    }

    /// Results, and what to say where there are none.
    fn list(self) -> AnyView {
        let status = move || {
            let asked = self.asked.get()?;
            if self.found.error.with(Option::is_some) {
                return Some(m::search::failed());
            }
            let nothing = self.found.is_current(Some(&asked)) && self.lines.with(Vec::is_empty);
            nothing.then(|| m::search::nothing(asked.q.as_deref().unwrap_or_default()))
        };
        // The focus is in the field: who does not see the list is told that it is there.
        let count = move || {
            let asked = self.asked.get()?;
            let many = self.found.reply.with(|reply| reply.as_ref().map_or(0, |reply| reply.hits.len()));
            let many = u32::try_from(many).ok().filter(|many| *many > 0)?;
            self.found.is_current(Some(&asked)).then(|| m::search::found(many))
        };
        let id = self.field.list_id.get_value();
        let options = move || {
            let mut group = String::new();
            let all = self.lines.get().into_iter().enumerate();
            all.map(|(i, line)| {
                let heading = (line.group != group && !line.group.is_empty()).then(
                    || view! { <div class="results__label" role="presentation">{line.group.clone()}</div> },
                );
                group.clone_from(&line.group);
                self.option(i, heading.into_any(), line)
            })
            .collect_view()
        };
        let further = move || {
            let asked = self.asked.get()?;
            let words = self.field.typed.get().trim().to_owned();
            let (href, label) = if !self.lines.with(Vec::is_empty) {
                (routes::search(&words), m::search::all(&words))
            } else if self.found.is_current(Some(&asked)) {
                // Nobody has an answer to it: somebody can be asked.
                (routes::report(&words), m::shell::report())
            } else {
                return None;
            };
            let follow = move |_| {
                self.remember();
                self.field.done();
            };
            let link = view! {
                <a class="results__all link" tabindex="-1" href=href on:mousedown=|ev| ev.prevent_default() on:click=follow>
                    {label}
                </a>
            };
            Some(link)
        };
        view! {
            <div class="results" role="listbox" node_ref=self.rows id=id aria-label=m::search::results()>{options}</div>
            <p class="results__empty" role="status">{status}</p>
            <p class="visually-hidden" role="status">{count}</p>
            {further}
        }
        .into_any()
    }

    /// A line, below the heading of its group where it is the first. The field keeps the focus, or its blur would close the
    /// list before the click lands.
    fn option(self, i: usize, heading: AnyView, line: Line) -> AnyView {
        let (label, meta) =
            (highlighted(&line.label, &line.marks), highlighted(&line.meta, &line.meta_marks));
        let (icon, href) = (line.icon, line.href.clone());
        let click = move |ev: ev::MouseEvent| {
            if !self.take(&line) {
                ev.prevent_default();
            }
        };
        view! {
            {heading}
            <a
                class="result"
                role="option"
                id=self.option_id(i)
                href=href
                tabindex="-1"
                aria-selected=move || if self.chosen.get() == Some(i) { "true" } else { "false" }
                on:mousedown=|ev| ev.prevent_default()
                on:click=click
            >
                <Icon name=icon/>
                <span class="result__title">{label}</span>
                <span class="result__meta">{meta}</span>
            </a>
        }
        .into_any()
    }
}

/// Goes to a page, or to a part of the one that is shown, which the browser does by itself.
fn go(href: &str, navigate: impl Fn(&str, NavigateOptions)) {
    let location = web_sys::window().map(|window| window.location());
    let here = location.as_ref().and_then(|here| Some(here.pathname().ok()? + &here.search().ok()?));
    match (location, href.split_once('#')) {
        (Some(location), Some((page, _))) if here.as_deref() == Some(page) => {
            // It fails only for a malformed address.
            let _ = location.assign(href);
        }
        _ => navigate(href, NavigateOptions::default()),
    }
}

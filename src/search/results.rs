//! What a field finds: lines below it through which the arrows move while the focus stays in the field; Enter follows.

use super::{
    field::Field,
    hit::{icon_of, kind_label, route_of},
};
use crate::{
    api::{Query, query},
    i18n::m,
    router::{NavigateOptions, use_navigate},
    routes,
    session::{Feature, Session, use_session},
    ui::{Icon, IconName},
};
use guichet_contract::{
    NoPath,
    endpoints::Search,
    types::{Hit, HitKind, SearchQuery, SearchReply},
};
use leptos::{
    ev,
    leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle},
    prelude::*,
};
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

/// What is found, and what was chosen of it.
#[derive(Clone, Copy)]
struct Results {
    field: Field,
    asked: RwSignal<String>,
    found: Query<SearchReply>,
    lines: Memo<Vec<Line>>,
    chosen: RwSignal<Option<usize>>,
    session: Session,
}

/// The lines below the field that the context names.
pub(super) fn results() -> AnyView {
    let field = expect_context::<Field>();
    let session = use_session();
    let asked = RwSignal::new(String::new());
    // Without the search of the backend there are the commands.
    let found = query::<Search>(move || {
        let words = asked.get();
        (!words.is_empty() && session.offers(Feature::Search))
            .then_some((NoPath {}, SearchQuery { q: Some(words), limit: Some(EACH) }))
    });
    let lines = Memo::new(move |_| {
        let commands = if field.in_palette { commands(session) } else { Vec::new() };
        lines(&asked.get(), &field.typed.get(), found, &commands)
    });
    let results = Results { field, asked, found, lines, chosen: RwSignal::new(None), session };
    results.ask_while_typing();
    let navigate = use_navigate();
    field.on_key.set_value(Some(Callback::new(move |ev| results.on_key(&ev, navigate))));
    // Another page may use the field's place before these are gone.
    on_cleanup(move || {
        field.on_key.try_set_value(None);
    });
    let shown = Memo::new(move |_| {
        field.open.get() && (field.in_palette || !field.typed.with(|t| t.trim().is_empty()))
    });
    Effect::new(move || {
        field.expanded.set(shown.get());
        let active = results.chosen.get().filter(|_| shown.get());
        field.active.set(active.map(|i| results.option_id(i)));
    });
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

impl Results {
    fn ask_while_typing(self) {
        let timer = StoredValue::new(None::<TimeoutHandle>);
        let stop = move || {
            if let Some(timer) = timer.try_get_value().flatten() {
                timer.clear();
            }
        };
        // Whoever closes the palette while they type must not be asked about what is gone.
        on_cleanup(stop);
        Effect::new(move |_| {
            let words = self.field.typed.with(|typed| typed.trim().to_owned());
            self.chosen.set(None);
            stop();
            let ask = move || {
                self.asked.try_set(words);
            };
            timer.set_value(set_timeout_with_handle(ask, PAUSE).ok());
        });
    }

    fn option_id(self, i: usize) -> String {
        format!("{}-{i}", self.field.list_id.get_value())
    }

    fn on_key(self, ev: &ev::KeyboardEvent, navigate: impl Fn(&str, NavigateOptions)) {
        let field = self.field;
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
                        field.done();
                        navigate(&line.href, NavigateOptions::default());
                    }
                    None => field.search(navigate),
                }
            }
            _ => {}
        }
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

    /// Whether an answer is on its way. Without the search of the backend nothing is asked.
    fn loading(self) -> bool {
        self.session.offers(Feature::Search) && self.found.loading()
    }

    /// Results, and what to say where there are none.
    fn list(self) -> AnyView {
        let status = move || {
            let words = self.asked.get();
            if self.found.error().is_some() && !words.is_empty() {
                Some(m::search::failed())
            } else if !words.is_empty() && !self.loading() && self.lines.with(Vec::is_empty) {
                Some(m::search::nothing(&words))
            } else {
                None
            }
        };
        let id = self.field.list_id.get_value();
        let options = move || {
            let mut group = String::new();
            let all = self.lines.get().into_iter().enumerate();
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
                        id=self.option_id(i)
                        href=line.href
                        tabindex="-1"
                        aria-selected=move || if self.chosen.get() == Some(i) { "true" } else { "false" }
                        on:mousedown=|ev| ev.prevent_default()
                        on:click=move |_| self.field.done()
                    >
                        <Icon name=line.icon/>
                        <span class="result__title">{line.label}</span>
                        <span class="result__meta">{line.meta}</span>
                    </a>
                }
            })
            .collect_view()
        };
        let all = move || {
            let words = self.field.typed.get().trim().to_owned();
            let any = !self.lines.with(Vec::is_empty) && self.session.offers(Feature::Search);
            (any && !words.is_empty()).then(|| {
                view! {
                    <a class="results__all link" tabindex="-1" href=routes::search(&words) on:mousedown=|ev| ev.prevent_default() on:click=move |_| self.field.done()>
                        {m::search::all(&words)}
                    </a>
                }
            })
        };
        view! {
            <div class="results" role="listbox" id=id aria-label=m::search::results()>{options}</div>
            <p class="results__empty" role="status">{status}</p>
            {all}
        }
        .into_any()
    }
}

/// Places to go to, by their name.
fn commands(session: Session) -> Vec<Line> {
    let command =
        |label, icon, href| Line { label, meta: String::new(), icon, href, group: m::search::commands() };
    let mut commands = vec![
        command(m::shell::home(), IconName::Home, routes::home()),
        command(m::shell::services(), IconName::Grid, routes::services("", "", "")),
        command(m::shell::tickets(), IconName::Ticket, routes::tickets("", "", "")),
        command(m::shell::report(), IconName::Alert, routes::report("")),
    ];
    if session.offers(Feature::Knowledge) {
        commands.push(command(m::shell::answers(), IconName::Book, routes::answers("", "")));
    }
    commands.push(command(m::shell::approvals(), IconName::Check, routes::approvals()));
    commands
}

fn lines(asked: &str, typed: &str, found: Query<SearchReply>, commands: &[Line]) -> Vec<Line> {
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
        commands.iter().filter(|line| words.is_empty() || line.label.to_lowercase().contains(&words));
    lines.extend(fitting.cloned());
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

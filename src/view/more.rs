//! The parts of a list after the first, appended as the person asks for them. Whenever the first comes anew they do too: what
//! is dealt with leaves a list, and the rest moves up.

use crate::{
    api::{ApiError, Query},
    i18n::m,
    ui::Button,
};
use guichet_contract::types::Page;
use leptos::{html, prelude::*, task::spawn_local};
use std::{collections::BTreeSet, pin::Pin};

/// A part on its way.
pub type Part<T> = Pin<Box<dyn Future<Output = Result<Page<T>, ApiError>>>>;

/// How to ask for the part behind a cursor.
type Ask<T> = Box<dyn Fn(String) -> Part<T>>;

/// The first part, which keeps itself fresh, and what was appended to it.
pub struct More<T: 'static> {
    first: Query<Page<T>>,
    /// Which list is asked for now.
    list: Memo<String>,
    /// Of which list the first part is; it lags behind while another one is on its way.
    answered: RwSignal<Option<String>>,
    /// What tells an item from the others.
    id: fn(&T) -> String,
    ask: StoredValue<Ask<T>, LocalStorage>,
    appended: RwSignal<Vec<T>>,
    /// Where to go on.
    next: RwSignal<Option<String>>,
    /// How many parts were asked for.
    parts: StoredValue<usize>,
    /// The first of those that the person has just asked for, until the list comes anew; empty where none came.
    arrived: StoredValue<Option<String>>,
    /// Grows with each new first part: what was asked for an older one comes too late.
    turn: StoredValue<u32>,
    busy: RwSignal<bool>,
    error: RwSignal<Option<ApiError>>,
}

impl<T: 'static> Clone for More<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for More<T> {}

impl<T: Clone + Send + Sync + 'static> More<T> {
    /// Follows the first part. What was appended goes once that is of another `list`, the address of the list.
    pub fn new(
        first: Query<Page<T>>,
        list: Memo<String>,
        id: fn(&T) -> String,
        ask: impl Fn(String) -> Part<T> + 'static,
    ) -> Self {
        let more = Self {
            first,
            list,
            answered: RwSignal::new(None),
            id,
            ask: StoredValue::new_local(Box::new(ask) as Ask<T>),
            appended: RwSignal::new(Vec::new()),
            next: RwSignal::new(None),
            parts: StoredValue::new(0),
            arrived: StoredValue::new(None),
            turn: StoredValue::new(0),
            busy: RwSignal::new(false),
            error: RwSignal::new(None),
        };
        Effect::new(move || {
            if let Some(next) = first.with(|page| page.map(|page| page.next.clone())) {
                more.restart(next);
            }
        });
        more
    }

    /// A new first part is there: of another list, or of the same with something changed.
    fn restart(self, next: Option<String>) {
        let list = self.list.get_untracked();
        let same = self.answered.with_untracked(|answered| answered.as_ref() == Some(&list));
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.arrived.set_value(None);
        self.busy.set(false);
        self.error.set(None);
        let parts = self.parts.get_value();
        match next {
            // Also what was appended may have changed.
            Some(from) if same && parts > 0 => self.fetch(from, parts, true),
            next => {
                self.parts.set_value(0);
                self.next.set(next);
                if !self.appended.with_untracked(Vec::is_empty) {
                    self.appended.set(Vec::new());
                }
            }
        }
        if !same {
            self.answered.set(Some(list));
        }
    }

    /// All that is there, each once: while others write, something can move from one part to another.
    pub fn items(self) -> Vec<T> {
        let mut all = self.first.with(|page| page.map(|page| page.items.clone()).unwrap_or_default());
        let mut known: BTreeSet<String> = all.iter().map(self.id).collect();
        self.appended.with(|appended| {
            all.extend(appended.iter().filter(|item| known.insert((self.id)(item))).cloned());
        });
        all
    }

    /// Runs whatever calls it again when something was appended.
    pub fn follow(self) {
        self.appended.track();
    }

    /// Whether the first part is of the list that is asked for now.
    pub fn is_current(self) -> bool {
        let list = self.list.get();
        self.answered.with(|answered| answered.as_ref() == Some(&list))
    }

    /// Whether there is more to append.
    pub fn has_next(self) -> bool {
        self.is_current() && self.next.with(Option::is_some)
    }

    /// The first of those that the person has just asked for, once: to move the focus there.
    pub fn take_arrived(self) -> Option<String> {
        self.arrived.try_update_value(Option::take).flatten()
    }

    fn append(self) {
        if let Some(from) = self.next.get_untracked().filter(|_| !self.busy.get_untracked()) {
            self.parts.update_value(|parts| *parts += 1);
            self.fetch(from, 1, false);
        }
    }

    fn fetch(self, from: String, parts: usize, anew: bool) {
        let (turn, list) = (self.turn.get_value(), self.list.get_untracked());
        self.busy.set(true);
        self.error.set(None);
        spawn_local(async move {
            let outcome = self.chain(from, parts).await;
            // The page may be gone, or may by now show another list.
            let same = self.list.try_with_untracked(|now| *now == list) == Some(true);
            if !same || self.turn.try_get_value() != Some(turn) {
                return;
            }
            self.busy.set(false);
            match outcome {
                Ok((items, next)) => {
                    if !anew {
                        self.arrived.set_value(Some(items.first().map(self.id).unwrap_or_default()));
                    }
                    self.next.set(next);
                    self.appended.update(|appended| {
                        if anew {
                            appended.clear();
                        }
                        appended.extend(items);
                    });
                }
                // What was appended before is still worth reading.
                Err(_) if anew => {}
                Err(error) => {
                    self.parts.update_value(|parts| *parts = parts.saturating_sub(1));
                    self.error.set(Some(error));
                }
            }
        });
    }

    /// `parts` parts in a row, from a cursor on, and where they end.
    async fn chain(self, from: String, parts: usize) -> Result<(Vec<T>, Option<String>), ApiError> {
        let (mut items, mut next) = (Vec::new(), Some(from));
        for _ in 0..parts {
            let part = next.take().and_then(|cursor| self.ask.try_with_value(|ask| ask(cursor)));
            let Some(part) = part else { break };
            let page = part.await?;
            items.extend(page.items);
            next = page.next;
        }
        Ok((items, next))
    }

    /// The end of a list of several parts: `count` of what is there, and the button for the rest. Where nothing is left the
    /// count takes the focus of the button.
    pub fn end(self, count: Signal<String>) -> AnyView {
        let there = Memo::new(move |_| self.has_next());
        let told = NodeRef::<html::Span>::new();
        Effect::new(move |before: Option<bool>| {
            let there = there.get();
            let asked = self.arrived.with_value(Option::is_some) && untrack(|| self.is_current());
            if let Some(told) = told.get_untracked().filter(|_| asked && before == Some(true) && !there) {
                // It is on the page, so it takes the focus.
                let _ = told.focus();
            }
            there
        });
        let button = move || there.get().then(|| self.button());
        let several = Memo::new(move |_| {
            self.is_current() && self.first.with(|page| page.is_some_and(|page| page.next.is_some()))
        });
        let end = move || {
            several.get().then(|| {
                view! {
                    <p class="more">
                        {button} <span class="muted" node_ref=told tabindex="-1">{move || count.get()}</span>
                    </p>
                }
            })
        };
        view! { {end} {self.failure()} }.into_any()
    }

    /// The same without a count, for a list that takes the focus to what [arrived](Self::take_arrived).
    pub fn rest(self) -> AnyView {
        let there = Memo::new(move |_| self.has_next());
        let rest = move || there.get().then(|| view! { <p class="more">{self.button()}</p> });
        view! { {rest} {self.failure()} }.into_any()
    }

    fn button(self) -> AnyView {
        let press = Callback::new(move |()| self.append());
        view! { <Button busy=self.busy on_press=press>{m::common::more()}</Button> }.into_any()
    }

    /// Why the last part did not come.
    fn failure(self) -> AnyView {
        let words =
            move || self.error.get().map(|e| view! { <p class="field__error" role="alert">{e.words()}</p> });
        words.into_any()
    }
}

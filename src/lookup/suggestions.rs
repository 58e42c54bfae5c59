//! What fits the letters typed so far, and the field in which they are typed.

use super::{Finding, choice, look_up, pace::Pace};
use crate::{
    api::ApiError,
    i18n::m,
    ui::{Choice, Combobox, FieldText, Remark},
};
use guichet_contract::types::{Lookup, LookupQuery};
use guichet_rules::form::SourceList;
use leptos::{ev, prelude::*, task::spawn_local};
use std::{sync::Arc, time::Duration};

/// As many as fit in the list without scrolling for long. One more is asked for, to know whether there are more.
const SHOWN: u32 = 20;
/// As many as a backend gives at once.
const MOST: u32 = 100;
/// Between two calls while somebody types.
const PAUSE: Duration = Duration::from_millis(150);

#[derive(Clone, PartialEq)]
enum State {
    Looking,
    There,
    Failed(ApiError),
}

type Find = Arc<dyn Fn(LookupQuery) -> Finding + Send + Sync>;
type Except = Arc<dyn Fn(&str) -> bool + Send + Sync>;

/// What fits what was typed last.
#[derive(Clone, Copy)]
pub struct Suggestions {
    find: StoredValue<Find>,
    /// Who or what is not offered.
    except: StoredValue<Option<Except>>,
    found: RwSignal<Vec<Lookup>>,
    state: RwSignal<State>,
    words: RwSignal<String>,
    /// Counts what was typed: answers may overtake one another.
    turn: StoredValue<u32>,
    pace: StoredValue<Pace>,
    rest: StoredValue<Option<TimeoutHandle>>,
}

/// Calls `take` with whatever is chosen. That the field was emptied changes nothing.
pub(super) fn each(take: Callback<Choice>) -> Callback<Option<Choice>> {
    Callback::new(move |choice: Option<Choice>| choice.into_iter().for_each(|one| take.run(one)))
}

fn is_offered(except: Option<&Except>, one: &Lookup) -> bool {
    except.is_none_or(|except| !except(&one.id))
}

impl Suggestions {
    /// Of what `find` gives for the words and the number in a query.
    pub fn new(find: impl Fn(LookupQuery) -> Finding + Send + Sync + 'static) -> Self {
        Self::erased(Arc::new(find))
    }

    /// From one of the company's lists, whoever asks.
    pub fn on(list: SourceList) -> Self {
        Self::new(move |query| look_up(list, query))
    }

    fn erased(find: Find) -> Self {
        let own = Self {
            find: StoredValue::new(find),
            except: StoredValue::new(None),
            found: RwSignal::new(Vec::new()),
            state: RwSignal::new(State::Looking),
            words: RwSignal::new(String::new()),
            turn: StoredValue::new(0),
            pace: StoredValue::new(Pace::default()),
            rest: StoredValue::new(None),
        };
        let back = window_event_listener(ev::online, move |_| {
            if matches!(own.state.try_get_untracked(), Some(State::Failed(_))) {
                own.ask(own.words.get_untracked());
            }
        });
        on_cleanup(move || {
            back.remove();
            own.wake();
        });
        own
    }

    /// Without those that `except` names by their ids.
    pub fn except(self, except: impl Fn(&str) -> bool + Send + Sync + 'static) -> Self {
        self.except.set_value(Some(Arc::new(except)));
        self
    }

    /// Forgets what was found: it was of another list.
    pub fn forget(self) {
        self.found.set(Vec::new());
    }

    /// One of those that were found last.
    pub fn one(self, id: &str) -> Option<Lookup> {
        self.found.with_untracked(|all| all.iter().find(|one| one.id == id).cloned())
    }

    /// The field for one of them. `take` is called with the chosen one, `None` when the field was emptied.
    pub fn field(
        self,
        field: FieldText,
        value: Signal<Option<Choice>>,
        take: Callback<Option<Choice>>,
    ) -> AnyView {
        self.combobox(field, value, take, Some((m::lookup::change(), Some(m::lookup::clear()))))
    }

    /// The field for one that cannot be emptied.
    pub fn exchange(
        self,
        field: FieldText,
        value: Signal<Option<Choice>>,
        take: Callback<Choice>,
    ) -> AnyView {
        self.combobox(field, value, each(take), Some((m::lookup::change(), None)))
    }

    /// The field for one after the other: `add` is called with each, and none stays in it.
    pub fn adder(self, field: FieldText, add: Callback<Choice>) -> AnyView {
        self.combobox(field, Signal::stored(None), each(add), None)
    }

    fn combobox(
        self,
        field: FieldText,
        value: Signal<Option<Choice>>,
        take: Callback<Option<Choice>>,
        labels: Option<(String, Option<String>)>,
    ) -> AnyView {
        let options = Memo::new(move |_| self.options());
        let remark = Memo::new(move |_| self.remark(options.with(Vec::len)));
        let busy = Signal::derive(move || self.state.with(|state| *state == State::Looking));
        view! {
            <Combobox
                field=field
                value=value
                options=options
                remark=remark
                busy=busy
                on_query=Callback::new(move |words: String| self.ask(words))
                on_change=take
                labels=labels
            />
        }
        .into_any()
    }

    fn options(self) -> Vec<Choice> {
        let except = self.except.get_value();
        let offered = |one: &&Lookup| is_offered(except.as_ref(), one);
        self.found.with(|all| all.iter().filter(offered).take(SHOWN as usize).map(choice).collect())
    }

    /// How many of those that were found are offered.
    fn offered(self) -> usize {
        let except = self.except.get_value();
        self.found.with(|all| all.iter().filter(|one| is_offered(except.as_ref(), one)).count())
    }

    /// What is to be said of so many options.
    fn remark(self, count: usize) -> Option<Remark> {
        let shown = |text: String| Some(Remark { text, shown: true, retry: None });
        let more = self.offered() > SHOWN as usize;
        match self.state.get() {
            State::Failed(error) => {
                Some(Remark { text: error.words(), shown: true, retry: Some(m::common::retry()) })
            }
            State::Looking if count > 0 => None,
            State::Looking => shown(m::shell::loading()),
            State::There if more => shown(m::lookup::more(&SHOWN.to_string())),
            State::There if count > 0 => {
                let text = m::search::found(u32::try_from(count).unwrap_or(u32::MAX));
                Some(Remark { text, ..Remark::default() })
            }
            State::There => {
                let words = self.words.with(|words| words.trim().to_owned());
                shown(if words.is_empty() { m::lookup::none() } else { m::lookup::nothing(&words) })
            }
        }
    }

    fn ask(self, words: String) {
        self.words.set(words);
        // What is on its way is late now.
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.state.set(State::Looking);
        if self.pace.try_update_value(Pace::typed) == Some(true) {
            self.look();
        }
        self.sleep();
    }

    fn sleep(self) {
        self.wake();
        let rested = move || {
            // The field may be gone.
            if self.pace.try_update_value(Pace::rested) == Some(true) {
                self.look();
                self.sleep();
            }
        };
        self.rest.set_value(set_timeout_with_handle(rested, PAUSE).ok());
    }

    fn wake(self) {
        if let Some(rest) = self.rest.try_get_value().flatten() {
            rest.clear();
        }
    }

    fn look(self) {
        self.look_for(SHOWN + 1);
    }

    fn look_for(self, limit: u32) {
        let turn = self.turn.get_value();
        let query =
            LookupQuery { q: Some(self.words.get_untracked()), limit: Some(limit), ..LookupQuery::default() };
        let finding = self.find.with_value(|find| find(query));
        spawn_local(async move {
            let outcome = finding.await;
            // Something else was typed since, or the field is gone.
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            let (found, state) = match outcome {
                Ok(found) => (found, State::There),
                Err(error) => (Vec::new(), State::Failed(error)),
            };
            let full = found.len() >= limit as usize;
            self.found.set(found);
            if full && limit < MOST && untrack(|| self.offered()) <= SHOWN as usize {
                // Many of them are chosen already: those behind them fit as well.
                self.look_for(MOST);
                return;
            }
            self.state.set(state);
        });
    }
}

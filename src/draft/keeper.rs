//! Keeps the draft of a form while the form is open: looks for it, writes it, and shares it with other tabs.

use super::{
    bound::Bound,
    ending::{End, Ending},
    lead::{Event, Role},
    lock::How,
    message::Kind,
    record::Record,
    shelf,
    tabs::Channel,
};
use chrono::{DateTime, Utc};
use leptos::{prelude::*, task::spawn_local};
use std::{rc::Rc, time::Duration};

/// How long what is typed may wait before it is on its way. As much is lost in a crash.
const PAUSE: Duration = Duration::from_millis(150);

/// The draft of the form on this page.
#[derive(Clone, Copy)]
pub struct Keeper {
    name: StoredValue<String>,
    /// What this tab may do with the form.
    pub role: RwSignal<Role>,
    /// Whether what was kept has been looked for.
    looked: RwSignal<bool>,
    /// When what was typed was last saved.
    pub saved_at: RwSignal<Option<DateTime<Utc>>>,
    /// What was typed is kept in this page alone: the browser takes no more.
    pub unkept: RwSignal<bool>,
    /// Another tab writes too, in a browser without locks.
    pub shared: RwSignal<bool>,
    /// What another tab wrote last.
    pub arrived: RwSignal<Option<Record>>,
    /// What came of the form, where it was sent or put into the cart in another tab.
    pub end: RwSignal<Option<End>>,
    bound: StoredValue<Option<Rc<Bound>>, LocalStorage>,
}

impl Keeper {
    /// For the draft that is called `name`, of whoever `person` says. Lives as long as the page.
    pub fn new(name: String, person: impl Fn() -> String + Send + Sync + 'static) -> Self {
        let keeper = Self::unbound(name, Role::Opening);
        // The last moments in which a page is heard: it is hidden, or goes away.
        for event in ["visibilitychange", "pagehide"] {
            let listener = window_event_listener_untyped(event, move |_| keeper.flush());
            on_cleanup(move || listener.remove());
        }
        let leaving = window_event_listener_untyped("beforeunload", move |event| {
            keeper.flush();
            // What is kept in this page alone goes with it, so the browser asks whether the person means it.
            if keeper.bound().is_some_and(|bound| bound.unsaved.get()) && keeper.unkept.get_untracked() {
                event.prevent_default();
            }
        });
        on_cleanup(move || {
            leaving.remove();
            keeper.let_go();
        });
        let person = Memo::new(move |_| person());
        Effect::new(move || {
            let person = person.get();
            keeper.let_go();
            keeper.looked.set(false);
            keeper.role.set(Role::Opening);
            if !person.is_empty() {
                keeper.open(person);
            }
        });
        keeper
    }

    /// One that keeps nothing: for a form that is only tried, and for what is kept elsewhere.
    pub fn nowhere() -> Self {
        let keeper = Self::unbound(String::new(), Role::Leads);
        keeper.looked.set(true);
        keeper
    }

    fn unbound(name: String, role: Role) -> Self {
        Self {
            name: StoredValue::new(name),
            role: RwSignal::new(role),
            looked: RwSignal::new(false),
            saved_at: RwSignal::new(None),
            unkept: RwSignal::new(false),
            shared: RwSignal::new(false),
            arrived: RwSignal::new(None),
            end: RwSignal::new(None),
            bound: StoredValue::new_local(None),
        }
    }

    /// Whether it is known what was kept, and whether this tab may write.
    pub fn ready(self) -> bool {
        self.looked.get() && self.role.get() != Role::Opening
    }

    /// Whether the person may not write here now.
    pub fn locked(self) -> bool {
        self.role.get() != Role::Leads
    }

    /// Whether another tab has the lead.
    pub fn led_elsewhere(self) -> bool {
        !matches!(self.role.get(), Role::Opening | Role::Leads)
    }

    /// The newest that is known, if anything was ever typed.
    pub fn newest(self) -> Option<Record> {
        let bound = self.bound()?;
        bound.write();
        let newest = bound.newest.borrow().clone();
        (!newest.content.is_empty()).then_some(newest)
    }

    /// Keeps what was typed, in a moment. `write` makes it then: what home lists it as, and JSON without any secret. Whoever
    /// calls it sees to it that it is flushed while `write` still has what it reads.
    pub fn keep(self, write: impl FnOnce() -> Option<(String, String)> + 'static) {
        let Some(bound) = self.bound().filter(|_| self.role.get_untracked() == Role::Leads) else { return };
        bound.typed.replace(Some(Box::new(write)));
        if bound.timer.get().is_none() {
            let waiting = Rc::downgrade(&bound);
            let later = move || {
                if let Some(bound) = waiting.upgrade() {
                    self.flush_of(&bound);
                }
            };
            // Without a timer it is kept when the page is left.
            bound.timer.set(set_timeout_with_handle(later, PAUSE).ok());
        }
    }

    /// Keeps what was typed, now.
    pub fn flush(self) {
        if let Some(bound) = self.bound() {
            self.flush_of(&bound);
        }
    }

    /// Throws away what was typed; the form begins anew with `content`.
    pub fn discard(self, content: String) {
        let Some(bound) = self.bound().filter(|_| self.role.get_untracked() == Role::Leads) else { return };
        bound.drop_pending();
        bound.newest.borrow_mut().content = content;
        bound.stamped();
        bound.tell(Kind::Typed, "");
        self.saved_at.set(None);
        spawn_local(async move { shelf::forget(&bound.person, &bound.name).await });
    }

    /// Takes the lead over from the tab that has it.
    pub fn take_over(self) {
        if let Some(bound) = self.bound() {
            self.happen(&bound, Event::Press, None);
        }
    }

    /// What to tell once the form was sent or put into the cart, even if the page is gone by then.
    pub fn ending(self) -> Ending {
        Ending::new(self, self.bound())
    }

    pub(super) fn bound(self) -> Option<Rc<Bound>> {
        self.bound.try_get_value().flatten()
    }

    pub(super) fn is_bound(self, to: &Rc<Bound>) -> bool {
        self.bound().is_some_and(|bound| Rc::ptr_eq(&bound, to))
    }

    fn let_go(self) {
        if let Some(bound) = self.bound.try_update_value(Option::take).flatten() {
            self.flush_of(&bound);
            bound.leave();
        }
    }

    fn open(self, person: String) {
        let bound = Bound::new(person, self.name.get_value());
        let hearing = Rc::downgrade(&bound);
        let channel = Channel::open(&bound.place, move |message| {
            if let Some(bound) = hearing.upgrade() {
                self.hear(&bound, &message);
            }
        });
        bound.channel.replace(channel);
        bound.locks.set(true);
        self.bound.set_value(Some(Rc::clone(&bound)));
        self.saved_at.set(None);
        self.shared.set(false);
        self.arrived.set(None);
        self.end.set(None);
        spawn_local(async move {
            let mut found = shelf::find(&bound.person, &bound.name).await;
            if found.record.is_some() {
                // Drafts that are too old or too many go, and this may be one of them.
                let kept = shelf::all(&bound.person).await;
                found.record = kept.into_iter().find(|record| record.name == bound.name);
            }
            if !self.is_bound(&bound) {
                return;
            }
            self.unkept.set(!found.lasting);
            if let Some(record) = found.record {
                bound.newest.replace(record);
            }
            self.looked.set(true);
            // Only now, so that whoever leads has what is kept.
            self.ask(&bound, How::IfFree);
        });
    }

    pub(super) fn flush_of(self, bound: &Rc<Bound>) {
        if let Some(timer) = bound.timer.take() {
            timer.clear();
        }
        bound.write();
        if !bound.pending.replace(false) {
            return;
        }
        let seen = bound.newest.borrow().revision;
        let record = bound.stamped();
        bound.say(Kind::Typed, "", Some(record.clone()));
        let bound = Rc::clone(bound);
        // With a lock nobody else writes, so it begins at once: the page may be gone in a moment.
        let saving = bound.locks.get().then(|| shelf::save(record.clone()));
        spawn_local(async move {
            let outcome = match saving {
                Some(saving) => saving.await,
                None => {
                    let before = shelf::find(&bound.person, &bound.name).await.record;
                    if before.is_some_and(|r| r.tab != bound.tab && r.revision > seen) {
                        self.shared.try_set(true);
                    }
                    shelf::save(record.clone()).await
                }
            };
            if bound.over.get() {
                // It was sent meanwhile.
                shelf::forget(&bound.person, &bound.name).await;
                return;
            }
            if outcome.is_ok() && !bound.pending.get() {
                bound.unsaved.set(false);
            }
            if self.is_bound(&bound) {
                let at = DateTime::from_timestamp_millis(record.saved_at);
                self.saved_at.set(at.filter(|_| outcome.is_ok()));
                self.unkept.set(outcome.is_err());
            }
        });
    }
}

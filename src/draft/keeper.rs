//! Keeps the draft of a form while the form is open: looks for it, writes it, and shares it with other tabs.

use super::{
    bound::Bound,
    lead::{Act, Event, Role, step},
    lock::{How, Outcome},
    message::{Kind, Message},
    record::Record,
    shelf,
    tabs::Channel,
};
use chrono::{DateTime, Utc};
use leptos::{prelude::*, task::spawn_local};
use std::{rc::Rc, time::Duration};

/// How long what is typed may wait before it is on its way. As much is lost in a crash.
const PAUSE: Duration = Duration::from_millis(150);

/// How long the tab that leads may take to give the lead. It answers at once, unless the browser has put it to sleep.
const PATIENCE: Duration = Duration::from_millis(1_500);

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
    /// The number of the ticket, where the form was sent in another tab.
    pub receipt: RwSignal<Option<String>>,
    bound: StoredValue<Option<Rc<Bound>>, LocalStorage>,
}

impl Keeper {
    /// For the draft that is called `name`, of whoever `person` says. Lives as long as the page.
    pub fn new(name: String, person: impl Fn() -> String + Send + Sync + 'static) -> Self {
        let keeper = Self {
            name: StoredValue::new(name),
            role: RwSignal::new(Role::Opening),
            looked: RwSignal::new(false),
            saved_at: RwSignal::new(None),
            unkept: RwSignal::new(false),
            shared: RwSignal::new(false),
            arrived: RwSignal::new(None),
            receipt: RwSignal::new(None),
            bound: StoredValue::new_local(None),
        };
        // The last moments in which a page is heard: it is hidden, or goes away.
        for event in ["visibilitychange", "pagehide"] {
            let listener = window_event_listener_untyped(event, move |_| keeper.flush());
            on_cleanup(move || listener.remove());
        }
        let leaving = window_event_listener_untyped("beforeunload", move |event| {
            // The browser asks whether the person means it.
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

    /// Whether it is known what was kept, and whether this tab may write.
    pub fn ready(self) -> bool {
        self.looked.get() && self.role.get() != Role::Opening
    }

    /// Whether the person may not write here now.
    pub fn locked(self) -> bool {
        self.role.get() != Role::Leads
    }

    /// The newest that is known, if anything was ever typed.
    pub fn newest(self) -> Option<Record> {
        let newest = self.bound()?.newest.borrow().clone();
        (!newest.content.is_empty()).then_some(newest)
    }

    /// Keeps what was typed, in a moment. `content` is JSON without any secret, `title` what home lists it as.
    pub fn keep(self, title: &str, content: String) {
        let Some(bound) = self.bound().filter(|_| self.role.get_untracked() == Role::Leads) else { return };
        {
            let mut newest = bound.newest.borrow_mut();
            if newest.content == content {
                return;
            }
            title.clone_into(&mut newest.title);
            newest.content = content;
        }
        bound.pending.set(true);
        bound.unsaved.set(true);
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

    /// What to tell once the form was sent, even if the page is gone by then.
    pub fn ending(self) -> Ending {
        Ending { keeper: self, bound: self.bound() }
    }

    fn bound(self) -> Option<Rc<Bound>> {
        self.bound.try_get_value().flatten()
    }

    fn is_bound(self, to: &Rc<Bound>) -> bool {
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
        self.receipt.set(None);
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

    fn hear(self, bound: &Rc<Bound>, message: &Message) {
        if !message.to.is_empty() && message.to != bound.tab {
            return;
        }
        let event = match message.kind {
            Kind::Hello => Event::Hello,
            Kind::Typed => Event::Typed,
            Kind::Give => Event::Give,
            Kind::Given => Event::Given,
            Kind::Sent => Event::SentElsewhere,
        };
        if event == Event::SentElsewhere && self.is_bound(bound) {
            bound.over.set(true);
            bound.drop_pending();
            self.receipt.set(Some(message.receipt.clone()));
        }
        self.happen(bound, event, Some(message));
    }

    fn happen(self, bound: &Rc<Bound>, event: Event, message: Option<&Message>) {
        if !self.is_bound(bound) {
            return;
        }
        let role = self.role.get_untracked();
        let (next, acts) = step(role, event);
        if next != role {
            self.role.set(next);
        }
        for act in acts {
            self.act(bound, *act, message);
        }
    }

    fn act(self, bound: &Rc<Bound>, act: Act, message: Option<&Message>) {
        let record = || message.and_then(|message| message.record.clone());
        match act {
            Act::Queue => self.ask(bound, How::InLine),
            Act::Steal => self.ask(bound, How::ByForce),
            Act::Unqueue => bound.lock.leave_line(),
            Act::Release => bound.lock.release(),
            Act::Flush => self.flush_of(bound),
            Act::Tell => bound.tell(Kind::Typed, ""),
            Act::Greet => bound.say(Kind::Hello, "", None),
            Act::Beg => bound.say(Kind::Give, "", None),
            Act::Give => bound.tell(Kind::Given, message.map_or("", |message| message.from.as_str())),
            Act::TellSent => bound.say(Kind::Sent, "", None),
            Act::Show => self.show(bound, record()),
            Act::Warn if bound.locks.get() => self.show(bound, record()),
            Act::Warn => self.shared.set(true),
            Act::Wait => {
                let waiting = Rc::downgrade(bound);
                let silence = move || {
                    if let Some(bound) = waiting.upgrade() {
                        self.happen(&bound, Event::Silence, None);
                    }
                };
                set_timeout(silence, PATIENCE);
            }
            Act::Refresh => {
                let bound = Rc::clone(bound);
                spawn_local(async move {
                    let found = shelf::find(&bound.person, &bound.name).await;
                    if self.is_bound(&bound) {
                        self.show(&bound, found.record);
                    }
                });
            }
        }
    }

    /// Shows what another tab wrote, if that is newer than what is here.
    fn show(self, bound: &Rc<Bound>, record: Option<Record>) {
        let Some(record) = record else { return };
        if record.revision > bound.newest.borrow().revision && !bound.pending.get() {
            bound.newest.replace(record.clone());
            self.arrived.set(Some(record));
        }
    }

    fn ask(self, bound: &Rc<Bound>, how: How) {
        let waiting = Rc::downgrade(bound);
        let hear = move |outcome: Outcome| {
            let Some(bound) = waiting.upgrade() else { return };
            let event = match outcome {
                Outcome::Held => Event::Held,
                Outcome::Busy => Event::Busy,
                Outcome::Lost => Event::Lost,
                Outcome::Absent => {
                    bound.locks.set(false);
                    Event::NoLocks
                }
            };
            if outcome == Outcome::Held && !self.is_bound(&bound) {
                // The page is gone; nobody needs the lock here.
                bound.lock.release();
            }
            self.happen(&bound, event, None);
        };
        bound.lock.ask(&bound.place, how, Rc::new(hear));
    }

    fn flush_of(self, bound: &Rc<Bound>) {
        if let Some(timer) = bound.timer.take() {
            timer.clear();
        }
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

/// What to tell once a form was sent.
pub struct Ending {
    keeper: Keeper,
    bound: Option<Rc<Bound>>,
}

impl Ending {
    /// It was sent, and the ticket with this number came of it: nothing of it is kept, here or in other tabs.
    pub fn sent(self, receipt: &str) {
        let Some(bound) = self.bound else { return };
        bound.over.set(true);
        bound.drop_pending();
        bound.receipt.replace(receipt.to_owned());
        if self.keeper.is_bound(&bound) {
            self.keeper.happen(&bound, Event::SentHere, None);
        } else {
            bound.say(Kind::Sent, "", None);
        }
        spawn_local(async move { shelf::forget(&bound.person, &bound.name).await });
    }
}

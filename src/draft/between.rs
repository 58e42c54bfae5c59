//! A form that is open in several tabs: what this one does with what it hears from the others, and from the lock.

use super::{
    bound::Bound,
    ending::End,
    keeper::Keeper,
    lead::{Act, Event, step},
    lock::{How, Outcome},
    message::{Kind, Message},
    record::Record,
    shelf,
};
use leptos::{prelude::*, task::spawn_local};
use std::{rc::Rc, time::Duration};

/// How long the tab that leads may take to give the lead. It answers at once, unless the browser has put it to sleep.
const PATIENCE: Duration = Duration::from_millis(1_500);

impl Keeper {
    pub(super) fn hear(self, bound: &Rc<Bound>, message: &Message) {
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
            // A tab of an earlier release says no more than that it was sent.
            self.end.set(Some(message.end.clone().unwrap_or(End::Sent(String::new()))));
        }
        self.happen(bound, event, Some(message));
    }

    pub(super) fn happen(self, bound: &Rc<Bound>, event: Event, message: Option<&Message>) {
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
        bound.write();
        if record.revision > bound.newest.borrow().revision && !bound.pending.get() {
            bound.newest.replace(record.clone());
            self.arrived.set(Some(record));
        }
    }

    pub(super) fn ask(self, bound: &Rc<Bound>, how: How) {
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
            self.happen(&bound, event, None);
        };
        bound.lock.ask(&bound.place, how, Rc::new(hear));
    }
}

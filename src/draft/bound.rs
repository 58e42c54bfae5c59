//! The draft of one person's form in this tab, while the form is open.

use super::{
    ending::End,
    lock::Lock,
    message::{Kind, Message},
    record::Record,
    tabs::{Channel, call_out},
};
use crate::{api::Key, format};
use leptos::prelude::TimeoutHandle;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// What goes before the name of a lock and of a channel: other programs of the same origin may have theirs.
const PREFIX: &str = "guichet:draft";

/// Makes what is kept of what was typed: what home lists it as, and its content.
pub(super) type Write = Box<dyn FnOnce() -> Option<(String, String)>>;

/// The draft of one person's form in this tab.
#[derive(Default)]
pub(super) struct Bound {
    /// Whose it is.
    pub person: String,
    /// The name of the draft.
    pub name: String,
    /// The name of the lock and of the channel.
    pub place: String,
    /// Tells this tab from others.
    pub tab: String,
    /// Whether the browser has locks.
    pub locks: Cell<bool>,
    /// The lock.
    pub lock: Rc<Lock>,
    /// The channel, while the form is open.
    pub channel: RefCell<Option<Channel>>,
    /// The newest that is known here: found, typed, or heard of.
    pub newest: RefCell<Record>,
    /// What was typed since and is not written out yet: that takes longer than a key may.
    pub typed: RefCell<Option<Write>>,
    /// Whether some of it was typed here and is not yet on its way.
    pub pending: Cell<bool>,
    /// Whether some of it was typed here and is not yet kept.
    pub unsaved: Cell<bool>,
    /// When what is typed goes on its way.
    pub timer: Cell<Option<TimeoutHandle>>,
    /// The form was sent or put into the cart, and nothing of it is kept any more.
    pub over: Cell<bool>,
    /// What came of it.
    pub end: RefCell<Option<End>>,
}

impl Bound {
    /// The draft of `person` that is called `name`.
    pub fn new(person: String, name: String) -> Rc<Self> {
        let place = format!("{PREFIX}:{person}:{name}");
        let tab = Key::fresh().to_string();
        Rc::new(Self { person, name, place, tab, ..Self::default() })
    }

    /// Writes out what was typed, so that `newest` has it.
    pub fn write(&self) {
        // First taken, then called: nothing is borrowed meanwhile.
        let typed = self.typed.take();
        let Some((title, content)) = typed.and_then(|write| write()) else { return };
        {
            let mut newest = self.newest.borrow_mut();
            if newest.content == content {
                return;
            }
            newest.title = title;
            newest.content = content;
        }
        self.pending.set(true);
        self.unsaved.set(true);
    }

    /// What was typed, with the time and its number: as it goes on its way.
    pub fn stamped(&self) -> Record {
        let mut newest = self.newest.borrow_mut();
        newest.person.clone_from(&self.person);
        newest.name.clone_from(&self.name);
        newest.tab.clone_from(&self.tab);
        newest.saved_at = format::now().timestamp_millis();
        newest.revision = newest.revision.wrapping_add(1);
        newest.clone()
    }

    /// Says something to the other tabs, also when the form is no longer open here.
    pub fn say(&self, kind: Kind, to: &str, record: Option<Record>) {
        let end = self.end.borrow().clone();
        let message = Message { kind, from: self.tab.clone(), to: to.to_owned(), record, end };
        match &*self.channel.borrow() {
            Some(channel) => channel.say(&message),
            None => call_out(&self.place, &message),
        }
    }

    /// Says what is in the form.
    pub fn tell(&self, kind: Kind, to: &str) {
        self.write();
        let newest = self.newest.borrow().clone();
        self.say(kind, to, Some(newest));
    }

    /// What was typed goes nowhere any more.
    pub fn drop_pending(&self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
        self.typed.replace(None);
        self.pending.set(false);
        self.unsaved.set(false);
    }

    /// The form is no longer open here.
    pub fn leave(&self) {
        self.lock.close();
        self.channel.replace(None);
    }
}

//! The lock that tells which tab writes, by the Web Locks API. The browser gives it up with the tab, however that ends.

use crate::database::js;
use js_sys::{Function, Promise, Reflect};
use leptos::task::spawn_local;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

/// How to ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// Only if nobody has it.
    IfFree,
    /// Behind those who asked before.
    InLine,
    /// From whoever has it.
    ByForce,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It is held now.
    Held,
    /// Another tab has it.
    Busy,
    /// It was held, and another tab took it away.
    Lost,
    /// The browser has no locks, or not for this page.
    Absent,
}

/// The lock of one form in one tab.
#[derive(Default)]
pub(super) struct Lock {
    /// Gives up what is held.
    release: RefCell<Option<Function>>,
    /// Leaves the line.
    waiting: RefCell<Option<AbortController>>,
    /// The form is no longer open: what comes now is given up at once.
    closed: Cell<bool>,
    /// How many times it was asked for.
    asked: Cell<u32>,
    /// The time that it was asked for when it was got.
    got: Cell<u32>,
}

impl Lock {
    /// Asks for the lock that is called `name`, and tells `hear` of each thing that comes of it.
    pub fn ask(self: &Rc<Self>, name: &str, how: How, hear: Rc<dyn Fn(Outcome)>) {
        self.leave_line();
        let this = self.asked.get().wrapping_add(1);
        self.asked.set(this);
        let granted = Rc::new(Cell::new(false));
        let (lock, told, got) = (Rc::clone(self), Rc::clone(&hear), Rc::clone(&granted));
        // What it gives back is how long the lock is held.
        let callback = Closure::<dyn FnMut(JsValue) -> JsValue>::new(move |held: JsValue| {
            if lock.closed.get() {
                return JsValue::UNDEFINED;
            }
            if held.is_null() {
                told(Outcome::Busy);
                return JsValue::UNDEFINED;
            }
            let mut release = None;
            let until = Promise::new(&mut |resolve, _| release = Some(resolve));
            lock.waiting.replace(None);
            lock.release.replace(release);
            lock.got.set(this);
            got.set(true);
            told(Outcome::Held);
            until.into()
        });
        let mut options = match how {
            How::IfFree => vec![("ifAvailable", JsValue::TRUE)],
            How::InLine => Vec::new(),
            How::ByForce => vec![("steal", JsValue::TRUE)],
        };
        if how == How::InLine
            && let Ok(controller) = AbortController::new()
        {
            options.push(("signal", controller.signal().into()));
            self.waiting.replace(Some(controller));
        }
        let locks = js::get(&js::global("navigator"), "locks");
        let called: JsValue = AsRef::<JsValue>::as_ref(&callback).clone();
        let asked = js::call(&locks, "request", &[name.into(), js::object(&options), called]);
        let Ok(asked) = asked.map(JsCast::unchecked_into::<Promise>) else {
            hear(Outcome::Absent);
            return;
        };
        let lock = Rc::clone(self);
        spawn_local(async move {
            // It fails when the lock is taken away, when this tab leaves the line, and where there are no locks.
            let failed = JsFuture::from(asked).await.is_err();
            // The browser is done with it only now.
            drop(callback);
            match (failed, granted.get(), how) {
                // What this tab took from itself is not lost.
                (true, true, _) if lock.got.get() == this => hear(Outcome::Lost),
                (true, false, How::IfFree) => hear(Outcome::Absent),
                (true, false, How::ByForce) => hear(Outcome::Busy),
                _ => {}
            }
        });
    }

    /// Gives up what is held.
    pub fn release(&self) {
        if let Some(release) = self.release.take() {
            // The function of a promise does not fail.
            let _ = Reflect::apply(&release, &JsValue::UNDEFINED, &js::list(&[]));
        }
    }

    /// Wants nothing more.
    pub fn close(&self) {
        self.closed.set(true);
        self.leave_line();
        self.release();
    }

    /// Leaves the line.
    pub fn leave_line(&self) {
        if let Some(controller) = self.waiting.take() {
            controller.abort();
        }
    }
}

//! What a control needs to know of its question.

use super::super::{asking::Asking, at::At, values};
use guichet_rules::form::{Question, QuestionState};
use leptos::prelude::*;
use serde_json::Value;

/// A question, and where its answer is.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The request.
    pub asking: Asking,
    /// The question.
    pub question: &'a Question,
    /// Where its answer is.
    pub at: &'a At,
}

impl Asked<'_> {
    /// The answer as it is kept.
    pub fn value(self) -> Signal<Option<Value>> {
        let (asking, at) = (self.asking, self.at.clone());
        Signal::derive(move || {
            asking.track(&at);
            asking.kept.with_untracked(|k| at.value(&k.answers).cloned())
        })
    }

    /// Keeps an answer; `None` takes it back.
    pub fn take(self) -> Callback<Option<Value>> {
        let (asking, at) = (self.asking, self.at.clone());
        Callback::new(move |value| asking.answer(&at, value))
    }

    /// The answer as text, for whoever types it letter by letter.
    pub fn typed(self) -> Signal<String> {
        let (asking, at) = (self.asking, self.at.clone());
        Signal::derive(move || {
            asking.track(&at);
            asking.kept.with_untracked(|k| values::typed(at.value(&k.answers)))
        })
    }

    /// What the rules say of it.
    pub fn state<T: Send + Sync + 'static>(
        self,
        read: impl Fn(&QuestionState) -> T + Send + Sync + 'static,
    ) -> Signal<Option<T>> {
        let (asking, at) = (self.asking, self.at.clone());
        Signal::derive(move || {
            asking.track(&at);
            asking.evaluation.with_untracked(|e| at.state(e).map(&read))
        })
    }
}

/// What stands in the fields of an answer that is not their text, letter by letter: "1," is on its way to a number, and the
/// browser's control for days holds what is filled in by half. What is typed stays as it is until the answer changes from
/// elsewhere.
pub struct HalfTyped<T: Send + Sync + 'static> {
    now: StoredValue<T>,
    shown: Memo<T>,
    typed: Callback<T>,
}

impl<T: Send + Sync + 'static> Clone for HalfTyped<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for HalfTyped<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> HalfTyped<T> {
    /// `write` makes the text of an answer, `read` the answer of a text.
    pub fn new(
        asked: Asked<'_>,
        write: impl Fn(Option<&Value>) -> T + Send + Sync + 'static,
        read: impl Fn(&T) -> Option<Value> + Clone + Send + Sync + 'static,
    ) -> Self {
        let (value, take) = (asked.value(), asked.take());
        let now = StoredValue::new(write(value.get_untracked().as_ref()));
        let own = read.clone();
        let shown = Memo::new(move |before: Option<&T>| {
            let value = value.get();
            match before {
                Some(before) if now.with_value(|now| own(now) == value) => before.clone(),
                _ => {
                    let text = write(value.as_ref());
                    now.set_value(text.clone());
                    text
                }
            }
        });
        let typed = Callback::new(move |text: T| {
            let value = read(&text);
            now.set_value(text);
            take.run(value);
        });
        Self { now, shown, typed }
    }

    /// What to put into the fields; only what comes from elsewhere changes it.
    pub fn shown(self) -> Memo<T> {
        self.shown
    }

    /// Something was typed.
    pub fn change(self, change: impl FnOnce(&mut T)) {
        let mut text = self.now.get_value();
        change(&mut text);
        self.typed.run(text);
    }
}

impl HalfTyped<String> {
    /// Takes the text of the only field.
    pub fn take(self) -> Callback<String> {
        Callback::new(move |text: String| self.change(|now| *now = text))
    }
}

//! What a form says of itself: that it was left before, that it has changed, when it was saved.

use super::{
    asking::Asking,
    restore::{Restored, draft_name},
};
use crate::{
    draft, format,
    i18n::m,
    ui::{Notice, Tone},
};
use chrono::{DateTime, Utc};
use leptos::prelude::*;

/// What is said above the first page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Notes {
    /// When the form was left, until the person goes on or begins anew.
    pub left_at: RwSignal<Option<DateTime<Utc>>>,
    /// Whether the form has changed since.
    pub changed: RwSignal<bool>,
    /// The questions whose answers no longer fit the form, in words.
    pub unfit: StoredValue<Vec<String>>,
    /// When what was typed was saved.
    pub saved_at: RwSignal<Option<DateTime<Utc>>>,
    /// Counts how often the form was begun anew.
    pub begun: RwSignal<u32>,
}

impl Notes {
    /// Of a form that begins like this.
    pub fn new(restored: &Restored) -> Self {
        Self {
            left_at: RwSignal::new(restored.at.filter(|_| !restored.changed)),
            changed: RwSignal::new(restored.changed),
            unfit: StoredValue::new(restored.unfit.clone()),
            saved_at: RwSignal::new(None),
            begun: RwSignal::new(0),
        }
    }

    /// Keeps what is typed as it is typed.
    pub fn keep_saving(self, asking: Asking) {
        let (name, title) =
            asking.item.with_value(|i| (draft_name(i.summary.id.as_str()), i.summary.name.clone()));
        let person = asking.me.with_value(|me| me.id.to_string());
        let line = asking.way.with_value(|way| way.line.clone());
        Effect::new(move || {
            let kept = asking.kept.get();
            if !asking.touched.get() {
                return;
            }
            if !line.is_empty() {
                // It is a line of the cart already, and stays there.
                asking.form.with_value(|form| asking.basket.rewrite(&line, kept, form));
                self.saved_at.set(Some(format::now()));
                return;
            }
            let kept = asking.form.with_value(|form| kept.without_secrets(form));
            if let Some(at) = draft::keep(&name, &title, &person, &kept) {
                self.saved_at.set(Some(at));
            }
        });
    }

    /// Throws away what was typed.
    fn begin_anew(self, asking: Asking) {
        if !asking.is_line() {
            asking.item.with_value(|i| draft::forget(&draft_name(i.summary.id.as_str())));
        }
        asking.touched.set(false);
        asking.shown.set(Default::default());
        asking.objections.set(Default::default());
        asking.failure.set(None);
        asking.kept.set(asking.form.with_value(|form| Restored::empty(form)));
        asking.fill_in();
        self.left_at.set(None);
        self.changed.set(false);
        self.saved_at.set(None);
        self.begun.update(|n| *n = n.wrapping_add(1));
    }

    /// What is there already, and since when.
    pub fn view(self, asking: Asking) -> AnyView {
        let again = move || {
            view! {
                <button class="link-button" type="button" on:click=move |_| self.begin_anew(asking)>
                    {m::requests::start_again()}
                </button>
            }
        };
        let secrets = asking.form.with_value(|f| f.questions_and_columns().any(|q| q.is_secret()));
        let secrets = move || secrets.then(|| view! { <p>{m::requests::restored_secret()}</p> });
        let before = asking.kept.with_untracked(|kept| kept.again.clone());
        let filled_in = (!before.is_empty() && !self.changed.get_untracked()).then(|| {
            let unfit = self.unfit.with_value(|all| all.join(", "));
            let unfit =
                (!unfit.is_empty()).then(|| view! { <p>{m::requests::form_changed_unfit(&unfit)}</p> });
            view! { <Notice title=m::cart::filled_in_from(&before)>{unfit}</Notice> }
        });
        let left = move || {
            self.left_at.get().map(|at| {
                let title = m::requests::restored(&format::when(at));
                view! { <Notice title=title>{secrets()}<p>{again()}</p></Notice> }
            })
        };
        let unfit = move || {
            let questions = self.unfit.with_value(|all| all.join(", "));
            (!questions.is_empty()).then(|| view! { <p>{m::requests::form_changed_unfit(&questions)}</p> })
        };
        let changed = move || {
            self.changed.get().then(|| {
                view! {
                    <Notice title=m::requests::form_changed() tone=Tone::Warn>
                        <p>{m::requests::form_changed_text()}</p>
                        {unfit()}
                        {secrets()}
                        <p>{again()}</p>
                    </Notice>
                }
            })
        };
        view! { {filled_in} {left} {changed} }.into_any()
    }

    /// "Saved 09:41".
    pub fn saved(self) -> AnyView {
        let words = move || self.saved_at.get().map(|at| m::common::saved_at(&format::time(at)));
        view! { <span class="saved" role="status">{words}</span> }.into_any()
    }
}

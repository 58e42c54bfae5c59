//! What a form says of itself: that it was left before, that it has changed, when it was saved.

use super::{
    asking::Asking,
    at::At,
    file,
    kept::Kept,
    left::{Left, LeftWhy},
    restore::{self, Restored},
    words,
};
use crate::{
    draft::{self, Said},
    format,
    i18n::m,
    ui::{Notice, Tone},
};
use chrono::{DateTime, Utc};
use guichet_rules::form::Kind;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What is said above the first page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Notes {
    /// When the form was left, until the person goes on or begins anew.
    pub left_at: RwSignal<Option<DateTime<Utc>>>,
    /// Whether the form has changed since.
    pub changed: RwSignal<bool>,
    /// Counts how often the form was begun anew.
    pub begun: RwSignal<u32>,
}

impl Notes {
    /// Of a form that begins like this.
    pub fn new(restored: &Restored) -> Self {
        Self {
            left_at: RwSignal::new(restored.at.filter(|_| !restored.changed)),
            changed: RwSignal::new(restored.changed),
            begun: RwSignal::new(0),
        }
    }

    /// Keeps what is typed as it is typed, and shows what is typed in another tab.
    pub fn keep_saving(self, asking: Asking) {
        let title = asking.item.with_value(|i| i.summary.name.clone());
        let line = asking.way.with_value(|way| way.line.clone());
        Effect::new(move || {
            asking.kept.track();
            if !asking.touched.get() {
                return;
            }
            if !line.is_empty() {
                // It is a line of the cart already, and stays there.
                let said = untrack(|| said(asking));
                let (kept, unasked) = (Kept { said, ..asking.kept.get_untracked() }, asking.unasked());
                asking.form.with_value(|form| asking.basket.rewrite(&line, kept, unasked, form));
                let lost = asking.basket.lost.get_untracked();
                asking.draft.saved_at.set((!lost).then(format::now));
            } else {
                let title = title.clone();
                asking.draft.keep(move || {
                    let kept = asking.kept.try_get_untracked()?;
                    Some((title, content(asking, kept)?))
                });
            }
        });
        // While what was typed can still be read.
        on_cleanup(move || asking.draft.flush());
        Effect::new(move || {
            let arrived = asking.draft.arrived.get();
            let kept = arrived.and_then(|record| {
                asking.form.with_value(|form| {
                    let kept = restore::arrived(form, &record)?;
                    Some(asking.kept.with_untracked(|here| kept.with_secrets_of(here, form)))
                })
            });
            if let Some(kept) = kept {
                // It is not from here, so it is not to be kept from here.
                asking.touched.set(false);
                asking.kept.set(kept);
                file::show(asking);
            }
        });
    }

    /// Throws away what was typed.
    fn begin_anew(self, asking: Asking) {
        asking.files.with_value(|files| files.values().for_each(|uploads| uploads.clear()));
        empty(asking, asking.kept.with_untracked(|kept| kept.link.clone()));
        self.left_at.set(None);
        self.changed.set(false);
        self.begun.update(|n| *n = n.wrapping_add(1));
    }

    /// What is there already, and since when.
    pub fn view(self, asking: Asking) -> AnyView {
        let again = move || {
            // Whoever only looks on has nothing to begin anew.
            (!asking.draft.locked()).then(|| {
                view! {
                    <p>
                        <button class="link-button" type="button" on:click=move |_| self.begin_anew(asking)>
                            {m::requests::start_again()}
                        </button>
                    </p>
                }
            })
        };
        let begun = Memo::new(move |_| {
            let at = self.left_at.get().filter(|_| !asking.draft.locked());
            (at, self.changed.get())
        });
        let left = Memo::new(move |_| asking.kept.with(|kept| kept.left.clone()));
        let before = asking.kept.with_untracked(|kept| kept.again.clone());
        let filled_in = move || {
            let (at, changed) = begun.get();
            (!before.is_empty() && !changed).then(|| {
                let left = at.is_none().then(|| left.with(|left| behind(left))).flatten();
                view! { <Notice title=m::cart::filled_in_from(&before)>{left}</Notice> }
            })
        };
        let begun = move || match begun.get() {
            (_, true) => view! {
                <Notice title=m::requests::form_changed() tone=Tone::Warn>
                    <p>{m::requests::form_changed_text()}</p>
                    {left.with(|left| behind(left))}
                    {again}
                </Notice>
            }
            .into_any(),
            (Some(at), false) => {
                let title = m::requests::restored(&format::when(at));
                view! { <Notice title=title>{left.with(|left| behind(left))} {again}</Notice> }.into_any()
            }
            (None, false) => ().into_any(),
        };
        view! { {draft::notices(asking.draft)} {filled_in} {begun} {secrets(asking)} }.into_any()
    }

    /// "Saved 09:41".
    pub fn saved(self, asking: Asking) -> AnyView {
        let words = move || asking.draft.saved_at.get().map(|at| m::common::saved_at(&format::time(at)));
        view! { <span class="saved" role="status">{words}</span> }.into_any()
    }
}

/// Empties the form, here, in other tabs and in its draft; what `link` brought stays.
pub(super) fn empty(asking: Asking, link: BTreeMap<String, String>) {
    asking.touched.set(false);
    asking.shown.set(Default::default());
    asking.objections.set(Default::default());
    asking.failure.set(None);
    asking.kept.set(Kept { link, ..asking.form.with_value(|form| Restored::empty(form)) });
    asking.fill_in();
    asking.draft.discard(content(asking, asking.kept.get_untracked()).unwrap_or_default());
}

/// What is kept: without any secret, and with the answers in words.
fn content(asking: Asking, kept: Kept) -> Option<String> {
    let said = untrack(|| said(asking));
    let kept = asking.form.with_value(|form| Kept { said, ..kept.without_secrets(form) });
    serde_json::to_string(&kept).ok()
}

/// The answers in words. Left out is what a secret could be read from: itself, rows that hold one, and what is worked out.
pub(super) fn said(asking: Asking) -> Vec<Said> {
    asking.form.with_value(|form| {
        let tells = |kind: &Kind| {
            !matches!(kind, Kind::Computed { .. })
                && !kind.columns().iter().any(|q| q.is_secret() || matches!(q.kind, Kind::Computed { .. }))
        };
        let questions = form.questions().filter(|q| !q.is_secret() && tells(&q.kind));
        let words = questions.filter_map(|question| {
            let at = At::question(&question.id);
            let words = asking.asks(&at).then(|| words::answer(asking, question, &at)).flatten()?;
            Some(Said { question: question.id.to_string(), label: question.label.clone(), words })
        });
        words.collect()
    })
}

/// The answers that did not come along, with why.
pub(super) fn behind(left: &[Left]) -> Option<AnyView> {
    let line = |left: &Left| {
        let (answer, question) = (left.words.as_str(), left.label.as_str());
        let words = match left.why {
            _ if answer.is_empty() => m::requests::left_unknown(question),
            LeftWhy::NotAsked => m::requests::left_not_asked(answer, question),
            LeftWhy::AskedOtherwise => m::requests::left_otherwise(answer, question),
            LeftWhy::NotOffered => m::requests::left_not_offered(answer, question),
        };
        view! { <li>{words}</li> }.into_any()
    };
    (!left.is_empty()).then(|| view! { <ul>{left.iter().map(line).collect_view()}</ul> }.into_any())
}

/// Which secrets have to be typed again, until they are.
fn secrets(asking: Asking) -> AnyView {
    let missing = Memo::new(move |_| {
        asking.kept.with(|kept| asking.form.with_value(|form| kept.to_repeat(form).join(", ")))
    });
    let notice = move || {
        let questions = missing.get();
        (!questions.is_empty() && !asking.draft.locked()).then(|| {
            view! { <Notice title=m::requests::restored_secret(&questions) tone=Tone::Warn/> }
        })
    };
    notice.into_any()
}

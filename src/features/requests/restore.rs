//! How a form begins: empty, as a link fills it in, or as it was left.

use super::{kept::Kept, values};
use crate::{
    api::{self, Key},
    draft::Record,
    router::ParamsMap,
};
use chrono::{DateTime, Utc};
use guichet_rules::form::Form;

/// What a form begins with.
#[derive(Debug, Clone)]
pub(super) struct Restored {
    /// What is answered already. What the form begins with is not among it.
    pub kept: Kept,
    /// When it was left, if it was begun before.
    pub at: Option<DateTime<Utc>>,
    /// The form was another version then.
    pub changed: bool,
}

impl Restored {
    /// Takes the draft that was left, or what was `carried` over from a form that changed meanwhile. Answers in the link fill
    /// in what is not answered.
    pub fn find(form: &Form, draft: Option<&Record>, link: &ParamsMap, carried: Option<Kept>) -> Self {
        let at = draft.and_then(|draft| DateTime::from_timestamp_millis(draft.saved_at));
        let left = || api::read::<Kept>(&draft?.content);
        let Some(kept) = carried.or_else(left) else {
            let kept = with_link(Self::empty(form), form, link);
            return Self { kept, at: None, changed: false };
        };
        let changed = kept.version != form.version;
        Self { kept: with_link(fitted(kept, form), form, link), at, changed }
    }

    /// Nothing that anybody answered.
    pub fn empty(form: &Form) -> Kept {
        Kept {
            version: form.version,
            quantity: "1".to_owned(),
            key: Key::fresh().to_string(),
            ..Kept::default()
        }
    }
}

/// What another tab wrote, as `form` takes it; none where it cannot be read.
pub(super) fn arrived(form: &Form, record: &Record) -> Option<Kept> {
    api::read::<Kept>(&record.content).map(|kept| fitted(kept, form))
}

fn fitted(kept: Kept, form: &Form) -> Kept {
    let mut kept = if kept.version == form.version { kept } else { kept.carried_over(form) };
    if kept.key.is_empty() {
        kept.key = Key::fresh().to_string();
    }
    kept
}

/// With the answers in the link, where nobody gave another one.
fn with_link(mut kept: Kept, form: &Form, link: &ParamsMap) -> Kept {
    for (question, value) in values::from_link(form, link) {
        if kept.own.insert(question.clone()) {
            kept.answers.insert(question, value);
        }
    }
    kept
}

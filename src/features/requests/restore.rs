//! How a form begins: empty, as a link fills it in, or as it was left.

use super::{
    kept::Kept,
    left::{Left, LeftWhy},
    values,
};
use crate::{
    api::{self, Key},
    draft::Record,
    router::ParamsMap,
};
use chrono::{DateTime, Utc};
use guichet_rules::{form::Form, ids::QuestionId};

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
    /// Takes the draft that was left, or what was `carried` over from a form that changed meanwhile, or what is `given`: a line of
    /// the cart, or what was ordered before. Answers in the link fill in what is not answered.
    pub fn find(
        form: &Form,
        draft: Option<&Record>,
        link: &ParamsMap,
        (carried, given): (Option<Kept>, Option<Kept>),
    ) -> Self {
        let left = draft.and_then(|draft| Some((draft.saved_at, api::read::<Kept>(&draft.content)?)));
        // Whoever orders again and goes on after a reload has a draft of just that.
        let left = left.filter(|(_, left)| given.as_ref().is_none_or(|given| left.goes_on(given)));
        let at = left.as_ref().and_then(|(at, _)| DateTime::from_timestamp_millis(*at));
        let Some(kept) = carried.or(left.map(|(_, left)| left)).or(given) else {
            let kept = with_link(Self::empty(form), form, link);
            return Self { kept, at: None, changed: false };
        };
        let changed = kept.version != form.version;
        Self { kept: with_link(fitted(kept, form), form, link), at, changed }
    }

    /// Notes that these questions were answered before, with what is not given out again.
    pub fn leave_out(&mut self, form: &Form, questions: &[QuestionId]) {
        let asked = form.questions().filter(|question| questions.contains(&question.id));
        self.kept.left.extend(asked.map(|question| Left {
            label: question.label.clone(),
            words: String::new(),
            why: LeftWhy::AskedOtherwise,
        }));
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
    // The cart takes newer forms over without knowing what they ask.
    kept.forget_lost_files(form);
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

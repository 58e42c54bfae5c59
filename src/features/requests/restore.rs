//! How a form begins: empty, as a link fills it in, or as it was left.

use super::{kept::Kept, values};
use crate::{api::Key, draft, router::ParamsMap};
use chrono::{DateTime, Utc};
use guichet_rules::{form::Form, ids::QuestionId};

/// The name of the draft of a request for `item`.
pub(super) fn draft_name(item: &str) -> String {
    format!("request:{item}")
}

/// What a form begins with.
#[derive(Debug, Clone)]
pub(super) struct Restored {
    /// What is answered already. What the form begins with is not among it.
    pub kept: Kept,
    /// When it was left, if it was begun before.
    pub at: Option<DateTime<Utc>>,
    /// The form was another version then.
    pub changed: bool,
    /// The questions whose answers no longer fit, in words.
    pub unfit: Vec<String>,
}

impl Restored {
    /// Looks for what `person` left, or takes what was `carried` over from a form that changed meanwhile, or what is `given`: a
    /// line of the cart, or what was ordered before. Answers in the link fill in what is not answered.
    pub fn find(
        item: &str,
        form: &Form,
        person: &str,
        link: &ParamsMap,
        (carried, given): (Option<Kept>, Option<Kept>),
    ) -> Self {
        let draft = draft::kept::<Kept>(&draft_name(item), person);
        // Whoever orders again and goes on after a reload has a draft of just that.
        let draft = draft.filter(|draft| given.as_ref().is_none_or(|given| draft.content.goes_on(given)));
        let at = draft.as_ref().and_then(|d| DateTime::from_timestamp_millis(d.saved_at));
        let Some(mut kept) = carried.or(draft.map(|d| d.content)).or(given) else {
            let kept = with_link(Self::empty(form), form, link);
            return Self { kept, at: None, changed: false, unfit: Vec::new() };
        };
        let changed = kept.version != form.version;
        let mut unfit = Vec::new();
        if changed {
            let (carried, questions) = kept.carried_over(form);
            kept = carried;
            let asked = form.questions().filter(|q| questions.contains(&q.id));
            unfit.extend(asked.map(|q| q.label.clone()));
        }
        kept = with_link(kept, form, link);
        if kept.key.is_empty() {
            kept.key = Key::fresh().to_string();
        }
        Self { kept, at, changed, unfit }
    }

    /// Notes that these questions were answered before, with what is not given out again.
    pub fn leave_out(&mut self, form: &Form, questions: &[QuestionId]) {
        let asked = form.questions().filter(|question| questions.contains(&question.id));
        self.unfit.extend(asked.map(|question| question.label.clone()));
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

/// With the answers in the link, where nobody gave another one.
fn with_link(mut kept: Kept, form: &Form, link: &ParamsMap) -> Kept {
    for (question, value) in values::from_link(form, link) {
        if kept.own.insert(question.clone()) {
            kept.answers.insert(question, value);
        }
    }
    kept
}

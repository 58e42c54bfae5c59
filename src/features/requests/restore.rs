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

/// With the answers in the link, where nobody gave another one, and with what it fills in: the address of the next step has it
/// no more.
fn with_link(mut kept: Kept, form: &Form, link: &ParamsMap) -> Kept {
    kept.link.extend(values::of_link(form, link));
    for (question, value) in values::from_link(form, link) {
        if kept.own.insert(question.clone()) {
            kept.answers.insert(question, value);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::collections::BTreeMap;

    #[test]
    fn what_a_link_fills_in_outlives_its_address() {
        let form = json!({"id": "f", "version": 1, "pages": [{"id": "p", "title": "P", "questions": [
            {"id": "heard", "type": "short_text", "label": "Heard", "default_from": {"link": "from"}},
            {"id": "code", "type": "short_text", "label": "Code", "sensitive": true, "default_from": {"link": "code"}},
        ]}]});
        let form: Form = serde_json::from_value(form).unwrap_or_else(|e| panic!("{e}"));
        let begun = Kept { version: 1, key: "k".to_owned(), ..Kept::default() };
        let led = ParamsMap::parse("from=newsletter&code=1234&other=x");
        let first = Restored::find(&form, None, &led, (None, Some(begun))).kept;
        let link = BTreeMap::from([("from".to_owned(), "newsletter".to_owned())]);
        assert_eq!(first.link, link);
        // The address of the next step says nothing of it.
        let next = Restored::find(&form, None, &ParamsMap::default(), (None, Some(first))).kept;
        assert_eq!(next.link, link);
        let other = Restored::find(&form, None, &ParamsMap::parse("from=poster"), (None, Some(next))).kept;
        assert_eq!(other.link.get("from").map(String::as_str), Some("poster"));
    }
}

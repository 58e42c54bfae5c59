//! What may make the request unnecessary, while somebody writes what they need it for.

use super::{asking::Asking, at::At, cart, file, kept::Kept, notes::empty};
use crate::deflect::{self, Ending};
use guichet_rules::{
    form::{Form, Kind, Page, Width},
    ids::{QuestionId, ServiceId},
};
use leptos::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;

/// The suggestions for a page of the form; nothing where no article is about the item, where nothing is told in one's own
/// words, and where the form is only tried.
pub(super) fn suggest(asking: Asking, page: usize) -> AnyView {
    let told = asking.form.with_value(|form| telling(form, form.pages.get(page..=page).unwrap_or_default()));
    let service = asking
        .item
        .with_value(|item| (!item.articles.is_empty()).then(|| item.service.id.clone()))
        .filter(|_| asking.trial.with_value(Option::is_none));
    let (Some(first), Some(service)) = (told.first().cloned(), service) else { return ().into_any() };
    let ending = if asking.is_line() {
        // An empty form would be no line any more.
        Ending::Left(Callback::new(move |solved| cart::not_needed(asking, solved)))
    } else {
        let before = StoredValue::new(Kept::default());
        Ending::Emptied {
            close: Callback::new(move |()| before.set_value(close(asking))),
            reopen: Callback::new(move |()| reopen(asking, before.get_value(), &first)),
        }
    };
    suggestions(asking, told, Some(service), ending)
}

/// What may help with what is told in `told`.
pub(super) fn suggestions(
    asking: Asking,
    told: Vec<QuestionId>,
    service: Option<ServiceId>,
    ending: Ending,
) -> AnyView {
    let words = Memo::new(move |_| {
        let text = |id: &QuestionId| {
            let at = At::question(id);
            // What an order guide has answered is not being typed here.
            let asked = asking.asks(&at) && !asking.is_settled(&at);
            asking
                .kept
                .with(|kept| kept.answers.get(id).and_then(Value::as_str).map(str::to_owned))
                .filter(|_| asked)
        };
        told.iter().filter_map(text).collect::<Vec<_>>().join(" ")
    });
    deflect::suggestions(deflect::Form {
        words: words.into(),
        name: StoredValue::new(asking.item.with_value(|item| item.summary.id.to_string())),
        service: StoredValue::new(service),
        ending,
    })
}

/// The questions of `here`, pages of `form`, that are answered in one's own words and not in secret: at length, or in a line
/// where the form asks nothing at length.
pub(super) fn telling(form: &Form, here: &[Page]) -> Vec<QuestionId> {
    let all = || form.pages.iter().flat_map(|page| &page.questions);
    let tells: fn(&Kind) -> bool =
        if all().any(|question| tells_at_length(&question.kind)) { tells_at_length } else { tells_in_a_line };
    let here = here.iter().flat_map(|page| &page.questions);
    let here = here.filter(|question| tells(&question.kind) && !question.is_secret());
    here.map(|question| question.id.clone()).collect()
}

fn tells_at_length(kind: &Kind) -> bool {
    matches!(kind, Kind::LongText { .. } | Kind::RichText { .. })
}

/// What has to look like something, or is short by nature, is a number or a code, and no words.
fn tells_in_a_line(kind: &Kind) -> bool {
    matches!(kind, Kind::ShortText { pattern: None, width, .. } if *width != Some(Width::Short))
}

/// Empties the form and its draft, and gives what was in it. Its files stay where they are until that is final.
pub(super) fn close(asking: Asking) -> Kept {
    let before = asking.kept.get_untracked();
    empty(asking, BTreeMap::new());
    file::show(asking);
    before
}

/// Puts back what was in it, and goes on where it is told in one's own words.
pub(super) fn reopen(asking: Asking, before: Kept, first: &QuestionId) {
    asking.change(|now| *now = before);
    file::show(asking);
    asking.focus.focus(&At::question(first).key());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(questions: serde_json::Value) -> Vec<String> {
        let form = serde_json::json!({
            "id": "f", "version": 1, "pages": [{ "id": "p", "title": "P", "questions": questions }],
        });
        let form: Form = serde_json::from_value(form).unwrap_or_else(|error| panic!("{error}"));
        telling(&form, &form.pages).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_form_that_asks_nothing_at_length_is_told_in_lines() {
        let line = serde_json::json!({ "id": "app", "type": "short_text", "label": "Which application?" });
        let code =
            serde_json::json!({ "id": "code", "type": "short_text", "label": "Number", "pattern": "[0-9]+" });
        let long = serde_json::json!({ "id": "why", "type": "long_text", "label": "Why?" });
        assert_eq!(told(serde_json::json!([line, code])), ["app"]);
        let room =
            serde_json::json!({ "id": "room", "type": "short_text", "label": "Room", "width": "short" });
        assert_eq!(told(serde_json::json!([line, code, room])), ["app"]);
        assert_eq!(told(serde_json::json!([line, code, long])), ["why"]);
    }
}

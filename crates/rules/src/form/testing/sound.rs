//! A form without what the lint finds in it.

use super::super::{Form, Kind, Question, lint};
use serde_json::Value;

/// `form` without what is wrong with it: at each finding the smallest part is taken out with which it goes away. That may
/// leave others with nothing to name, so it is done until nothing is found.
pub(super) fn mended(mut form: Form) -> Form {
    for page in &mut form.pages {
        page.questions.iter_mut().for_each(unasked);
    }
    while let Some(finding) = lint(&form).into_iter().next() {
        match without(&form, &finding.pointer) {
            Some(less) => form = less,
            None => break,
        }
    }
    form
}

/// What is only shown or worked out has none of what belongs to questions that are answered: whoever reads a form strictly
/// would refuse it.
fn unasked(question: &mut Question) {
    if let Kind::Rows { questions, .. } = &mut question.kind {
        questions.iter_mut().for_each(unasked);
    }
    if question.kind.is_asked() {
        return;
    }
    question.required = false;
    question.sensitive = false;
    question.required_when = None;
    question.read_only_when = None;
    question.constraints.clear();
    question.default = None;
    question.default_from = None;
}

/// `form` without what is at `pointer`, or without what that belongs to, where a form needs it. None where that is the form.
fn without(form: &Form, pointer: &str) -> Option<Form> {
    let whole = serde_json::to_value(form).ok()?;
    let mut at = pointer;
    while let Some((above, key)) = at.rsplit_once('/') {
        let mut json = whole.clone();
        let removed = match json.pointer_mut(above) {
            Some(Value::Object(map)) => map.remove(key).is_some(),
            Some(Value::Array(items)) => {
                let n = key.parse::<usize>().ok().filter(|n| *n < items.len());
                n.map(|n| items.remove(n)).is_some()
            }
            _ => false,
        };
        if removed
            && let Ok(less) = serde_json::from_value::<Form>(json)
            && less != *form
        {
            return Some(less);
        }
        at = above;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::{random_form, sound_form};
    use super::*;

    #[test]
    fn nothing_is_found_in_what_is_left() {
        let (mut questions, mut conditions) = (0, 0);
        for seed in 0..200 {
            let form = sound_form(seed).unwrap();
            let found = lint(&form);
            assert!(form.pages.is_empty() || found.is_empty(), "{seed}: {found:?}");
            questions += form.questions().count();
            conditions +=
                form.questions_and_columns().filter(|question| question.visible_when.is_some()).count();
        }
        let before: usize = (0..200).map(|seed| random_form(seed).unwrap().questions().count()).sum();
        assert!(
            questions * 2 > before && conditions > 50,
            "{questions} of {before}, {conditions} conditions"
        );
    }
}

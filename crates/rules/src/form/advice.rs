//! What is not wrong with a form, and could be better. Nothing of it keeps a form from being published.

use super::{ChoiceDisplay, Form, Kind, ManyDisplay, Question};
use crate::ids::QuestionId;
use std::collections::BTreeMap;

/// Options that people take in at a glance; more are found sooner in a list that can be opened or searched.
const IN_SIGHT: usize = 7;

/// Something that could be better.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// A JSON Pointer into the form.
    pub pointer: String,
    /// What could be better.
    pub hint: Hint,
}

/// What could be better about a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// So many options are in sight at once.
    ManyInSight(usize),
    /// There is nothing to choose.
    OnlyOption,
    /// A reason is given why it is asked, and it always is.
    ReasonForNothing,
    /// There are words for an answer that is missing, and none is ever needed.
    NeverNeeded,
    /// A condition says when it is needed, and it always is.
    NeededAnyway,
    /// An earlier question has the same words.
    SameLabel(QuestionId),
    /// Fewer than none can be asked for, and are charged as none.
    FewerThanNone,
}

impl Advice {
    /// What could be better, in words.
    pub fn what(&self) -> String {
        match &self.hint {
            Hint::ManyInSight(count) => format!("{count} options are in sight at once"),
            Hint::OnlyOption => "there is only one option, so there is nothing to choose".to_owned(),
            Hint::ReasonForNothing => "`because` is never shown: the question is always asked".to_owned(),
            Hint::NeverNeeded => "`required_message` is never shown: no answer is ever needed".to_owned(),
            Hint::NeededAnyway => "`required_when` decides nothing: an answer is always needed".to_owned(),
            Hint::SameLabel(question) => format!("the question has the same words as '{question}'"),
            Hint::FewerThanNone => "each is charged, and fewer than none can be asked for".to_owned(),
        }
    }

    /// What to do about it.
    pub fn remedy(&self) -> &'static str {
        match &self.hint {
            Hint::ManyInSight(_) => "use `display: select`, or `display: list` where several can be chosen",
            Hint::OnlyOption => "add another option, or ask with `yes_no`",
            Hint::ReasonForNothing => "remove it, or add `visible_when`",
            Hint::NeverNeeded => "remove it, or add `required: true`",
            Hint::NeededAnyway => "remove it, or remove `required: true`",
            Hint::SameLabel(_) => "say what makes them different",
            Hint::FewerThanNone => "set `min` to 0 or more",
        }
    }
}

/// Everything that could be better about `form`, in its order.
pub fn advise(form: &Form) -> Vec<Advice> {
    let mut all = Vec::new();
    let mut labels: BTreeMap<&str, &QuestionId> = BTreeMap::new();
    for (p, page) in form.pages.iter().enumerate() {
        for (q, question) in page.questions.iter().enumerate() {
            let at = format!("/pages/{p}/questions/{q}");
            own(question, &at, &mut all);
            for (c, column) in question.kind.columns().iter().enumerate() {
                own(column, &format!("{at}/questions/{c}"), &mut all);
            }
            // What is only shown, or worked out, may repeat what was asked.
            if !question.kind.is_asked() || question.label.is_empty() {
                continue;
            }
            match labels.get(question.label.as_str()) {
                Some(earlier) => {
                    let hint = Hint::SameLabel((*earlier).clone());
                    all.push(Advice { pointer: format!("{at}/label"), hint });
                }
                None => {
                    labels.insert(&question.label, &question.id);
                }
            }
        }
    }
    all
}

/// What could be better about a question by itself.
fn own(question: &Question, at: &str, all: &mut Vec<Advice>) {
    let mut advise = |key: &str, hint: Hint| all.push(Advice { pointer: format!("{at}/{key}"), hint });
    let needed = question.required || question.required_when.is_some();
    if question.because.is_some() && question.visible_when.is_none() {
        advise("because", Hint::ReasonForNothing);
    }
    if question.required_message.is_some() && !needed {
        advise("required_message", Hint::NeverNeeded);
    }
    if question.required && question.required_when.is_some() {
        advise("required_when", Hint::NeededAnyway);
    }
    let count = question.kind.options().len();
    let in_sight = match &question.kind {
        Kind::SingleChoice { display, .. } => *display != Some(ChoiceDisplay::Select),
        Kind::ManyChoice { display, .. } => *display != Some(ManyDisplay::List),
        _ => false,
    };
    if in_sight && count > IN_SIGHT {
        advise("options", Hint::ManyInSight(count));
    }
    if matches!(question.kind, Kind::SingleChoice { .. }) && count == 1 {
        advise("options", Hint::OnlyOption);
    }
    if let Kind::Number { price: Some(_), min, .. } = &question.kind
        && min.is_some_and(|min| min < 0.0)
    {
        advise("min", Hint::FewerThanNone);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn advice(questions: Value) -> Vec<(String, Hint)> {
        let form =
            json!({"id": "f", "version": 1, "pages": [{"id": "p", "title": "P", "questions": questions}]});
        let all = advise(&serde_json::from_value(form).unwrap());
        assert!(all.iter().all(|advice| !advice.what().is_empty() && !advice.remedy().is_empty()));
        all.into_iter().map(|advice| (advice.pointer, advice.hint)).collect()
    }

    fn options(count: usize) -> Value {
        (0..count).map(|n| json!({"id": format!("o{n}"), "label": "O"})).collect()
    }

    #[test]
    fn what_could_be_better_is_found_where_it_is() {
        let first = QuestionId::new("a").unwrap();
        for (question, expected) in [
            (json!({"type": "short_text"}), None),
            (json!({"type": "single_choice", "options": options(7)}), None),
            (
                json!({"type": "single_choice", "options": options(8)}),
                Some(("options", Hint::ManyInSight(8))),
            ),
            (json!({"type": "single_choice", "options": options(8), "display": "select"}), None),
            (json!({"type": "many_choice", "options": options(9)}), Some(("options", Hint::ManyInSight(9)))),
            (json!({"type": "many_choice", "options": options(9), "display": "list"}), None),
            (json!({"type": "single_choice", "options": options(1)}), Some(("options", Hint::OnlyOption))),
            (json!({"type": "many_choice", "options": options(1)}), None),
            (json!({"type": "email", "because": "so"}), Some(("because", Hint::ReasonForNothing))),
            (json!({"type": "email", "because": "so", "visible_when": {"present": "a"}}), None),
            (
                json!({"type": "email", "required_message": "Do"}),
                Some(("required_message", Hint::NeverNeeded)),
            ),
            (
                json!({"type": "email", "required": true, "required_when": {"present": "a"}}),
                Some(("required_when", Hint::NeededAnyway)),
            ),
            (
                json!({"type": "number", "integer": true, "min": -1, "price": {"monthly": 5}}),
                Some(("min", Hint::FewerThanNone)),
            ),
            (json!({"type": "number", "integer": true, "min": 0, "price": {"monthly": 5}}), None),
            (json!({"type": "email", "label": "First"}), Some(("label", Hint::SameLabel(first.clone())))),
            (json!({"type": "heading", "label": "First"}), None),
        ] {
            let mut second = json!({"id": "b", "label": "Second"});
            second.as_object_mut().unwrap().extend(question.as_object().unwrap().clone());
            let found = advice(json!([{"id": "a", "type": "short_text", "label": "First"}, second]));
            let expected: Vec<(String, Hint)> = expected
                .into_iter()
                .map(|(key, hint)| (format!("/pages/0/questions/1/{key}"), hint))
                .collect();
            assert_eq!(found, expected, "{question}");
        }
    }
}

//! What holds for every form and every answer.

use super::{
    arbitrary::{QUESTIONS, Scene, any_json, bare, condition, id, scene},
    context, groups, itself, judge, state, today,
};
use guichet_rules::{
    form::{Answer, Answers, Evaluation, Form, Kind, Page, Prefill, ProblemCode, QuestionState, cli, lint},
    ids::{PageId, QuestionId},
    money::{Amounts, Currency, Price},
};
use proptest::{collection::btree_map, prelude::*, strategy::ValueTree, test_runner::TestRunner};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What the answers cost, counted from the answers as they came.
fn counted(form: &Form, answers: &Answers, evaluation: &Evaluation) -> Amounts {
    let mut sum = Amounts::default();
    for question in form.questions() {
        let state = state(evaluation, question.id.as_str());
        if !state.visible {
            continue;
        }
        let chosen: BTreeSet<&str> = match (&question.kind, answers.get(&question.id)) {
            (Kind::YesNo { price: Some(price) }, Some(Value::Bool(true))) => {
                sum += *price;
                continue;
            }
            (Kind::SingleChoice { .. }, Some(Value::String(text))) => BTreeSet::from([text.trim()]),
            (Kind::ManyChoice { .. }, Some(Value::Array(items))) if items.iter().all(Value::is_string) => {
                items.iter().filter_map(Value::as_str).collect()
            }
            _ => continue,
        };
        for option in question.kind.options() {
            if chosen.contains(option.id.as_str()) && state.options.contains(&option.id) {
                sum += option.price.unwrap_or_default();
            }
        }
    }
    sum
}

fn refused_outright(state: &QuestionState) -> bool {
    let code = state.problem.as_ref().map(|problem| &problem.code);
    matches!(code, Some(ProblemCode::Mistyped | ProblemCode::NoSuchOption))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn nothing_that_is_sent_makes_it_panic(
        scene in scene(),
        other in btree_map("[a-z][0-9]{0,2}", any_json(), 0..12),
    ) {
        let other: Answers =
            other.into_iter().map(|(key, value)| (QuestionId::new(key).unwrap(), value)).collect();
        for answers in [&scene.answers, &other] {
            let evaluation = judge(&scene.form, answers);
            prop_assert_eq!(evaluation.questions.len(), scene.form.questions().count());
            let strays = answers.keys().filter(|id| scene.form.question(id.as_str()).is_none()).count();
            prop_assert_eq!(evaluation.strays.len(), strays);
        }
        lint(&scene.form);
    }

    #[test]
    fn what_is_not_visible_asks_for_nothing_and_sends_nothing(scene in scene()) {
        let evaluation = judge(&scene.form, &scene.answers);
        let sent = evaluation.submitted(&scene.answers);
        for state in evaluation.questions.iter().filter(|state| !state.visible) {
            prop_assert!(!state.required && !state.read_only);
            prop_assert!(state.options.is_empty() && state.because.is_empty());
            prop_assert_eq!((&state.answer, &state.problem), (&None, &None));
            prop_assert!(!sent.contains_key(&state.id));
        }
    }

    #[test]
    fn what_is_missing_is_what_is_required_and_has_no_answer(scene in scene()) {
        let evaluation = judge(&scene.form, &scene.answers);
        for (question, state) in scene.form.questions().zip(&evaluation.questions) {
            let value = scene.answers.get(&question.id).unwrap_or(&Value::Null);
            let missing = state.required
                && question.kind != Kind::Unknown
                && Answer::read(question, value) == Ok(None);
            let said = state.problem.as_ref().is_some_and(|problem| problem.code == ProblemCode::Required);
            prop_assert_eq!(said, missing, "{}", question.id);
        }
    }

    #[test]
    fn what_is_sent_means_the_same_again(scene in scene(), stray in any_json()) {
        let mut answers = scene.answers.clone();
        answers.insert(QuestionId::new("stray").unwrap(), stray);
        let first = judge(&scene.form, &answers);
        let sent = first.submitted(&answers);
        let second = judge(&scene.form, &sent);
        prop_assert_eq!(second.submitted(&sent), sent);
        prop_assert_eq!(&second.lines, &first.lines);
        prop_assert_eq!((first.strays.len(), second.strays.len()), (1, 0));
        for (before, after) in first.questions.iter().zip(&second.questions) {
            let mut after = after.clone();
            // Such an answer is not sent, and so it is no longer wrong.
            if refused_outright(before) {
                after.problem.clone_from(&before.problem);
            }
            prop_assert_eq!(before, &after);
        }
    }

    #[test]
    fn a_later_answer_changes_nothing_that_was_asked_before(
        scene in scene(),
        n in 0..QUESTIONS,
        value in prop::option::of(any_json()),
    ) {
        let n = n % scene.form.questions().count();
        let mut answers = scene.answers.clone();
        answers.remove(&id(n));
        answers.extend(value.map(|value| (id(n), value)));
        let (before, after) = (judge(&scene.form, &scene.answers), judge(&scene.form, &answers));
        prop_assert_eq!(&before.questions[..n], &after.questions[..n]);
        // Of the question itself, the answer changes and what is wrong with it.
        let (was, mut is) = (&before.questions[n], after.questions[n].clone());
        is.answer.clone_from(&was.answer);
        is.problem.clone_from(&was.problem);
        prop_assert_eq!(was, &is);
    }

    #[test]
    fn the_price_is_the_sum_of_what_is_chosen_and_on_offer(scene in scene()) {
        let evaluation = judge(&scene.form, &scene.answers);
        let expected = counted(&scene.form, &scene.answers, &evaluation);
        let mut sum = Amounts::default();
        for line in &evaluation.lines {
            prop_assert!(!line.amounts.is_free());
            sum += line.amounts;
        }
        prop_assert_eq!(sum, expected);
        prop_assert_eq!(Price::of(Currency::EUR, evaluation.lines).total, expected.clamped());
    }

    #[test]
    fn a_condition_holds_afterwards_as_it_would_in_the_form(scene in scene(), condition in condition()) {
        let groups = groups();
        let holds = judge(&scene.form, &scene.answers).holds(&condition, &context(&groups, Prefill::nothing()));
        let mut form = scene.form.clone();
        let mut last = bare(QuestionId::new("last").unwrap(), Kind::Location {});
        last.visible_when = Some(condition);
        form.pages.push(Page { id: PageId::new("last").unwrap(), title: "P".to_owned(), questions: vec![last] });
        prop_assert_eq!(state(&judge(&form, &scene.answers), "last").visible, holds);
    }

    #[test]
    fn json_loses_nothing(scene in scene()) {
        let json = serde_json::to_value(&scene.form).unwrap();
        prop_assert_eq!(&serde_json::from_value::<Form>(json.clone()).unwrap(), &scene.form);

        let line = json!({"form": json, "answers": scene.answers, "today": today(), "groups": groups()});
        let said = cli(line, &itself).unwrap();
        let evaluation = judge(&scene.form, &scene.answers);
        prop_assert_eq!(&said["problems"], &json!(evaluation.problems().collect::<Vec<_>>()));
        let visible: Vec<_> = evaluation.questions.iter().filter(|q| q.visible).map(|q| &q.id).collect();
        prop_assert_eq!(&said["visible"], &json!(visible));
        prop_assert_eq!(&said["price"], &json!(Price::of(Currency::EUR, evaluation.lines)));
    }
}

/// The properties above would hold of forms in which nothing happens.
#[test]
fn random_scenes_meet_what_the_properties_are_about() {
    let mut runner = TestRunner::deterministic();
    let (mut hidden, mut stale, mut priced, mut sendable) = (0, 0, 0, 0);
    for _ in 0..1000 {
        let Scene { form, answers } = scene().new_tree(&mut runner).unwrap().current();
        let evaluation = judge(&form, &answers);
        hidden += i32::from(evaluation.questions.iter().any(|q| !q.visible && answers.contains_key(&q.id)));
        let no_such = |q: &QuestionState| {
            q.problem.as_ref().is_some_and(|problem| problem.code == ProblemCode::NoSuchOption)
        };
        stale += i32::from(evaluation.questions.iter().any(no_such));
        priced += i32::from(!evaluation.lines.is_empty());
        sendable += i32::from(!answers.is_empty() && evaluation.problems().next().is_none());
    }
    for (what, n) in [("hidden", hidden), ("stale", stale), ("priced", priced), ("sendable", sendable)] {
        assert!(n >= 20, "{what}: {n} of 1000");
    }
}

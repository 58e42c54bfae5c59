//! What holds for every form of every type and operator, with every answer.

use super::state;
use guichet_rules::{
    form::{
        Answer, Answers, Comparand, Compiled, Condition, Context, DefaultFrom, Evaluation, Form, Formula,
        Kind, OPERATORS, Page, ProblemCode, Question, QuestionState, lint, migrate,
        testing::{digest, groups, matches, prefill, random_answers, random_form, today, wild_form},
    },
    ids::{GroupId, QuestionId},
};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

/// Forms, and sets of answers to each.
const FORMS: u64 = 400;
const SETS: u64 = 8;

fn with_context<T>(look: impl FnOnce(&Context<'_>) -> T) -> T {
    let (groups, prefill) = (groups(), prefill());
    look(&Context { today: today(), groups: &groups, matches: &matches, prefill: &prefill })
}

fn judge(form: &Compiled, answers: &Answers) -> Evaluation {
    with_context(|context| form.evaluate(answers, context))
}

/// Each random form with each of its sets of answers.
fn each(mut look: impl FnMut(&Compiled, &Answers)) {
    for seed in 0..FORMS {
        let form = if seed % 2 == 0 { random_form(seed) } else { wild_form(seed) };
        let form = Compiled::new(form.unwrap());
        for set in 0..SETS {
            let answers = random_answers(&form, seed * 1000 + set).unwrap();
            look(&form, &answers);
        }
    }
}

/// All states, those of rows among them.
fn states(evaluation: &Evaluation) -> impl Iterator<Item = &QuestionState> {
    evaluation
        .questions
        .iter()
        .flat_map(|state| std::iter::once(state).chain(state.rows.iter().flat_map(|row| &row.cells)))
}

#[test]
fn random_forms_are_the_same_for_the_same_seed_and_read_as_they_are_written() {
    for seed in 0..FORMS {
        for make in [random_form, wild_form] {
            let form = make(seed).unwrap();
            assert_eq!(form, make(seed).unwrap());
            let json = serde_json::to_value(&form).unwrap();
            assert_eq!(serde_json::from_value::<Form>(json).unwrap(), form, "{seed}");
        }
    }
    let digests = || (0..20).map(|seed| digest(seed, 2, &matches).unwrap()).collect::<Vec<_>>();
    assert_eq!(digests(), digests());
    assert_eq!(BTreeSet::from_iter(digests()).len(), 20);
    assert_ne!(digest(3, 2, &matches).unwrap(), digest(3, 3, &matches).unwrap());
    // A digest is of what patterns decide too.
    let differs = (0..60).any(|seed| digest(seed, 8, &matches) != digest(seed, 8, &|_, _| false));
    assert!(differs);
}

#[test]
fn what_is_not_visible_asks_for_nothing_and_sends_nothing() {
    each(|form, answers| {
        let evaluation = judge(form, answers);
        let sent = evaluation.submitted(answers);
        for state in &evaluation.questions {
            assert!(state.visible || !sent.contains_key(&state.id), "{}", state.id);
        }
        for state in states(&evaluation).filter(|state| !state.visible) {
            assert!(
                !state.required && !state.read_only && state.options.is_empty() && state.because.is_empty()
            );
            assert_eq!((&state.answer, &state.problem, state.rows.len()), (&None, &None, 0));
        }
    });
}

#[test]
fn what_is_sent_means_the_same_again() {
    each(|form, answers| {
        let first = judge(form, answers);
        let sent = first.submitted(answers);
        let second = judge(form, &sent);
        assert_eq!(second.submitted(&sent), sent);
        assert_eq!(second.lines, first.lines);
        assert!(second.strays.is_empty());
        for (before, after) in first.questions.iter().zip(&second.questions) {
            let visible = |state: &QuestionState| (state.visible, state.required, state.read_only);
            assert_eq!(visible(before), visible(after), "{}", before.id);
            assert_eq!((&before.answer, &before.options), (&after.answer, &after.options), "{}", before.id);
            assert_eq!((&before.because, &before.default), (&after.because, &after.default), "{}", before.id);
            let counted = before.rows.iter().filter(|row| row.counts);
            assert!(after.rows.iter().all(|row| row.counts) && counted.count() == after.rows.len());
        }
        if first.problems().next().is_none() {
            assert!(second.problems().next().is_none());
        }
    });
}

#[test]
fn prices_are_the_sum_of_what_is_charged() {
    each(|form, answers| {
        let evaluation = judge(form, answers);
        assert!(evaluation.lines.iter().all(|line| !line.amounts.is_free()));
        let nothing = Answers::new();
        assert!(judge(form, &nothing).lines.is_empty(), "an empty form costs nothing");
    });
}

#[test]
fn reasons_hold_for_what_is_asked() {
    each(|form, answers| {
        let evaluation = judge(form, answers);
        for state in &evaluation.questions {
            let question = form.question(state.id.as_str()).unwrap();
            assert!(state.because.is_empty() || (state.visible && question.visible_when.is_some()));
            for reason in &state.because {
                assert!(!matches!(
                    *reason.condition,
                    Condition::And(_) | Condition::Or(_) | Condition::Not(_)
                ));
            }
        }
    });
}

#[test]
fn defaults_settle_at_once() {
    each(|form, answers| {
        with_context(|context| {
            let own: BTreeSet<QuestionId> = answers.keys().step_by(2).cloned().collect();
            let filled = form.prefilled(answers, &own, context);
            assert_eq!(form.prefilled(&filled, &own, context), filled);
            for id in own.iter().filter(|id| form.question(id.as_str()).is_some()) {
                assert_eq!(filled.get(id), answers.get(id), "{id}");
            }
            // What a form begins with is what its evaluation says that it does.
            let evaluation = form.evaluate(&filled, context);
            for state in evaluation.questions.iter().filter(|state| state.visible && !own.contains(&state.id))
            {
                assert_eq!(filled.get(&state.id), state.default.as_ref(), "{}", state.id);
            }
        });
    });
}

#[test]
fn nothing_panics_whatever_is_asked_of_it() {
    each(|form, answers| {
        for finding in lint(form) {
            assert!(!finding.what().is_empty() && !finding.remedy().is_empty(), "{finding:?}");
        }
        let once = migrate(form, answers);
        let twice = migrate(form, &once.answers);
        assert_eq!(twice.answers, once.answers);
        // What was sent fits the form that it was sent for, but for numbers that the form works out.
        let sent = judge(form, answers).submitted(answers);
        let asked = |id: &QuestionId| form.question(id.as_str()).is_some_and(|q| q.kind.is_asked());
        let kept = migrate(form, &sent);
        for (id, value) in sent.iter().filter(|(id, _)| asked(id)) {
            let rows = matches!(form.question(id.as_str()).unwrap().kind, Kind::Rows { .. });
            assert!(rows || kept.answers.get(id) == Some(value), "{id}");
        }
        #[cfg(feature = "schema-of-form")]
        assert_eq!(guichet_rules::form::schema(form).schema["type"], "object");
    });
}

/// Every question that `question` names.
fn named(question: &Question) -> BTreeSet<String> {
    fn add(question: &Question, all: &mut BTreeSet<String>) {
        let mut add_all = |condition: &Condition| {
            condition.mentions(&mut |mention| {
                all.insert(mention.question.to_string());
            });
        };
        let own = [&question.visible_when, &question.required_when, &question.read_only_when];
        own.into_iter().flatten().for_each(&mut add_all);
        question.constraints.iter().for_each(|constraint| add_all(&constraint.must));
        for option in question.kind.options() {
            option.walk(&mut Vec::new(), &mut |_, option| option.visible_when.iter().for_each(&mut add_all));
        }
        if let Kind::Computed { formula, .. } = &question.kind {
            formula.mentions(&mut |mention| {
                all.insert(mention.question.to_string());
            });
        }
        all.extend(
            question.kind.narrowing().into_iter().flat_map(|n| n.questions()).map(ToString::to_string),
        );
        if let Some(DefaultFrom::Answer(id) | DefaultFrom::Asset(id, _)) = &question.default_from {
            all.insert(id.to_string());
        }
        question.kind.columns().iter().for_each(|column| add(column, all));
    }
    let mut all = BTreeSet::new();
    add(question, &mut all);
    all.remove(question.id.as_str());
    all
}

/// The questions of a form in another order, in which what each names still comes before it.
fn reordered(form: &Form) -> Form {
    let mut left: Vec<&Question> = form.questions().collect();
    let mut columns: BTreeMap<String, String> = BTreeMap::new();
    for question in &left {
        for column in question.kind.columns() {
            columns.insert(column.id.to_string(), question.id.to_string());
        }
    }
    let mut placed: BTreeSet<String> = BTreeSet::new();
    let mut questions: Vec<Question> = Vec::new();
    while !left.is_empty() {
        // The last one that can come next: as far from the old order as it goes.
        let ready = |question: &&Question| {
            named(question).iter().all(|name| {
                let name = columns.get(name).unwrap_or(name);
                placed.contains(name) || *name == question.id.as_str()
            })
        };
        let n = left.iter().rposition(ready).unwrap();
        let question = left.remove(n);
        placed.insert(question.id.to_string());
        questions.push(question.clone());
    }
    let id = form.pages[0].id.clone();
    Form { pages: vec![Page { id, title: "P".to_owned(), questions }], ..form.clone() }
}

#[test]
fn the_order_in_the_file_decides_nothing_as_long_as_names_lead_backwards() {
    let mut moved = 0;
    for seed in (0..FORMS).step_by(2) {
        let form = random_form(seed).unwrap();
        let other = Compiled::new(reordered(&form));
        let form = Compiled::new(form);
        let ids = |form: &Form| form.questions().map(|q| q.id.clone()).collect::<Vec<_>>();
        moved += i32::from(ids(&form) != ids(&other));
        for set in 0..SETS {
            let answers = random_answers(&form, seed * 1000 + set).unwrap();
            let (one, two) = (judge(&form, &answers), judge(&other, &answers));
            for before in &one.questions {
                assert_eq!(before, state(&two, before.id.as_str()), "{seed}");
            }
            assert_eq!(one.submitted(&answers), two.submitted(&answers));
        }
    }
    assert!(moved > 50, "{moved}");
}

/// The properties above would hold of forms in which nothing happens.
#[test]
fn random_forms_meet_every_type_operator_and_problem() {
    let (mut kinds, mut operators, mut codes) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let (mut hidden, mut sendable, mut rows, mut because) = (0, 0, 0, 0);
    each(|form, answers| {
        let text = serde_json::to_string(form.form()).unwrap();
        for operator in OPERATORS.iter().chain(&["narrowed_by", "must"]) {
            if text.contains(&format!("{{\"{operator}\":")) || text.contains(&format!(",\"{operator}\":")) {
                operators.insert(*operator);
            }
        }
        kinds.extend(form.questions_and_columns().map(|question| question.kind.name()));
        let evaluation = judge(form, answers);
        codes.extend(evaluation.problems().map(|problem| problem.code.name()));
        hidden += i32::from(evaluation.questions.iter().any(|q| !q.visible && answers.contains_key(&q.id)));
        sendable += i32::from(!answers.is_empty() && evaluation.problems().next().is_none());
        rows += i32::from(evaluation.questions.iter().any(|q| matches!(q.answer, Some(Answer::Rows(_)))));
        because += i32::from(evaluation.questions.iter().any(|q| !q.because.is_empty()));
    });
    assert_eq!(kinds.len(), 33, "{kinds:?}");
    let missing: Vec<_> = OPERATORS.iter().filter(|operator| !operators.contains(*operator)).collect();
    assert!(missing.is_empty() && operators.len() == OPERATORS.len() + 2, "{missing:?} {operators:?}");
    let expected =
        ProblemCode::WITH_MESSAGES.iter().copied().chain(["constraint", "unsupported", "unknown_question"]);
    assert_eq!(codes, expected.collect::<BTreeSet<_>>());
    for (what, n) in [("hidden", hidden), ("sendable", sendable), ("rows", rows), ("because", because)] {
        assert!(n >= 100, "{what}: {n} of {}", FORMS * SETS);
    }
}

/// 200 questions with 400 conditions, as a form that a person waits for on each key.
fn large() -> (Compiled, Answers) {
    let mut questions = Vec::new();
    let mut answers = Answers::new();
    for n in 0..200 {
        let id = |n: u32| QuestionId::new(format!("q{n}")).unwrap();
        let mut question = Question::new(
            id(n),
            Kind::Number { min: None, max: None, integer: false, unit: None, price: None },
        );
        question.label = "Q".to_owned();
        if n > 1 {
            let ge = |at: u32| Condition::Ge(id(at), Comparand::Number(1.0));
            question.visible_when = Some(Condition::And(vec![ge(n - 1), ge(n / 2)]));
            question.required_when =
                Some(Condition::Or(vec![ge(n - 2), Condition::MemberOf(GroupId::new("x").unwrap())]));
        }
        if n == 199 {
            question.kind =
                Kind::Computed { formula: Formula::Answer(id(5)), unit: None, digits: None, money: false };
        }
        answers.insert(id(n), Value::from(2));
        questions.push(question);
    }
    let page = Page { id: "p".parse().unwrap(), title: "P".to_owned(), questions };
    (Compiled::new(Form { id: "large".parse().unwrap(), version: 1, pages: vec![page] }), answers)
}

#[test]
fn a_large_form_is_evaluated_between_two_keys() {
    let (form, answers) = large();
    let fastest = (0..50).map(|_| {
        let start = Instant::now();
        let evaluation = judge(&form, &answers);
        assert!(evaluation.questions.iter().all(|question| question.visible));
        start.elapsed()
    });
    let fastest = fastest.min().unwrap();
    // It takes about 0.1 ms; ten times that leaves room for a busy machine and a build without optimisation.
    assert!(fastest < Duration::from_millis(1), "{fastest:?}");
}

//! Random forms and answers. Ids and values are taken from few, so that conditions and answers meet.

use super::today;
use guichet_rules::{
    form::{Answers, Comparand, Condition, DateBound, Form, FormOption, Kind, Page, Question},
    ids::{FormId, GroupId, OptionId, PageId, QuestionId},
    money::Amounts,
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::{Value, json};

/// The most questions that a form has.
pub(super) const QUESTIONS: usize = 8;

/// A form, and answers to some of its questions.
#[derive(Debug, Clone)]
pub(super) struct Scene {
    pub(super) form: Form,
    pub(super) answers: Answers,
}

pub(super) fn id(n: usize) -> QuestionId {
    QuestionId::new(format!("q{n}")).unwrap()
}

/// A question with nothing but an id, a kind and a label.
pub(super) fn bare(id: QuestionId, kind: Kind) -> Question {
    Question { label: "Q".to_owned(), ..Question::new(id, kind) }
}

fn comparand() -> impl Strategy<Value = Comparand> {
    let words = vec!["a", "b", "c", "2026-11-20", "2026-11-21", "2026-13-01"];
    prop_oneof![
        any::<bool>().prop_map(Comparand::Bool),
        (-1_i8..4).prop_map(|n| Comparand::Number(f64::from(n))),
        select(words).prop_map(|word| Comparand::Text(word.to_owned())),
    ]
}

/// A condition that may name any question: earlier ones, later ones, the one that it belongs to, and one that is none.
pub(super) fn condition() -> impl Strategy<Value = Condition> {
    let question = || (0..=QUESTIONS).prop_map(id);
    let pair = || (question(), comparand());
    let leaf = prop_oneof![
        pair().prop_map(|(q, c)| Condition::Eq(q, c)),
        pair().prop_map(|(q, c)| Condition::Ne(q, c)),
        (question(), vec(comparand(), 0..3)).prop_map(|(q, any)| Condition::In(q, any)),
        pair().prop_map(|(q, c)| Condition::Contains(q, c)),
        pair().prop_map(|(q, c)| Condition::Lt(q, c)),
        pair().prop_map(|(q, c)| Condition::Le(q, c)),
        pair().prop_map(|(q, c)| Condition::Gt(q, c)),
        pair().prop_map(|(q, c)| Condition::Ge(q, c)),
        (question(), comparand(), comparand()).prop_map(|(q, low, high)| Condition::Between(q, low, high)),
        question().prop_map(Condition::Present),
        select(vec!["designers", "finance"])
            .prop_map(|group| Condition::MemberOf(GroupId::new(group).unwrap())),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Condition::And),
            vec(inner.clone(), 0..3).prop_map(Condition::Or),
            inner.prop_map(|condition| Condition::Not(Box::new(condition))),
        ]
    })
}

fn amounts() -> impl Strategy<Value = Amounts> {
    (-5_i64..9, 0_i64..3).prop_map(|(one_off, monthly)| Amounts { one_off, monthly, yearly: 0 })
}

fn options() -> impl Strategy<Value = Vec<FormOption>> {
    let parts = (option::of(amounts()), option::weighted(0.3, condition()));
    vec(parts, 0..4).prop_map(|list| {
        let option = |((price, visible_when), id): ((Option<Amounts>, Option<Condition>), &str)| FormOption {
            id: OptionId::new(id).unwrap(),
            label: id.to_uppercase(),
            hint: None,
            price,
            visible_when,
            children: Vec::new(),
        };
        list.into_iter().zip(["a", "b", "c"]).map(option).collect::<Vec<_>>()
    })
}

fn date_bound() -> impl Strategy<Value = DateBound> {
    prop_oneof![
        (-2_i32..3).prop_map(DateBound::Days),
        any::<i32>().prop_map(DateBound::Days),
        Just(DateBound::Date(today())),
    ]
}

fn kind() -> impl Strategy<Value = Kind> {
    let limit = || option::of(0_u32..4);
    let bound = || option::of((0_u8..4).prop_map(f64::from));
    let pattern = option::weighted(0.3, Just("a".to_owned()));
    prop_oneof![
        2 => (limit(), limit(), pattern).prop_map(|(min_length, max_length, pattern)| Kind::ShortText {
            min_length, max_length, pattern, pattern_message: None, width: None,
        }),
        1 => (limit(), limit()).prop_map(|(min_length, max_length)| Kind::LongText { min_length, max_length }),
        2 => (bound(), bound(), any::<bool>())
            .prop_map(|(min, max, integer)| Kind::Number { min, max, integer, unit: None, price: None }),
        2 => option::of(amounts()).prop_map(|price| Kind::YesNo { price }),
        4 => options().prop_map(|options| Kind::SingleChoice {
            options, options_source: None, display: None,
        }),
        4 => (options(), limit(), limit()).prop_map(|(options, min_choices, max_choices)| Kind::ManyChoice {
            options, options_source: None, min_choices, max_choices, display: None,
        }),
        2 => (option::of(date_bound()), option::of(date_bound()))
            .prop_map(|(earliest, latest)| Kind::Date { earliest, latest }),
        1 => Just(Kind::Person { within: None, narrowed_by: None }),
        1 => Just(Kind::Service {}),
        1 => Just(Kind::Asset { within: None, narrowed_by: None }),
        1 => Just(Kind::Location {}),
        1 => limit().prop_map(|max_files| Kind::File { max_files, max_bytes: None, accept: Vec::new() }),
        1 => Just(Kind::Heading {}),
        1 => Just(Kind::Notice { text: "N".to_owned() }),
        1 => Just(Kind::Unknown),
    ]
}

fn question() -> impl Strategy<Value = Question> {
    let sometimes = |share: f64| option::weighted(share, condition());
    (kind(), any::<bool>(), sometimes(0.5), sometimes(0.2), sometimes(0.2)).prop_map(
        |(kind, required, visible_when, required_when, read_only_when)| Question {
            required,
            visible_when,
            required_when,
            read_only_when,
            ..bare(id(0), kind)
        },
    )
}

/// Any JSON at all.
pub(super) fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(|b| json!(b)),
        any::<i64>().prop_map(|n| json!(n)),
        any::<f64>().prop_map(|n| json!(n)),
        select(vec!["a", "d", " ", "2026-11-21", "2026-1-5"]).prop_map(|word| json!(word)),
        any::<String>().prop_map(|text| json!(text)),
    ];
    leaf.prop_recursive(2, 8, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(|items| json!(items)),
            vec((any::<String>(), inner), 0..3)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// An answer of the type that `kind` asks for; `seed` chooses one.
fn fitting(kind: &Kind, seed: usize) -> Value {
    let one = |words: &[&str]| json!(words[seed % words.len()]);
    match kind {
        Kind::Number { .. } => json!(seed % 4),
        Kind::YesNo { .. } => json!(seed.is_multiple_of(2)),
        Kind::ManyChoice { .. } | Kind::File { .. } => {
            let words = ["a", "b", "c", "d", "a"].iter().enumerate();
            json!(words.filter(|(bit, _)| (seed >> *bit) % 2 == 1).map(|(_, word)| *word).collect::<Vec<_>>())
        }
        Kind::Date { .. } => one(&["2026-11-20", "2026-11-21", "2026-11-22"]),
        Kind::ShortText { .. } | Kind::LongText { .. } => one(&["a", "b", "ab", "abcd", " a ", ""]),
        _ => one(&["a", "b", "c", "d", " a "]),
    }
}

/// A form, and answers of which most have the right type.
pub(super) fn scene() -> impl Strategy<Value = Scene> {
    let given = (0_u8..10, 0_usize..32, any_json());
    vec((question(), given), 1..=QUESTIONS).prop_map(|list| {
        let mut answers = Answers::new();
        let mut questions = Vec::new();
        for (n, (question, (how, seed, wild))) in list.into_iter().enumerate() {
            let answer = match how {
                0 | 1 => None,
                2 | 3 => Some(wild),
                _ => Some(fitting(&question.kind, seed)),
            };
            answers.extend(answer.map(|answer| (id(n), answer)));
            questions.push(Question { id: id(n), ..question });
        }
        let pages = questions.chunks(3).enumerate().map(|(n, questions)| Page {
            id: PageId::new(format!("p{n}")).unwrap(),
            title: "P".to_owned(),
            questions: questions.to_vec(),
        });
        let form = Form { id: FormId::new("f").unwrap(), version: 1, pages: pages.collect() };
        Scene { form, answers }
    })
}

//! Random forms.

use super::{
    super::{
        AssetFact, Constraint, DateBound, DefaultFrom, Form, FormOption, IpVersion, Kind, Narrowing,
        OptionsSource, Page, PersonFact, Question, SourceList, TimeOfDay,
    },
    answers::value,
    condition::{Earlier, condition, formula},
    rng::Rng,
    values::{PATTERNS, TIMES, WORDS},
};
use crate::{
    ids::{FormId, IdError, OptionId, PageId, QuestionId},
    money::Amounts,
};

/// Questions of a page.
const ON_A_PAGE: usize = 4;
/// Kinds of question, those that nobody answers among them.
const KINDS: u32 = 34;

/// A form of some questions of every type, with conditions of every operator. With `wild`, some conditions name questions
/// that come later or do not exist, and some types are unknown.
pub(super) fn form(seed: u64, wild: bool) -> Result<Form, IdError> {
    let mut rng = Rng::new(seed);
    let mut questions: Vec<Question> = Vec::new();
    for n in 0..=rng.below(14) {
        let id = QuestionId::new(format!("q{n}"))?;
        let earlier = Earlier { questions: &questions, row: &[], wild };
        let question = question(&mut rng, id, earlier, false)?;
        questions.push(question);
    }
    let mut pages = Vec::new();
    for (n, questions) in questions.chunks(ON_A_PAGE).enumerate() {
        let id = PageId::new(format!("p{n}"))?;
        pages.push(Page { id, title: "P".to_owned(), questions: questions.to_vec() });
    }
    Ok(Form { id: FormId::new("random")?, version: 1, pages })
}

fn question(rng: &mut Rng, id: QuestionId, earlier: Earlier<'_>, in_row: bool) -> Result<Question, IdError> {
    let kind = kind(rng, &id, earlier, in_row)?;
    let mut question = Question::new(id, kind);
    question.label = "Q".to_owned();
    question.required = rng.chance(30);
    question.sensitive = rng.chance(5);
    let mut sometimes = |percent: u32| {
        let wanted = rng.chance(percent);
        condition(rng, earlier, 2).filter(|_| wanted)
    };
    question.visible_when = sometimes(45);
    question.required_when = sometimes(20);
    question.read_only_when = sometimes(10);
    if rng.chance(12) {
        let own = [question.clone()];
        let with_own = Earlier { row: if in_row { earlier.row } else { &own }, ..earlier };
        if let Some(must) = condition(rng, with_own, 1) {
            question.constraints.push(Constraint { must, message: "No".to_owned() });
        }
    }
    if rng.chance(15) {
        question.default = value(rng, &question);
    }
    if rng.chance(15) {
        question.default_from = match (rng.below(4), earlier.one(rng)) {
            (0, _) => {
                Some(DefaultFrom::Person(rng.one(PersonFact::ALL).copied().unwrap_or(PersonFact::Other)))
            }
            (1, _) => Some(DefaultFrom::Link(rng.pick(WORDS).to_owned())),
            (2, Some(asset)) => {
                let fact = rng.one(AssetFact::ALL).copied().unwrap_or(AssetFact::Other);
                Some(DefaultFrom::Asset(asset.id.clone(), fact))
            }
            (_, Some(question)) => Some(DefaultFrom::Answer(question.id.clone())),
            _ => None,
        };
    }
    Ok(question)
}

fn amounts(rng: &mut Rng) -> Amounts {
    Amounts {
        one_off: i64::from(rng.below(9)) - 2,
        monthly: i64::from(rng.below(3)),
        yearly: i64::from(rng.below(2)),
    }
}

fn options(
    rng: &mut Rng,
    earlier: Earlier<'_>,
    prefix: &str,
    depth: u32,
) -> Result<Vec<FormOption>, IdError> {
    let mut options = Vec::new();
    for word in WORDS.iter().take(3) {
        if rng.chance(20) {
            continue;
        }
        let mut option = FormOption::new(OptionId::new(format!("{prefix}{word}"))?, "O");
        option.price = rng.maybe(40, amounts);
        if rng.chance(20) {
            option.visible_when = condition(rng, earlier, 1);
        }
        if depth > 0 && rng.chance(50) {
            option.children = self::options(rng, earlier, &format!("{prefix}{word}"), depth - 1)?;
        }
        options.push(option);
    }
    Ok(options)
}

fn narrowing(rng: &mut Rng, earlier: Earlier<'_>) -> Option<Narrowing> {
    let site = earlier.of(rng, |kind| matches!(kind, Kind::Location {}))?;
    Some(Narrowing { location: Some(site.id.clone()), ..Narrowing::default() })
}

fn source(rng: &mut Rng, earlier: Earlier<'_>) -> OptionsSource {
    let list = rng.one(&[SourceList::People, SourceList::Assets, SourceList::CostCentres]).copied();
    OptionsSource { list: list.unwrap_or(SourceList::People), narrowed_by: narrowing(rng, earlier) }
}

fn kind(rng: &mut Rng, id: &QuestionId, earlier: Earlier<'_>, in_row: bool) -> Result<Kind, IdError> {
    let limit = |rng: &mut Rng| rng.maybe(40, |rng| rng.below(4));
    let bound = |rng: &mut Rng| rng.maybe(40, |rng| f64::from(rng.below(8)) / 2.0);
    let day =
        |rng: &mut Rng| rng.maybe(30, |rng| DateBound::Days(i32::try_from(rng.below(5)).unwrap_or(0) - 2));
    let time = |rng: &mut Rng| rng.maybe(30, |rng| rng.pick(TIMES).parse::<TimeOfDay>().ok()).flatten();
    let pattern = |rng: &mut Rng| rng.maybe(30, |rng| rng.pick(PATTERNS).to_owned());
    let said = |pattern: &Option<String>| pattern.as_ref().map(|_| "Not so".to_owned());
    Ok(match rng.below(KINDS) {
        0 | 1 => {
            let (min_length, max_length, pattern) = (limit(rng), limit(rng), pattern(rng));
            Kind::ShortText { min_length, max_length, pattern_message: said(&pattern), pattern, width: None }
        }
        2 => Kind::LongText { min_length: limit(rng), max_length: limit(rng) },
        3 => Kind::RichText { min_length: limit(rng), max_length: limit(rng) },
        4 | 5 => Kind::Number {
            min: bound(rng),
            max: bound(rng),
            integer: rng.chance(50),
            unit: None,
            price: rng.maybe(30, amounts),
        },
        6 => Kind::Currency {
            min: limit(rng).map(i64::from),
            max: rng.maybe(30, |rng| i64::from(rng.below(4)) * 900),
        },
        7 | 8 => Kind::YesNo { price: rng.maybe(40, amounts) },
        9 | 10 => {
            Kind::SingleChoice { options: options(rng, earlier, "", 0)?, options_source: None, display: None }
        }
        11 | 12 => Kind::ManyChoice {
            options: options(rng, earlier, "", 0)?,
            options_source: None,
            min_choices: limit(rng),
            max_choices: limit(rng),
            display: None,
        },
        13 => Kind::SingleChoice {
            options: Vec::new(),
            options_source: Some(source(rng, earlier)),
            display: None,
        },
        14 => Kind::ManyChoice {
            options: Vec::new(),
            options_source: Some(source(rng, earlier)),
            min_choices: limit(rng),
            max_choices: limit(rng),
            display: None,
        },
        15 => Kind::Tree {
            options: options(rng, earlier, "", 2)?,
            any_level: rng.chance(40),
            levels: Vec::new(),
        },
        16 => Kind::Date { earliest: day(rng), latest: day(rng) },
        17 => Kind::Time { earliest: time(rng), latest: time(rng) },
        18 => Kind::DateTime { earliest: day(rng), latest: day(rng) },
        19 => Kind::DateRange {
            earliest: day(rng),
            latest: day(rng),
            min_days: limit(rng),
            max_days: limit(rng),
        },
        20 => Kind::Duration { min: limit(rng).map(|n| n * 600), max: limit(rng).map(|n| n * 1200) },
        21 => Kind::Email {},
        22 => match rng.below(3) {
            0 => Kind::Phone {},
            1 => Kind::Url {},
            _ => Kind::IpAddress {
                version: rng.one(&[IpVersion::V4, IpVersion::V6, IpVersion::Any]).copied(),
                network: rng.chance(50),
            },
        },
        23 => Kind::Rating { max: limit(rng).map(|n| n + 2), low_label: None, high_label: None },
        24 => match rng.below(3) {
            0 => Kind::Person { within: None, narrowed_by: narrowing(rng, earlier) },
            1 => Kind::Group {},
            _ => Kind::Service {},
        },
        25 => Kind::Asset { within: None, narrowed_by: narrowing(rng, earlier) },
        26 => Kind::Location {},
        27 => Kind::File { max_files: limit(rng), max_bytes: None, accept: Vec::new() },
        28 => {
            let (min_length, max_length, pattern) = (limit(rng), limit(rng), pattern(rng));
            Kind::Masked { min_length, max_length, pattern_message: said(&pattern), pattern }
        }
        29 | 32 | 33 if !in_row => {
            let mut columns: Vec<Question> = Vec::new();
            for n in 0..=rng.below(4) {
                let column = QuestionId::new(format!("{id}c{n}"))?;
                let column = question(rng, column, Earlier { row: &columns, ..earlier }, true)?;
                columns.push(column);
            }
            Kind::Rows { questions: columns, min_rows: limit(rng), max_rows: limit(rng), row_label: None }
        }
        30 => Kind::Computed {
            formula: formula(rng, earlier, 2),
            unit: None,
            digits: limit(rng),
            money: rng.chance(30),
        },
        31 => match rng.below(5) {
            0 => Kind::Heading {},
            1 => Kind::Paragraph { text: "T".to_owned() },
            2 => Kind::Notice { text: "T".to_owned() },
            3 if earlier.wild => Kind::Unknown,
            _ => Kind::Image { src: "/a.png".to_owned(), alt: "A".to_owned() },
        },
        _ => Kind::YesNo { price: None },
    })
}

//! What can be wrong with a form, as types, and in words for whoever writes it.

use crate::ids::{OptionId, PageId, QuestionId};

/// Something that is wrong with a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// A JSON Pointer into the form.
    pub pointer: String,
    /// What is wrong.
    pub fault: Fault,
}

impl Finding {
    /// What is wrong, in words.
    pub fn what(&self) -> String {
        self.fault.what()
    }

    /// What to do about it.
    pub fn remedy(&self) -> &'static str {
        self.fault.remedy()
    }
}

/// What names a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// A condition, or what a constraint asks for.
    Condition,
    /// The formula of a computed number.
    Formula,
    /// What narrows a list.
    Narrowing,
    /// Where a default comes from.
    Default,
}

impl Naming {
    fn noun(self) -> &'static str {
        match self {
            Self::Condition => "the condition",
            Self::Formula => "the formula",
            Self::Narrowing => "`narrowed_by`",
            Self::Default => "`default_from`",
        }
    }
}

/// A fault of a form.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "what each means is what it says of itself in `what`")]
pub enum Fault {
    NoPages,
    PageTwice(PageId),
    EmptyPage,
    QuestionTwice(QuestionId),
    NoLabel,
    NoSuchType,
    NoOptions,
    OptionsTwice,
    OptionTwice(OptionId),
    ChildrenOutsideTree,
    UnknownList,
    NarrowingUseless { key: &'static str },
    NarrowingMisfit { key: &'static str, question: QuestionId },
    NoColumns,
    RowsInRows,
    FilesInRows,
    NegativePrice,
    PriceOfParts,
    PatternWithoutMessage,
    Crossed { low: &'static str, high: &'static str },
    ScaleLength,
    TooManyDigits,
    NoAlternative,
    ImageElsewhere,
    DefaultMisfit(String),
    SecretDefault,
    SecretPrice,
    SecretInFormula(QuestionId),
    UnknownFact,
    NothingToFill,
    NotAnAsset(QuestionId),
    UnknownMessage(String),
    NoMessage,
    NoSuchQuestion { naming: Naming, question: QuestionId },
    LaterQuestion { naming: Naming, question: QuestionId },
    Circle(Vec<QuestionId>),
    ColumnOutside { naming: Naming, question: QuestionId, rows: QuestionId },
    ShownOnly { naming: Naming, question: QuestionId },
    Misfit(String),
    Orderless(QuestionId),
    NoLength(QuestionId),
    NoText(QuestionId),
    NoDay(QuestionId),
    NoRows(QuestionId),
    NoNumber(QuestionId),
    ImpossibleCount,
    NeverShown,
    RequiredNeverShown,
    NeverHolds,
    NeverOffered(OptionId),
}

impl Fault {
    /// What is wrong, in words.
    pub fn what(&self) -> String {
        let fixed = match self {
            Self::NoPages => "the form has no pages",
            Self::EmptyPage => "the page has no questions",
            Self::NoLabel => "the question has no label",
            Self::NoSuchType => "this type of question does not exist",
            Self::NoOptions => "the choice has no options",
            Self::OptionsTwice => "the choice has `options` and `options_source`",
            Self::ChildrenOutsideTree => "the option has `children`, and the question is no tree",
            Self::UnknownList => "there is no such list",
            Self::NoColumns => "the rows have no questions",
            Self::RowsInRows => "there are rows within rows",
            Self::FilesInRows => "there are files within rows",
            Self::NegativePrice => "the price is negative",
            Self::PriceOfParts => "each is charged, and the number may have a fraction",
            Self::PatternWithoutMessage => "a pattern without `pattern_message`",
            Self::ScaleLength => "the scale has fewer than 2 or more than 10 steps",
            Self::TooManyDigits => "a number has at most 6 decimal places here",
            Self::NoAlternative => "the picture has no words for those who cannot see it",
            Self::ImageElsewhere => {
                "the picture is on another server, which a portal's policy does not allow"
            }
            Self::SecretDefault => "a secret with an answer that is there at first is none",
            Self::SecretPrice => "a secret that costs something is told by its price",
            Self::UnknownFact => "there is no such fact",
            Self::NothingToFill => "this type of question is never filled in beforehand",
            Self::NoMessage => "the constraint says nothing when it is broken",
            Self::ImpossibleCount => "no number of things is like this",
            Self::NeverShown => "no allowed answers make this condition hold, so that it is never asked",
            Self::RequiredNeverShown => {
                "the question is required, and no allowed answers make this condition hold, so that it can never be shown"
            }
            Self::NeverHolds => "no allowed answers make this condition hold",
            _ => return self.particular(),
        };
        fixed.to_owned()
    }

    /// What is wrong, where the words name something of the form.
    fn particular(&self) -> String {
        match self {
            Self::PageTwice(page) => format!("the page '{page}' is there twice"),
            Self::QuestionTwice(question) => format!("the id '{question}' is there twice"),
            Self::OptionTwice(option) => format!("the option '{option}' is there twice"),
            Self::NarrowingUseless { key } => format!("`{key}` says nothing about what is in this list"),
            Self::NarrowingMisfit { key, question } => format!("the answer to '{question}' is no {key}"),
            Self::Crossed { low, high } => format!("`{low}` is beyond {high}"),
            Self::DefaultMisfit(what) | Self::Misfit(what) => what.clone(),
            Self::SecretInFormula(question) => {
                format!("the formula names the secret '{question}', which what it comes to would tell")
            }
            Self::NotAnAsset(question) => format!("the answer to '{question}' is no device"),
            Self::UnknownMessage(code) => format!("there is no problem '{code}' to have a message for"),
            Self::NoSuchQuestion { naming, question } | Self::LaterQuestion { naming, question } => {
                format!("{} names '{question}', which is no earlier question", naming.noun())
            }
            Self::Circle(circle) => {
                let circle: Vec<&str> = circle.iter().map(QuestionId::as_str).collect();
                format!("the questions go round in a circle: {}", circle.join(" -> "))
            }
            Self::ColumnOutside { naming, question, rows } => {
                format!("{} names '{question}', of which there is one in each row of '{rows}'", naming.noun())
            }
            Self::ShownOnly { naming, question } => {
                format!("{} names '{question}', which is only shown and has no answer", naming.noun())
            }
            Self::Orderless(question) => {
                format!(
                    "'{question}' is neither a number nor a date, time or duration, and so never less or greater"
                )
            }
            Self::NoLength(question) => format!("the answer to '{question}' has no length"),
            Self::NoText(question) => format!("'{question}' is not answered with a text"),
            Self::NoDay(question) => format!("'{question}' is not answered with a date"),
            Self::NoRows(question) => format!("'{question}' has no rows"),
            Self::NoNumber(question) => format!("'{question}' is not answered with a number"),
            Self::NeverOffered(option) => format!("no allowed answers put the option '{option}' on offer"),
            _ => String::new(),
        }
    }

    /// What to do about it.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::NoPages => "add a page with at least one question",
            Self::PageTwice(_) => "give each page its own id",
            Self::EmptyPage => "add a question, or remove the page",
            Self::QuestionTwice(_) => "give each question its own id",
            Self::NoLabel => "add a `label`: what is asked, in an employee's words",
            Self::NoSuchType => "use one of the types in docs/forms.md",
            Self::NoOptions => "add at least one option, or name an `options_source`",
            Self::OptionsTwice => "keep one of the two",
            Self::OptionTwice(_) => "give each option its own id",
            Self::ChildrenOutsideTree => "use the type `tree`, or remove `children`",
            Self::UnknownList => "use one of people, groups, locations, services, assets, cost_centres",
            Self::NarrowingUseless { .. } => "remove it, or narrow another list",
            Self::NarrowingMisfit { .. } => "name a question that is answered with one",
            Self::NoColumns => "add at least one question to `questions`",
            Self::RowsInRows => "ask for them in a question of their own",
            Self::FilesInRows => "ask for the files in a question of their own",
            Self::NegativePrice => "use 0 or more, in minor units",
            Self::PriceOfParts => "add `integer: true`",
            Self::PatternWithoutMessage => {
                "say in `pattern_message` what to enter, such as \"Enter the cost centre, four digits\""
            }
            Self::Crossed { .. } => "make it smaller, or that greater",
            Self::ScaleLength => "use 2 to 10, or leave `max` out for 5",
            Self::TooManyDigits => "use 0 to 6",
            Self::NoAlternative => "say in `alt` what can be seen",
            Self::ImageElsewhere => {
                "use a path of the portal's server that begins with '/', or `data:image/…`"
            }
            Self::DefaultMisfit(_) => "use a value that the question can have",
            Self::SecretDefault => "remove the default",
            Self::SecretPrice => "remove its prices, or `sensitive`",
            Self::SecretInFormula(_) => "leave it out of the formula",
            Self::UnknownFact => "use one of those in docs/forms.md",
            Self::NothingToFill => "remove `default_from`",
            Self::NotAnAsset(_) => "name a question of the type `asset`",
            Self::UnknownMessage(_) => "use one of the codes in docs/forms.md",
            Self::NoMessage => "say in `message` what to do",
            Self::NoSuchQuestion { .. } | Self::LaterQuestion { .. } => {
                "name a question that is asked before this one"
            }
            Self::Circle(_) => "let the question that is asked first depend on none of the others",
            Self::ColumnOutside { .. } => "ask with `any`, `all` or `count`, or add up with `total`",
            Self::ShownOnly { .. } => "name a question that is answered",
            Self::Misfit(_) => "compare with a value that the question can have",
            Self::Orderless(_) => "use `eq`, `in` or `contains`",
            Self::NoLength(_) => "name a text, a choice of many, files, rows or a range of dates",
            Self::NoText(_) => "name a question that is answered with a text",
            Self::NoDay(_) => "name a question that is answered with a date",
            Self::NoRows(_) => "name a question of the type `rows`",
            Self::NoNumber(_) => "name a number, an amount, a duration or a scale",
            Self::ImpossibleCount => "use 0 or more, the smaller number first",
            Self::NeverShown | Self::RequiredNeverShown | Self::NeverHolds => {
                "mend the condition, or remove it with what depends on it"
            }
            Self::NeverOffered(_) => "mend its condition, or remove the option",
        }
    }
}

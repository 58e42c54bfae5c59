//! Request forms: which questions are asked, which answers are wrong, and what they cost.
//!
//! A [`Form`] is pages of questions. [`Compiled`] is a form made ready; [`Compiled::evaluate`] looks at it and the answers so
//! far and says, for each question, whether it is visible, required or read-only, what is on offer, what is wrong with its
//! answer, what it begins with and why it is asked. The browser calls it on each keystroke, the backend on submit; there is
//! no second opinion.
//!
//! Answers travel as plain JSON, `{"model": "design-16", "count": 2}`; what a value must look like follows from the
//! question's type. Conditions name earlier questions only, so one pass in order is enough and cycles cannot exist.
//!
//! | function | for |
//! | --- | --- |
//! | [`Compiled::evaluate`] | everything that holds, given answers |
//! | [`Compiled::prefilled`] | the answers that a form begins with |
//! | [`lint()`] | what is wrong with a form itself |
//! | [`advise()`] | what is not wrong with a form, and could be better |
//! | [`migrate()`] | answers to one version, carried over to another |
//! | `schema()` (feature `schema-of-form`) | the JSON Schema of what may be submitted |
//! | `testing` (feature `testing`) | random forms and answers, the same on every machine |

mod advice;
mod answer;
mod ask;
mod bound;
mod check;
mod cli;
mod compiled;
mod condition;
mod default;
mod evaluate;
mod facts;
mod format;
mod formula;
mod kind;
mod lint;
mod migrate;
mod misfit;
mod model;
mod moment;
mod operator;
mod option;
mod plan;
mod price;
mod problem;
#[cfg(feature = "schema-of-form")]
mod schema;
mod scope;
mod state;
mod test;
#[cfg(feature = "testing")]
pub mod testing;
mod why;

pub use advice::{Advice, Hint, advise};
pub use answer::{Answer, Answers, Mistyped, WHOLE_MAX};
pub use bound::Bound;
pub use cli::cli;
pub use compiled::Compiled;
pub use condition::{By, Comparand, Condition, Mention};
pub use default::{AssetFact, DefaultFrom, PersonFact, Prefill};
pub use evaluate::{Context, Evaluation, evaluate};
pub use formula::Formula;
pub use kind::{COUNT_MAX, DIGITS, Kind, LONG_TEXT_MAX, RATING_MAX, ROWS_MAX, SHORT_TEXT_MAX};
pub use lint::{Fault, Finding, Naming, lint, patterns};
pub use migrate::{Dropped, Migrated, Why, migrate};
pub use model::{Constraint, Form, Page, Question};
pub use moment::{LocalMoment, TimeOfDay, TimeOfDayError};
pub use operator::OPERATORS;
pub use option::{
    AssetScope, ChoiceDisplay, DateBound, FormOption, IpVersion, ManyDisplay, Narrowing, OptionsSource,
    PersonScope, SourceList, Width,
};
pub use problem::{Problem, ProblemCode};
#[cfg(feature = "schema-of-form")]
pub use schema::{FormSchema, schema};
pub use state::{QuestionState, RowState};
pub use why::Reason;

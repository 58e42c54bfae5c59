//! Request forms: which questions are asked, which answers are wrong, and what they cost.
//!
//! A [`Form`] is pages of questions. [`evaluate()`] looks at a form and the answers so far and says, for each question,
//! whether it is visible, required or read-only, what is wrong with its answer and why it is asked. The browser calls it
//! on each keystroke, the backend on submit; there is no second opinion.
//!
//! Answers travel as plain JSON, `{"model": "design-16", "count": 2}`; what a value must look like follows from the
//! question's type. Conditions name earlier questions only, so one pass in order is enough and cycles cannot exist.

mod answer;
mod check;
mod cli;
mod condition;
mod evaluate;
mod lint;
mod misfit;
mod model;
mod problem;

pub use answer::{Answer, Answers, Mistyped};
pub use cli::cli;
pub use condition::{Comparand, Condition};
pub use evaluate::{Context, Evaluation, QuestionState, evaluate};
pub use lint::{LintProblem, lint};
pub use model::{
    AssetScope, ChoiceDisplay, DateBound, Form, FormOption, Kind, Page, PersonScope, Question, Width,
};
pub use problem::{Problem, ProblemCode};

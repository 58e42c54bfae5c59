//! Answers: articles to search, to browse and to read; and the results of a search over everything.

mod answer;
mod answered;
mod answers;
mod around;
mod contents;
mod feedback;
mod filter;
mod mark;
mod more;
mod reason;
mod search;
mod words_field;

pub use answer::AnswerPage;
pub use answers::AnswersPage;
pub use search::SearchPage;

//! Answers: articles to search, to browse, to read, to see the changes of, and to write.

mod address;
mod answer;
mod answered;
mod answers;
mod around;
mod changes;
mod contents;
mod diff;
mod feedback;
mod filter;
mod known_errors;
mod language;
mod mark;
mod on_device;
mod position;
mod reason;
mod retired;
mod review;
mod versions;
mod writing;

pub use answer::AnswerPage;
pub use answers::AnswersPage;
pub use versions::VersionsPage;
pub use writing::{EditPage, ProposalPage, WorkPage, WritePage};

//! Approvals: those that wait for this person, those they decided, and one of them with all that it takes to decide.

mod buttons;
mod decide;
mod facts;
mod list;
mod more;
mod one;
mod order;
mod outcome;
mod row;
mod words;

pub use list::ApprovalsPage;
pub use one::ApprovalPage;

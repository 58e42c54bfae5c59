//! Approvals: those that wait for this person, those they decided, one of them with all that it takes to decide, and who
//! decides for whom while they are away.

mod away;
mod buttons;
mod comments;
mod decide;
mod delegation;
mod facts;
mod inbox;
mod list;
mod one;
mod order;
mod outcome;
mod panel;
mod problems;
mod reason;
mod row;
mod steps;
mod words;

pub use delegation::DelegationPage;
pub use list::ApprovalsPage;
pub use one::ApprovalPage;

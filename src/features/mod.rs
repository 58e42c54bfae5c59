//! The areas of the portal. None of them knows another.

pub mod approvals;
pub mod catalog;
pub mod home;
pub mod keeping;
pub mod knowledge;
pub mod requests;
pub mod search;
pub mod session;
pub mod tickets;

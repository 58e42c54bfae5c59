//! The areas of the portal. None of them knows another.

pub mod approvals;
pub mod catalog;
pub mod home;
pub mod knowledge;
pub mod requests;
pub mod session;
pub mod tickets;

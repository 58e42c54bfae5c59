//! Use cases: what people can do, as plain functions of who asks ([`Ctx`]) and what they say.
//!
//! A function that reads takes a connection of the store or none; one that changes something takes a [`Write`], which is
//! one transaction with everything that belongs to the change. Decisions are those of `guichet-rules`; nothing in here
//! knows of HTTP.

pub mod actions;
pub mod approvals;
pub mod catalog;
pub(crate) mod clocks;
mod comments;
mod ctx;
pub mod delegations;
pub mod events;
mod facts;
mod failure;
pub mod files;
pub mod guides;
pub mod incidents;
mod input;
pub mod knowledge;
pub mod learning;
pub mod lookups;
pub mod me;
mod paging;
mod pictures;
mod refs;
pub mod requests;
mod scope;
pub mod search;
pub mod session;
pub mod status;
pub mod studio;
pub mod sweep;
pub mod tickets;
mod write;
pub mod writing;

pub use comments::comment;
pub use ctx::Ctx;
pub use failure::{Denial, Failure, Objection};
pub use write::{Key, Write};

//! The whole backend over TCP: the real router on a real database, asked by a real client.

mod approvals;
mod attachments;
mod backend;
mod bodies;
mod catalog;
mod conditions;
mod events;
mod forms;
mod full;
mod incidents;
mod orders;
mod origins;
mod problems;
mod requests;

//! The whole backend over TCP: the real router on a real database, asked by a real client.

mod approvals;
mod attachments;
mod backend;
mod bodies;
mod catalog;
mod conditions;
mod delegations;
mod events;
#[path = "../support/folder.rs"]
mod folder;
mod forms;
mod full;
mod import;
mod incidents;
mod knowledge;
#[path = "../support/large.rs"]
mod large;
mod learning;
mod lessons;
mod lookups;
mod orders;
mod origins;
mod policies;
mod problems;
mod reminders;
mod requests;
mod search;
mod secrets;
mod studio;
mod uploads;
mod writing;

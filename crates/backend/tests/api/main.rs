//! The whole backend over TCP: the real router on a real database, asked by a real client.

mod approvals;
mod attachments;
mod backend;
mod bodies;
mod catalog;
mod conditions;
mod delegations;
mod events;
mod forms;
mod full;
mod incidents;
mod lessons;
mod orders;
mod origins;
mod policies;
mod problems;
mod reminders;
mod requests;
mod secrets;
mod studio;
mod uploads;

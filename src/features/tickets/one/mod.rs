//! One ticket: where it stands, what was said, what can be done.

mod act;
mod actions;
mod body;
mod chain;
mod choices;
mod clock;
mod clock_panel;
mod details;
mod entry;
mod explain;
mod head;
mod input;
mod items;
mod milestones;
mod outbox;
mod page;
mod pending;
mod receipt;
mod reply;
mod secret;
mod sheet;
mod subject;
mod timeline;
mod trouble;
mod verdict;

pub use page::TicketPage;

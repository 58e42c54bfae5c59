//! Tickets: the list, one of them, and reporting a problem.

mod files;
mod list;
mod one;
mod report;
mod words;

pub use list::TicketsPage;
pub use one::TicketPage;
pub use report::ReportPage;

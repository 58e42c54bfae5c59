//! Reporting a problem.

mod about;
mod content;
mod form;
mod page;
mod severity;
mod suggest;
mod what;

pub use page::ReportPage;

//! The business rules of Guichet.
//!
//! One crate decides; the browser and the backend both call it, so that a disabled button and a refused call
//! always give the same reason. Nothing here does I/O or reads a clock: `now` and the acting person are arguments.
//!
//! | module | decides |
//! | --- | --- |
//! | [`form`] | which questions are asked, which answers are wrong, what they cost |
//! | [`ticket`] | which actions a ticket allows, and where they lead |
//! | [`priority`] | how urgent an incident is |
//! | [`schedule`] | when a target is due, on a calendar with opening hours and holidays |
//! | [`approval`] | who is asked, and whether the answers so far decide |
//! | [`article`] | who writes, decides on and retires knowledge articles |
//! | [`entitlement`] | who may order what, for whom, and who may be charged |
//! | [`guide`] | which items an order guide puts together, and what is asked once for all of them |
//! | [`secret`] | which answers are kept apart, and who may read them |
//! | [`money`] | prices, in integer minor units |
//! | [`review`] | when somebody has to look at an article again |
//! | [`learning`] | when a search is over and what came of it, and which words are counted |
//!
//! [`ids`] and [`person`] are what they speak of.

pub mod approval;
pub mod article;
pub mod entitlement;
pub mod form;
pub mod guide;
pub mod ids;
pub mod learning;
pub mod money;
pub mod person;
pub mod priority;
pub mod review;
pub mod schedule;
pub mod secret;
pub mod ticket;

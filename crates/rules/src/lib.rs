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
//! | [`entitlement`] | who may order what, for whom, and who may be charged |
//! | [`guide`] | which items an order guide puts together, and what is asked once for all of them |
//! | [`money`] | prices, in integer minor units |

pub mod approval;
pub mod entitlement;
pub mod form;
pub mod guide;
pub mod ids;
pub mod money;
pub mod person;
pub mod priority;
pub mod schedule;
pub mod ticket;

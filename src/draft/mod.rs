//! What a person has typed and not yet sent, kept in the browser as they type: it outlives a reload, a crash and an ended
//! session.
//!
//! Forms are kept in the browser's database ([`Keeper`]) and shared by the tabs in which they are open. Short texts, such as
//! a reply, are kept in its storage ([`keep`]), since they must be there before they are sent. ADR 0014 says why both.

mod between;
mod bound;
mod ending;
mod form;
mod keeper;
mod lead;
mod list;
mod lock;
mod message;
mod moved;
mod notices;
mod record;
mod shelf;
mod short;
mod tabs;

pub use form::{REPORT, guide_name, request_name};
pub use keeper::Keeper;
pub use list::{Listed, list};
pub use notices::notices;
pub use record::{Record, Said};
pub use short::{any, forget, keep, keep_all, keep_typed, kept, restored};

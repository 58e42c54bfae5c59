//! Files that people send: checked before they leave the device, on their way in pieces where the backend takes them, gone
//! on with after a failure, and shown.
//!
//! [`Uploads`] is what one question, report or message holds; [`field`] is its control. A file is a row that says how it
//! does (`Phase`). How it is sent is in `run`, who is sent when in `turn`, what is refused before in `check`.

mod attached;
mod begun;
mod check;
mod field;
mod hold;
mod item;
mod kinds;
mod preview;
mod row;
mod run;
mod turn;
mod uploads;
mod ways;
mod words;

pub use attached::attachments;
pub use begun::Begun;
pub use check::Wanted;
pub use field::field;
pub use hold::Hold;
pub use preview::overview;
pub use uploads::Uploads;

//! Home: what do you need, what waits for you, how are your things going, is something broken.

mod drafts;
mod notices;
mod page;
mod popular;
mod services;
mod status;
mod tickets;
mod waiting;

pub use page::HomePage;
pub use status::StatusPage;

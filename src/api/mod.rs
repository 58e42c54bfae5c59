//! The backend, as the portal sees it: one transport, typed errors, queries that refresh themselves.

mod error;
mod events;
mod mutation;
mod query;
mod transport;

pub use error::ApiError;
pub use events::listen;
pub use mutation::{Key, act, create, send};
pub use query::{Query, QueryStatus, Topic, fetch_once, forget_all, prefetch, query, refresh};
pub use transport::{configure, upload, url_of_attachment};

//! The backend, as the portal sees it: one transport, typed errors, queries that refresh themselves.

mod error;
mod events;
mod json;
mod mutation;
mod query;
mod transport;
pub mod upload;

pub use error::ApiError;
pub use events::listen;
pub use json::read;
pub use mutation::{Key, act, create, send};
pub use query::{Query, QueryStatus, Topic, fetch_once, forget_all, prefetch, query, query_part, refresh};
pub use transport::{configure, sleep, text, url_of_attachment};

//! The backend, as the portal sees it: one transport, typed errors, queries that refresh themselves.

mod device;
mod error;
mod events;
mod json;
mod mutation;
mod query;
mod transport;
pub mod upload;

pub use device::device;
pub use error::ApiError;
pub use events::listen;
pub use json::read;
pub use mutation::{Key, Unanswered, act, create, send};
pub use query::{
    Query, QueryStatus, Topic, fetch_once, follow, forget_all, prefetch, query, query_part, refresh,
};
pub use transport::{backend, configure, sleep, text, url_of_attachment, url_of_picture};

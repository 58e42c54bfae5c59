//! The ITSM HTTP contract, in one place.
//!
//! Each endpoint is one item in [`endpoints`]: method, path, parameters, body, reply, refusals and summary. From it come
//! the browser's call, the backend's route, the conformance check and `docs/openapi.json`, so the four cannot drift apart.
//!
//! | module | has |
//! | --- | --- |
//! | [`endpoints`] | every call whose body and reply are JSON |
//! | [`types`] | what travels |
//! | [`problem`] | the one shape of every refusal, and its codes |
//! | [`tus`], [`search_index`] | files in pieces, and the index of the search, which are not JSON |
//! | [`commonmark`] | what texts may hold, and where their links may lead |
//! | `openapi` (feature) | the document that is made of all of it |
//!
//! The contract is a promise to people who write backends in other languages: additive only, and every client tolerates
//! fields and enum values that it does not know.

pub mod commonmark;
#[macro_use]
mod endpoint;
pub mod endpoints;
mod file_types;
#[cfg(feature = "openapi")]
pub mod openapi;
pub mod problem;
pub mod search_index;
pub mod tus;
pub mod types;
mod url;

pub use endpoint::{Endpoint, Guard, Method, NoBody, NoPath, NoQuery, NoReply, PathParams, QueryParams};
pub use file_types::{FILE_TYPES, is_in_range};
pub use problem::{Code, FieldError, Problem};
pub use url::{path_url, url};

/// Where the contract is mounted below a backend's base URL.
pub const BASE_PATH: &str = "/itsm/v1";

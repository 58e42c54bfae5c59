//! The index of what somebody may find, for portals that search on the device.
//!
//! - `GET /knowledge/index` (`getSearchIndex`): what this person may find in the language of the reply, as one binary
//!   document in the format of `crates/search`. `since` names what the caller has, by the version that came with it: then
//!   the reply brings what is missing and no more. Needs a session. Refusals: `not_found` (404) where the backend has none.

/// Where it is.
pub const PATH: &str = "/knowledge/index";

/// What it is.
pub const MEDIA_TYPE: &str = "application/vnd.guichet.index";

/// The header with the version of what was sent, to be given as `since` the next time.
pub const VERSION_HEADER: &str = "guichet-index-version";

/// The parameter with the version that the caller has.
pub const SINCE: &str = "since";

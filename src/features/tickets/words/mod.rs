//! What the rules say, in the reader's words.

mod action;
mod reason;
mod refusal;
mod secret;

pub(super) use action::{action, done};
pub(super) use reason::{hold_reason, resolution_code};
pub(super) use refusal::refusal;
pub(super) use secret::secret;

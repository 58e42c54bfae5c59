//! x
pub mod content;
pub mod hex;
pub mod store;
pub mod words;

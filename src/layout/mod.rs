//! What is around every page: header, navigation, palette, help, and the pages that say what went wrong.

mod account;
mod account_panel;
mod help;
mod message;
mod navigation;
mod shell;

pub use message::NotFound;
pub use shell::Shell;

//! Sign in: choose who to be, on a demo.

mod page;

pub use page::SignInPage;

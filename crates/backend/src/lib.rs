//! The reference backend of Guichet: the ITSM HTTP contract on axum and SQLite.
//!
//! | module | is |
//! | --- | --- |
//! | [`content`] | what the company offers, from files |
//! | [`store`] | what people did with it, in a database |
//! | [`service`] | the use cases, which put both and the rules together |
//! | [`http`](router) | the contract over HTTP, and the portal |
//! | [`demo`] | tickets of a company that was busy for a year |
//! | [`import`] | articles from a folder of pages |
//!
//! ```no_run
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! use guichet_backend::{App, clock::Clock, config::Config, content, store::Store};
//! use std::path::Path;
//!
//! let content = content::load(Path::new("content/demo"))?;
//! let store = Store::open(Path::new("guichet.db")).await?;
//! let app = App::new(Config::local(), content, store, Clock::system());
//! let listener = tokio::net::TcpListener::bind(app.config.listen).await?;
//! guichet_backend::serve(app, listener, std::future::pending()).await?;
//! # Ok(())
//! # }
//! ```

mod app;
mod cache;
mod causes;
pub mod clock;
pub mod config;
pub mod content;
pub mod demo;
mod dimensions;
mod finder;
mod hex;
mod http;
mod hub;
pub mod import;
pub mod register;
mod serve;
pub mod service;
pub mod spelling;
pub mod store;
pub mod words;

pub use self::http::router;
pub use app::{App, Files, Loaded};
pub use causes::causes;
pub use serve::serve;

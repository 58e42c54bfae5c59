//! The catalog: what can be asked for, and each thing in it.

mod card;
mod filter;
mod filters;
mod guides;
mod item_side;
mod service;
mod services;
mod shelves;
mod wish;

pub use service::ServicePage;
pub use services::ServicesPage;

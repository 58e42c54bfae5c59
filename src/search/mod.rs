//! The search box: services, articles and one's own tickets, as one types. On home it stands in the page; elsewhere the
//! command palette holds it. What is typed is looked for on the device, in a worker, and where that is not to be had by the
//! backend ([`find`]).

mod browse;
mod device;
mod engine;
mod field;
mod find;
mod hit;
mod lines;
mod marks;
mod palette;
pub mod recent;
mod results;

pub use browse::{Browsing, browse};
pub use engine::provide_engine;
pub use field::SearchBox;
pub use find::{Finding, find};
pub use hit::{heading_of, kind_label, route_of};
pub use marks::highlighted;
pub use palette::provide_palette;

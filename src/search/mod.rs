//! The search box: services, articles and one's own tickets, as one types. On home it stands in the page; elsewhere the
//! command palette holds it.

mod chunk;
mod field;
mod hit;
mod palette;
mod results;

pub use field::SearchBox;
pub use hit::{kind_label, route_of};
pub use palette::provide_palette;

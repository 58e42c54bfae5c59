//! The search box: services, articles and one's own tickets, as one types. On home it stands in the page; elsewhere the
//! command palette holds it.

mod combo;
mod hit;
mod palette;

pub use combo::SearchCombo;
pub use hit::{kind_label, route_of};
pub use palette::{Palette, PaletteHandle};

//! The four states of a data view: loading, empty, failed, full. What a page shows of a query goes through here.

mod offered;
mod page_of;
mod rows;
mod states;

pub use offered::where_offered;
pub use page_of::{Standing, failed, message_page, page_of, standing};
pub use rows::{Row, rows};
pub use states::{Shape, async_view, when_loaded};

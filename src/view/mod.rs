//! The four states of a data view: loading, empty, failed, full. What a page shows of a query goes through here.

mod more;
mod offered;
mod page_of;
mod retired;
mod rows;
mod states;

pub use more::{More, Part};
pub use offered::where_offered;
pub use page_of::{Standing, failed, message_page, page_of, standing};
pub use retired::{retired_notice, retired_words};
pub use rows::{Row, lasting_rows, rows};
pub use states::{Shape, async_view, async_view_when, when_loaded};

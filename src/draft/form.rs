//! The names of the drafts of forms. Each is named after what it is for.

/// What the name of a request begins with, before the item.
pub(super) const REQUEST: &str = "request:";

/// What the name of what an order guide asks begins with, before the guide.
const GUIDE: &str = "guide:";

/// The report of a problem.
pub const REPORT: &str = "report";

/// A request for `item`.
pub fn request_name(item: &str) -> String {
    format!("{REQUEST}{item}")
}

/// What an order guide asks.
pub fn guide_name(guide: &str) -> String {
    format!("{GUIDE}{guide}")
}

/// Whether `name` is that of a form.
pub(super) fn is_form(name: &str) -> bool {
    name == REPORT || name.starts_with(REQUEST) || name.starts_with(GUIDE)
}

//! Looking after the answers: what people search for, and how every answer does.

mod decide;
mod entry;
mod figures;
mod filter;
mod learning;
mod merge;
mod period;

pub use figures::FiguresPage;
pub use learning::LearningPage;

use crate::{
    i18n::m,
    routes,
    ui::{Button, IconName},
    view::message_page,
};
use leptos::prelude::*;

/// For those who look after no answers.
fn not_for_you() -> AnyView {
    let ways = view! { <Button href=routes::answers("", "")>{m::knowledge::missing_action()}</Button> };
    message_page(IconName::Book, m::learning::missing_title(), m::learning::missing(), ways.into_any())
}

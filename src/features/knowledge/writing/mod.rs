//! Writing articles: the editor, proposals that wait for a decision, and what somebody has to look after.

mod actions;
mod begun;
mod between;
mod body;
mod decide;
mod desk;
mod fields;
mod kept;
mod languages;
mod list;
mod losses;
mod marks;
mod page;
mod pictures;
mod proposal;
mod remarks;
mod retired_text;
mod saving;
mod several;
mod text;
mod typed;
mod upkeep;

pub use list::WorkPage;
pub use page::{EditPage, WritePage};
pub use proposal::ProposalPage;
pub(super) use retired_text::retired_text;

//! Writing forms: the text of a form, the form as anybody would be asked it, and what the rules make of the answers.

mod between;
mod changes;
mod code;
mod desk;
mod evaluation;
mod findings;
mod list;
mod lookup;
mod page;
mod preview;
mod saving;
mod sight;
mod text;
mod tongue;
mod tried;

pub use list::StudioFormsPage;
pub use page::StudioFormPage;

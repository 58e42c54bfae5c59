//! Asking for something in the catalog: the form, its steps, the answers once more, and sending them; the cart, and order
//! guides, which put several things into it.

mod again;
mod anew;
mod asking;
mod at;
mod cart;
mod check;
mod control;
mod failure;
mod file;
mod fitting;
#[cfg(test)]
mod fixture;
mod form_page;
mod guide;
mod kept;
mod known;
mod left;
mod lookup;
mod notes;
mod pace;
mod page;
mod part;
mod pattern;
mod preview;
mod price;
mod question;
mod restore;
mod seen;
mod side;
mod stage;
mod steps;
mod studio;
mod submit;
mod suggest;
mod told;
mod trial;
mod values;
mod whom;
mod words;
mod wrong;

pub use cart::CartPage;
pub use guide::GuidePage;
pub use page::RequestPage;
pub use studio::{StudioFormPage, StudioFormsPage};

//! Files that go with what is written.

use crate::{
    session::{Feature, use_session},
    ui::FieldText,
    upload::{self, Uploads, Wanted},
};
use leptos::prelude::*;

/// The files of one message or report: as many and as large as the backend takes.
pub fn files() -> Uploads {
    Uploads::new(Wanted::default())
}

/// The control for them; absent where the backend takes no files.
pub fn files_field(files: Uploads, field: FieldText) -> AnyView {
    let session = use_session();
    // What was pasted all the same says here that it cannot be sent.
    let shown = Memo::new(move |_| session.offers(Feature::Attachments) || !files.is_empty());
    (move || shown.get().then(|| untrack(|| upload::field(files, field)))).into_any()
}

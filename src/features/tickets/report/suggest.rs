//! What may already help, while the title is being typed: who finds an answer needs no ticket.

use super::form::{Form, Kept};
use crate::{
    deflect::{self, Ending},
    draft,
};
use leptos::prelude::*;

/// The suggestions; nothing where there are none.
pub(super) fn suggest(form: Form) -> AnyView {
    let closed = StoredValue::new(Kept::default());
    deflect::suggestions(deflect::Form {
        words: form.part(|report| report.title.trim().to_owned()),
        name: StoredValue::new(draft::REPORT.to_owned()),
        service: StoredValue::new(None),
        ending: Ending::Emptied {
            close: Callback::new(move |()| closed.set_value(form.close())),
            reopen: Callback::new(move |()| form.reopen(closed.get_value())),
        },
    })
}

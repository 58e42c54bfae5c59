//! What may make a guide unnecessary, while somebody writes what they are after.

use super::{super::suggest, picks::Guiding};
use crate::deflect::Ending;
use guichet_rules::ids::QuestionId;
use leptos::prelude::*;

/// The suggestions for what is told in `told`, of whatever service: the items of a guide have several.
pub fn suggest(guiding: Guiding, told: Vec<QuestionId>) -> AnyView {
    let (asking, first) = (guiding.asking, told.first().cloned());
    let before = StoredValue::new(None);
    let close = move |()| before.set_value(Some(suggest::close(asking)));
    let reopen = move |()| {
        if let (Some(kept), Some(first)) = (before.get_value(), &first) {
            suggest::reopen(asking, kept, first);
        }
    };
    let ending = Ending::Emptied { close: Callback::new(close), reopen: Callback::new(reopen) };
    suggest::suggestions(asking, told, None, ending)
}

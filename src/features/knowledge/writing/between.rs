//! Somebody published, or saved the draft from elsewhere: the writer sees both texts and decides which one to go on with.

use super::{desk::Desk, proposal::whole, text::Cause, typed::Typed};
use crate::{
    editor::{Waiting, meanwhile},
    features::knowledge::changes::differences,
    i18n::m,
};
use leptos::prelude::*;

/// Both ways on; after the other text was taken, the way back.
pub(super) fn between(desk: Desk) -> AnyView {
    let theirs = Memo::new(move |_| desk.text.with(|text| text.theirs.clone()));
    let waiting = move || {
        let theirs = theirs.get()?;
        let (title, take) = match theirs.cause {
            Cause::Published => (m::writing::between(), m::writing::take_published()),
            Cause::Saved => (m::writing::between_saved(), m::writing::take_saved()),
        };
        let mine = desk.text.with_untracked(|text| text.typed.clone());
        let changes = desk.options.with_value(|options| {
            let whole = |typed: &Typed| whole(&typed.content(), Some(options));
            differences(&whole(&theirs.typed), &whole(&mine))
        });
        let about = view! {
            <p>{m::writing::between_text()}</p>
            <details class={"changes"}>
                <summary>{m::writing::between_changes()}</summary>
                {changes}
            </details>
        };
        Some(Waiting { title, about: about.into_any(), take })
    };
    let aside = Memo::new(move |_| desk.text.with(|text| text.aside.is_some()));
    let decide = Callback::new(move |decision| desk.text.update(|text| text.decide(decision)));
    meanwhile(waiting, aside, decide, desk.area)
}

//! What was taken out last, for whoever did not mean it: here, or in its own form, where an answer has made it unnecessary.

use super::{super::asking::Asking, kept::Line, ordering::Ordering};
use crate::{
    i18n::m,
    learning::queue::{self, Waiting},
    routes,
    ui::{Notice, Tone},
};
use leptos::{html, prelude::*};
use std::cell::RefCell;

thread_local! {
    /// What somebody took out in its own form, until the page of the cart is there to say so.
    static NOT_NEEDED: RefCell<Option<(String, Taken)>> = RefCell::default();
}

/// A line that was taken out.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// Where it was.
    pub place: usize,
    /// The line.
    pub line: Line,
    /// That an answer has made it unnecessary, to be taken back with it.
    pub solved: Option<Waiting>,
}

/// Takes the line that is being changed out of the cart and goes there: an answer has helped.
pub fn not_needed(asking: Asking, solved: Waiting) {
    let key = asking.way.with_value(|way| way.line.clone());
    if let Some((place, line)) = asking.basket.take(&key) {
        let (person, name) = (
            asking.me.with_value(|me| me.id.to_string()),
            asking.item.with_value(|item| item.summary.name.clone()),
        );
        let taken = Taken { place, line: Line { name, ..line }, solved: Some(solved) };
        NOT_NEEDED.set(Some((person, taken)));
    }
    // Nothing is left to come back to.
    asking.open.run((routes::cart(), true));
}

/// What `person` took out in its own form and was not told of yet.
pub fn of_a_form(person: &str) -> Option<Taken> {
    NOT_NEEDED.take().filter(|(whose, _)| whose == person).map(|(_, taken)| taken)
}

/// That a line was taken out, with a button that puts it back. It takes the focus, since the button that had it is gone.
pub fn removed(ordering: Ordering) -> AnyView {
    let button = NodeRef::<html::Button>::new();
    let taken = Memo::new(move |_| {
        ordering.removed.with(|taken| {
            let taken = taken.as_ref()?;
            Some((taken.line.key.clone(), taken.line.name.clone(), taken.solved.is_some()))
        })
    });
    Effect::new(move || {
        taken.track();
        if let Some(button) = button.get() {
            // It is on the page, so it takes the focus.
            let _ = button.focus();
        }
    });
    let notice = move || {
        taken.get().map(|(_, name, solved)| {
            if solved {
                return not_needed_any_more(ordering, &name);
            }
            view! {
                <p class="notice">
                    {m::cart::removed(&name)}
                    " "
                    <button node_ref=button class="link-button" type="button" on:click=move |_| undo(ordering)>
                        {m::cart::undo()}
                    </button>
                </p>
            }
            .into_any()
        })
    };
    view! { <div role="status">{notice}</div> }.into_any()
}

/// What became of the line that an answer was found for. The words take the focus: whoever pressed has not seen them happen.
fn not_needed_any_more(ordering: Ordering, name: &str) -> AnyView {
    let told = NodeRef::<html::P>::new();
    told.on_load(|told| {
        // After the page's heading took the focus, as it does on every new page.
        request_animation_frame(move || {
            let _ = told.focus();
        });
    });
    let words = m::cart::not_needed(name);
    view! {
        <Notice title=m::learning::thanks() tone=Tone::Ok>
            <p node_ref=told tabindex="-1">{words}</p>
            <p>
                <button class="link-button" type="button" on:click=move |_| undo(ordering)>{m::cart::needed()}</button>
            </p>
        </Notice>
    }
    .into_any()
}

/// Puts it back where it was.
fn undo(ordering: Ordering) {
    let Some(Taken { place, line, solved }) = ordering.removed.get_untracked() else { return };
    if let Some(solved) = solved {
        ordering.me.with_value(|me| queue::remove(me.id.as_str(), &solved));
    }
    let key = line.key.clone();
    ordering.removed.set(None);
    ordering.basket.put_back(Some(place), line);
    // Once the line is drawn.
    request_animation_frame(move || {
        ordering.focus.focus(&key);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_out_in_a_form_is_told_once_and_to_nobody_else() {
        let line = Line { key: "a".to_owned(), ..Line::default() };
        let taken = Taken { place: 1, line, solved: None };
        NOT_NEEDED.set(Some(("ada".to_owned(), taken.clone())));
        assert_eq!(of_a_form("ada"), Some(taken.clone()));
        assert_eq!(of_a_form("ada"), None);
        NOT_NEEDED.set(Some(("ada".to_owned(), taken)));
        assert_eq!(of_a_form("ben"), None);
    }
}

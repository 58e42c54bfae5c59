//! Where in the form the person is. It is in the address, so that the browser's back button goes a step back.

use super::{asking::Asking, cart, preview, submit};
use leptos::prelude::*;

const CHECK: &str = "check";

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Stage {
    /// A page of the form, from 0.
    Page(usize),
    /// Check your answers.
    Check,
}

impl Stage {
    /// Reads the `step` of an address, for a form of so many pages.
    pub fn read(step: Option<&str>, pages: usize) -> Self {
        match step {
            Some(CHECK) => Self::Check,
            Some(number) => Self::Page(number.parse().unwrap_or(1_usize).clamp(1, pages.max(1)) - 1),
            None => Self::Page(0),
        }
    }

    /// The `step` of its address; empty for the first.
    pub fn step(self) -> String {
        match self {
            Self::Check => CHECK.to_owned(),
            Self::Page(0) => String::new(),
            Self::Page(page) => (page + 1).to_string(),
        }
    }
}

/// For which item the form is, and how the person came to it: what has to stay in the address from step to step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Way {
    /// The item.
    pub item: String,
    /// The line of the cart that is being changed; empty where none is.
    pub line: String,
    /// The request whose answers it was filled in from; empty where there is none.
    pub again: String,
}

/// The page after `page` that asks anything.
pub(super) fn next(asking: Asking, page: usize) -> Option<usize> {
    let count = asking.form.with_value(|f| f.pages.len());
    (page + 1..count).find(|p| asking.asks_on(*p))
}

/// The page before `page` that asks anything.
pub(super) fn previous(asking: Asking, page: usize) -> Option<usize> {
    // The first page asks for whom it is, if nothing else.
    (0..page).rev().find(|p| *p == 0 || asking.asks_on(*p))
}

/// Whether the answers are shown once more before they are sent: where it costs something, or somebody is asked.
pub(super) fn needs_check(asking: Asking) -> bool {
    if asking.is_line() {
        return false;
    }
    let seen = asking.previewed.with(|p| {
        p.preview
            .as_ref()
            .map(|p| !p.approvals.is_empty() || !p.price.total.is_free() || !p.price.lines.is_empty())
    });
    seen.unwrap_or_else(|| {
        asking.item.with_value(|i| {
            !i.approvals.is_empty() || i.summary.price.from || !i.summary.price.amounts.is_free()
        })
    })
}

/// Shows what is wrong on the pages up to `page`; the first of them, if any.
pub(super) fn point_out(asking: Asking, page: usize) -> Option<usize> {
    preview::take_objections(asking);
    let wrong = asking.wrong.get_untracked();
    let here: Vec<_> = wrong.into_iter().filter(|w| w.page <= page).collect();
    let first = here.first().map(|w| w.page);
    asking.shown.update(|shown| shown.extend(here.into_iter().map(|w| w.key)));
    if first.is_some() {
        asking.pointed.update(|n| *n = n.wrapping_add(1));
    }
    first
}

/// Leaves `page`, if it is right.
pub(super) fn go_on(asking: Asking, page: usize) {
    if untrack(|| asking.draft.locked()) {
        // Whoever looks on may look at all of it, and is told of no mistakes.
        match untrack(|| next(asking, page)) {
            Some(page) => asking.go(Stage::Page(page)),
            None if untrack(|| needs_check(asking)) => asking.go(Stage::Check),
            None => {}
        }
        return;
    }
    asking.failure.set(None);
    match point_out(asking, page) {
        Some(wrong) if wrong == page => {}
        Some(wrong) => asking.go(Stage::Page(wrong)),
        None => match untrack(|| next(asking, page)) {
            Some(page) => leave_for(asking, Stage::Page(page)),
            None if untrack(|| needs_check(asking)) => leave_for(asking, Stage::Check),
            None if asking.is_line() => {
                cart::put(asking);
            }
            None => submit::send(asking),
        },
    }
}

/// Goes on to `stage`. What a link brought is kept with that: the next address says nothing of it any more.
fn leave_for(asking: Asking, stage: Stage) {
    if !asking.is_line() && asking.kept.with_untracked(|kept| !kept.own.is_empty() || !kept.link.is_empty()) {
        asking.touched.set(true);
    }
    asking.go(stage);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_a_page_that_is_there() {
        for (step, pages, stage) in [
            (None, 3, Stage::Page(0)),
            (Some("2"), 3, Stage::Page(1)),
            (Some("9"), 3, Stage::Page(2)),
            (Some("0"), 3, Stage::Page(0)),
            (Some("x"), 3, Stage::Page(0)),
            (Some("check"), 1, Stage::Check),
        ] {
            assert_eq!(Stage::read(step, pages), stage, "{step:?}");
            let step = stage.step();
            assert_eq!(Stage::read(Some(&step).filter(|s| !s.is_empty()).map(String::as_str), pages), stage);
        }
    }
}

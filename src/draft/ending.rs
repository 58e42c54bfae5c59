//! The end of a draft: its form was sent.

use super::{bound::Bound, keeper::Keeper, lead::Event, message::Kind, shelf};
use leptos::task::spawn_local;
use std::rc::Rc;

/// What to tell once a form was sent.
pub struct Ending {
    keeper: Keeper,
    bound: Option<Rc<Bound>>,
}

impl Ending {
    /// For the form in `bound`, if one is open.
    pub(super) fn new(keeper: Keeper, bound: Option<Rc<Bound>>) -> Self {
        Self { keeper, bound }
    }

    /// It was sent, and the ticket with this number came of it: nothing of it is kept, here or in other tabs.
    pub fn sent(self, receipt: &str) {
        let Some(bound) = self.bound else { return };
        bound.over.set(true);
        bound.drop_pending();
        bound.receipt.replace(receipt.to_owned());
        if self.keeper.is_bound(&bound) {
            self.keeper.happen(&bound, Event::SentHere, None);
        } else {
            bound.say(Kind::Sent, "", None);
        }
        spawn_local(async move { shelf::forget(&bound.person, &bound.name).await });
    }
}

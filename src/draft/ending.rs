//! The end of a draft: its form was sent, or put into the cart.

use super::{bound::Bound, keeper::Keeper, lead::Event, message::Kind, shelf};
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What came of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// The ticket with this number.
    Sent(String),
    /// A line of the cart.
    InCart,
}

/// What to tell once a form is over.
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
    pub fn sent(self, ticket: &str) {
        self.over(End::Sent(ticket.to_owned()));
    }

    /// It is in the cart, which keeps it from now on.
    pub fn in_cart(self) {
        self.over(End::InCart);
    }

    fn over(self, end: End) {
        let Some(bound) = self.bound else { return };
        bound.over.set(true);
        bound.drop_pending();
        bound.end.replace(Some(end));
        if self.keeper.is_bound(&bound) {
            self.keeper.happen(&bound, Event::SentHere, None);
        } else {
            bound.say(Kind::Sent, "", None);
        }
        spawn_local(async move { shelf::forget(&bound.person, &bound.name).await });
    }
}

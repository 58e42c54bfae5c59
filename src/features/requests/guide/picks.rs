//! Which items of a guide are wanted, given the answers and what was picked by hand.

use super::super::asking::Asking;
use guichet_contract::types::{Guide, GuideItem};
use guichet_rules::{form::Condition, guide::Standing, ids::ItemId};
use leptos::prelude::*;

/// The guide that is being filled in.
#[derive(Clone, Copy)]
pub struct Guiding {
    /// The guide.
    pub guide: StoredValue<Guide>,
    /// The answers to its questions, and what was picked by hand.
    pub asking: Asking,
    /// The items are on their way into the cart.
    pub busy: RwSignal<bool>,
    /// Why they did not get there.
    pub problem: RwSignal<Option<String>>,
}

impl Guiding {
    /// Where an item stands.
    pub fn standing(self, item: &GuideItem) -> Standing {
        let picked = self.asking.kept.with(|kept| kept.picked.get(&item.rule.item).copied());
        self.asking.known.with(|context| {
            self.asking.evaluation.with(|evaluation| {
                let holds = |condition: &Condition| evaluation.holds(condition, context);
                item.rule.standing(&holds, picked)
            })
        })
    }

    /// Adds an item by hand, or leaves it out.
    pub fn pick(self, item: ItemId, chosen: bool) {
        self.asking.change(|kept| {
            kept.picked.insert(item, chosen);
        });
    }

    /// So many of an item.
    pub fn ask_for(self, item: ItemId, count: u32) {
        self.asking.change(|kept| {
            kept.quantities.insert(item, count);
        });
    }

    /// How many of an item.
    pub fn quantity(self, item: &GuideItem) -> u32 {
        let said = self.asking.kept.with(|kept| kept.quantities.get(&item.rule.item).copied());
        said.unwrap_or(item.rule.quantity).clamp(1, item.max_quantity.max(1))
    }

    /// What goes into the cart: what is included, and what this person may order.
    pub fn wanted(self) -> Vec<GuideItem> {
        let all = self.guide.with_value(|guide| guide.items.clone());
        all.into_iter().filter(|item| item.item.orderable.allowed && self.standing(item).included).collect()
    }
}

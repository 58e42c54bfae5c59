//! Which items of a guide are wanted, given the answers and what was picked by hand.

use super::super::asking::Asking;
use guichet_contract::types::{Guide, GuideItem};
use guichet_rules::{form::Condition, guide::Standing, ids::ItemId};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The guide that is being filled in.
#[derive(Clone, Copy)]
pub struct Guiding {
    /// The guide.
    pub guide: StoredValue<Guide>,
    /// The answers to its questions.
    pub asking: Asking,
    /// Items that were added or left out by hand.
    pub picked: RwSignal<BTreeMap<ItemId, bool>>,
    /// How many of each, where somebody said.
    pub quantities: RwSignal<BTreeMap<ItemId, u32>>,
    /// The items are on their way into the cart.
    pub busy: RwSignal<bool>,
    /// Why they did not get there.
    pub problem: RwSignal<Option<String>>,
}

impl Guiding {
    /// Where an item stands.
    pub fn standing(self, item: &GuideItem) -> Standing {
        let picked = self.picked.with(|picked| picked.get(&item.rule.item).copied());
        self.asking.known.with(|context| {
            self.asking.evaluation.with(|evaluation| {
                let holds = |condition: &Condition| evaluation.holds(condition, context);
                item.rule.standing(&holds, picked)
            })
        })
    }

    /// How many of an item.
    pub fn quantity(self, item: &GuideItem) -> u32 {
        let said = self.quantities.with(|all| all.get(&item.rule.item).copied());
        said.unwrap_or(item.rule.quantity).clamp(1, item.max_quantity.max(1))
    }

    /// What goes into the cart: what is included, and what this person may order.
    pub fn wanted(self) -> Vec<GuideItem> {
        let all = self.guide.with_value(|guide| guide.items.clone());
        all.into_iter().filter(|item| item.item.orderable.allowed && self.standing(item).included).collect()
    }
}

//! What the request costs: by the rules at every answer, and by the backend once it has looked.

use super::{asking::Asking, wrong::quantity};
use guichet_rules::money::{Price, PriceLine};
use leptos::prelude::*;

/// The price to show. The backend has the last word, but only about the request that it was asked about; where the rules
/// cannot tell, its last word stays.
pub(super) fn price(asking: Asking) -> Memo<Option<Price>> {
    Memo::new(move |_| {
        let now = asking.body();
        let (told, of_now) = asking.previewed.with(|p| {
            let price = p.preview.as_ref().map(|preview| preview.price.clone());
            (price, p.of.as_ref() == Some(&now))
        });
        if of_now { told } else { by_rules(asking).or(told) }
    })
}

/// By the answers alone. `None` where the item does not say what one costs; where it is for somebody else, whose groups this
/// device does not know; and where the backend asks something for which this device sees no reason: then it may charge for
/// it too.
fn by_rules(asking: Asking) -> Option<Price> {
    if asking.forced.with(|forced| !forced.is_empty()) || !asking.own.get() {
        return None;
    }
    let chosen = asking.evaluation.with(|evaluation| evaluation.lines.clone());
    let typed = asking.kept.with(|kept| kept.quantity.clone());
    asking.item.with_value(|item| {
        let own = PriceLine { label: item.summary.name.clone(), amounts: item.base_price? };
        // A quantity that is none is pointed out at its field; until it is right, one is priced.
        let quantity = quantity(&typed, item.max_quantity).unwrap_or(1);
        Some(Price::of_several(item.summary.price.currency, own, chosen, quantity))
    })
}

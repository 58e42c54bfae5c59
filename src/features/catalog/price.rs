//! Prices as they stand on cards and pages.

use crate::{format, i18n::m};
use guichet_contract::types::StartingPrice;

/// What one costs at least: "from €1,290", "no charge", "price by choice".
pub(super) fn price(price: &StartingPrice) -> String {
    let amounts = format::amounts(price.amounts, price.currency, true);
    match (price.from, price.amounts.is_free()) {
        (true, true) => m::catalog::price_varies(),
        (true, false) => m::common::from_price(&amounts),
        (false, _) => amounts,
    }
}

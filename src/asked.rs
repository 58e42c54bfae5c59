//! What somebody is asked to agree to, in words: how many of it, and what else of the same order is decided with it. Home and the
//! approvals say the same.

use crate::{format, i18n::m};
use guichet_rules::money::{Amounts, Currency};

/// What is asked for, and how many of it: "3 × Headset".
pub fn titled(title: &str, quantity: u32) -> String {
    match quantity {
        0 | 1 => title.to_owned(),
        n => m::common::times(&format::number(n.into()), title),
    }
}

/// What something costs with `others` of the same order.
pub fn together(own: Amounts, others: &[Amounts]) -> Amounts {
    others.iter().fold(own, |mut total, other| {
        total += *other;
        total
    })
}

/// How many more of the same order are decided along, and what all of it costs; nothing where there are no `others`.
pub fn rest_of_order(own: Amounts, others: &[Amounts], currency: Currency) -> Option<String> {
    let more = u32::try_from(others.len()).unwrap_or(u32::MAX);
    let total = || format::amounts(together(own, others), currency, false);
    (more > 0).then(|| format!("{}, {}", m::common::order_more(more), m::common::order_together(&total())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_decided_together_costs_what_all_of_it_does() {
        let amounts = |one_off, monthly| Amounts { one_off, monthly, yearly: 0 };
        for (own, others, total) in [
            (amounts(248_000, 650), vec![], amounts(248_000, 650)),
            (amounts(248_000, 650), vec![amounts(17_700, 0), amounts(0, 350)], amounts(265_700, 1_000)),
            (amounts(0, 0), vec![amounts(5_900, 0)], amounts(5_900, 0)),
            (amounts(i64::MAX, 0), vec![amounts(1, 0)], amounts(i64::MAX, 0)),
        ] {
            assert_eq!(together(own, &others), total, "{own:?} and {others:?}");
        }
    }

    #[test]
    fn what_is_asked_by_itself_has_no_rest_and_one_of_it_no_number() {
        let own = Amounts { one_off: 5_900, ..Amounts::default() };
        assert_eq!(rest_of_order(own, &[], Currency::EUR), None);
        assert_eq!((titled("Headset", 1).as_str(), titled("Headset", 0).as_str()), ("Headset", "Headset"));
    }
}

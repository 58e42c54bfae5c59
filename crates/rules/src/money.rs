//! Prices in integer minor units. Floats never touch money.

use serde::{Deserialize, Serialize};
use std::{borrow::Cow, fmt, ops::AddAssign};

/// An ISO 4217 currency code, three capital letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Cow<'_, str>", into = "String")]
pub struct Currency([u8; 3]);

/// A text that is no currency code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no currency: use the three capital letters of ISO 4217, such as EUR")]
pub struct CurrencyError(String);

impl Currency {
    /// The euro, where nobody names a currency: in the `rules` program, and while the files of a company cannot be read.
    pub const EUR: Self = Self(*b"EUR");

    /// Checks the form, not the list: ISO 4217 grows, the form does not.
    pub fn new(code: &str) -> Result<Self, CurrencyError> {
        match code.as_bytes() {
            [a, b, c] if [a, b, c].iter().all(|l| l.is_ascii_uppercase()) => Ok(Self([*a, *b, *c])),
            _ => Err(CurrencyError(code.to_owned())),
        }
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        // Three ASCII capitals by construction.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How many digits its minor unit has, from ISO 4217: most have 2.
    pub fn digits(&self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG" | b"RWF"
            | b"UGX" | b"UYI" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            b"CLF" | b"UYW" => 4,
            _ => 2,
        }
    }
}

impl TryFrom<Cow<'_, str>> for Currency {
    type Error = CurrencyError;
    fn try_from(code: Cow<'_, str>) -> Result<Self, CurrencyError> {
        Self::new(&code)
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.as_str().to_owned()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Currency {
    fn schema_name() -> Cow<'static, str> {
        "Currency".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[A-Z]{3}$", "description": "ISO 4217 code." })
    }
}

/// What something costs, one-off and recurring apart, in minor units of a currency named elsewhere.
///
/// Content where one is negative is refused. Whatever another backend sends, a price as a whole is never negative, see
/// [`Amounts::clamped`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Amounts {
    /// Once, on delivery.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub one_off: i64,
    /// Every month.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub monthly: i64,
    /// Every year.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub yearly: i64,
}

fn is_zero(n: &i64) -> bool {
    *n == 0
}

impl Amounts {
    /// Whether nothing is charged.
    pub fn is_free(&self) -> bool {
        *self == Self::default()
    }

    /// `quantity` of it; saturates instead of wrapping, so that a hostile quantity cannot turn into a rebate.
    pub fn times(self, quantity: u32) -> Self {
        let q = i64::from(quantity);
        Self {
            one_off: self.one_off.saturating_mul(q),
            monthly: self.monthly.saturating_mul(q),
            yearly: self.yearly.saturating_mul(q),
        }
    }

    /// With nothing below zero: rebates can make a thing free, not make money.
    pub fn clamped(self) -> Self {
        Self { one_off: self.one_off.max(0), monthly: self.monthly.max(0), yearly: self.yearly.max(0) }
    }
}

impl AddAssign for Amounts {
    fn add_assign(&mut self, other: Self) {
        self.one_off = self.one_off.saturating_add(other.one_off);
        self.monthly = self.monthly.saturating_add(other.monthly);
        self.yearly = self.yearly.saturating_add(other.yearly);
    }
}

/// One line of a price: what, and how much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PriceLine {
    /// What is charged, in the reader's words.
    pub label: String,
    /// How much of it, already multiplied by the quantity.
    #[serde(flatten)]
    pub amounts: Amounts,
}

/// A price with its lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Price {
    /// The currency of every amount in here.
    pub currency: Currency,
    /// The sum of the lines, never negative.
    pub total: Amounts,
    /// Empty where nothing is charged.
    #[serde(default)]
    pub lines: Vec<PriceLine>,
}

impl Price {
    /// Sums `lines`.
    pub fn of(currency: Currency, lines: Vec<PriceLine>) -> Self {
        let mut total = Amounts::default();
        for line in &lines {
            total += line.amounts;
        }
        Self { currency, total: total.clamped(), lines }
    }

    /// What `quantity` of something costs: its `own` line, unless that is free, then what was chosen for each.
    pub fn of_several(currency: Currency, own: PriceLine, chosen: Vec<PriceLine>, quantity: u32) -> Self {
        let own = (!own.amounts.is_free()).then_some(own);
        let times = |line: PriceLine| PriceLine { amounts: line.amounts.times(quantity), ..line };
        Self::of(currency, own.into_iter().chain(chosen).map(times).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn currencies_have_the_digits_of_iso_4217() {
        for (code, digits) in [
            ("EUR", 2),
            ("USD", 2),
            ("JPY", 0),
            ("UYI", 0),
            ("KWD", 3),
            ("CLF", 4),
            // The Unicode CLDR has none for these, since nobody pays with so little.
            ("HUF", 2),
            ("IDR", 2),
            ("IQD", 3),
        ] {
            assert_eq!(Currency::new(code).map(|c| c.digits()), Ok(digits));
        }
        assert!(Currency::new("eur").is_err());
        assert!(Currency::new("EURO").is_err());
    }

    #[test]
    fn several_cost_what_one_does_times_their_number() {
        let line = |label: &str, one_off| PriceLine {
            label: label.to_owned(),
            amounts: Amounts { one_off, ..Amounts::default() },
        };
        for (own, quantity, labels, total) in [
            (100, 1, vec!["Laptop", "Dock", "Old device back"], 105),
            (100, 3, vec!["Laptop", "Dock", "Old device back"], 315),
            (0, 2, vec!["Dock", "Old device back"], 10),
            (-10, 2, vec!["Laptop", "Dock", "Old device back"], 0),
            (100, 0, vec!["Laptop", "Dock", "Old device back"], 0),
        ] {
            let chosen = vec![line("Dock", 15), line("Old device back", -10)];
            let price = Price::of_several(Currency::EUR, line("Laptop", own), chosen, quantity);
            assert_eq!(price.lines.iter().map(|l| l.label.as_str()).collect::<Vec<_>>(), labels);
            assert_eq!(price.total.one_off, total, "{quantity} of {own}");
        }
    }

    fn amounts() -> impl Strategy<Value = Amounts> {
        (any::<i64>(), any::<i64>(), any::<i64>()).prop_map(|(one_off, monthly, yearly)| Amounts {
            one_off,
            monthly,
            yearly,
        })
    }

    proptest! {
        #[test]
        fn a_price_is_never_negative_and_never_panics(lines in prop::collection::vec(amounts(), 0..9), q in any::<u32>()) {
            let lines = lines.into_iter().map(|a| PriceLine { label: String::new(), amounts: a.times(q) }).collect();
            let total = Price::of(Currency::EUR, lines).total;
            prop_assert!(total.one_off >= 0 && total.monthly >= 0 && total.yearly >= 0);
        }
    }
}

//! The words that conditions, formulas and defaults begin with.

/// Every operator of [`Condition`](super::Condition), [`Formula`](super::Formula) and [`DefaultFrom`](super::DefaultFrom), each
/// once: some words mean something in two of them.
pub const OPERATORS: &[&str] = &[
    "and",
    "or",
    "not",
    "eq",
    "ne",
    "in",
    "contains",
    "lt",
    "le",
    "gt",
    "ge",
    "between",
    "present",
    "length",
    "matches",
    "days_until",
    "days_between",
    "any",
    "all",
    "count",
    "member_of",
    "number",
    "answer",
    "sum",
    "difference",
    "product",
    "quotient",
    "least",
    "greatest",
    "days",
    "total",
    "if",
    "person",
    "link",
    "asset",
];

#[cfg(test)]
mod tests {
    use super::super::{Condition, DefaultFrom, Formula};
    use super::*;
    use serde::de::DeserializeOwned;
    use serde_json::json;
    use std::collections::BTreeSet;

    /// The operators that serde knows: it names them to whoever writes another one.
    fn known<T: DeserializeOwned>() -> Vec<String> {
        let refused = serde_json::from_value::<T>(json!({ "?": [] })).err().map(|error| error.to_string());
        let quoted: Vec<String> = refused.unwrap_or_default().split('`').map(str::to_owned).collect();
        quoted.into_iter().skip(1).step_by(2).filter(|word| word != "?").collect()
    }

    #[test]
    fn no_operator_is_missing_and_none_is_there_twice() {
        let mut all: BTreeSet<String> = BTreeSet::new();
        for words in [known::<Condition>(), known::<Formula>(), known::<DefaultFrom>()] {
            assert!(words.len() > 3, "{words:?}");
            all.extend(words);
        }
        let listed: BTreeSet<String> = OPERATORS.iter().map(|word| (*word).to_owned()).collect();
        assert_eq!((listed.len(), listed), (OPERATORS.len(), all));
    }
}

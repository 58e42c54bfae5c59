//! What a count has to be.

use serde::{Deserialize, Serialize};

/// What a number of characters, choices, rows or days has to be, as JSON: `{"ge": 2}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CountBound"))]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// Exactly so many.
    Eq(i64),
    /// Any number but this.
    Ne(i64),
    /// Fewer.
    Lt(i64),
    /// At most so many.
    Le(i64),
    /// More.
    Gt(i64),
    /// At least so many.
    Ge(i64),
    /// Both ends included.
    Between(i64, i64),
}

impl Bound {
    /// Whether `n` is what it has to be.
    pub fn holds(self, n: i64) -> bool {
        match self {
            Self::Eq(to) => n == to,
            Self::Ne(to) => n != to,
            Self::Lt(to) => n < to,
            Self::Le(to) => n <= to,
            Self::Gt(to) => n > to,
            Self::Ge(to) => n >= to,
            Self::Between(low, high) => (low..=high).contains(&n),
        }
    }

    /// Whether some number of things, which is never less than none, is what it has to be.
    pub(super) fn is_possible_count(self) -> bool {
        match self {
            Self::Eq(to) | Self::Le(to) => to >= 0,
            Self::Lt(to) => to > 0,
            Self::Between(low, high) => low <= high && high >= 0,
            Self::Ne(_) | Self::Gt(_) | Self::Ge(_) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_of_each_limit() {
        // One less than the limit, the limit, one more.
        for (bound, expected) in [
            (Bound::Eq(2), [false, true, false]),
            (Bound::Ne(2), [true, false, true]),
            (Bound::Lt(2), [true, false, false]),
            (Bound::Le(2), [true, true, false]),
            (Bound::Gt(2), [false, false, true]),
            (Bound::Ge(2), [false, true, true]),
            (Bound::Between(2, 2), [false, true, false]),
            (Bound::Between(1, 3), [true, true, true]),
            (Bound::Between(3, 1), [false, false, false]),
        ] {
            assert_eq!([1, 2, 3].map(|n| bound.holds(n)), expected, "{bound:?}");
        }
    }

    #[test]
    fn what_no_count_can_be_is_known() {
        for (bound, possible) in [
            (Bound::Eq(0), true),
            (Bound::Eq(-1), false),
            (Bound::Lt(0), false),
            (Bound::Lt(1), true),
            (Bound::Le(-1), false),
            (Bound::Between(3, 1), false),
            (Bound::Between(-3, -1), false),
            (Bound::Between(-3, 0), true),
            (Bound::Ge(-5), true),
        ] {
            assert_eq!(bound.is_possible_count(), possible, "{bound:?}");
            assert_eq!((0..100).any(|n| bound.holds(n)), possible, "{bound:?}");
        }
    }
}

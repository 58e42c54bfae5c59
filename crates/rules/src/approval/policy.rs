//! How many of those asked have to agree.

use serde::{Deserialize, Deserializer, Serialize};

/// How many of those asked have to agree: `anyone`, `{percent: 60}`.
///
/// Content that says something else is refused. What a backend sends is read more kindly, see [`Policy::Unknown`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ApprovalPolicy"))]
#[serde(rename_all = "snake_case")]
pub enum Policy {
    /// One is enough.
    Anyone,
    /// Everyone.
    All,
    /// More than half.
    Majority,
    /// At least this many of a hundred, 1 to 100.
    Percent(u8),
    /// At least this many, from 1.
    Count(u32),
    /// A policy of a later release, in a plan that a backend sent. It decides nothing.
    #[serde(skip_deserializing)]
    Unknown,
}

/// Where a step, or the whole, stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ApprovalOutcome"))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Agreed, whatever the others say.
    Approved,
    /// Refused, whatever the others say.
    Rejected,
    /// It depends on the others.
    Waiting,
    /// An outcome that this release does not know.
    #[serde(other)]
    Unknown,
}

impl Policy {
    /// How many of `asked` have to agree; `None` where that cannot be said: nobody is asked, more are wanted than are
    /// asked, or the policy is none.
    pub fn needed(self, asked: u32) -> Option<u32> {
        match self {
            _ if asked == 0 => None,
            Self::Anyone => Some(1),
            Self::All => Some(asked),
            Self::Majority => Some(asked / 2 + 1),
            Self::Percent(percent @ 1..=100) => {
                // In 64 bits no product of the two overflows; rounded up, so that 50 % of 3 are 2.
                let needed = (u64::from(asked) * u64::from(percent)).div_ceil(100);
                u32::try_from(needed).ok()
            }
            Self::Count(count) if (1..=asked).contains(&count) => Some(count),
            Self::Percent(_) | Self::Count(_) | Self::Unknown => None,
        }
    }
}

/// What the answers so far decide: approved as soon as the policy is certain to hold, rejected as soon as it can no
/// longer hold.
///
/// Where the policy cannot be met from the start ([`Policy::needed`] is `None`) it waits: planning reports that as a
/// problem, and a mistake in the content must neither approve nor refuse anything.
pub fn outcome(policy: Policy, asked: u32, approved: u32, rejected: u32) -> Outcome {
    match policy.needed(asked) {
        None => Outcome::Waiting,
        Some(needed) if approved >= needed => Outcome::Approved,
        // Not even if everyone who is left agrees.
        Some(needed) if asked.saturating_sub(rejected) < needed => Outcome::Rejected,
        Some(_) => Outcome::Waiting,
    }
}

/// How many refusals end a step that asks so many; `None` where the policy cannot be met, and nothing ends it.
///
/// With 1 a single refusal ends the request, with as many as are asked only all of them together.
pub fn refusals_to_end(policy: Policy, asked: u32) -> Option<u32> {
    policy.needed(asked).map(|needed| asked - needed + 1)
}

/// Reads a policy that a backend sent: one of a later release must not make the whole plan unreadable.
pub(super) fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Policy, D::Error> {
    let json = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(json).unwrap_or(Policy::Unknown))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn policies_read_as_the_content_writes_them() {
        for (json, policy) in [
            (json!("anyone"), Policy::Anyone),
            (json!("all"), Policy::All),
            (json!("majority"), Policy::Majority),
            (json!({"percent": 60}), Policy::Percent(60)),
            (json!({"count": 2}), Policy::Count(2)),
        ] {
            assert_eq!(serde_json::from_value::<Policy>(json.clone()).unwrap(), policy);
            assert_eq!(serde_json::to_value(policy).unwrap(), json);
        }
        for wrong in [json!("most"), json!("unknown"), json!({"percent": -1}), json!({"quorum": 2})] {
            assert!(serde_json::from_value::<Policy>(wrong.clone()).is_err(), "{wrong}");
            assert_eq!(lenient(wrong).unwrap(), Policy::Unknown);
        }
    }

    #[test]
    fn how_many_are_needed() {
        for (policy, asked, needed) in [
            (Policy::Anyone, 3, Some(1)),
            (Policy::All, 3, Some(3)),
            (Policy::Majority, 1, Some(1)),
            (Policy::Majority, 2, Some(2)),
            (Policy::Majority, 3, Some(2)),
            (Policy::Majority, 4, Some(3)),
            (Policy::Percent(60), 5, Some(3)),
            (Policy::Percent(60), 6, Some(4)),
            (Policy::Percent(50), 4, Some(2)),
            (Policy::Percent(1), 3, Some(1)),
            (Policy::Percent(100), u32::MAX, Some(u32::MAX)),
            (Policy::Percent(0), 3, None),
            (Policy::Percent(101), 3, None),
            (Policy::Count(2), 2, Some(2)),
            (Policy::Count(3), 2, None),
            (Policy::Count(0), 2, None),
            (Policy::Anyone, 0, None),
            (Policy::All, 0, None),
            (Policy::Unknown, 3, None),
        ] {
            assert_eq!(policy.needed(asked), needed, "{policy:?} of {asked}");
        }
    }

    #[test]
    fn what_a_refusal_does() {
        for (policy, asked, end) in [
            (Policy::Anyone, 1, Some(1)),
            (Policy::Anyone, 3, Some(3)),
            (Policy::All, 3, Some(1)),
            (Policy::Majority, 4, Some(2)),
            (Policy::Majority, 5, Some(3)),
            (Policy::Percent(60), 5, Some(3)),
            (Policy::Count(2), 3, Some(2)),
            (Policy::Count(4), 3, None),
            (Policy::All, 0, None),
            (Policy::Unknown, 3, None),
        ] {
            assert_eq!(refusals_to_end(policy, asked), end, "{policy:?} of {asked}");
        }
    }

    /// The words of the policy, once everyone has answered. Nothing here is rounded.
    fn holds(policy: Policy, asked: u32, approved: u32) -> bool {
        match policy {
            Policy::Anyone => approved > 0,
            Policy::All => approved == asked,
            Policy::Majority => approved * 2 > asked,
            Policy::Percent(percent) => approved * 100 >= u32::from(percent) * asked,
            Policy::Count(count) => approved >= count,
            Policy::Unknown => false,
        }
    }

    /// A policy that can be met, with those asked, and the answers so far.
    fn vote() -> impl Strategy<Value = (Policy, u32, u32, u32)> {
        (1_u32..30).prop_flat_map(|asked| {
            let policy = prop_oneof![
                Just(Policy::Anyone),
                Just(Policy::All),
                Just(Policy::Majority),
                (1_u8..=100).prop_map(Policy::Percent),
                (1..=asked).prop_map(Policy::Count),
            ];
            (policy, Just(asked), 0..=asked).prop_flat_map(|(policy, asked, approved)| {
                (Just(policy), Just(asked), Just(approved), 0..=asked - approved)
            })
        })
    }

    proptest! {
        #[test]
        fn decided_is_what_no_further_answer_can_change((policy, asked, approved, rejected) in vote()) {
            let left = asked - approved - rejected;
            let ends: Vec<bool> = (0..=left).map(|more| holds(policy, asked, approved + more)).collect();
            let expected = if ends.iter().all(|held| *held) {
                Outcome::Approved
            } else if ends.iter().any(|held| *held) {
                Outcome::Waiting
            } else {
                Outcome::Rejected
            };
            prop_assert_eq!(outcome(policy, asked, approved, rejected), expected);
        }

        #[test]
        fn so_many_refusals_end_it_and_one_less_does_not((policy, asked, _, _) in vote()) {
            let end = refusals_to_end(policy, asked).unwrap();
            prop_assert!((1..=asked).contains(&end));
            prop_assert_eq!(outcome(policy, asked, 0, end), Outcome::Rejected);
            prop_assert_eq!(outcome(policy, asked, 0, end - 1), Outcome::Waiting);
        }

        #[test]
        fn once_everyone_answered_it_is_decided((policy, asked, approved, _) in vote()) {
            prop_assert_ne!(outcome(policy, asked, approved, asked - approved), Outcome::Waiting);
        }

        #[test]
        fn what_cannot_be_met_waits_for_an_administrator(asked in 0_u32..9, over in 1_u32..9, answers in 0_u32..99) {
            prop_assert_eq!(outcome(Policy::Count(asked + over), asked, answers, answers), Outcome::Waiting);
            prop_assert_eq!(outcome(Policy::All, 0, answers, answers), Outcome::Waiting);
        }
    }
}

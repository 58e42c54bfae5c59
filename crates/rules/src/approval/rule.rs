//! The approvals of a catalog item, as content writes them.

use super::Policy;
use crate::{
    form::Condition,
    ids::{CostCentreId, GroupId, PersonId, StepId},
    schedule::Target,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Who is asked: `manager`, `{group: finance-approvers}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Approvers {
    /// The manager of the person it is for.
    Manager,
    /// Who answers for the cost centre that pays.
    CostCentreOwner,
    /// Who answers for the service that the item belongs to.
    ServiceOwner,
    /// Everyone in the group.
    Group(GroupId),
    /// These people.
    People(Vec<PersonId>),
}

/// When a step applies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// The one-off total is more than this, in minor units. Exactly this much is not more.
    CostOver(i64),
    /// The answers meet a condition.
    Answers(Condition),
}

/// A step of an approval chain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ApprovalRule"))]
pub struct StepRule {
    /// Which; its own within the chain.
    pub id: StepId,
    /// Who is asked.
    pub approvers: Approvers,
    /// How many of them have to agree.
    pub policy: Policy,
    /// When it applies; always where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// Why they are asked, in the reader's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// After how much waiting its people are reminded, on the calendar of each: `4h`, `3wd`. As usual where absent, see
    /// [`next_reminder`](super::next_reminder); `0m` for never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remind_after: Option<Target>,
}

/// The request that approvals are planned for.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Who files it.
    pub requester: &'a PersonId,
    /// Whom it is for.
    pub beneficiary: &'a PersonId,
    /// Who pays.
    pub cost_centre: Option<&'a CostCentreId>,
    /// Who answers for the service that the item belongs to.
    pub service_owner: Option<&'a PersonId>,
    /// What it costs once, in minor units, options and quantity counted in.
    pub one_off_total: i64,
    /// When it is planned; decides who is away.
    pub now: DateTime<Utc>,
}

impl Context<'_> {
    /// Whether the request was filed by `person` or is for them.
    pub fn concerns(&self, person: &PersonId) -> bool {
        person == self.requester || person == self.beneficiary
    }

    /// Whether a step with this condition applies; `eval` knows the answers.
    pub(super) fn meets(&self, when: Option<&When>, eval: &dyn Fn(&Condition) -> bool) -> bool {
        match when {
            None => true,
            Some(When::CostOver(limit)) => self.one_off_total > *limit,
            Some(When::Answers(condition)) => eval(condition),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn steps_read_as_the_content_writes_them() {
        let manager: StepRule =
            serde_json::from_value(json!({"id": "manager", "approvers": "manager", "policy": "anyone"}))
                .unwrap();
        assert_eq!(manager.approvers, Approvers::Manager);
        assert_eq!((manager.policy, manager.when, manager.because), (Policy::Anyone, None, None));
        assert_eq!(manager.remind_after, None);

        let finance: StepRule = serde_json::from_value(json!({
            "id": "finance",
            "approvers": {"group": "finance-approvers"},
            "policy": {"percent": 60},
            "when": {"cost_over": 200_000},
            "because": "because it is over €2,000",
            "remind_after": "4h",
        }))
        .unwrap();
        assert_eq!(finance.approvers, Approvers::Group(GroupId::new("finance-approvers").unwrap()));
        assert_eq!((finance.policy, finance.when), (Policy::Percent(60), Some(When::CostOver(200_000))));
        assert_eq!(finance.remind_after, Some(Target::hours(4)));

        for (json, expected) in [
            (json!("cost_centre_owner"), Approvers::CostCentreOwner),
            (json!("service_owner"), Approvers::ServiceOwner),
            (json!({"people": ["a"]}), Approvers::People(vec![PersonId::new("a").unwrap()])),
        ] {
            assert_eq!(serde_json::from_value::<Approvers>(json).unwrap(), expected);
        }
        let answers = json!({"answers": {"present": "use"}});
        assert!(matches!(serde_json::from_value(answers).unwrap(), When::Answers(Condition::Present(_))));
        assert!(serde_json::from_value::<Approvers>(json!("boss")).is_err());
    }
}

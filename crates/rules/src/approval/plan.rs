//! Who will be asked.

use super::{
    ConfigProblem, Context, Directory, Policy, StepRule, may_be_delegate,
    people::{Asking, named},
    policy::{lenient, refusals_to_end},
};
use crate::{
    form::Condition,
    ids::{PersonId, StepId},
    schedule::Target,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The approvals of a request, step by step.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ApprovalPlan"))]
pub struct Plan {
    /// In the order they are asked.
    pub steps: Vec<PlannedStep>,
}

/// A step with its people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlannedStep {
    /// Which.
    pub id: StepId,
    /// Who is asked; each person once.
    #[serde(default)]
    pub approvers: Vec<PlannedApprover>,
    /// Who would have been asked, and is not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passed_over: Vec<PassedOver>,
    /// After how much waiting its people are reminded; as usual where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remind_after: Option<Target>,
    /// How many have to agree.
    #[serde(deserialize_with = "lenient")]
    #[cfg_attr(feature = "schema", schemars(with = "Policy"))]
    pub policy: Policy,
    /// Why they are asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// A mistake of the configuration, which an administrator has to mend before the step can be decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<ConfigProblem>,
    /// Why nobody is asked, rightly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skipped: Option<SkipReason>,
}

/// Somebody who is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlannedApprover {
    /// Who.
    pub person: PersonId,
    /// In whose place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<PersonId>,
    /// Why in their place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

/// Why somebody is asked in another's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ApproverNote"))]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// The request is the other one's own.
    OwnRequest,
    /// The other one is away and arranged for it.
    Delegated,
    /// A note that this release does not know.
    #[serde(other)]
    Unknown,
}

/// Somebody who would have been asked, and is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PassedOver {
    /// Who.
    pub person: PersonId,
    /// Why not.
    pub reason: PassReason,
}

/// Why somebody is not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PassReason {
    /// They filed it, or it is for them.
    OwnRequest,
    /// They left, or are away for long.
    Inactive,
    /// Nobody of that id is known.
    NotFound,
    /// Who is asked in their place is asked already.
    AlreadyAsked,
    /// They may not decide for others.
    NoDelegate,
    /// A reason that this release does not know.
    #[serde(other)]
    Unknown,
}

/// Why a step asks nobody, rightly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// It applies to other answers, or to a higher price.
    ConditionNotMet,
    /// A reason that this release does not know.
    #[serde(other)]
    Unknown,
}

impl Plan {
    /// Whether anyone has to agree; a step with a problem counts, for it must not pass unseen.
    pub fn needs_approval(&self) -> bool {
        self.steps.iter().any(|step| step.skipped.is_none())
    }

    /// What administrators are shown.
    pub fn problems(&self) -> impl Iterator<Item = (&StepId, &ConfigProblem)> {
        self.steps.iter().filter_map(|step| step.problem.as_ref().map(|problem| (&step.id, problem)))
    }
}

impl PlannedStep {
    /// How many refusals end the request, see [`refusals_to_end`].
    pub fn refusals_to_end(&self) -> Option<u32> {
        refusals_to_end(self.policy, self.asked())
    }

    /// Asks somebody else in the place of `gone`, who is no longer active: the delegate whom they left, if that is not one of the
    /// `concerned`; or else the others decide. False where `gone` was not asked.
    pub fn without(
        &mut self,
        gone: &PersonId,
        concerned: &[&PersonId],
        directory: &dyn Directory,
        now: DateTime<Utc>,
    ) -> bool {
        let Some(place) = self.approvers.iter().position(|approver| approver.person == *gone) else {
            return false;
        };
        self.approvers.remove(place);
        let fit = |delegate: &PersonId| {
            let found = directory.person(delegate);
            found.is_some_and(|found| may_be_delegate(&found).is_ok())
                && !concerned.contains(&delegate)
                && !self.approvers.iter().any(|approver| approver.person == *delegate)
        };
        let delegate = directory.delegation(gone, now).map(|found| found.delegate).filter(fit);
        match delegate {
            Some(person) => {
                let (instead_of, note) = (Some(gone.clone()), Some(Note::Delegated));
                self.approvers.insert(place, PlannedApprover { person, instead_of, note });
            }
            None => self.passed_over.push(PassedOver { person: gone.clone(), reason: PassReason::Inactive }),
        }
        self.problem = ConfigProblem::of(self.policy, self.asked());
        true
    }

    /// How many people are asked.
    pub fn asked(&self) -> u32 {
        u32::try_from(self.approvers.len()).unwrap_or(u32::MAX)
    }
}

/// Turns the rules of an item into people. `eval` decides a condition on the answers.
pub fn plan(
    rules: &[StepRule],
    context: &Context<'_>,
    directory: &dyn Directory,
    eval: &dyn Fn(&Condition) -> bool,
) -> Plan {
    let steps = rules.iter().map(|rule| {
        if context.meets(rule.when.as_ref(), eval) {
            ask(rule, context, directory)
        } else {
            PlannedStep { skipped: Some(SkipReason::ConditionNotMet), ..nobody(rule) }
        }
    });
    Plan { steps: steps.collect() }
}

fn nobody(rule: &StepRule) -> PlannedStep {
    PlannedStep {
        id: rule.id.clone(),
        approvers: Vec::new(),
        passed_over: Vec::new(),
        remind_after: rule.remind_after,
        policy: rule.policy,
        because: rule.because.clone(),
        problem: None,
        skipped: None,
    }
}

fn ask(rule: &StepRule, context: &Context<'_>, directory: &dyn Directory) -> PlannedStep {
    let named = match named(&rule.approvers, context, directory) {
        Ok(named) => named,
        Err(problem) => return PlannedStep { problem: Some(problem), ..nobody(rule) },
    };
    let mut asking = Asking::new(context, directory);
    for person in &named {
        asking.ask(person);
    }
    let (approvers, passed_over) = asking.done();
    let mut step = PlannedStep { approvers, passed_over, ..nobody(rule) };
    step.problem = ConfigProblem::of(rule.policy, step.asked());
    step
}

//! What the votes so far decide.

use super::{Outcome, Plan, PlannedStep, outcome};
use crate::ids::{PersonId, StepId};
use serde::{Deserialize, Serialize};

/// What somebody decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "VoteDecision"))]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Yes.
    Approve,
    /// No.
    Reject,
    /// A word that this release does not know; it counts as no answer.
    #[serde(other)]
    Unknown,
}

/// What somebody decided, where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Vote {
    /// In which step.
    pub step: StepId,
    /// Whose vote it is.
    pub person: PersonId,
    /// Who cast it, where somebody else did so for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// What.
    pub decision: Decision,
}

impl Vote {
    /// Who cast it.
    pub fn voter(&self) -> &PersonId {
        self.by.as_ref().unwrap_or(&self.person)
    }
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// An earlier step is not approved; after a refusal it never will be.
    NotStarted,
    /// It asks nobody, rightly.
    Skipped,
    /// People are asked, or an administrator has to mend it.
    Waiting,
    /// Agreed.
    Approved,
    /// Refused.
    Rejected,
    /// A state that this release does not know.
    #[serde(other)]
    Unknown,
}

/// How a step does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StepProgress {
    /// Which.
    pub id: StepId,
    /// Where it stands.
    pub state: StepState,
    /// How many are asked.
    pub asked: u32,
    /// How many agreed; none before it starts.
    pub approved: u32,
    /// How many refused; none before it starts.
    pub rejected: u32,
}

/// How the approvals of a request do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ApprovalProgress"))]
pub struct Progress {
    /// As in the plan.
    pub steps: Vec<StepProgress>,
    /// The step that waits, as an index of `steps`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<usize>,
    /// The whole. Approved where no step applies: nobody had to agree.
    pub overall: Outcome,
}

/// Why somebody cannot decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum DecisionRefusal {
    /// The step does not ask them.
    #[error("not asked in this step")]
    NotAsked,
    /// Others have to agree first.
    #[error("an earlier step is not decided")]
    NotYet,
    /// They decided before, or somebody did for them; a decision stays.
    #[error("decided already")]
    AlreadyAnswered,
    /// They have a say in this step for themselves, or decided in it for somebody else: nobody has two votes.
    #[error("nobody has two votes in a step")]
    SecondVote,
    /// The step, or the whole, was decided without them.
    #[error("decided by others")]
    Over,
    /// A reason that this release does not know.
    #[error("not possible")]
    #[serde(other)]
    Unknown,
}

/// What the votes so far decide.
///
/// The first vote of a person in a step counts; later ones of theirs, and those of people who are not asked, do not.
/// Apart from that the order of votes does not matter.
pub fn progress(plan: &Plan, votes: &[Vote]) -> Progress {
    let mut current = None;
    let mut overall = Outcome::Approved;
    let mut steps = Vec::with_capacity(plan.steps.len());
    for (index, step) in plan.steps.iter().enumerate() {
        let started = overall == Outcome::Approved;
        let found = step_progress(step, votes, started);
        match found.state {
            StepState::Waiting => {
                current = Some(index);
                overall = Outcome::Waiting;
            }
            StepState::Rejected => overall = Outcome::Rejected,
            _ => {}
        }
        steps.push(found);
    }
    Progress { steps, current, overall }
}

fn step_progress(step: &PlannedStep, votes: &[Vote], started: bool) -> StepProgress {
    let count = |decision: Decision| {
        let agrees = |person: &PersonId| started && first_vote(votes, &step.id, person) == Some(decision);
        let people = step.approvers.iter().filter(|approver| agrees(&approver.person)).count();
        u32::try_from(people).unwrap_or(u32::MAX)
    };
    let (asked, approved, rejected) = (step.asked(), count(Decision::Approve), count(Decision::Reject));
    let state = if step.skipped.is_some() {
        StepState::Skipped
    } else if !started {
        StepState::NotStarted
    } else {
        match outcome(step.policy, asked, approved, rejected) {
            Outcome::Approved => StepState::Approved,
            Outcome::Rejected => StepState::Rejected,
            Outcome::Waiting | Outcome::Unknown => StepState::Waiting,
        }
    };
    StepProgress { id: step.id.clone(), state, asked, approved, rejected }
}

fn first_vote(votes: &[Vote], step: &StepId, person: &PersonId) -> Option<Decision> {
    let theirs =
        |vote: &&Vote| vote.step == *step && vote.person == *person && vote.decision != Decision::Unknown;
    votes.iter().find(theirs).map(|vote| vote.decision)
}

/// Whether `person` can decide in `step` now.
pub fn may_decide(
    plan: &Plan,
    votes: &[Vote],
    step: &StepId,
    person: &PersonId,
) -> Result<(), DecisionRefusal> {
    let progress = progress(plan, votes);
    let (planned, found) = plan
        .steps
        .iter()
        .zip(&progress.steps)
        .find(|(planned, _)| planned.id == *step)
        .ok_or(DecisionRefusal::NotAsked)?;
    if !planned.approvers.iter().any(|approver| approver.person == *person) {
        return Err(DecisionRefusal::NotAsked);
    }
    if first_vote(votes, step, person).is_some() {
        return Err(DecisionRefusal::AlreadyAnswered);
    }
    match found.state {
        StepState::Waiting => Ok(()),
        StepState::NotStarted if progress.overall == Outcome::Waiting => Err(DecisionRefusal::NotYet),
        StepState::Skipped => Err(DecisionRefusal::NotAsked),
        _ => Err(DecisionRefusal::Over),
    }
}

/// Whether `delegate` can decide in `step` now for `person`, whose [`deputy`](super::deputy) they are.
///
/// The vote is that of `person`. Whoever is asked in the step themselves, or has decided in it for somebody else, has had
/// their say: of four eyes two must not be the same.
pub fn may_decide_for(
    plan: &Plan,
    votes: &[Vote],
    step: &StepId,
    person: &PersonId,
    delegate: &PersonId,
) -> Result<(), DecisionRefusal> {
    may_decide(plan, votes, step, person)?;
    let asked = |planned: &PlannedStep| planned.approvers.iter().any(|asked| asked.person == *delegate);
    let asked = plan.steps.iter().any(|planned| planned.id == *step && asked(planned));
    let voted = votes.iter().any(|vote| vote.step == *step && vote.voter() == delegate);
    if asked || voted { Err(DecisionRefusal::SecondVote) } else { Ok(()) }
}

//! Approvals: who is asked, in which order, and whether the answers so far decide.
//!
//! [`plan()`] turns the rules of an item into people, before anything is filed as well as after, so that a preview and
//! the real thing cannot differ. [`progress()`] reads the votes. Neither remembers anything.
//!
//! - Steps follow one another; a refused step refuses the whole, and the later ones never start.
//! - A step that asks nobody is a [`ConfigProblem`] and waits for an administrator. It is never silently approved.
//! - Nobody approves a request that they filed or that is for them: their manager is asked.
//! - Somebody who is asked in two steps is asked twice: they may know more, or agree to something else, the second time.
//! - Who is away may name a delegate, see [`Delegation`]: [`deputy()`] says who may decide for somebody just now.
//! - Whoever lets others wait is reminded, see [`next_reminder()`].

mod delegate;
mod delegation;
mod directory;
mod people;
mod plan;
mod policy;
mod problem;
mod progress;
mod remind;
mod rule;

pub use delegate::{deputy, may_be_delegate};
pub use delegation::{
    Arrangement, Delegation, DelegationField, DelegationPhase, DelegationProblem, DelegationRefusal,
    MOST_DELEGATION_DAYS, check_delegation, may_change_delegation,
};
pub use directory::Directory;
pub use plan::{Note, PassReason, PassedOver, Plan, PlannedApprover, PlannedStep, SkipReason, plan};
pub use policy::{Outcome, Policy, outcome, refusals_to_end};
pub use problem::ConfigProblem;
pub use progress::{
    Decision, DecisionRefusal, Progress, StepProgress, StepState, Vote, may_decide, may_decide_for, progress,
};
pub use remind::{MOST_REMINDERS, REMIND_AFTER_WORKING_DAYS, next_reminder};
pub use rule::{Approvers, Context, StepRule, When};

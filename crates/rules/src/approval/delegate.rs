//! Who may decide for somebody who is away.

use super::{Delegation, DelegationProblem, Directory, PlannedStep};
use crate::{
    ids::PersonId,
    person::{Employment, Person},
};
use chrono::{DateTime, Utc};

/// Whether `person` may decide for others: somebody on the payroll who is there. What contractors and interns are asked in
/// their own right is for the content to say, but nobody hands them the company's money by a form.
pub fn may_be_delegate(person: &Person) -> Result<(), DelegationProblem> {
    if !person.active {
        Err(DelegationProblem::Inactive)
    } else if person.employment != Employment::Employee {
        Err(DelegationProblem::NotEmployed)
    } else {
        Ok(())
    }
}

/// Who may decide for `approver` in `step` at `now`, beside the approver, who may do so at any time.
///
/// - A delegation counts one step far: that of the delegate is for what the delegate is asked. So there are no circles.
/// - Nobody decides over a request that they filed or that is for them (`concerned`), whomever they stand in for: then it
///   is the approver's alone.
/// - Nobody has two votes in a step: who is asked in it already does not decide for others in it.
pub fn deputy(
    step: &PlannedStep,
    approver: &PersonId,
    concerned: &[&PersonId],
    directory: &dyn Directory,
    now: DateTime<Utc>,
) -> Option<Delegation> {
    let delegation = directory.delegation(approver, now).filter(|found| found.is_active(now))?;
    let delegate = &delegation.delegate;
    let asked = step.approvers.iter().any(|asked| asked.person == *delegate);
    if asked || concerned.contains(&delegate) {
        return None;
    }
    let person = directory.person(delegate)?;
    may_be_delegate(&person).ok().map(|()| delegation)
}

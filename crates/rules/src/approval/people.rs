//! From whom a step names to whom it asks.

use super::{
    Approvers, ConfigProblem, Context, Directory, Note, PassReason, PassedOver, PlannedApprover,
    may_be_delegate,
};
use crate::ids::PersonId;

/// Whom the step names, before anyone looked whether they can be asked.
pub(super) fn named(
    approvers: &Approvers,
    context: &Context<'_>,
    directory: &dyn Directory,
) -> Result<Vec<PersonId>, ConfigProblem> {
    let one = |person: PersonId| vec![person];
    match approvers {
        Approvers::Manager => {
            let person = context.beneficiary.clone();
            match directory.person(&person) {
                None => Err(ConfigProblem::NoSuchPerson { person }),
                Some(found) => found.manager.map(one).ok_or(ConfigProblem::NoManager { person }),
            }
        }
        Approvers::CostCentreOwner => match context.cost_centre {
            None => Err(ConfigProblem::NoCostCentre { person: context.beneficiary.clone() }),
            Some(cost_centre) => directory
                .cost_centre_owner(cost_centre)
                .map(one)
                .ok_or_else(|| ConfigProblem::NoCostCentreOwner { cost_centre: cost_centre.clone() }),
        },
        Approvers::ServiceOwner => {
            context.service_owner.cloned().map(one).ok_or(ConfigProblem::NoServiceOwner)
        }
        Approvers::Group(group) => {
            let members = directory.members(group);
            if members.is_empty() {
                Err(ConfigProblem::EmptyGroup { group: group.clone() })
            } else {
                Ok(members)
            }
        }
        Approvers::People(people) if people.is_empty() => Err(ConfigProblem::NobodyNamed),
        Approvers::People(people) => Ok(people.clone()),
    }
}

/// The people of one step, as they are collected.
pub(super) struct Asking<'a> {
    context: &'a Context<'a>,
    directory: &'a dyn Directory,
    approvers: Vec<PlannedApprover>,
    passed_over: Vec<PassedOver>,
}

impl<'a> Asking<'a> {
    pub(super) fn new(context: &'a Context<'a>, directory: &'a dyn Directory) -> Self {
        Self { context, directory, approvers: Vec::new(), passed_over: Vec::new() }
    }

    pub(super) fn done(self) -> (Vec<PlannedApprover>, Vec<PassedOver>) {
        (self.approvers, self.passed_over)
    }

    /// Asks whoever has to be asked where `named` is named: themselves, or the manager of somebody whose own request it
    /// is.
    ///
    /// Who is active and away for some days is asked all the same: their delegate may decide for them, and that is
    /// looked at when it is decided, see [`deputy`](super::deputy). Who is not active and left a delegation is replaced by
    /// the delegate, for they will not come back to it.
    pub(super) fn ask(&mut self, named: &PersonId) {
        let Some(person) = self.impartial(named) else { return };
        let stands_in = (person != *named).then(|| (named.clone(), Note::OwnRequest));
        let Some(reason) = self.unfit(&person) else { return self.add(person, stands_in) };
        let delegation = self.directory.delegation(&person, self.context.now);
        let delegate = delegation.map(|found| found.delegate).filter(|delegate| *delegate != person);
        if let Some(delegate) = delegate {
            match self.unfit_delegate(&delegate) {
                None => return self.add(delegate, Some((person, Note::Delegated))),
                Some(reason) => self.pass_over(delegate, reason),
            }
        }
        self.pass_over(person, reason);
    }

    /// `named`, or the first of their managers whom the request does not concern.
    fn impartial(&mut self, named: &PersonId) -> Option<PersonId> {
        let mut person = named.clone();
        let mut concerned = Vec::new();
        while self.context.concerns(&person) {
            let manager = self.directory.person(&person).and_then(|found| found.manager);
            self.pass_over(person.clone(), PassReason::OwnRequest);
            concerned.push(person);
            // Requester and beneficiary may each be the other's manager: then nobody is left to ask.
            person = manager.filter(|manager| !concerned.contains(manager))?;
        }
        Some(person)
    }

    /// Why `person` cannot be asked.
    fn unfit(&self, person: &PersonId) -> Option<PassReason> {
        if self.context.concerns(person) {
            return Some(PassReason::OwnRequest);
        }
        match self.directory.person(person) {
            None => Some(PassReason::NotFound),
            Some(found) => (!found.active).then_some(PassReason::Inactive),
        }
    }

    /// Why `person` cannot be asked for somebody else.
    fn unfit_delegate(&self, person: &PersonId) -> Option<PassReason> {
        self.unfit(person).or_else(|| {
            let found = self.directory.person(person);
            let fit = found.is_some_and(|found| may_be_delegate(&found).is_ok());
            (!fit).then_some(PassReason::NoDelegate)
        })
    }

    /// Asks `person` unless they are asked already: a vote is one person's, whomever else they stand in for.
    fn add(&mut self, person: PersonId, place: Option<(PersonId, Note)>) {
        let (instead_of, note) = place.unzip();
        if self.approvers.iter().any(|approver| approver.person == person) {
            if let Some(instead_of) = instead_of {
                self.pass_over(instead_of, PassReason::AlreadyAsked);
            }
        } else {
            self.approvers.push(PlannedApprover { person, instead_of, note });
        }
    }

    fn pass_over(&mut self, person: PersonId, reason: PassReason) {
        let passed_over = PassedOver { person, reason };
        if !self.passed_over.contains(&passed_over) {
            self.passed_over.push(passed_over);
        }
    }
}

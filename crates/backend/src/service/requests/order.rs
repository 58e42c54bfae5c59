//! What an order comes to: its price, who is asked to agree, and the ticket that it becomes. It asks neither who is signed
//! in nor what is stored, so that a request which is made up comes to the same as one that is filed.

use crate::{
    content::{Company, Item},
    store::{Detail, Ticket},
};
use chrono::{DateTime, NaiveDate, Utc};
use guichet_rules::{
    approval::{self, Directory, Plan},
    form::{self, Answers, Evaluation, Prefill},
    ids::{CostCentreId, PersonId, TicketId},
    money::{Price, PriceLine},
    person::Person,
    schedule::Calendar,
    secret::set_apart,
    ticket::{self, Kind, State},
};

/// A catalog item, ordered by somebody for somebody.
pub(crate) struct Order<'a> {
    /// The company, in the requester's language.
    pub company: &'a Company,
    /// What is ordered.
    pub item: &'a Item,
    /// How many.
    pub quantity: u32,
    /// Who orders it.
    pub requester: &'a PersonId,
    /// Whom it is for.
    pub beneficiary: &'a Person,
    /// Who pays; the beneficiary's own cost centre where nobody said.
    pub cost_centre: Option<&'a CostCentreId>,
    /// When.
    pub at: DateTime<Utc>,
}

impl Order<'_> {
    /// Who is asked, given the price and what the form makes of the answers. `directory` is the company, with those who are
    /// away just now where anybody can be.
    pub fn plan(&self, price: &Price, evaluation: &Evaluation, directory: &dyn Directory) -> Plan {
        let Self { company, item, beneficiary, .. } = *self;
        let context = approval::Context {
            requester: self.requester,
            beneficiary: &beneficiary.id,
            cost_centre: self.payer(),
            service_owner: company.service(&item.service).map(|service| &service.owner),
            one_off_total: price.total.one_off,
            now: self.at,
        };
        let matches = |pattern: &str, text: &str| company.matches(pattern, text);
        let known = form::Context {
            today: today(company, &beneficiary.id, self.at),
            groups: &beneficiary.groups,
            matches: &matches,
            prefill: Prefill::nothing(),
        };
        approval::plan(&item.approvals, &context, directory, &|condition| evaluation.holds(condition, &known))
    }

    fn payer(&self) -> Option<&CostCentreId> {
        self.cost_centre.or(self.beneficiary.cost_centre.as_ref())
    }

    /// The ticket, not yet stored, and the answers that are kept apart from it as secrets. `answers` are those that count, and
    /// `calendar` is the one that delivery counts in.
    pub fn ticket(
        &self,
        id: TicketId,
        answers: Answers,
        price: Price,
        plan: Plan,
        calendar: &Calendar,
    ) -> (Ticket, Answers) {
        let Self { item, beneficiary, .. } = *self;
        let (answers, secrets) = set_apart(item.form.form(), answers);
        let state = ticket::initial(Kind::Request, plan.needs_approval());
        let detail = Detail {
            answers,
            price: Some(price),
            cost_centre: self.payer().cloned(),
            plan,
            calendar: calendar.id.clone(),
            resolve_within: Some(item.delivery.seconds(calendar)),
            ..Detail::default()
        };
        let ticket = Ticket {
            state,
            requested_for: beneficiary.id.clone(),
            group: Some(item.group.clone()),
            service: Some(item.service.clone()),
            item: Some(item.id.clone()),
            form_version: Some(item.form.version),
            quantity: Some(self.quantity),
            // With approvals, delivery counts from the last agreement.
            clock_from: (state == State::New).then_some(self.at),
            detail,
            ..Ticket::new(id, Kind::Request, item.name.clone(), self.requester.clone(), self.at)
        };
        (ticket, secrets)
    }
}

/// Today where a person works.
pub(crate) fn today(company: &Company, person: &PersonId, now: DateTime<Utc>) -> NaiveDate {
    match company.calendar_for_person(person).tz() {
        Ok(zone) => now.with_timezone(&zone).date_naive(),
        // The check of the content refuses unknown zones.
        Err(_) => now.date_naive(),
    }
}

/// What an item and what was chosen in its form cost, times the quantity.
pub(crate) fn price(company: &Company, item: &Item, chosen: Vec<PriceLine>, quantity: u32) -> Price {
    let own = PriceLine { label: item.name.clone(), amounts: item.price };
    Price::of_several(company.currency, own, chosen, quantity)
}

//! Several items in one order: what is sent, what would come of it, and what it takes to order the same again.

use super::{
    Answered, ApprovalPreview, ApprovalStep, CostCentre, FormRef, Instant, ItemRef, PersonRef, RequestInput,
    TicketSummary, instant,
};
use crate::FieldError;
use guichet_rules::{
    form::Answers,
    ids::{CostCentreId, PersonId, QuestionId, TicketId},
    money::Price,
};

/// Of lines in an order: more than anybody looks through before they send it.
pub const ORDER_LINES_MAX: usize = 50;
/// Of people whom an order is for: a department that gets the same.
pub const ORDER_PEOPLE_MAX: usize = 50;
/// Of requested items that an order comes to, lines times people: others wait to write until all of it is filed.
pub const ORDER_ITEMS_MAX: usize = 500;

wire! {
    /// Several items to order at once, or to check. All of it is filed, or nothing.
    pub struct OrderInput {
        /// The lines, each as `POST /requests` takes it; 1 to 50. A line that names nobody is for those whom the order is for.
        pub items: Vec<RequestInput>,
        /// Whom the order is for; each of them gets requested items of their own. At most 50, each once. Empty: the caller.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub requested_for: Vec<PersonId>,
        /// Who pays for all of it. Absent: the cost centre of whoever each requested item is for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub cost_centre: Option<CostCentreId>,
        /// What else there is to say. Plain text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
    }

    /// What would come of an order.
    pub struct OrderPreview {
        /// What each line comes to, in the order of the lines.
        pub items: Vec<OrderLinePreview>,
        /// All that `POST /orders` would refuse it for, with pointers into the body; empty: it could be sent.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub errors: Vec<FieldError>,
        /// What all of it costs, with a line for each line.
        pub price: Price,
        /// How many requested items it comes to: lines times people.
        pub requested_items: u32,
        /// Everyone who would be asked to agree, each once.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub approvers: Vec<OrderApprover>,
        /// The cost centres that the caller may charge for these people, by name.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub cost_centres: Vec<CostCentre>,
    }

    /// What would come of a line.
    pub struct OrderLinePreview {
        /// What is ordered, by name.
        pub item: ItemRef,
        /// What was answered, as people read it; masked where sensitive.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub answers: Vec<Answered>,
        /// For how many people.
        pub people: u32,
        /// How many each of them may have.
        pub max_quantity: u32,
        /// What it costs for all of them.
        pub price: Price,
        /// When the last of it is there if everyone agrees at once.
        #[serde(default, deserialize_with = "instant::read_some", skip_serializing_if = "Option::is_none")]
        pub expected: Option<Instant>,
        /// A newer version of its form is out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub changed: Option<FormChange>,
        /// Who would be asked to agree, step by step, as for a request of its own. Empty: nobody.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub chains: Vec<OrderChain>,
    }

    /// The steps of a line that are the same for all of these people.
    pub struct OrderChain {
        /// Of those whom the line is for.
        pub people: Vec<PersonRef>,
        /// The steps, in the order in which they are asked.
        pub approvals: Vec<ApprovalPreview>,
    }

    /// A newer version of a form, with what of the answers still fits it.
    pub struct FormChange {
        /// Which line, from 0.
        pub line: u32,
        /// The form that is out now.
        pub form: FormRef,
        /// The answers that it would take.
        pub answers: Answers,
    }

    /// Why an order with an old form is refused, in `current` of the problem.
    pub struct OrderFormsChanged {
        /// The lines whose forms have changed.
        pub items: Vec<FormChange>,
    }

    /// Somebody who would be asked to agree to a part of an order.
    pub struct OrderApprover {
        /// Who.
        pub person: PersonRef,
        /// To which lines, from 0.
        pub lines: Vec<u32>,
        /// To how many requested items.
        pub requested_items: u32,
        /// Why, in words, each reason once.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub because: Vec<String>,
    }

    /// An item of a request that several were ordered with: a ticket of its own, which is approved, worked on and delivered
    /// by itself.
    pub struct RequestedItem {
        /// As in a list of tickets.
        #[serde(flatten)]
        pub summary: TicketSummary,
        /// What was ordered.
        pub item: ItemRef,
        /// How many of it.
        pub quantity: u32,
        /// What it costs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub price: Option<Price>,
        /// What was answered.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub answers: Vec<Answered>,
        /// Who is asked to agree after those whom `next_who` names, step by step: their names. Empty: nobody.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub asked_later: Vec<String>,
        /// The approvals asked, step by step, as in the ticket of its own.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub approvals: Vec<ApprovalStep>,
    }

    /// A request as it was ordered: what it takes to order the same again.
    pub struct RequestRecord {
        /// Its number.
        pub id: TicketId,
        /// What was ordered; one, unless several were ordered together.
        pub items: Vec<OrderedItem>,
        /// Who pays, where the order said so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub cost_centre: Option<CostCentreId>,
    }

    /// Something that was ordered.
    pub struct OrderedItem {
        /// Its number.
        pub ticket: TicketId,
        /// On which line of the order, from 0. Those of one line differ in whom they are for alone.
        #[serde(default)]
        pub line: u32,
        /// What was ordered.
        pub item: ItemRef,
        /// The form that was answered; a newer one may be out.
        pub form: FormRef,
        /// How many.
        pub quantity: u32,
        /// Whom it was for.
        pub requested_for: PersonRef,
        /// A JSON value a question, without those that are left out.
        pub answers: Answers,
        /// Questions whose answers are not given out again: secrets, and files, which belong to one request.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub left_out: Vec<QuestionId>,
    }
}

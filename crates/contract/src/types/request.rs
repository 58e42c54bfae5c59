//! One item: what is sent, and what would come of it.

use super::{FormRef, Instant, PersonRef, instant};
use guichet_rules::{
    form::{Answers, Problem},
    ids::{CostCentreId, ItemId, PersonId, StepId},
    money::Price,
};

wire! {
    /// A request to file, or to check.
    pub struct RequestInput {
        /// What is ordered.
        pub item: ItemId,
        /// The form that was answered.
        pub form: FormRef,
        /// Whom it is for. Absent: the caller; on a line of an order, those whom the order is for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub requested_for: Option<PersonId>,
        /// How many; 1 where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub quantity: Option<u32>,
        /// A JSON value a question.
        pub answers: Answers,
    }

    /// What would come of a request.
    pub struct RequestPreview {
        /// What is wrong with the answers; empty: it could be sent.
        pub problems: Vec<Problem>,
        /// What is wrong beside the answers, in words: for whom, how many.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub refusals: Vec<String>,
        /// Why it cannot be sent whatever is answered, in words: an approval that it needs would find nobody to ask.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub blocked: Option<String>,
        /// What it costs.
        pub price: Price,
        /// Who is asked, in order.
        pub approvals: Vec<ApprovalPreview>,
        /// When it is there if everyone agrees at once.
        #[serde(default, deserialize_with = "instant::read_some", skip_serializing_if = "Option::is_none")]
        pub expected: Option<Instant>,
        /// Which opening hours that counts in, such as "Berlin office hours".
        pub calendar: String,
    }

    /// A step of the approvals to come.
    pub struct ApprovalPreview {
        /// Which step.
        pub id: StepId,
        /// Who is asked.
        pub people: Vec<PersonRef>,
        /// How many of them must agree, in words: "anyone of 3".
        pub policy: String,
        /// What a refusal does, in words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub if_refused: String,
        /// Why they are asked, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub because: Option<String>,
        /// Notes, such as who is asked in whose place.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub notes: Vec<String>,
    }

    /// Who pays.
    pub struct CostCentre {
        /// Which.
        pub id: CostCentreId,
        /// Its name.
        pub name: String,
    }
}

//! Every endpoint, one item each.

mod catalog;
mod knowledge;
mod portal;
mod requests;
mod session;
mod tickets;

pub use catalog::*;
pub use knowledge::*;
pub use portal::*;
pub use requests::*;
pub use session::*;
pub use tickets::*;

/// Calls a macro with every endpoint whose body and reply are JSON, in the order of the document.
#[macro_export]
macro_rules! for_each_endpoint {
    ($call:ident) => {
        $call! {
            GetCapabilities, ListPersonas, GetSession, CreateSession, DeleteSession, GetMe,
            ListCategories, ListItems, GetItem, ListGuides, GetGuide, PreviewGuide, GetForm, GetFormSchema, Lookups,
            ValidateRequest, CreateRequest, GetRequest, ValidateOrder, CreateOrder,
            GetIncidentOptions, CreateIncident,
            ListTickets, GetTicket, GetTimeline, AddComment, ActOnTicket, GetClocks,
            ListApprovals, GetApproval, DecideApproval,
            ListArticles, GetArticle, GiveFeedback, Search,
            ListServices, ListAnnouncements, PollEvents
        }
    };
}

//! Every endpoint, one item each.

mod approvals;
mod attachments;
mod catalog;
mod knowledge;
mod portal;
mod requests;
mod session;
mod studio;
mod tickets;

pub use approvals::*;
pub use attachments::*;
pub use catalog::*;
pub use knowledge::*;
pub use portal::*;
pub use requests::*;
pub use session::*;
pub use studio::*;
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
            ListApprovals, GetApproval, DecideApproval, ListApprovalProblems,
            ListDelegations, CreateDelegation, GetDelegation, UpdateDelegation, DeleteDelegation,
            ListArticles, GetArticle, GiveFeedback, Search,
            ListServices, ListAnnouncements, PollEvents,
            GetUpload,
            ListStudioForms, GetStudioForm, CheckStudioForm, SaveStudioForm, ListStudioPersonas, LookUpInStudio
        }
    };
}

//! Every endpoint, one item each.

mod approvals;
mod attachments;
mod catalog;
mod knowledge;
mod learning;
mod portal;
mod requests;
mod session;
mod studio;
mod tickets;
mod writing;

pub use approvals::*;
pub use attachments::*;
pub use catalog::*;
pub use knowledge::*;
pub use learning::*;
pub use portal::*;
pub use requests::*;
pub use session::*;
pub use studio::*;
pub use tickets::*;
pub use writing::*;

/// Calls a macro with every endpoint whose body and reply are JSON, in the order of the document.
#[macro_export]
macro_rules! for_each_endpoint {
    ($call:ident) => {
        $call! {
            GetCapabilities, ListPersonas, GetSession, CreateSession, DeleteSession, GetMe,
            ListCategories, ListItems, GetItem, ListGuides, GetGuide, PreviewGuide, GetForm, GetFormSchema, Lookups,
            ValidateRequest, CreateRequest, GetRequest, RevealAnswer, ValidateOrder, CreateOrder,
            GetIncidentOptions, CreateIncident,
            ListTickets, GetTicket, GetTimeline, AddComment, ActOnTicket, GetClocks,
            ListApprovals, GetApproval, DecideApproval, ListApprovalProblems,
            ListDelegations, CreateDelegation, GetDelegation, UpdateDelegation, DeleteDelegation,
            ListArticles, GetArticle, ListArticleVersions, GetArticleVersion, GiveFeedback, Search,
            GetKnowledgeWork, ListDueArticles, ListRetiredArticles, GetRetiredArticle, GetWritingOptions,
            GetArticleSource, GetArticleStanding, ActOnArticle,
            CreateProposal, GetProposal, UpdateProposal, ActOnProposal,
            SolveWithArticle, ReportLearning, ListLearning, DecideLearning, ListFigures, ListKnownErrors,
            ListServices, ListAnnouncements, PollEvents,
            GetUpload,
            ListStudioForms, GetStudioForm, CheckStudioForm, SaveStudioForm, ListStudioPersonas, LookUpInStudio
        }
    };
}

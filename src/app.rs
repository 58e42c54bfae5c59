//! Contexts and pages. Home comes with the first byte; every other area is a chunk of its own.

use crate::{
    features::{approvals, catalog, home, keeping, knowledge, requests, search, session as sign_in, tickets},
    layout::{NotFound, Shell},
    lazy::{ChunkError, Coming, Page, complete},
    router::{Outlet, provide_router},
    routes::Place,
    session,
    ui::provide_announcer,
};
use leptos::prelude::*;
use web_sys::HtmlElement;

/// The element that the portal lives in, for what must be set on it: theme and language.
#[derive(Clone)]
pub struct Root(pub send_wrapper::SendWrapper<HtmlElement>);

/// The whole portal.
pub fn app(root: HtmlElement) -> impl IntoView {
    provide_router(&root, page);
    provide_context(Root(send_wrapper::SendWrapper::new(root)));
    provide_announcer();
    session::provide_session();
    view! { <Shell><Outlet/></Shell> }
}

/// The page of a place. Home and what is no page are always there; others bring their code, and the words and styles of all pages.
fn page(place: Place) -> Coming {
    let chunk: Coming = match place {
        Place::Home => return there(home_page),
        Place::Nowhere => return there(not_found),
        Place::Services | Place::Service => Box::pin(catalog_pages(place)),
        Place::Request | Place::Cart | Place::Guide => Box::pin(requests_pages(place)),
        Place::Tickets | Place::Ticket | Place::Report => Box::pin(tickets_pages(place)),
        Place::Answers | Place::Answer | Place::Versions => Box::pin(knowledge_pages(place)),
        Place::Write | Place::EditArticle | Place::Proposal | Place::KnowledgeWork => {
            Box::pin(writing_pages(place))
        }
        Place::Learning | Place::Figures => Box::pin(keeping_pages(place)),
        Place::Search => Box::pin(search_pages(place)),
        Place::Approvals | Place::Approval | Place::Delegation => Box::pin(approvals_pages(place)),
        Place::Status => Box::pin(status_pages(place)),
        Place::Studio | Place::StudioForm => Box::pin(studio_pages(place)),
        Place::SignIn => Box::pin(sign_in_pages(place)),
    };
    complete(chunk)
}

fn there(page: Page) -> Coming {
    Box::pin(std::future::ready(Ok(page)))
}

fn home_page() -> AnyView {
    view! { <home::HomePage/> }.into_any()
}

fn not_found() -> AnyView {
    view! { <NotFound/> }.into_any()
}

/// Declares the pages of an area, and the chunk whose code is fetched when one of them is first opened.
macro_rules! chunk {
    ($chunk:ident: $function:ident { $($place:pat => $page:expr,)+ }) => {
        #[leptos::wasm_split::wasm_split($chunk, wasm_split_path = leptos::wasm_split, fallible)]
        fn $function(place: Place) -> Result<Page, ChunkError> {
            match place {
                $($place => Ok(|| $page.into_any()),)+
                _ => Ok(not_found),
            }
        }
    };
}

chunk! { catalog: catalog_pages {
    Place::Service => view! { <catalog::ServicePage/> },
    Place::Services => view! { <catalog::ServicesPage/> },
}}

chunk! { requests: requests_pages {
    Place::Request => view! { <requests::RequestPage/> },
    Place::Cart => view! { <requests::CartPage/> },
    Place::Guide => view! { <requests::GuidePage/> },
}}

chunk! { tickets: tickets_pages {
    Place::Tickets => view! { <tickets::TicketsPage/> },
    Place::Ticket => view! { <tickets::TicketPage/> },
    Place::Report => view! { <tickets::ReportPage/> },
}}

chunk! { knowledge: knowledge_pages {
    Place::Answers => view! { <knowledge::AnswersPage/> },
    Place::Answer => view! { <knowledge::AnswerPage/> },
    Place::Versions => view! { <knowledge::VersionsPage/> },
}}

chunk! { writing: writing_pages {
    Place::Write => view! { <knowledge::WritePage/> },
    Place::EditArticle => view! { <knowledge::EditPage/> },
    Place::Proposal => view! { <knowledge::ProposalPage/> },
    Place::KnowledgeWork => view! { <knowledge::WorkPage/> },
}}

chunk! { keeping: keeping_pages {
    Place::Learning => view! { <keeping::LearningPage/> },
    Place::Figures => view! { <keeping::FiguresPage/> },
}}

chunk! { search: search_pages {
    Place::Search => view! { <search::SearchPage/> },
}}

chunk! { approvals: approvals_pages {
    Place::Approvals => view! { <approvals::ApprovalsPage/> },
    Place::Approval => view! { <approvals::ApprovalPage/> },
    Place::Delegation => view! { <approvals::DelegationPage/> },
}}

chunk! { frame: status_pages {
    Place::Status => view! { <home::StatusPage/> },
}}

chunk! { studio: studio_pages {
    Place::Studio => view! { <requests::StudioFormsPage/> },
    Place::StudioForm => view! { <requests::StudioFormPage/> },
}}

chunk! { sign_in: sign_in_pages {
    Place::SignIn => view! { <sign_in::SignInPage/> },
}}

//! Contexts and pages. Home comes with the first byte; every other area is a chunk of its own.

use crate::{
    features::{approvals, catalog, home, knowledge, requests, session as sign_in, tickets},
    layout::{NotFound, Shell},
    lazy::{ChunkError, Coming, Page},
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
    provide_router(&root);
    provide_context(Root(send_wrapper::SendWrapper::new(root)));
    provide_announcer();
    session::provide_session();
    view! { <Shell><Outlet load=page/></Shell> }
}

/// The page of a place.
fn page(place: Place) -> Coming {
    Box::pin(async move {
        match place {
            Place::Home => Ok(home_page as Page),
            Place::Nowhere => Ok(not_found as Page),
            Place::Services | Place::Service => catalog_chunk(place).await,
            Place::Request => requests_chunk(place).await,
            Place::Tickets | Place::Ticket | Place::Report => tickets_chunk(place).await,
            Place::Answers | Place::Answer | Place::Search => knowledge_chunk(place).await,
            Place::Approvals | Place::Approval => approvals_chunk(place).await,
            Place::Status => status_chunk(place).await,
            Place::SignIn => sign_in_chunk(place).await,
        }
    })
}

fn home_page() -> AnyView {
    view! { <home::HomePage/> }.into_any()
}

fn not_found() -> AnyView {
    view! { <NotFound/> }.into_any()
}

/// Declares a chunk: an area whose code is fetched when one of its pages is first opened.
macro_rules! chunk {
    ($function:ident { $($place:pat => $page:expr,)+ }) => {
        #[leptos::wasm_split::wasm_split($function, wasm_split_path = leptos::wasm_split, fallible)]
        fn $function(place: Place) -> Result<Page, ChunkError> {
            match place {
                $($place => Ok(|| $page.into_any()),)+
                _ => Ok(not_found),
            }
        }
    };
}

chunk! { catalog_chunk {
    Place::Service => view! { <catalog::ServicePage/> },
    Place::Services => view! { <catalog::ServicesPage/> },
}}

chunk! { requests_chunk {
    Place::Request => view! { <requests::RequestPage/> },
}}

chunk! { tickets_chunk {
    Place::Tickets => view! { <tickets::TicketsPage/> },
    Place::Ticket => view! { <tickets::TicketPage/> },
    Place::Report => view! { <tickets::ReportPage/> },
}}

chunk! { knowledge_chunk {
    Place::Answers => view! { <knowledge::AnswersPage/> },
    Place::Answer => view! { <knowledge::AnswerPage/> },
    Place::Search => view! { <knowledge::SearchPage/> },
}}

chunk! { approvals_chunk {
    Place::Approvals => view! { <approvals::ApprovalsPage/> },
    Place::Approval => view! { <approvals::ApprovalPage/> },
}}

chunk! { status_chunk {
    Place::Status => view! { <home::StatusPage/> },
}}

chunk! { sign_in_chunk {
    Place::SignIn => view! { <sign_in::SignInPage/> },
}}

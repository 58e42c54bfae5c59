//! Contexts and router. Home is here from the first byte; every other page is a chunk of its own, fetched when it is
//! first opened or looked at.

use crate::{
    features::{approvals, catalog, home, knowledge, requests, session as sign_in, tickets},
    layout::{NotFound, Shell},
    routes, session,
    ui::provide_announcer,
};
use leptos::prelude::*;
use leptos_router::{
    Lazy, LazyRoute,
    components::{FlatRoutes, Route, Router},
    lazy_route, path,
};
use web_sys::HtmlElement;

/// The element that the portal lives in, for what must be set on it: theme and language.
#[derive(Clone)]
pub struct Root(pub send_wrapper::SendWrapper<HtmlElement>);

/// The whole portal.
pub fn app(root: HtmlElement) -> impl IntoView {
    provide_context(Root(send_wrapper::SendWrapper::new(root)));
    provide_announcer();
    session::provide_session();
    view! {
        <Router base=routes::base()>
            <Shell>
                <FlatRoutes fallback=|| view! { <NotFound/> }>
                    <Route path=path!("/") view=home::HomePage/>
                    <Route path=path!("/services") view={Lazy::<Services>::new()}/>
                    <Route path=path!("/services/:item") view={Lazy::<Service>::new()}/>
                    <Route path=path!("/services/:item/request") view={Lazy::<Request>::new()}/>
                    <Route path=path!("/tickets") view={Lazy::<Tickets>::new()}/>
                    <Route path=path!("/tickets/:ticket") view={Lazy::<Ticket>::new()}/>
                    <Route path=path!("/report") view={Lazy::<Report>::new()}/>
                    <Route path=path!("/answers") view={Lazy::<Answers>::new()}/>
                    <Route path=path!("/answers/:article") view={Lazy::<Answer>::new()}/>
                    <Route path=path!("/approvals") view={Lazy::<Approvals>::new()}/>
                    <Route path=path!("/approvals/:approval") view={Lazy::<Approval>::new()}/>
                    <Route path=path!("/status") view={Lazy::<Status>::new()}/>
                    <Route path=path!("/search") view={Lazy::<Search>::new()}/>
                    <Route path=path!("/sign-in") view={Lazy::<SignIn>::new()}/>
                </FlatRoutes>
            </Shell>
        </Router>
    }
}

macro_rules! lazy_pages {
    ($($name:ident => $page:expr;)*) => {$(
        struct $name;

        #[lazy_route]
        impl LazyRoute for $name {
            fn data() -> Self {
                Self
            }

            fn view(this: Self) -> AnyView {
                let _ = this;
                $page.into_any()
            }
        }
    )*};
}

lazy_pages! {
    Services => view! { <catalog::ServicesPage/> };
    Service => view! { <catalog::ServicePage/> };
    Request => view! { <requests::RequestPage/> };
    Tickets => view! { <tickets::TicketsPage/> };
    Ticket => view! { <tickets::TicketPage/> };
    Report => view! { <tickets::ReportPage/> };
    Answers => view! { <knowledge::AnswersPage/> };
    Answer => view! { <knowledge::AnswerPage/> };
    Approvals => view! { <approvals::ApprovalsPage/> };
    Approval => view! { <approvals::ApprovalPage/> };
    Status => view! { <home::StatusPage/> };
    Search => view! { <knowledge::SearchPage/> };
    SignIn => view! { <sign_in::SignInPage/> };
}

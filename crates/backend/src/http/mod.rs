//! The contract over HTTP.
//!
//! [`mount`](mount::mount) is the way in for every endpoint: it does what is the same for all of them, and a handler is a
//! few lines from a call to a use case. Files and the stream of events are no JSON and have handlers of their own, which
//! keep the same conventions.

mod approvals;
mod body;
mod call;
mod catalog;
mod conditions;
mod conventions;
mod cookie;
mod cors;
mod delegations;
mod etag;
mod events;
mod incidents;
mod index;
mod knowledge;
mod language;
mod learning;
mod mount;
mod origin;
mod params;
mod person;
mod pictures;
mod pieces;
mod portal;
mod reply;
mod requests;
mod session;
mod status;
mod studio;
mod tickets;
mod uploads;
mod writing;

use crate::{app::App, config::limits};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware::from_fn_with_state,
    routing::{MethodFilter, any, get, on, post},
};
use guichet_contract::{BASE_PATH, Endpoint, endpoints as e, search_index, tus};
use mount::mount;
use portal::PortalOptions;
use std::io;
use tower_http::timeout::RequestBodyTimeoutLayer;

/// Everything that the backend answers: the API below `/itsm/v1`, also below the portal's base path, and the portal.
/// Fails where the portal cannot be read.
pub fn router(app: App) -> io::Result<Router> {
    let mut router = below(Router::new(), BASE_PATH, &app);
    let base = app.config.base_path.trim_end_matches('/');
    if !base.is_empty() {
        // For a proxy that passes on one path only.
        router = below(router, &format!("{base}{BASE_PATH}"), &app);
    }
    if let Some(dist) = &app.config.portal {
        let options = PortalOptions { base: app.config.base_path.clone(), ..PortalOptions::default() };
        router = router.merge(portal::routes(dist, options)?);
    }
    Ok(router.with_state(app))
}

/// Adds the API below `path`. A nested router does not get `path/`, so that one is added here.
fn below(router: Router<App>, path: &str, app: &App) -> Router<App> {
    let nothing =
        any(conventions::not_found).layer(from_fn_with_state(app.clone(), conventions::conventions));
    router.nest(path, api(app)).route(&format!("{path}/"), nothing)
}

fn api(app: &App) -> Router<App> {
    let of_one = MethodFilter::HEAD.or(MethodFilter::PATCH).or(MethodFilter::DELETE).or(MethodFilter::POST);
    let mut api = endpoints()
        .route(uploads::PATH, post(uploads::upload).layer(DefaultBodyLimit::max(upload_bytes())))
        .route(uploads::ONE, get(uploads::download))
        .route(tus::PATH, post(pieces::create).options(pieces::options))
        .route(tus::ONE, on(of_one, pieces::one))
        .route(pictures::PATH, get(pictures::picture))
        .route(e::PollEvents::PATH, get(events::events))
        .route(search_index::PATH, get(index::index))
        // Not a fallback: that place is the portal's.
        .route("/{*rest}", any(conventions::not_found))
        .route("/", any(conventions::not_found))
        .method_not_allowed_fallback(conventions::method_not_allowed)
        .layer(RequestBodyTimeoutLayer::new(app.config.body_idle))
        .layer(from_fn_with_state(app.clone(), conventions::conventions));
    if let Some(cors) = cors::layer(&app.config.allow_origins) {
        api = api.layer(cors);
    }
    api
}

/// A file with what stands around it in a multipart body.
fn upload_bytes() -> usize {
    usize::try_from(limits::ATTACHMENT_BYTES + 64 * 1024).unwrap_or(usize::MAX)
}

/// Every endpoint with JSON, in the order of the contract's document.
fn endpoints() -> Router<App> {
    let r = Router::new();
    let r = mount::<e::GetCapabilities, _, _>(r, session::capabilities);
    let r = mount::<e::ListPersonas, _, _>(r, session::personas);
    let r = mount::<e::CreateSession, _, _>(r, session::sign_in);
    let r = mount::<e::DeleteSession, _, _>(r, session::sign_out);
    let r = mount::<e::GetSession, _, _>(r, session::state);
    let r = mount::<e::GetMe, _, _>(r, session::whoami);
    let r = mount::<e::ListCategories, _, _>(r, catalog::categories);
    let r = mount::<e::ListItems, _, _>(r, catalog::items);
    let r = mount::<e::GetItem, _, _>(r, catalog::item);
    let r = mount::<e::ListGuides, _, _>(r, catalog::guides);
    let r = mount::<e::GetGuide, _, _>(r, catalog::guide);
    let r = mount::<e::PreviewGuide, _, _>(r, catalog::preview_guide);
    let r = mount::<e::GetForm, _, _>(r, catalog::form);
    let r = mount::<e::GetFormSchema, _, _>(r, catalog::form_schema);
    let r = mount::<e::Lookups, _, _>(r, catalog::lookup);
    let r = mount::<e::ValidateRequest, _, _>(r, requests::validate);
    let r = mount::<e::CreateRequest, _, _>(r, requests::create);
    let r = mount::<e::GetRequest, _, _>(r, requests::record);
    let r = mount::<e::RevealAnswer, _, _>(r, requests::reveal);
    let r = mount::<e::ValidateOrder, _, _>(r, requests::validate_order);
    let r = mount::<e::CreateOrder, _, _>(r, requests::create_order);
    let r = mount::<e::GetIncidentOptions, _, _>(r, incidents::options);
    let r = mount::<e::CreateIncident, _, _>(r, incidents::create);
    let r = mount::<e::ListTickets, _, _>(r, tickets::list);
    let r = mount::<e::GetTicket, _, _>(r, tickets::ticket);
    let r = mount::<e::GetTimeline, _, _>(r, tickets::timeline);
    let r = mount::<e::AddComment, _, _>(r, tickets::comment);
    let r = mount::<e::ActOnTicket, _, _>(r, tickets::act);
    let r = mount::<e::GetClocks, _, _>(r, tickets::clocks);
    let r = mount::<e::ListApprovals, _, _>(r, approvals::list);
    let r = mount::<e::GetApproval, _, _>(r, approvals::approval);
    let r = mount::<e::DecideApproval, _, _>(r, approvals::decide);
    let r = mount::<e::ListApprovalProblems, _, _>(r, approvals::problems);
    let r = mount::<e::ListDelegations, _, _>(r, delegations::list);
    let r = mount::<e::CreateDelegation, _, _>(r, delegations::create);
    let r = mount::<e::GetDelegation, _, _>(r, delegations::delegation);
    let r = mount::<e::UpdateDelegation, _, _>(r, delegations::update);
    let r = mount::<e::DeleteDelegation, _, _>(r, delegations::end);
    let r = mount::<e::ListArticles, _, _>(r, knowledge::list);
    let r = mount::<e::GetArticle, _, _>(r, knowledge::article);
    let r = mount::<e::ListArticleVersions, _, _>(r, knowledge::versions);
    let r = mount::<e::GetArticleVersion, _, _>(r, knowledge::version);
    let r = mount::<e::GiveFeedback, _, _>(r, knowledge::feedback);
    let r = mount::<e::Search, _, _>(r, knowledge::search);
    let r = mount::<e::GetKnowledgeWork, _, _>(r, writing::work);
    let r = mount::<e::ListDueArticles, _, _>(r, writing::due);
    let r = mount::<e::ListRetiredArticles, _, _>(r, writing::retired);
    let r = mount::<e::GetRetiredArticle, _, _>(r, writing::retired_text);
    let r = mount::<e::GetWritingOptions, _, _>(r, writing::options);
    let r = mount::<e::GetArticleSource, _, _>(r, writing::source);
    let r = mount::<e::GetArticleStanding, _, _>(r, writing::standing);
    let r = mount::<e::ActOnArticle, _, _>(r, writing::act_on_article);
    let r = mount::<e::CreateProposal, _, _>(r, writing::create);
    let r = mount::<e::GetProposal, _, _>(r, writing::proposal);
    let r = mount::<e::UpdateProposal, _, _>(r, writing::update);
    let r = mount::<e::ActOnProposal, _, _>(r, writing::act);
    let r = mount::<e::SolveWithArticle, _, _>(r, learning::solved);
    let r = mount::<e::ReportLearning, _, _>(r, learning::report);
    let r = mount::<e::ListLearning, _, _>(r, learning::list);
    let r = mount::<e::DecideLearning, _, _>(r, learning::decide);
    let r = mount::<e::ListFigures, _, _>(r, learning::figures);
    let r = mount::<e::ListKnownErrors, _, _>(r, knowledge::known_errors);
    let r = mount::<e::ListServices, _, _>(r, status::services);
    let r = mount::<e::ListAnnouncements, _, _>(r, status::announcements);
    let r = mount::<e::GetUpload, _, _>(r, pieces::upload);
    let r = mount::<e::ListStudioForms, _, _>(r, studio::list);
    let r = mount::<e::GetStudioForm, _, _>(r, studio::form);
    let r = mount::<e::CheckStudioForm, _, _>(r, studio::check);
    let r = mount::<e::SaveStudioForm, _, _>(r, studio::save);
    let r = mount::<e::ListStudioPersonas, _, _>(r, studio::personas);
    mount::<e::LookUpInStudio, _, _>(r, studio::lookup)
}

//! One way in for every endpoint of the contract: session, language, parameters, body, conditions, caching and refusals
//! are the same everywhere, so that a handler is about its resource alone.

use super::{
    body,
    call::{Answer, Call},
    conditions::{self, Conditions},
    cookie, language, params, person,
    reply::{self, Reply, RequestId},
};
use crate::{
    app::{App, Loaded},
    cache::Kept,
    config::limits,
    service::{Ctx, Failure},
};
use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderMap, Uri, header},
    response::Response,
    routing::{MethodFilter, on},
};
use bytes::Bytes;
use guichet_contract::{Endpoint, Guard, Method};
use guichet_rules::ids::PersonId;
use std::sync::Arc;

/// Adds an endpoint and what it does.
pub fn mount<E, F, Fut>(router: Router<App>, handler: F) -> Router<App>
where
    E: Endpoint,
    E::Path: Send,
    E::Query: Send,
    E::Body: Send,
    F: Fn(Call<E>) -> Fut + Clone + Send + Sync + 'static,
    Fut: Future<Output = Result<Answer<E>, Failure>> + Send + 'static,
{
    let method = match E::METHOD {
        Method::Get => MethodFilter::GET,
        Method::Post => MethodFilter::POST,
        Method::Patch => MethodFilter::PATCH,
        Method::Delete => MethodFilter::DELETE,
    };
    router.route(
        E::PATH,
        on(method, move |State(app): State<App>, request: Request| {
            serve::<E, F, Fut>(app, request, handler.clone())
        }),
    )
}

/// Answers one call.
pub async fn serve<E, F, Fut>(app: App, request: Request, handler: F) -> Response
where
    E: Endpoint,
    E::Path: Send,
    E::Query: Send,
    E::Body: Send,
    F: Fn(Call<E>) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Answer<E>, Failure>> + Send + 'static,
{
    // Before the content is looked at: if it is replaced now, the reply is taken for older than it is.
    let content = app.replies.content();
    let loaded = app.loaded();
    let language = language::choose(request.headers(), &loaded.content.languages).to_owned();
    let id = RequestId::of(request.extensions());
    // A condition of reads alone.
    let seen = request.headers().get(header::IF_NONE_MATCH).filter(|_| E::METHOD == Method::Get).cloned();
    match answer::<E, F, Fut>(&app, (loaded, content), &language, request, handler).await {
        Ok(reply) => reply::success(reply, seen.as_ref(), &language),
        Err(failure) => reply::failure(failure, &language, &id),
    }
}

async fn answer<E, F, Fut>(
    app: &App,
    (loaded, content): (Arc<Loaded>, u64),
    language: &str,
    request: Request,
    handler: F,
) -> Result<Reply, Failure>
where
    E: Endpoint,
    E::Path: Send,
    E::Query: Send,
    E::Body: Send,
    F: Fn(Call<E>) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Answer<E>, Failure>> + Send + 'static,
{
    let (mut parts, body) = request.into_parts();
    let person = person::of(app, &loaded, &parts.headers).await?;
    if E::SIGNED_IN && person.is_none() {
        return Err(Failure::NotSignedIn);
    }
    let shelf = E::CACHED.then(|| Shelf::new(app, (&loaded, content), person.as_ref(), language, &parts.uri));
    if let Some(kept) = shelf.as_ref().and_then(|shelf| shelf.look(app)) {
        return Ok(Reply::kept(E::SUCCESS, kept));
    }
    let path = params::path::<E::Path>(&mut parts).await?;
    let query = params::query::<E::Query>(parts.uri.query().unwrap_or_default())?;
    let bytes = match E::METHOD {
        Method::Post | Method::Patch => body::read(&parts.headers, body, limits::BODY_BYTES).await?,
        Method::Get | Method::Delete => Bytes::new(),
    };
    let ctx = Ctx::new(app.clone(), loaded, language, person.as_ref());
    let conditions = match E::GUARD {
        Guard::None => Conditions::default(),
        Guard::Idempotent | Guard::Versioned => {
            let fingerprint = conditions::fingerprint(app.store.vault(), E::METHOD, &parts.uri, &bytes);
            match conditions::check(&ctx, &parts.headers, fingerprint, E::GUARD).await? {
                conditions::Check::Go(conditions) => conditions,
                conditions::Check::Replay(answer) => return Ok(Reply::replayed(answer)),
            }
        }
    };
    let body = body::parse::<E::Body>(&parts.headers, &bytes, ctx.tongue())?;
    let token = match E::METHOD {
        Method::Get => None,
        Method::Post | Method::Patch | Method::Delete => {
            cookie::token(&parts.headers, app.config.is_https()).map(str::to_owned)
        }
    };
    let call = Call { ctx, path, query, body, conditions, token };
    let answer = match E::METHOD {
        Method::Get => handler(call).await?,
        // A change runs to its end even if the caller hangs up: otherwise it could be kept and nobody told.
        Method::Post | Method::Patch | Method::Delete => {
            tokio::spawn(handler(call)).await.map_err(Failure::internal)??
        }
    };
    if let (Some(shelf), Some(etag)) = (shelf, &answer.etag) {
        shelf.keep(app, &answer.body, etag);
    }
    Ok(Reply::fresh(E::SUCCESS, answer))
}

/// Where the reply to a call is kept for a moment.
struct Shelf {
    key: String,
    stamp: crate::cache::Stamp,
}

impl Shelf {
    fn new(
        app: &App,
        (loaded, content): (&Loaded, u64),
        person: Option<&PersonId>,
        language: &str,
        uri: &Uri,
    ) -> Self {
        let company = loaded.content.in_language(language);
        let desk = person.is_some_and(|id| person::works_at_desk(company, id));
        let id = person.map_or("", PersonId::as_str);
        let url = uri.path_and_query().map_or("", |url| url.as_str());
        Self { key: format!("{id} {language} {url}"), stamp: app.replies.stamp(content, person, desk) }
    }

    fn look(&self, app: &App) -> Option<Kept> {
        app.replies.get(&self.key, self.stamp)
    }

    fn keep(self, app: &App, body: &Bytes, etag: &str) {
        app.replies.put(self.key, Kept { body: body.clone(), etag: etag.to_owned(), stamp: self.stamp });
    }
}

/// The circumstances of a call that is not mounted here, for files and streams. Signed in, or nothing.
pub async fn enter(app: &App, headers: &HeaderMap) -> Result<Ctx, Failure> {
    let loaded = app.loaded();
    let language = language::choose(headers, &loaded.content.languages).to_owned();
    let person = person::of(app, &loaded, headers).await?.ok_or(Failure::NotSignedIn)?;
    Ok(Ctx::new(app.clone(), loaded, &language, Some(&person)))
}

//! `GET /events`: what changed, as a stream or as a list.
//!
//! With `Accept: text/event-stream` and without `since` the reply is a stream of server-sent events of the default type:
//! `id` is the number of the event and `data` an `EventHint`. `Last-Event-ID` resumes it. Without one, the first thing that
//! is sent is the number of the last event, so that a stream that breaks at once can be resumed too. A comment is sent
//! every 15 seconds, for proxies that close what is silent.

use super::{
    call::{Answer, Call},
    mount::{enter, serve},
    reply::{self, RequestId},
};
use crate::{
    app::App,
    service::{Ctx, Failure, events},
    store::events::Event,
};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, header},
    response::{
        IntoResponse, Response,
        sse::{Event as Message, KeepAlive, Sse},
    },
};
use futures_util::{Stream, StreamExt, stream};
use guichet_contract::{endpoints::PollEvents, types::EventHint};
use std::{collections::VecDeque, convert::Infallible, sync::Arc, time::Duration};
use tokio::sync::{broadcast, watch};

/// Proxies close what is silent for 30 or 60 seconds.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// A stream or a list, whichever is asked for.
pub async fn events(State(app): State<App>, request: Request) -> Response {
    let id = RequestId::of(request.extensions());
    let wants_list = request
        .uri()
        .query()
        .is_some_and(|query| query.split('&').any(|pair| pair.split('=').next() == Some("since")));
    if wants_list || !wants_stream(request.headers()) {
        return serve::<PollEvents, _, _>(app, request, list).await;
    }
    let (parts, _) = request.into_parts();
    match open(&app, &parts.headers).await {
        Ok(response) => response,
        Err(failure) => {
            let loaded = app.loaded();
            let language = super::language::choose(&parts.headers, &loaded.content.languages);
            reply::failure(failure, language, &id)
        }
    }
}

async fn list(call: Call<PollEvents>) -> Result<Answer<PollEvents>, Failure> {
    Answer::of(&events::poll(&call.ctx, &call.query).await?)
}

fn wants_stream(headers: &HeaderMap) -> bool {
    let accepts = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accepts.is_some_and(|accepts| accepts.contains("text/event-stream"))
}

async fn open(app: &App, headers: &HeaderMap) -> Result<Response, Failure> {
    let ctx = enter(app, headers).await?;
    // Heard from before the past is read, so that nothing falls in between.
    let news = app.hub.listen();
    let resumed =
        headers.get("last-event-id").and_then(|value| value.to_str().ok()?.trim().parse::<u64>().ok());
    let missed = events::missed(&ctx, resumed).await?;
    let mut waiting: VecDeque<Message> =
        missed.hints.iter().filter_map(|(seq, hint)| hinted(*seq, hint)).collect();
    if waiting.is_empty() {
        // An id without data is not an event; browsers remember it all the same.
        waiting.push_back(Message::default().id(missed.last.to_string()).comment("ready"));
    }
    let told = Told { ctx, waiting, news, last: missed.last, stopping: app.stopping() };
    let mut response =
        Sse::new(told.stream()).keep_alive(KeepAlive::new().interval(HEARTBEAT)).into_response();
    // Nginx would collect the stream and send it in pieces.
    response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept, Accept-Language, Cookie"));
    Ok(response)
}

/// A stream in the making.
struct Told {
    ctx: Ctx,
    waiting: VecDeque<Message>,
    news: broadcast::Receiver<Arc<Event>>,
    last: u64,
    stopping: watch::Receiver<bool>,
}

impl Told {
    fn stream(self) -> impl Stream<Item = Result<Message, Infallible>> + Send + 'static {
        stream::unfold(self, |mut told| async move {
            let message = told.next().await?;
            Some((Ok(message), told))
        })
        .boxed()
    }

    /// The next message; none once the backend stops, or the session has ended.
    async fn next(&mut self) -> Option<Message> {
        loop {
            if *self.stopping.borrow() {
                return None;
            }
            if let Some(message) = self.waiting.pop_front() {
                return Some(message);
            }
            let heard = tokio::select! {
                // Whether it was told to stop or has gone, it is over.
                _ = self.stopping.changed() => return None,
                heard = self.news.recv() => heard,
            };
            match heard {
                // What is already in the past that was read first.
                Ok(event) if event.seq <= self.last => {}
                Ok(event) => {
                    self.last = event.seq;
                    if events::concerns(&self.ctx, &event) {
                        self.waiting.extend(hinted(event.seq, &event.hint));
                    }
                }
                Err(broadcast::error::RecvError::Lagged(_)) => {
                    self.waiting.extend(hinted(self.last, &events::reset()));
                }
                Err(broadcast::error::RecvError::Closed) => return None,
            }
        }
    }
}

/// A hint as a message. A hint is plain data, which always becomes JSON.
fn hinted(seq: u64, hint: &EventHint) -> Option<Message> {
    let data = serde_json::to_string(hint).ok()?;
    Some(Message::default().id(seq.to_string()).data(data))
}

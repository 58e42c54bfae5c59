//! Hints that something changed.

use crate::walk::{Broken, Walk, ensure, success};
use guichet_contract::{
    Code, NoPath,
    endpoints::PollEvents,
    types::{EventQuery, Topic},
    url,
};

/// As a list and as a stream.
pub(super) fn all(walk: &mut Walk) {
    if !walk.has("events") {
        return;
    }
    let since = |since: Option<u64>| url::<PollEvents>(&NoPath {}, &EventQuery { since });
    walk.check("with since, events are a list that says where to go on", |client| {
        let first = success::<PollEvents>(&client.get(&since(Some(0))).send()?)?;
        let next = first.next.as_deref().and_then(|next| next.parse::<u64>().ok());
        let next = next.ok_or_else(|| Broken::Otherwise("`next` is no number".to_owned()))?;
        let second = success::<PollEvents>(&client.get(&since(Some(next))).send()?)?;
        ensure(second.items.iter().all(|hint| hint.topic != Topic::Reset), || {
            "whoever goes on at once has to fetch everything again".to_owned()
        })
    });
    walk.check("an id from the future is answered with reset", |client| {
        let page = success::<PollEvents>(&client.get(&since(Some(u64::MAX / 4))).send()?)?;
        ensure(page.items.iter().any(|hint| hint.topic == Topic::Reset), || "there is no reset".to_owned())
    });
    walk.check("with Accept: text/event-stream, events are a stream", |client| {
        let reply = client.get(&since(None)).header("Accept", "text/event-stream").begin()?;
        ensure(reply.status == 200, || format!("the status is {}: {}", reply.status, reply.excerpt()))?;
        ensure(reply.media_type() == "text/event-stream", || {
            format!("the media type is '{}'", reply.media_type())
        })
    });
    walk.check("?since=yesterday is refused with bad_parameter", |client| {
        let reply = client.get(&format!("{}?since=yesterday", since(None))).send()?;
        crate::walk::refused(&reply, Code::BadParameter).map(drop)
    });
}

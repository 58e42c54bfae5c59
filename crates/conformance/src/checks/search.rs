//! The search over everything, and the index that portals do the same with.

use crate::{
    client::{Client, Reply},
    walk::{Broken, Check, Walk, ensure, success},
};
use guichet_contract::{
    BASE_PATH, NoPath,
    endpoints::Search,
    search_index::{MEDIA_TYPE, PATH, SINCE, VERSION_HEADER},
    types::{Hit, HitKind, Mark, SearchQuery, SearchReply},
    url,
};
use guichet_search::{Filters, Query, Scratch, Segments, version};

/// So many of each kind are compared: what a search box shows.
const EACH: u32 = 5;

/// As many characters as a passage may have: what fits in the place of a summary.
const EXCERPT: usize = 200;

/// Words that any company has something for, half typed and with a mistake among them.
const WORDS: [&str; 6] = ["a", "password", "pasword", "lapt", "e-mail", "new printer"];

/// Searches, narrows what is found, and compares it with what the index holds.
pub(super) fn all(walk: &mut Walk) {
    if !walk.has("search") {
        return;
    }
    let query = SearchQuery { q: Some("a".to_owned()), ..SearchQuery::default() };
    walk.read::<Search>(&NoPath {}, &query);
    walk.check("a search for one kind finds nothing else", |client| {
        let query = SearchQuery { kind: Some(HitKind::Article), ..query.clone() };
        let others = ask(client, &query)?.hits.into_iter().filter(|hit| hit.kind != HitKind::Article).count();
        ensure(others == 0, || format!("{others} hits are no articles"))
    });
    walk.check("a passage of a text is short, and what is marked is in it", |client| {
        for words in WORDS {
            let query = SearchQuery { q: Some(words.to_owned()), ..SearchQuery::default() };
            ask(client, &query)?.hits.iter().try_for_each(passage)?;
        }
        Ok(())
    });
    if !walk.has("index") {
        return;
    }
    let whole = walk.check("the index of what the person may find can be read", |client| {
        let reply = index(client, "")?;
        Ok((read(&reply, None)?, reply))
    });
    let Some((segments, reply)) = whole else { return };
    walk.check("an index that is known is not sent again", |client| {
        let known = version(&segments);
        let again = index(client, &known)?;
        ensure(version(&read(&again, Some(&segments))?) == known, || "it is another one".to_owned())?;
        ensure(again.body.len() < reply.body.len(), || {
            format!("{} bytes come where nothing is missing", again.body.len())
        })
    });
    walk.check("a search finds what is in the index, in the same order", |client| compare(client, &segments));
}

fn ask(client: &Client, query: &SearchQuery) -> Check<SearchReply> {
    success::<Search>(&client.get(&url::<Search>(&NoPath {}, query)).send()?)
}

fn passage(hit: &Hit) -> Check {
    let text = hit.excerpt.as_deref().unwrap_or_default();
    let length = text.chars().count();
    ensure(length <= EXCERPT, || format!("{}:{} has one of {length} characters", hit.kind, hit.id))?;
    let is_in = |(from, to): &Mark| from < to && usize::try_from(*to).is_ok_and(|to| to <= length);
    ensure(hit.excerpt_marks.iter().all(is_in), || {
        format!("{}:{} marks {:?} in {text:?}", hit.kind, hit.id, hit.excerpt_marks)
    })
}

fn index(client: &Client, since: &str) -> Check<Reply> {
    let query = if since.is_empty() { String::new() } else { format!("?{SINCE}={since}") };
    let reply = client.get(&format!("{BASE_PATH}{PATH}{query}")).send()?;
    ensure(reply.status == 200, || format!("the status is {}: {}", reply.status, reply.excerpt()))?;
    ensure(reply.media_type() == MEDIA_TYPE, || {
        format!("the media type is '{}' and not {MEDIA_TYPE}", reply.media_type())
    })?;
    Ok(reply)
}

fn read(reply: &Reply, known: Option<&Segments>) -> Check<Segments> {
    let segments = Segments::unbundle(reply.body.clone(), known)
        .map_err(|error| Broken::Otherwise(format!("it cannot be read: {error}")))?;
    let said = reply.header(VERSION_HEADER);
    ensure(said == version(&segments), || {
        format!("{VERSION_HEADER} is '{said}' and not '{}'", version(&segments))
    })?;
    Ok(segments)
}

fn compare(client: &Client, segments: &Segments) -> Check {
    for words in WORDS {
        let query = SearchQuery { q: Some(words.to_owned()), limit: Some(EACH), ..SearchQuery::default() };
        let told = ask(client, &query)?;
        let told: Vec<String> = told.hits.iter().map(|hit| format!("{}:{}", hit.kind, hit.id)).collect();
        let query = Query::of_each(words, EACH as usize, Filters::default());
        let answer = segments
            .search(&query, &mut Scratch::default())
            .map_err(|error| Broken::Otherwise(format!("the index is damaged: {error}")))?;
        let held: Vec<&str> = answer.hits.iter().map(|hit| hit.key).collect();
        ensure(told == held, || format!("'{words}' finds {told:?}, and in the index {held:?}"))?;
    }
    Ok(())
}

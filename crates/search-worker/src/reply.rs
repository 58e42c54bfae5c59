//! An answer of the search as the contract's `SearchReply`.

use crate::json::Json;
use guichet_search::{Answer, Hit, Matcher};

/// What can be found. Keys of anything else belong to a newer backend.
const KINDS: [&str; 4] = ["item", "guide", "article", "ticket"];

/// The JSON of `answer`.
pub(crate) fn reply(answer: &Answer<'_>) -> String {
    let mut json = Json::default();
    json.object(|json| {
        let hits = answer.hits.iter().filter_map(|hit| {
            let (kind, id) = hit.key.split_once(':').filter(|(kind, _)| KINDS.contains(kind))?;
            Some((hit, kind, id))
        });
        json.key("hits").list(hits, |json, (hit, kind, id)| {
            json.object(|json| write(json, hit, kind, id, &answer.matcher));
        });
        json.end();
        json.key("total").number(u32::try_from(answer.total).unwrap_or(u32::MAX));
        json.end();
        if let Some(suggestion) = &answer.suggestion {
            json.text("suggestion", suggestion);
        }
    });
    json.finish()
}

fn write(json: &mut Json, hit: &Hit<'_>, kind: &str, id: &str, matcher: &Matcher) {
    json.text("kind", kind);
    json.text("id", id);
    json.text("title", hit.title);
    json.text("summary", hit.summary);
    for (name, value) in [("category", hit.category), ("language", hit.language)] {
        if !value.is_empty() {
            json.text(name, value);
        }
    }
    if let Some(heading) = hit.heading.filter(|heading| !heading.anchor.is_empty()) {
        json.key("heading").object(|json| {
            json.text("text", heading.text);
            json.text("anchor", heading.anchor);
            marks(json, "marks", &matcher.marks(heading.text));
        });
        json.end();
    }
    marks(json, "title_marks", &matcher.marks(hit.title));
    marks(json, "summary_marks", &matcher.marks(hit.summary));
}

fn marks(json: &mut Json, name: &str, marks: &[(u32, u32)]) {
    if marks.is_empty() {
        return;
    }
    json.key(name).list(marks, |json, (from, to)| json.list([*from, *to], Json::number));
    json.end();
}

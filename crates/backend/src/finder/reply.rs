//! An answer of the search, as the contract has it.

use super::documents::{ARTICLE, GUIDE, ITEM, TICKET};
use guichet_contract::types::{Hit, HitHeading, HitKind, SearchReply};
use guichet_rules::ids::CategoryId;
use guichet_search::Answer;

/// What was found, with where in its texts.
pub(super) fn reply(answer: &Answer<'_>) -> SearchReply {
    SearchReply {
        hits: answer.hits.iter().filter_map(|hit| self::hit(answer, hit)).collect(),
        total: u32::try_from(answer.total).ok(),
        suggestion: answer.suggestion.clone(),
    }
}

fn hit(answer: &Answer<'_>, hit: &guichet_search::Hit<'_>) -> Option<Hit> {
    let (kind, id) = hit.key.split_once(':')?;
    let matcher = &answer.matcher;
    Some(Hit {
        kind: match kind {
            ITEM => HitKind::Item,
            GUIDE => HitKind::Guide,
            ARTICLE => HitKind::Article,
            TICKET => HitKind::Ticket,
            _ => return None,
        },
        id: id.to_owned(),
        title: hit.title.to_owned(),
        summary: hit.summary.to_owned(),
        category: CategoryId::new(hit.category).ok(),
        language: Some(hit.language.to_owned()).filter(|language| !language.is_empty()),
        heading: hit.heading.filter(|heading| !heading.anchor.is_empty()).map(|heading| HitHeading {
            text: heading.text.to_owned(),
            anchor: heading.anchor.to_owned(),
            marks: matcher.marks(heading.text),
        }),
        title_marks: matcher.marks(hit.title),
        summary_marks: matcher.marks(hit.summary),
        excerpt: None,
        excerpt_marks: Vec::new(),
    })
}

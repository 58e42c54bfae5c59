//! What there is to choose from while a form is tried: for the one it is tried as, in questions that need not be published.

use crate::{api::send, lookup::Finding};
use guichet_contract::{
    endpoints::{LookUpInStudio, StudioLookupPath},
    types::{LookupQuery, StudioLookup},
};
use guichet_rules::{
    form::{Form, SourceList},
    ids::{PersonId, QuestionId},
};
use std::collections::BTreeMap;

/// Looks something up on `list` for `requester`, who is asked `form`.
pub(super) fn find(form: &Form, requester: &PersonId, list: SourceList, query: LookupQuery) -> Finding {
    let (source, body) = (list.name().to_owned(), body(form, requester, query));
    Box::pin(async move { send::<LookUpInStudio>(&StudioLookupPath { source }, Some(&body), &[]).await })
}

fn body(form: &Form, requester: &PersonId, query: LookupQuery) -> StudioLookup {
    // A question goes by `form@version/question`, and nobody knows this version yet.
    let id = query.question.as_deref().and_then(|name| name.rsplit('/').next());
    StudioLookup {
        requester: requester.clone(),
        requested_for: query.requested_for,
        question: id.and_then(|id| form.question_or_column(id)).cloned(),
        given: query.given.as_deref().map(given).unwrap_or_default(),
        q: query.q,
        id: query.id,
        limit: query.limit,
    }
}

/// `site:berlin,boss:ada`
fn given(pairs: &str) -> BTreeMap<QuestionId, String> {
    let pairs = pairs.split(',').filter_map(|pair| pair.split_once(':'));
    pairs.filter_map(|(id, answer)| Some((QuestionId::new(id).ok()?, answer.to_owned()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_question_that_is_not_published_goes_along_as_it_is() {
        let form = json!({"id": "f", "version": 7, "pages": [{"id": "p", "title": "P", "questions": [
            {"id": "site", "type": "location", "label": "Site"},
            {"id": "boss", "type": "person", "label": "Boss", "narrowed_by": {"location": "site"}},
        ]}]});
        let form: Form = serde_json::from_value(form).unwrap_or_else(|e| panic!("{e}"));
        let ada = PersonId::new("ada").unwrap_or_else(|e| panic!("{e}"));
        let query = |question: &str| LookupQuery {
            question: Some(question.to_owned()),
            given: Some("site:berlin".to_owned()),
            ..LookupQuery::default()
        };
        let sent = body(&form, &ada, query("f@7/boss"));
        assert_eq!(sent.question.as_ref(), form.question("boss"));
        assert_eq!(json!(sent.given), json!({"site": "berlin"}));
        assert_eq!(body(&form, &ada, query("f@7/none")).question, None);
    }
}

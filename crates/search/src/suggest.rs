//! "Did you mean".

use crate::{candidates::Plan, query::Term, search::Hit, words::words};
use alloc::string::String;

/// The query with the words replaced that nothing has. `None` where there is none, or nobody knows what was meant.
pub(crate) fn suggestion(text: &str, terms: &[Term], plans: &[Plan], hits: &[Hit<'_>]) -> Option<String> {
    let corrections =
        terms.iter().zip(plans).filter_map(|(term, plan)| Some((term, plan.correction.as_ref()?)));
    let mut suggestion = String::new();
    let mut end = 0;
    for (term, correction) in corrections {
        suggestion.push_str(text.get(end..term.range.start)?);
        suggestion.push_str(spelling(correction, hits).unwrap_or(correction));
        end = term.range.end;
    }
    if end == 0 {
        return None;
    }
    suggestion.push_str(text.get(end..)?);
    Some(suggestion)
}

/// How a word is written where it was found: the index has it without capitals and diacritics.
fn spelling<'h>(word: &str, hits: &[Hit<'h>]) -> Option<&'h str> {
    hits.iter().flat_map(|hit| [hit.title, hit.summary]).find_map(|text| {
        let mut found = None;
        words(text, &mut |token| {
            if found.is_none() && token.folded == word {
                found = text.get(token.range);
            }
        });
        found
    })
}

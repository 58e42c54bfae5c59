//! Answers, as they are read back.

use super::super::kept::Kept;
use crate::{format, i18n::m};
use guichet_rules::form::{Answer, Kind, Question};

/// What stands in place of a sensitive answer: always as long, so that it tells nothing.
const MASK: &str = "••••••";

/// The answer to `question`, as it is read back; `None` where there is none.
pub fn answer(question: &Question, kept: &Kept) -> Option<String> {
    let value = kept.answers.get(&question.id)?;
    let answer = Answer::read(question, value).ok().flatten()?;
    if question.sensitive {
        return Some(MASK.to_owned());
    }
    Some(match answer {
        Answer::Text(text) => text,
        Answer::Number(n) => match &question.kind {
            Kind::Number { unit: Some(unit), .. } => format!("{} {unit}", format::number(n)),
            _ => format::number(n),
        },
        Answer::YesNo(true) => m::common::yes(),
        Answer::YesNo(false) => m::common::no(),
        Answer::Date(day) => format::date(day),
        Answer::Id(id) => match kept.names.get(&question.id) {
            Some(name) => name.clone(),
            None => option(question, &id),
        },
        Answer::Ids(ids) if matches!(question.kind, Kind::File { .. }) => files(question, kept, &ids),
        Answer::Ids(ids) => ids.iter().map(|id| option(question, id)).collect::<Vec<_>>().join("\n"),
    })
}

/// The label of an option; its id where there is none.
fn option(question: &Question, id: &str) -> String {
    let found = question.kind.options().iter().find(|o| o.id.as_str() == id);
    found.map_or_else(|| id.to_owned(), |o| o.label.clone())
}

fn files(question: &Question, kept: &Kept, ids: &[String]) -> String {
    let files = kept.files.get(&question.id).map(Vec::as_slice).unwrap_or_default();
    let name = |id: &String| {
        let file = files.iter().find(|f| f.id.as_str() == id);
        file.map_or_else(|| id.clone(), |f| f.name.clone())
    };
    ids.iter().map(name).collect::<Vec<_>>().join("\n")
}

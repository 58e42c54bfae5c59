//! Answers, as they are read back.

use super::{
    super::{asking::Asking, at::At, kept::Kept},
    in_row,
};
use crate::{answered::answered, format, i18n::m};
use guichet_rules::{
    form::{Answer, FormOption, Kind, Question, QuestionState, RATING_MAX},
    money::Currency,
};
use leptos::prelude::*;

/// What stands in place of a secret: always as long, so that it tells nothing.
const MASK: &str = "••••••";

/// The answer to `question` at `at`, as it is read back; `None` where there is none.
pub fn answer(asking: Asking, question: &Question, at: &At) -> Option<String> {
    let currency = asking.currency();
    asking.track(at);
    asking.track_names();
    asking.kept.with_untracked(|kept| {
        let reader = Reader { kept, currency };
        // What follows from other answers, and which rows count, only the rules know.
        if matches!(question.kind, Kind::Computed { .. } | Kind::Rows { .. }) {
            return asking.evaluation.with_untracked(|e| reader.state(question, at.state(e)?));
        }
        let answer = Answer::read(question, at.value(&kept.answers)?).ok().flatten()?;
        Some(reader.words(question, &answer))
    })
}

struct Reader<'a> {
    kept: &'a Kept,
    currency: Currency,
}

impl Reader<'_> {
    /// The answer that counts.
    fn state(&self, question: &Question, state: &QuestionState) -> Option<String> {
        let answer = state.answer.as_ref()?;
        if question.is_secret() || !matches!(answer, Answer::Rows(_)) {
            return Some(self.words(question, answer));
        }
        let cells = |cells: &[QuestionState]| {
            let columns = question.kind.columns().iter().zip(cells);
            let said = columns
                .filter_map(|(column, cell)| Some(answered(&column.label, &self.state(column, cell)?)));
            said.collect::<Vec<_>>().join("; ")
        };
        let rows = state.rows.iter().enumerate().filter(|(_, row)| row.counts);
        Some(rows.map(|(n, row)| in_row(question, n, &cells(&row.cells))).collect::<Vec<_>>().join("\n"))
    }

    fn words(&self, question: &Question, answer: &Answer) -> String {
        if question.is_secret() {
            return MASK.to_owned();
        }
        match answer {
            Answer::Text(text) => text.clone(),
            Answer::Number(n) => number(question, *n),
            Answer::Money(minor) => format::money(*minor, self.currency, false),
            Answer::Seconds(seconds) => format::span(*seconds),
            Answer::YesNo(true) => m::common::yes(),
            Answer::YesNo(false) => m::common::no(),
            Answer::Date(day) => format::date(*day),
            Answer::Time(time) => time.to_string(),
            Answer::Moment(moment) => m::common::day_at(&format::date(moment.date), &moment.time.to_string()),
            Answer::Range(from, to) => m::requests::range(&format::date(*from), &format::date(*to)),
            Answer::Id(id) => self.name(question, id),
            Answer::Path(path) => branch(question.kind.options(), path),
            Answer::Ids(ids) if matches!(question.kind, Kind::File { .. }) => self.files(question, ids),
            Answer::Ids(ids) => ids.iter().map(|id| self.name(question, id)).collect::<Vec<_>>().join("\n"),
            Answer::Rows(n) => format::number(f64::from(*n)),
        }
    }

    /// What is called so; the id itself where nothing is known of it.
    fn name(&self, question: &Question, id: &str) -> String {
        let chosen = question.kind.list().and_then(|list| self.kept.chosen(list, id));
        let option = || question.kind.options().iter().find(|o| o.id.as_str() == id);
        match chosen {
            Some(chosen) => chosen.name.clone(),
            None => option().map_or_else(|| id.to_owned(), |o| o.label.clone()),
        }
    }

    fn files(&self, question: &Question, ids: &[String]) -> String {
        let files = self.kept.files.get(&question.id).map(Vec::as_slice).unwrap_or_default();
        let name = |id: &String| {
            let file = files.iter().find(|f| f.id.as_str() == id);
            file.map_or_else(|| id.clone(), |f| f.name.clone())
        };
        ids.iter().map(name).collect::<Vec<_>>().join("\n")
    }
}

fn number(question: &Question, n: f64) -> String {
    let number = format::number(n);
    match &question.kind {
        Kind::Rating { max, .. } => {
            m::requests::rating_of(&format::number(max.unwrap_or(RATING_MAX).into()), &number)
        }
        Kind::Number { unit: Some(unit), .. } | Kind::Computed { unit: Some(unit), .. } => {
            format!("{number} {unit}")
        }
        _ => number,
    }
}

/// An option of a tree with those above it.
fn branch(options: &[FormOption], path: &[String]) -> String {
    let Some(id) = path.last() else { return String::new() };
    let labels: Vec<&str> = FormOption::path(options, id).into_iter().map(|o| o.label.as_str()).collect();
    if labels.is_empty() { id.clone() } else { labels.join(" › ") }
}

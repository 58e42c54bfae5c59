//! A question by itself: what is missing, what is there twice, limits that leave nothing.

use super::super::{
    AssetFact, DefaultFrom, FormOption, Kind, OptionsSource, PersonFact, ProblemCode, Question, SourceList,
    misfit::{crossed, default_misfit},
};
use super::Fault;
use crate::money::Amounts;
use std::collections::BTreeSet;

/// Calls `report` with the key below the question, empty for the question itself, and what is wrong there.
pub(super) fn check(question: &Question, in_row: bool, report: &mut dyn FnMut(&str, Fault)) {
    let kind = &question.kind;
    let wordless = matches!(kind, Kind::Paragraph { .. } | Kind::Notice { .. } | Kind::Image { .. });
    if question.label.is_empty() && !wordless {
        report("", Fault::NoLabel);
    }
    own(question, in_row, report);
    if matches!(kind, Kind::SingleChoice { .. } | Kind::ManyChoice { .. } | Kind::Tree { .. }) {
        choice(kind, report);
    }
    if let Some((low, high)) = crossed(kind) {
        report(low, Fault::Crossed { low, high });
    }
    if let Some(value) = &question.default {
        if question.is_secret() {
            report("default", Fault::SecretDefault);
        } else if let Some(what) = default_misfit(question, value) {
            report("default", Fault::DefaultMisfit(what));
        }
    }
    if question.is_secret() && is_priced(kind) {
        report("sensitive", Fault::SecretPrice);
    }
    for code in question.messages.keys().filter(|code| !ProblemCode::WITH_MESSAGES.contains(&code.as_str())) {
        report(&format!("messages/{code}"), Fault::UnknownMessage(code.clone()));
    }
    for (n, constraint) in question.constraints.iter().enumerate() {
        if constraint.message.trim().is_empty() {
            report(&format!("constraints/{n}"), Fault::NoMessage);
        }
    }
}

/// Whether an answer to it may cost something.
fn is_priced(kind: &Kind) -> bool {
    fn any(options: &[FormOption]) -> bool {
        options.iter().any(|option| option.price.is_some() || any(&option.children))
    }
    let own = matches!(kind, Kind::YesNo { price: Some(_) } | Kind::Number { price: Some(_), .. });
    own || any(kind.options()) || kind.columns().iter().any(|column| is_priced(&column.kind))
}

/// What is particular to some kinds.
fn own(question: &Question, in_row: bool, report: &mut dyn FnMut(&str, Fault)) {
    match &question.kind {
        Kind::Unknown => report("type", Fault::NoSuchType),
        Kind::YesNo { price } => negative("price", *price, report),
        Kind::Number { price, integer, .. } => {
            negative("price", *price, report);
            if price.is_some() && !integer {
                report("price", Fault::PriceOfParts);
            }
        }
        Kind::ShortText { pattern: Some(_), pattern_message: None, .. }
        | Kind::Masked { pattern: Some(_), pattern_message: None, .. }
            if !question.messages.contains_key("pattern") =>
        {
            report("pattern", Fault::PatternWithoutMessage);
        }
        Kind::Rating { max: Some(max), .. } if !(2..=10).contains(max) => report("max", Fault::ScaleLength),
        Kind::Computed { digits: Some(digits), .. } if *digits > 6 => report("digits", Fault::TooManyDigits),
        Kind::Image { src, alt } => {
            if alt.trim().is_empty() {
                report("alt", Fault::NoAlternative);
            }
            let own = src.starts_with('/') && !src.starts_with("//");
            if !own && !src.starts_with("data:image/") {
                report("src", Fault::ImageElsewhere);
            }
        }
        Kind::File { .. } if in_row => report("type", Fault::FilesInRows),
        Kind::Rows { .. } if in_row => report("type", Fault::RowsInRows),
        Kind::Rows { questions, .. } if !questions.iter().any(|column| column.kind.is_asked()) => {
            report("questions", Fault::NoColumns);
        }
        _ => {}
    }
}

fn choice(kind: &Kind, report: &mut dyn FnMut(&str, Fault)) {
    let options = kind.options();
    match kind.options_source() {
        Some(_) if !options.is_empty() => report("options_source", Fault::OptionsTwice),
        Some(OptionsSource { list: SourceList::Other, .. }) => {
            report("options_source/list", Fault::UnknownList)
        }
        Some(_) => {}
        None if options.is_empty() => report("options", Fault::NoOptions),
        None => {}
    }
    each_option("options", options, matches!(kind, Kind::Tree { .. }), &mut BTreeSet::new(), report);
}

fn each_option<'o>(
    at: &str,
    options: &'o [FormOption],
    tree: bool,
    seen: &mut BTreeSet<&'o str>,
    report: &mut dyn FnMut(&str, Fault),
) {
    for (n, option) in options.iter().enumerate() {
        let here = format!("{at}/{n}");
        if !seen.insert(option.id.as_str()) {
            report(&format!("{here}/id"), Fault::OptionTwice(option.id.clone()));
        }
        negative(&format!("{here}/price"), option.price, report);
        if !tree && !option.children.is_empty() {
            report(&format!("{here}/children"), Fault::ChildrenOutsideTree);
        } else {
            each_option(&format!("{here}/children"), &option.children, tree, seen, report);
        }
    }
}

fn negative(at: &str, price: Option<Amounts>, report: &mut dyn FnMut(&str, Fault)) {
    if price.is_some_and(|p| p.one_off < 0 || p.monthly < 0 || p.yearly < 0) {
        report(at, Fault::NegativePrice);
    }
}

/// What is wrong with narrowing what `kind` offers by the answer to `named`.
pub(super) fn narrowing(kind: &Kind, key: &'static str, named: &Question) -> Option<Fault> {
    let useful: &[&str] = match (kind, kind.options_source().map(|source| source.list)) {
        (Kind::Person { .. }, _) | (_, Some(SourceList::People)) => &["location", "person", "group"],
        (Kind::Asset { .. }, _) | (_, Some(SourceList::Assets)) => &["location", "person"],
        (_, Some(SourceList::Services)) => &["group"],
        (_, Some(SourceList::CostCentres)) => &["person"],
        _ => &[],
    };
    if !useful.contains(&key) {
        return Some(Fault::NarrowingUseless { key });
    }
    let list = named.kind.options_source().map(|source| source.list);
    let single = matches!(named.kind, Kind::SingleChoice { .. });
    let fits = match key {
        "location" => {
            matches!(named.kind, Kind::Location {}) || (single && list == Some(SourceList::Locations))
        }
        "person" => matches!(named.kind, Kind::Person { .. }) || (single && list == Some(SourceList::People)),
        _ => matches!(named.kind, Kind::Group {}) || (single && list == Some(SourceList::Groups)),
    };
    (!fits).then(|| Fault::NarrowingMisfit { key, question: named.id.clone() })
}

/// Whether it is answered with a device.
pub(super) fn is_asset(kind: &Kind) -> bool {
    let list = kind.options_source().map(|source| source.list);
    matches!(kind, Kind::Asset { .. })
        || (matches!(kind, Kind::SingleChoice { .. }) && list == Some(SourceList::Assets))
}

/// What is wrong with filling in `question` from there, beside what it names.
pub(super) fn default_from(question: &Question, from: &DefaultFrom) -> Option<Fault> {
    let never = matches!(question.kind, Kind::File { .. } | Kind::Rows { .. }) || !question.kind.is_asked();
    match from {
        _ if never => Some(Fault::NothingToFill),
        _ if question.is_secret() => Some(Fault::SecretDefault),
        DefaultFrom::Person(PersonFact::Other) | DefaultFrom::Asset(_, AssetFact::Other) => {
            Some(Fault::UnknownFact)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Narrowing;
    use crate::ids::QuestionId;

    #[test]
    fn narrowing_follows_what_the_list_holds() {
        let question = |kind| Question::new(QuestionId::new("q").unwrap(), kind);
        let site = question(Kind::Location {});
        let number = question(Kind::YesNo { price: None });
        let people = Kind::Person { within: None, narrowed_by: Some(Narrowing::default()) };
        assert_eq!(narrowing(&people, "location", &site), None);
        assert!(matches!(narrowing(&people, "location", &number), Some(Fault::NarrowingMisfit { .. })));
        let source = OptionsSource { list: SourceList::Groups, narrowed_by: None };
        let groups = Kind::SingleChoice { options: Vec::new(), options_source: Some(source), display: None };
        assert!(matches!(narrowing(&groups, "location", &site), Some(Fault::NarrowingUseless { .. })));
    }
}

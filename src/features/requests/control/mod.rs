//! The control that fits a kind of question.

mod asked;
mod choice;
mod date;
mod list;
mod number;
mod rows;
mod text;
mod tree;

pub(super) use asked::Asked;

use super::{file, lookup};
use crate::ui::{FieldText, InputKind, Width as InputWidth};
use guichet_rules::form::{Kind, ManyDisplay, Width};
use leptos::prelude::*;

/// The control of what is asked, with `field` around it.
pub(super) fn control(asked: Asked<'_>, field: FieldText) -> AnyView {
    match &asked.question.kind {
        Kind::ShortText { width, .. } => {
            let short = *width == Some(Width::Short);
            text::line(
                asked,
                field,
                text::hinted(asked),
                if short { InputWidth::Short } else { InputWidth::Full },
            )
        }
        Kind::LongText { .. } => text::lines(asked, field),
        Kind::RichText { .. } => text::rich(asked, field),
        Kind::Email {} => text::line(asked, field, InputKind::Email, InputWidth::Full),
        Kind::Phone {} => text::line(asked, field, InputKind::Phone, InputWidth::Medium),
        Kind::Url {} => text::line(asked, field, InputKind::Url, InputWidth::Full),
        Kind::IpAddress { .. } => text::line(asked, field, InputKind::Text, InputWidth::Medium),
        Kind::Masked { .. } => text::line(asked, field, InputKind::Secret, InputWidth::Full),
        Kind::Number { integer, unit, price, .. } => {
            number::number(asked, field, *integer, unit.as_deref(), *price)
        }
        Kind::Currency { .. } => number::amount(asked, field),
        Kind::Duration { .. } => number::duration(asked, field),
        Kind::Rating { max, low_label, high_label } => {
            number::rating(asked, field, *max, low_label.as_deref(), high_label.as_deref())
        }
        Kind::Computed { .. } => number::computed(asked, field),
        Kind::YesNo { price } => choice::yes_no(asked, field, *price),
        Kind::SingleChoice { options, options_source: None, display } => {
            choice::single(asked, field, options, *display)
        }
        Kind::ManyChoice { options, options_source: None, display, .. } => {
            if *display == Some(ManyDisplay::List) {
                list::of_options(asked, field, options)
            } else {
                choice::many(asked, field, options)
            }
        }
        Kind::ManyChoice { options_source: Some(source), .. } => list::of_list(asked, field, source.list),
        Kind::SingleChoice { options_source: Some(source), .. } => lookup::lookup(asked, field, source.list),
        Kind::Tree { options, levels, .. } => tree::tree(asked, field, options, levels),
        Kind::Date { earliest, latest } => date::day(asked, field, *earliest, *latest),
        Kind::Time { earliest, latest } => date::time(asked, field, *earliest, *latest),
        Kind::DateTime { earliest, latest } => date::moment(asked, field, *earliest, *latest),
        Kind::DateRange { earliest, latest, .. } => date::range(asked, field, *earliest, *latest),
        Kind::Person { .. } | Kind::Group {} | Kind::Service {} | Kind::Asset { .. } | Kind::Location {} => {
            asked.question.kind.list().map(|list| lookup::lookup(asked, field, list)).into_any()
        }
        Kind::File { .. } => file::file(asked, field),
        Kind::Rows { questions, row_label, max_rows, .. } => {
            rows::rows(asked, field, questions, row_label.as_deref(), *max_rows)
        }
        Kind::Heading {}
        | Kind::Paragraph { .. }
        | Kind::Image { .. }
        | Kind::Notice { .. }
        | Kind::Unknown => ().into_any(),
    }
}

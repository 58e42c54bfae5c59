//! What an answer to each type of question looks like.

use super::{
    super::{
        IpVersion, Kind, Question,
        answer::WHOLE_MAX,
        format::{EMAIL_MAX, PHONE_MAX, URL_MAX},
        kind::{LONG_TEXT_MAX, RATING_MAX, ROWS_MAX, SHORT_TEXT_MAX, greatest},
    },
    text,
};
use serde_json::{Value, json};

/// The schema of an answer, and what it leaves to others, if anything.
pub(super) struct Shape {
    pub schema: Value,
    /// Why it accepts more than the form does.
    pub looser: Option<&'static str>,
}

const ELSEWHERE: &str = "Whether it exists and may be chosen is known to the backend alone.";
const ORDER: &str =
    "JSON Schema knows no order of dates and times: the first and the last one allowed are not in here.";
const BEGIN: &str =
    "JSON Schema knows no order of dates: that it does not end before it begins is not in here.";
const WORKED_OUT: &str = "Worked out from other answers; whatever is sent is ignored.";
const SIX: &str = "Not everything that is made of the characters of an IPv6 address is one.";

/// The shape of answers to `question`; none where there never are any. Of rows without what is in them.
pub(super) fn shape(question: &Question) -> Option<Shape> {
    let exactly = |schema: Value| Some(Shape { schema, looser: None });
    let looser = |schema: Value, looser: &'static str| Some(Shape { schema, looser: Some(looser) });
    let dated = |schema: Value, bounded: bool, why: &'static str| {
        Some(Shape { schema, looser: bounded.then_some(why) })
    };
    match &question.kind {
        Kind::ShortText { min_length, max_length, pattern, .. }
        | Kind::Masked { min_length, max_length, pattern, .. } => {
            exactly(text(*min_length, max_length.unwrap_or(SHORT_TEXT_MAX), pattern.as_deref()))
        }
        Kind::LongText { min_length, max_length } | Kind::RichText { min_length, max_length } => {
            exactly(text(*min_length, max_length.unwrap_or(LONG_TEXT_MAX), None))
        }
        Kind::Email {} => exactly(text(None, EMAIL_MAX, Some(&text::email()))),
        Kind::Phone {} => exactly(text(None, PHONE_MAX, Some(text::PHONE))),
        Kind::Url {} => exactly(text(None, URL_MAX, Some(&text::url()))),
        Kind::IpAddress { version, network } => {
            let (four, six) = if *network {
                let four = format!("{}(?:{})?", text::IPV4, text::IPV4_LENGTH);
                (four, format!("{}(?:{})?", text::IPV6_LIKE, text::IPV6_LENGTH))
            } else {
                (text::IPV4.to_owned(), text::IPV6_LIKE.to_owned())
            };
            let matching = |pattern: &str| json!({ "type": "string", "pattern": text::whole_match(pattern) });
            match version {
                Some(IpVersion::V4) => exactly(matching(&four)),
                Some(IpVersion::V6) => looser(matching(&six), SIX),
                Some(IpVersion::Any) | None => looser(matching(&format!("{four}|{six}")), SIX),
            }
        }
        Kind::Number { min, max, integer, price, .. } => {
            let name = if *integer { "integer" } else { "number" };
            let mut schema = json!({ "type": name });
            if let Some(min) = min {
                schema["minimum"] = json!(min);
            }
            if let Some(max) = greatest(*max, *price) {
                schema["maximum"] = json!(max);
            }
            exactly(schema)
        }
        Kind::Rating { max, .. } => {
            exactly(json!({ "type": "integer", "minimum": 1, "maximum": max.unwrap_or(RATING_MAX) }))
        }
        Kind::Currency { min, max } => exactly(json!({
            "type": "integer",
            "minimum": min.unwrap_or(-WHOLE_MAX).max(-WHOLE_MAX),
            "maximum": max.unwrap_or(WHOLE_MAX).min(WHOLE_MAX),
        })),
        Kind::Duration { min, max } => exactly(json!({
            "type": "integer",
            "minimum": min.unwrap_or(0),
            "maximum": max.map_or(WHOLE_MAX, i64::from),
        })),
        Kind::YesNo { .. } => exactly(json!({ "type": "boolean" })),
        kind @ (Kind::SingleChoice { .. } | Kind::Tree { .. }) if kind.options_source().is_none() => {
            exactly(one_of(&ids(kind)))
        }
        Kind::ManyChoice { options_source: None, min_choices, max_choices, .. } => {
            exactly(list(one_of(&ids(&question.kind)), *min_choices, *max_choices))
        }
        Kind::ManyChoice { min_choices, max_choices, .. } => {
            looser(list(json!({ "type": "string" }), *min_choices, *max_choices), ELSEWHERE)
        }
        Kind::File { max_files, .. } => {
            looser(list(json!({ "type": "string" }), None, Some(max_files.unwrap_or(1))), ELSEWHERE)
        }
        Kind::SingleChoice { .. }
        | Kind::Tree { .. }
        | Kind::Person { .. }
        | Kind::Group {}
        | Kind::Service {}
        | Kind::Asset { .. }
        | Kind::Location {} => looser(json!({ "type": "string", "pattern": text::trimmed() }), ELSEWHERE),
        Kind::Date { earliest, latest } => {
            let schema =
                json!({ "type": "string", "format": "date", "pattern": text::whole_match(text::DATE) });
            dated(schema, earliest.is_some() || latest.is_some(), ORDER)
        }
        Kind::Time { earliest, latest } => {
            let schema = json!({ "type": "string", "pattern": text::whole_match(text::TIME) });
            dated(schema, earliest.is_some() || latest.is_some(), ORDER)
        }
        Kind::DateTime { earliest, latest } => {
            let pattern = format!("{}T{}", text::DATE, text::TIME);
            let schema = json!({ "type": "string", "pattern": text::whole_match(&pattern) });
            dated(schema, earliest.is_some() || latest.is_some(), ORDER)
        }
        Kind::DateRange { .. } => {
            let day = json!({ "type": "string", "format": "date", "pattern": text::whole_match(text::DATE) });
            let schema = json!({
                "type": "object",
                "required": ["from", "to"],
                "properties": { "from": day, "to": day },
                "additionalProperties": false,
            });
            looser(schema, BEGIN)
        }
        Kind::Rows { min_rows, max_rows, .. } => exactly(json!({
            "type": "array",
            "minItems": min_rows.unwrap_or(1).max(1),
            "maxItems": max_rows.unwrap_or(ROWS_MAX),
        })),
        Kind::Computed { .. } => looser(json!({ "type": "number" }), WORKED_OUT),
        Kind::Heading {}
        | Kind::Paragraph { .. }
        | Kind::Image { .. }
        | Kind::Notice { .. }
        | Kind::Unknown => None,
    }
}

fn text(min: Option<u32>, max: u32, pattern: Option<&str>) -> Value {
    let mut schema = json!({
        "type": "string",
        "minLength": min.unwrap_or(1).max(1),
        "maxLength": max,
        "pattern": text::trimmed(),
    });
    if let Some(pattern) = pattern {
        schema["allOf"] = json!([{ "pattern": text::whole_match(pattern) }]);
    }
    schema
}

fn list(items: Value, min: Option<u32>, max: Option<u32>) -> Value {
    let min = min.unwrap_or(1).max(1);
    let mut schema = json!({ "type": "array", "items": items, "uniqueItems": true, "minItems": min });
    if let Some(max) = max {
        schema["maxItems"] = max.into();
    }
    schema
}

/// One of `ids`. Not every validator takes an `enum` of nothing.
fn one_of(ids: &[&str]) -> Value {
    if ids.is_empty() { json!({ "not": {} }) } else { json!({ "enum": ids }) }
}

/// The options that can be an answer.
fn ids(kind: &Kind) -> Vec<&str> {
    let any_level = matches!(kind, Kind::Tree { any_level: true, .. });
    let tree = matches!(kind, Kind::Tree { .. });
    let mut ids = Vec::new();
    for option in kind.options() {
        option.walk(&mut Vec::new(), &mut |above, option| {
            let fits = if tree { any_level || option.children.is_empty() } else { above.is_empty() };
            if fits && !ids.contains(&option.id.as_str()) {
                ids.push(option.id.as_str());
            }
        });
    }
    ids
}

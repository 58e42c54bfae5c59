//! Answers as JSON: where they come from, and how they are typed.

use crate::router::ParamsMap;
use guichet_rules::form::{Answer, Answers, DefaultFrom, Form, Question};
use serde_json::{Number, Value};
use std::collections::BTreeMap;

/// The query parameter that answers a question in a link, before the question's id.
const LINK_PREFIX: &str = "answer.";

/// The answers that the link to the form brings along. Nothing secret is taken from an address, and nothing that does not fit.
pub(super) fn from_link(form: &Form, query: &ParamsMap) -> Answers {
    let answer = |q: &Question| {
        let text = query.get_str(&format!("{LINK_PREFIX}{}", q.id))?;
        let value = Answer::from_text(q, text)?;
        let fits = Answer::read(q, &value).ok()??.is_listed(q);
        (fits && !q.is_secret()).then(|| (q.id.clone(), value))
    };
    form.questions().filter_map(answer).collect()
}

/// The parameters of the link that the form fills in from, apart from what would be kept of a secret.
pub(super) fn of_link(form: &Form, query: &ParamsMap) -> BTreeMap<String, String> {
    let parameter = |q: &Question| match &q.default_from {
        Some(DefaultFrom::Link(name)) if !q.is_secret() => Some((name.clone(), query.get(name)?)),
        _ => None,
    };
    form.questions_and_columns().filter_map(parameter).collect()
}

/// A text; nothing where nothing is typed.
pub(super) fn text(typed: &str) -> Option<Value> {
    (!typed.is_empty()).then(|| Value::String(typed.to_owned()))
}

/// What was typed as a number; as it is where it is none, so that nothing typed gets lost. Decimals come behind a point or a
/// comma; where either could be meant, as in "1,234", they come behind `decimal`, the reader's own sign. Thousands may stand
/// apart.
pub(super) fn number(typed: &str, decimal: char) -> Option<Value> {
    let plain = typed.trim();
    if plain.is_empty() {
        return None;
    }
    let group = if decimal == ',' { '.' } else { ',' };
    let (whole, decimals) = plain.split_once(decimal).unwrap_or((plain, ""));
    let apart = |c: char| c.is_whitespace() || matches!(c, '\'' | '’');
    let plain = if is_grouped(whole, |c| c == group) && !decimals.contains(group) {
        plain.replace(group, "").replace(decimal, ".")
    } else if is_grouped(whole, apart) {
        plain.replace(apart, "").replace(decimal, ".")
    } else {
        plain.replace(',', ".")
    };
    if let Ok(whole) = plain.parse::<i64>() {
        return Some(Value::Number(whole.into()));
    }
    let number = plain.parse::<f64>().ok().and_then(Number::from_f64);
    Some(number.map_or_else(|| Value::String(typed.to_owned()), Value::Number))
}

/// Whether it is a whole number with a sign after each thousand.
fn is_grouped(whole: &str, group: impl Fn(char) -> bool) -> bool {
    let mut groups = whole.strip_prefix('-').unwrap_or(whole).split(group);
    let first = groups.next().unwrap_or_default();
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let mut rest = groups.peekable();
    rest.peek().is_some()
        && (1..=3).contains(&first.len())
        && digits(first)
        && !first.starts_with('0')
        && rest.all(|group| group.len() == 3 && digits(group))
}

/// What stands in a field that has the number `value`, so that it is read as the same.
pub(super) fn typed_number(value: Option<&Value>, decimal: char) -> String {
    match value {
        Some(Value::Number(n)) => n.to_string().replace('.', &decimal.to_string()),
        _ => typed(value),
    }
}

/// What was typed as an amount of money with so many digits behind its sign, in minor units; as it is where it is none.
pub(super) fn amount(typed: &str, digits: u32) -> Option<Value> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’')).collect();
    let minor = || minor(&plain, digits).map_or_else(|| Value::String(typed.to_owned()), Value::from);
    (!plain.is_empty()).then(minor)
}

/// Reads "1,234.50" as well as "1.234,50": the last sign is that of the decimals, unless exactly three digits follow it and
/// the currency does not have as many.
fn minor(plain: &str, digits: u32) -> Option<i64> {
    let width = usize::try_from(digits).ok()?;
    let (whole, decimals, sign) = match plain.rfind([',', '.']) {
        Some(at) if width == 3 || plain.len() - at != 4 => {
            (plain.get(..at)?, plain.get(at + 1..)?, plain.get(at..=at))
        }
        _ => (plain, "", None),
    };
    let mut groups = whole.split([',', '.']);
    let first = groups.next().filter(|first| !first.is_empty() || !decimals.is_empty())?;
    let grouped = whole.len() > first.len();
    let fits = decimals.len() <= width
        && !sign.is_some_and(|sign| whole.contains(sign))
        && !(whole.contains(',') && whole.contains('.'))
        && groups.all(|group| group.len() == 3)
        && (!grouped || (1..=3).contains(&first.len()));
    let text = fits.then(|| format!("{}{decimals:0<width$}", whole.replace([',', '.'], "")))?;
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// Ids.
pub(super) fn list(ids: impl IntoIterator<Item = String>) -> Option<Value> {
    let ids: Vec<Value> = ids.into_iter().map(Value::String).collect();
    (!ids.is_empty()).then_some(Value::Array(ids))
}

/// The ids in a list.
pub(super) fn ids(value: Option<&Value>) -> Vec<String> {
    let items = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect()
}

/// What stands in a field that has `value`.
pub(super) fn typed(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(n)) => n.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, english, german) in [
            ("12", json!(12), json!(12)),
            (" 1,5 ", json!(1.5), json!(1.5)),
            ("1.25", json!(1.25), json!(1.25)),
            ("1,234", json!(1234), json!(1.234)),
            ("1.234", json!(1.234), json!(1234)),
            ("-1,234.5", json!(-1234.5), json!("-1,234.5")),
            ("1.234.567,5", json!("1.234.567,5"), json!(1_234_567.5)),
            ("0,125", json!(0.125), json!(0.125)),
            ("1234,567", json!(1234.567), json!(1234.567)),
            ("1 234", json!(1234), json!(1234)),
            ("1 234 567,5", json!("1 234 567,5"), json!(1_234_567.5)),
            ("-12’345.5", json!(-12_345.5), json!("-12’345.5")),
            ("12 34", json!("12 34"), json!("12 34")),
            ("1 234.567.890", json!("1 234.567.890"), json!("1 234.567.890")),
            ("a dozen", json!("a dozen"), json!("a dozen")),
        ] {
            assert_eq!(number(text, '.'), Some(english), "{text}");
            assert_eq!(number(text, ','), Some(german), "{text}");
        }
        assert_eq!(number(" ", '.'), None);
        assert_eq!(typed(number("a dozen", '.').as_ref()), "a dozen");
        // What is shown again is read as it was.
        for decimal in ['.', ','] {
            for value in [json!(1.234), json!(-1234.5), json!(1234), json!("x")] {
                assert_eq!(number(&typed_number(Some(&value), decimal), decimal), Some(value));
            }
        }
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (typed, digits, minor) in [
            ("12", 2, Some(1200)),
            ("12,5", 2, Some(1250)),
            ("12.50", 2, Some(1250)),
            (",50", 2, Some(50)),
            ("12,", 2, Some(1200)),
            ("1.234", 2, Some(123_400)),
            ("1,234.5", 2, Some(123_450)),
            ("1.234.567,89", 2, Some(123_456_789)),
            ("1 234’567", 0, Some(1_234_567)),
            ("1.234", 3, Some(1234)),
            ("1,234", 0, Some(1234)),
            ("1.5", 0, None),
            ("1.23,4.5", 2, None),
            ("1.234.56", 2, None),
            ("1.234,567", 2, None),
            ("1234.567,89", 2, None),
            ("12.3456", 2, None),
            ("-5", 2, None),
            (".", 2, None),
            ("five", 2, None),
        ] {
            let read = minor.map_or_else(|| json!(typed), |minor: i64| json!(minor));
            assert_eq!(amount(typed, digits), Some(read), "{typed}");
        }
        assert_eq!(amount(" ", 2), None);
    }
}

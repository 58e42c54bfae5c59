//! Numbers, amounts, durations, and steps on a scale.

use super::{
    super::{values, words},
    Asked,
    asked::HalfTyped,
};
use crate::{
    format,
    i18n::m,
    ui::{Choice, Choices, Field, FieldText, InputKind, RadioGroup, TextInput, Width},
};
use guichet_rules::{form::RATING_MAX, money::Amounts};
use leptos::prelude::*;
use serde_json::Value;

/// A number, with what is counted and what each costs behind it.
pub fn number(
    asked: Asked<'_>,
    field: FieldText,
    integer: bool,
    unit: Option<&str>,
    price: Option<Amounts>,
) -> AnyView {
    let decimal = if format::number(0.5).contains(',') { ',' } else { '.' };
    let write = move |value: Option<&Value>| values::typed_number(value, decimal);
    let text = HalfTyped::new(asked, write, move |text: &String| values::number(text, decimal));
    let kind = if integer { InputKind::Whole } else { InputKind::Decimal };
    let price = words::price(price, asked.asking.currency()).map(|price| m::requests::price_each(&price));
    let after = [unit.map(str::to_owned), price].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let after = (!after.is_empty()).then_some(after);
    view! {
        <TextInput
            field=field
            value=text.shown()
            on_input=text.take()
            kind=kind
            width=Width::Short
            nostrip:after=after
        />
    }
    .into_any()
}

/// An amount of money.
pub fn amount(asked: Asked<'_>, field: FieldText) -> AnyView {
    let currency = asked.asking.currency();
    let write = move |value: Option<&Value>| match value.and_then(Value::as_i64) {
        Some(minor) => format::plain_amount(minor, currency),
        None => values::typed(value),
    };
    let read = move |text: &String| values::amount(text, currency.digits());
    let text = HalfTyped::new(asked, write, read);
    let (before, after) = sign(&format::money(0, currency, true));
    view! {
        <TextInput
            field=field
            value=text.shown()
            on_input=text.take()
            kind=InputKind::Decimal
            width=Width::Short
            nostrip:before=before
            nostrip:after=after
        />
    }
    .into_any()
}

/// The sign of a currency before or behind the field, as it stands in `none`, which is no money.
fn sign(none: &str) -> (Option<String>, Option<String>) {
    let sign: String = none.chars().filter(|sign| !sign.is_numeric() && !sign.is_whitespace()).collect();
    let behind = none.starts_with(char::is_numeric);
    if behind { (None, Some(sign)) } else { (Some(sign), None) }
}

/// How long something takes, in hours and minutes.
pub fn duration(asked: Asked<'_>, field: FieldText) -> AnyView {
    let text = HalfTyped::new(asked, hours_and_minutes, |(hours, minutes): &(String, String)| {
        seconds(hours, minutes)
    });
    let shown = text.shown();
    let hours = Callback::new(move |typed: String| text.change(|(hours, _)| *hours = typed));
    let minutes = Callback::new(move |typed: String| text.change(|(_, minutes)| *minutes = typed));
    let first = FieldText::new(m::requests::hours()).at(asked.asking.focus, asked.at.key());
    view! {
        <Field field=field group=true>
            <div class="cluster">
                <TextInput
                    field=first
                    value=Signal::derive(move || shown.with(|(hours, _)| hours.clone()))
                    on_input=hours
                    kind=InputKind::Whole
                    width=Width::Short
                />
                <TextInput
                    field=FieldText::new(m::requests::minutes())
                    value=Signal::derive(move || shown.with(|(_, minutes)| minutes.clone()))
                    on_input=minutes
                    kind=InputKind::Whole
                    width=Width::Short
                />
            </div>
        </Field>
    }
    .into_any()
}

/// The texts of both fields.
fn hours_and_minutes(value: Option<&Value>) -> (String, String) {
    match value {
        Some(Value::String(text)) => {
            let (hours, minutes) = text.split_once(':').unwrap_or((text, ""));
            (hours.to_owned(), minutes.to_owned())
        }
        _ => match value.and_then(Value::as_i64) {
            Some(seconds) => ((seconds / 3600).to_string(), (seconds / 60 % 60).to_string()),
            None => <(String, String)>::default(),
        },
    }
}

/// What both fields say, in seconds; as it is where that is no duration, so that nothing typed gets lost.
fn seconds(hours: &str, minutes: &str) -> Option<Value> {
    let number = |text: &str| match text.trim() {
        "" => Some(0_u32),
        text => text.parse().ok(),
    };
    if hours.trim().is_empty() && minutes.trim().is_empty() {
        return None;
    }
    Some(match number(hours).zip(number(minutes)) {
        Some((hours, minutes)) => (u64::from(hours) * 3600 + u64::from(minutes) * 60).into(),
        None => format!("{hours}:{minutes}").into(),
    })
}

/// A step on a scale.
pub fn rating(
    asked: Asked<'_>,
    field: FieldText,
    max: Option<u32>,
    low: Option<&str>,
    high: Option<&str>,
) -> AnyView {
    let max = max.unwrap_or(RATING_MAX);
    let step = |n: u32| {
        let ends = [(1, low), (max, high)].into_iter().find(|(end, _)| *end == n);
        Choice {
            hint: ends.and_then(|(_, label)| label).map(str::to_owned),
            ..Choice::new(n.to_string(), format::number(f64::from(n)))
        }
    };
    let options = Signal::stored((1..=max).map(step).collect::<Vec<_>>());
    let value = asked.value();
    let value =
        Signal::derive(move || value.with(|v| v.as_ref().and_then(Value::as_f64).map(|n| n.to_string())));
    let take = asked.take();
    let take = Callback::new(move |chosen: String| take.run(values::number(&chosen, '.')));
    view! { <RadioGroup field=field options=options value=value on_change=take look=Choices::Scale/> }
        .into_any()
}

/// A number that follows from other answers.
pub fn computed(asked: Asked<'_>, field: FieldText) -> AnyView {
    let (asking, question, at) = (asked.asking, asked.question.clone(), asked.at.clone());
    let words = move || words::answer(asking, &question, &at).unwrap_or_else(|| "–".to_owned());
    view! {
        <Field field=field>
            <output
                class="section__title num"
                id=field.id()
                aria-describedby=move || field.described_by()
            >
                {words}
            </output>
        </Field>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_currency_stands_where_it_does_in_amounts() {
        let some = |sign: &str| Some(sign.to_owned());
        for (none, expected) in [
            ("€0", (some("€"), None)),
            ("0\u{a0}€", (None, some("€"))),
            ("US$0", (some("US$"), None)),
            ("CHF\u{a0}0", (some("CHF"), None)),
        ] {
            assert_eq!(sign(none), expected, "{none}");
        }
    }

    #[test]
    fn hours_and_minutes_are_seconds() {
        for (hours, minutes, value) in [
            ("1", "30", Some(json!(5400))),
            ("", "90", Some(json!(5400))),
            ("2", "", Some(json!(7200))),
            ("0", "0", Some(json!(0))),
            (" ", "", None),
            ("1.5", "", Some(json!("1.5:"))),
            ("x", "5", Some(json!("x:5"))),
            ("-1", "5", Some(json!("-1:5"))),
        ] {
            assert_eq!(seconds(hours, minutes), value, "{hours}:{minutes}");
        }
    }

    #[test]
    fn what_is_no_duration_stays_in_its_field() {
        let pair = |hours: &str, minutes: &str| (hours.to_owned(), minutes.to_owned());
        assert_eq!(hours_and_minutes(Some(&json!(5400))), pair("1", "30"));
        assert_eq!(hours_and_minutes(seconds("x", "5").as_ref()), pair("x", "5"));
        assert_eq!(hours_and_minutes(None), pair("", ""));
    }
}

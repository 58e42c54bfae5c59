//! Days and times, by the browser's own controls.

use super::{super::values, Asked, asked::HalfTyped};
use crate::{
    format,
    i18n::m,
    ui::{DateInput, DateKind, Field, FieldText},
};
use guichet_rules::form::{DateBound, TimeOfDay};
use leptos::prelude::*;
use serde_json::{Map, Value};

fn plain(asked: Asked<'_>, field: FieldText, kind: DateKind, [min, max]: [Option<String>; 2]) -> AnyView {
    let text = HalfTyped::new(asked, values::typed, |text: &String| values::text(text));
    view! {
        <DateInput
            field=field
            value=text.shown()
            on_input=text.take()
            kind=kind
            min=Signal::stored(min)
            max=Signal::stored(max)
        />
    }
    .into_any()
}

fn days(bounds: [Option<DateBound>; 2]) -> [Option<String>; 2] {
    let today = format::today();
    bounds.map(|bound| bound.map(|bound| bound.resolve(today).to_string()))
}

/// A day.
pub fn day(
    asked: Asked<'_>,
    field: FieldText,
    earliest: Option<DateBound>,
    latest: Option<DateBound>,
) -> AnyView {
    plain(asked, field, DateKind::Day, days([earliest, latest]))
}

/// A time of the day.
pub fn time(
    asked: Asked<'_>,
    field: FieldText,
    earliest: Option<TimeOfDay>,
    latest: Option<TimeOfDay>,
) -> AnyView {
    plain(asked, field, DateKind::Time, [earliest, latest].map(|time| time.map(|time| time.to_string())))
}

/// A day with a time.
pub fn moment(
    asked: Asked<'_>,
    field: FieldText,
    earliest: Option<DateBound>,
    latest: Option<DateBound>,
) -> AnyView {
    let [first, last] = days([earliest, latest]);
    let bounds = [first.map(|day| day + "T00:00"), last.map(|day| day + "T23:59")];
    plain(asked, field, DateKind::Moment, bounds)
}

/// From one day to another.
pub fn range(
    asked: Asked<'_>,
    field: FieldText,
    earliest: Option<DateBound>,
    latest: Option<DateBound>,
) -> AnyView {
    let text = HalfTyped::new(asked, ends, |(from, to): &(String, String)| between(from, to));
    let shown = text.shown();
    let [min, max] = days([earliest, latest]);
    let (min, max) = (Signal::stored(min), Signal::stored(max));
    let first = FieldText::new(m::requests::range_from()).at(asked.asking.focus, asked.at.key());
    view! {
        <Field field=field group=true>
            <div class="cluster">
                <DateInput
                    field=first
                    value=Signal::derive(move || shown.with(|(from, _)| from.clone()))
                    on_input=Callback::new(move |typed: String| text.change(|(from, _)| *from = typed))
                    min=min
                    max=max
                />
                <DateInput
                    field=FieldText::new(m::requests::range_to())
                    value=Signal::derive(move || shown.with(|(_, to)| to.clone()))
                    on_input=Callback::new(move |typed: String| text.change(|(_, to)| *to = typed))
                    min=min
                    max=max
                />
            </div>
        </Field>
    }
    .into_any()
}

/// The texts of both fields.
fn ends(value: Option<&Value>) -> (String, String) {
    let end = |name: &str| values::typed(value.and_then(|value| value.get(name)));
    (end("from"), end("to"))
}

/// What both fields say; half of it is kept too, so that it can be made whole.
fn between(from: &str, to: &str) -> Option<Value> {
    let given = [("from", from), ("to", to)].into_iter().filter(|(_, day)| !day.is_empty());
    let ends: Map<String, Value> = given.map(|(name, day)| (name.to_owned(), day.into())).collect();
    (!ends.is_empty()).then_some(Value::Object(ends))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn half_a_range_is_kept() {
        for (from, to, value) in [
            ("2026-11-21", "2026-11-28", Some(json!({"from": "2026-11-21", "to": "2026-11-28"}))),
            ("", "2026-11-28", Some(json!({"to": "2026-11-28"}))),
            ("", "", None),
        ] {
            let kept = between(from, to);
            assert_eq!(kept, value);
            assert_eq!(ends(kept.as_ref()), (from.to_owned(), to.to_owned()));
        }
    }
}

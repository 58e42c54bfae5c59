//! Choices whose options are all in sight, or in the browser's own list.

use super::{
    super::{values, words},
    Asked,
};
use crate::{
    i18n::m,
    ui::{CheckboxGroup, Choice, Choices, FieldText, RadioGroup, Select},
};
use guichet_rules::{
    form::{ChoiceDisplay, FormOption},
    ids::OptionId,
    money::{Amounts, Currency},
};
use leptos::prelude::*;
use serde_json::Value;

/// Yes or no.
pub fn yes_no(asked: Asked<'_>, field: FieldText, price: Option<Amounts>) -> AnyView {
    let price = words::price(price, asked.asking.currency());
    let yes = Choice { note: price, ..Choice::new("true", m::common::yes()) };
    let options = Signal::stored(vec![yes, Choice::new("false", m::common::no())]);
    let (value, take) = (asked.value(), asked.take());
    let value =
        Signal::derive(move || value.with(|v| v.as_ref().and_then(Value::as_bool).map(|b| b.to_string())));
    let take = Callback::new(move |chosen: String| take.run(Some((chosen == "true").into())));
    view! { <RadioGroup field=field options=options value=value on_change=take look=Choices::Inline/> }
        .into_any()
}

/// An option as something to choose.
fn choice(option: &FormOption, currency: Currency) -> Choice {
    Choice {
        hint: option.hint.clone(),
        note: words::price(option.price, currency),
        ..Choice::new(option.id.to_string(), option.label.clone())
    }
}

/// Which options are on offer now; all of them (`None`) where this device does not know why the question is asked.
pub fn offered(asked: Asked<'_>) -> Memo<Option<Vec<OptionId>>> {
    let offered = asked.state(|state| state.visible.then(|| state.options.clone()));
    Memo::new(move |_| offered.get().flatten())
}

/// The options on offer now.
pub fn on_offer(asked: Asked<'_>, options: &[FormOption]) -> Signal<Vec<Choice>> {
    let currency = asked.asking.currency();
    let all: Vec<Choice> = options.iter().map(|option| choice(option, currency)).collect();
    let offered = offered(asked);
    Signal::derive(move || {
        offered.with(|offered| {
            let on = |c: &&Choice| offered.as_ref().is_none_or(|o| o.iter().any(|id| id.as_str() == c.value));
            all.iter().filter(on).cloned().collect()
        })
    })
}

/// One of the options of the form.
pub fn single(
    asked: Asked<'_>,
    field: FieldText,
    options: &[FormOption],
    display: Option<ChoiceDisplay>,
) -> AnyView {
    let options = on_offer(asked, options);
    let (text, take) = (asked.typed(), asked.take());
    let value = Signal::derive(move || Some(text.get()).filter(|t| !t.is_empty()));
    if display == Some(ChoiceDisplay::Select) {
        let priced =
            Signal::derive(move || options.get().into_iter().map(with_price_in_label).collect::<Vec<_>>());
        let take = Callback::new(move |chosen: Option<String>| take.run(chosen.map(Into::into)));
        return view! {
            <Select field=field options=priced value=value on_change=take empty=m::requests::choose()/>
        }
        .into_any();
    }
    let take = Callback::new(move |chosen: String| take.run(Some(chosen.into())));
    view! { <RadioGroup field=field options=options value=value on_change=take/> }.into_any()
}

/// A list shows one line of text an option.
pub fn with_price_in_label(mut choice: Choice) -> Choice {
    if let Some(price) = choice.note.take() {
        choice.label = format!("{} ({price})", choice.label);
    }
    choice
}

/// Any of the options of the form.
pub fn many(asked: Asked<'_>, field: FieldText, all: &[FormOption]) -> AnyView {
    let options = on_offer(asked, all);
    let explained = all.iter().any(|o| o.hint.is_some() || o.price.is_some());
    let look = if explained { Choices::Cards } else { Choices::Plain };
    let (value, take) = (asked.value(), asked.take());
    let value = Signal::derive(move || value.with(|v| values::ids(v.as_ref())));
    let take = Callback::new(move |chosen: Vec<String>| take.run(values::list(chosen)));
    view! { <CheckboxGroup field=field options=options value=value on_change=take look=look/> }.into_any()
}

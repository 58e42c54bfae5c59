//! The control that fits a kind of question.

use super::{asking::Asking, file, lookup, values, words};
use crate::{
    format,
    i18n::m,
    ui::{
        CheckboxGroup, Choice, Choices, DateInput, FieldText, InputKind, RadioGroup, Select, TextArea,
        TextInput, Width as InputWidth,
    },
};
use guichet_rules::form::{ChoiceDisplay, DateBound, FormOption, Kind, Question, Width};
use leptos::prelude::*;

/// The control of `question`, with `field` around it.
pub(super) fn control(asking: Asking, question: &Question, field: FieldText) -> AnyView {
    match &question.kind {
        Kind::ShortText { width, .. } => short_text(asking, question, field, *width),
        Kind::LongText { .. } => long_text(asking, question, field),
        Kind::Number { integer, unit, .. } => number(asking, question, field, *integer, unit.clone()),
        Kind::YesNo { .. } => yes_no(asking, question, field),
        Kind::SingleChoice { options, display } => single_choice(asking, question, field, options, *display),
        Kind::ManyChoice { options, .. } => many_choice(asking, question, field, options),
        Kind::Date { earliest, latest } => date(asking, question, field, *earliest, *latest),
        Kind::Person { .. } => lookup::lookup(asking, question, field, "people"),
        Kind::Service {} => lookup::lookup(asking, question, field, "services"),
        Kind::Asset { .. } => lookup::lookup(asking, question, field, "assets"),
        Kind::Location {} => lookup::lookup(asking, question, field, "locations"),
        Kind::File { .. } => file::file(asking, question, field),
        Kind::Heading {} | Kind::Paragraph { .. } | Kind::Notice { .. } | Kind::Unknown => ().into_any(),
    }
}

/// What stands in a text field.
fn typed(asking: Asking, question: &Question) -> Signal<String> {
    let id = question.id.clone();
    Signal::derive(move || asking.kept.with(|k| values::typed(k.answers.get(&id))))
}

fn take_text(asking: Asking, question: &Question) -> Callback<String> {
    let id = question.id.clone();
    Callback::new(move |text: String| asking.answer(&id, values::text(&text)))
}

fn short_text(asking: Asking, question: &Question, field: FieldText, width: Option<Width>) -> AnyView {
    let kind = match question.autocomplete.as_deref() {
        _ if question.sensitive => InputKind::Secret,
        Some("tel") => InputKind::Phone,
        Some("email") => InputKind::Email,
        Some("url") => InputKind::Url,
        _ => InputKind::Text,
    };
    let width = if width == Some(Width::Short) { InputWidth::Short } else { InputWidth::Full };
    // A browser that offers an old secret, or keeps this one, would defeat "never kept".
    let secret = question.sensitive.then(|| "off".to_owned());
    let autocomplete = question.autocomplete.clone().or(secret);
    let (value, take) = (typed(asking, question), take_text(asking, question));
    view! { <TextInput field=field value=value on_input=take kind=kind width=width nostrip:autocomplete=autocomplete/> }
        .into_any()
}

fn long_text(asking: Asking, question: &Question, field: FieldText) -> AnyView {
    let (value, take) = (typed(asking, question), take_text(asking, question));
    view! { <TextArea field=field value=value on_input=take/> }.into_any()
}

/// What is typed has a signal of its own: "1," is on its way to a number and must stay as it is.
fn number(
    asking: Asking,
    question: &Question,
    field: FieldText,
    integer: bool,
    unit: Option<String>,
) -> AnyView {
    let text = RwSignal::new(typed(asking, question).get_untracked());
    let id = question.id.clone();
    let take = Callback::new(move |typed: String| {
        asking.answer(&id, (!typed.trim().is_empty()).then(|| values::number(&typed)));
        text.set(typed);
    });
    let kind = if integer { InputKind::Whole } else { InputKind::Decimal };
    view! { <TextInput field=field value=text on_input=take kind=kind width=InputWidth::Short nostrip:after=unit/> }
        .into_any()
}

fn yes_no(asking: Asking, question: &Question, field: FieldText) -> AnyView {
    let price = match &question.kind {
        Kind::YesNo { price } => words::price(*price, currency(asking)),
        _ => None,
    };
    let yes = Choice { note: price, ..Choice::new("true", m::common::yes()) };
    let options = Signal::stored(vec![yes, Choice::new("false", m::common::no())]);
    let id = question.id.clone();
    let value = Signal::derive(move || {
        asking.kept.with(|k| k.answers.get(&id).and_then(serde_json::Value::as_bool).map(|b| b.to_string()))
    });
    let id = question.id.clone();
    let take = Callback::new(move |chosen: String| asking.answer(&id, Some((chosen == "true").into())));
    view! { <RadioGroup field=field options=options value=value on_change=take look=Choices::Inline/> }
        .into_any()
}

/// The options on offer now.
fn options(asking: Asking, question: &Question, options: &[FormOption]) -> Signal<Vec<Choice>> {
    let currency = currency(asking);
    let all: Vec<Choice> = options
        .iter()
        .map(|o| Choice {
            value: o.id.to_string(),
            label: o.label.clone(),
            hint: o.hint.clone(),
            note: words::price(o.price, currency),
            disabled_reason: None,
        })
        .collect();
    let id = question.id.clone();
    Signal::derive(move || {
        let offered = asking
            .evaluation
            .with(|e| e.question(id.as_str()).map(|s| s.options.clone()))
            .unwrap_or_default();
        all.iter().filter(|c| offered.iter().any(|o| o.as_str() == c.value)).cloned().collect()
    })
}

fn currency(asking: Asking) -> guichet_rules::money::Currency {
    asking.item.with_value(|i| i.summary.price.currency)
}

fn single_choice(
    asking: Asking,
    question: &Question,
    field: FieldText,
    all: &[FormOption],
    display: Option<ChoiceDisplay>,
) -> AnyView {
    let options = options(asking, question, all);
    let text = typed(asking, question);
    let value = Signal::derive(move || Some(text.get()).filter(|t| !t.is_empty()));
    let id = question.id.clone();
    if display == Some(ChoiceDisplay::Select) {
        let priced =
            Signal::derive(move || options.get().into_iter().map(with_price_in_label).collect::<Vec<_>>());
        let take = Callback::new(move |chosen: Option<String>| asking.answer(&id, chosen.map(Into::into)));
        return view! {
            <Select field=field options=priced value=value on_change=take empty=m::requests::choose()/>
        }
        .into_any();
    }
    let take = Callback::new(move |chosen: String| asking.answer(&id, Some(chosen.into())));
    view! { <RadioGroup field=field options=options value=value on_change=take/> }.into_any()
}

/// A list shows one line of text an option.
fn with_price_in_label(mut choice: Choice) -> Choice {
    if let Some(price) = choice.note.take() {
        choice.label = format!("{} ({price})", choice.label);
    }
    choice
}

fn many_choice(asking: Asking, question: &Question, field: FieldText, all: &[FormOption]) -> AnyView {
    let options = options(asking, question, all);
    let explained = all.iter().any(|o| o.hint.is_some() || o.price.is_some());
    let look = if explained { Choices::Cards } else { Choices::Plain };
    let id = question.id.clone();
    let value = Signal::derive(move || asking.kept.with(|k| values::ids(k.answers.get(&id))));
    let id = question.id.clone();
    let take = Callback::new(move |chosen: Vec<String>| {
        asking.answer(&id, (!chosen.is_empty()).then(|| values::list(chosen)));
    });
    view! { <CheckboxGroup field=field options=options value=value on_change=take look=look/> }.into_any()
}

fn date(
    asking: Asking,
    question: &Question,
    field: FieldText,
    earliest: Option<DateBound>,
    latest: Option<DateBound>,
) -> AnyView {
    let today = format::today();
    let bound = |b: Option<DateBound>| Signal::stored(b.map(|b| b.resolve(today).to_string()));
    // The browser's control keeps what is half typed, and a value from outside would wipe it out.
    let value = Signal::stored(typed(asking, question).get_untracked());
    view! {
        <DateInput field=field value=value on_input=take_text(asking, question) min=bound(earliest) max=bound(latest)/>
    }
    .into_any()
}

//! What is known of an article beside its text.

use super::{
    desk::Desk,
    saving::{TITLE, What, save},
    several::named,
    typed::Typed,
};
use crate::{
    format,
    i18n::m,
    language,
    ui::{Choice, DateInput, ErrorSummary, FieldText, Select, TextInput},
};
use chrono::{Days, NaiveDate};
use guichet_contract::types::{GroupRef, WritingOptions};
use guichet_rules::{entitlement::Audience, ids::GroupId, review};
use leptos::{ev, prelude::*};

/// The field of the text, by its pointer in the contract.
pub(super) const BODY: &str = "/content/body";

/// An audience that is more than one group: it stays as it is.
const RULE: &str = "*";

/// The words of a field, with what is wrong there.
pub(super) fn field(desk: Desk, key: &'static str, label: String) -> FieldText {
    let error = Signal::derive(move || {
        let errors = desk.text.with(|text| desk.saving.errors(&text.typed));
        errors.into_iter().find(|error| error.key == key).map(|error| error.message)
    });
    FieldText::new(label).error(error).at(desk.focus, key)
}

/// All mistakes, above the form.
pub(super) fn mistakes(desk: Desk) -> AnyView {
    let errors = Signal::derive(move || desk.text.with(|text| desk.saving.errors(&text.typed)));
    let follow = Callback::new(move |key: String| {
        if key == BODY {
            desk.to_text(move || {
                desk.focus.focus(BODY);
            });
        } else {
            desk.focus.focus(&key);
        }
    });
    view! {
        <ErrorSummary title=m::common::problem_title() errors=errors attempt=desk.saving.attempt on_follow=follow/>
    }
    .into_any()
}

/// The fields.
pub(super) fn fields(desk: Desk) -> AnyView {
    use m::writing as t;
    let options = desk.options.with_value(Clone::clone);
    let categories =
        options.categories.iter().map(|shelf| Choice::new(shelf.id.as_str(), &shelf.name)).collect();
    let owners = options.owners.iter().map(group).collect();
    let readers = readers(desk, &options);
    let months = options.review_months;
    let language = language(desk, options.languages);
    let usual = move || t::review_hint(&format::date(review::due(format::today(), months)));
    let review = field(desk, "/content/review_by", t::review_by())
        .hint(Signal::derive(move || Some(usual())))
        .optional(Some(m::common::optional()));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        save(desk, What::Save);
    };
    view! {
        <form novalidate=true on:submit=submit>
            <div class="writing__facts">
                {line(desk, field(desk, TITLE, t::title()).hint(Some(t::title_hint())), |it| &it.title, |it, text| it.title = text)}
                {line(
                    desk,
                    field(desk, "/content/summary", t::summary()).hint(Some(t::summary_hint())),
                    |it| &it.summary,
                    |it, text| it.summary = text,
                )}
                {line(
                    desk,
                    field(desk, "/content/keywords", t::keywords())
                        .hint(Some(t::keywords_hint()))
                        .optional(Some(m::common::optional())),
                    |it| &it.keywords,
                    |it, text| it.keywords = text,
                )}
                {choice(
                    desk,
                    field(desk, "/content/category", t::category()),
                    categories,
                    |it| &it.category,
                    |it, id| it.category = id,
                )}
                {choice(
                    desk,
                    field(desk, "/content/owner", t::owner()).hint(Some(t::owner_hint())),
                    owners,
                    |it| &it.owner,
                    |it, id| it.owner = id,
                )}
                {readers}
                <DateInput
                    field=review
                    value=desk.value(|it| &it.review_by)
                    on_input=Callback::new(move |text: String| desk.change(|typed| typed.review_by = text))
                    min=Signal::stored(Some(tomorrow(format::today()).to_string()))
                />
                {language}
            </div>
            <div class="writing__named">{named(desk)}</div>
            // Enter in a field saves; the buttons stand below the text.
            <button class="visually-hidden" type="submit" tabindex="-1" aria-hidden="true">{t::save()}</button>
        </form>
    }
    .into_any()
}

fn line(desk: Desk, field: FieldText, look: fn(&Typed) -> &String, put: fn(&mut Typed, String)) -> AnyView {
    let take = Callback::new(move |text: String| desk.change(|typed| put(typed, text)));
    view! { <TextInput field=field value=desk.value(look) on_input=take/> }.into_any()
}

fn tomorrow(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(1)).unwrap_or(today)
}

fn group(group: &GroupRef) -> Choice {
    Choice::new(group.id.as_str(), &group.name)
}

fn choice(
    desk: Desk,
    field: FieldText,
    options: Vec<Choice>,
    look: fn(&Typed) -> &String,
    put: fn(&mut Typed, String),
) -> AnyView {
    let value = Signal::derive(move || {
        Some(desk.text.with(|text| look(&text.typed).clone())).filter(|id| !id.is_empty())
    });
    let take =
        Callback::new(move |id: Option<String>| desk.change(|typed| put(typed, id.unwrap_or_default())));
    view! {
        <Select field=field options=Signal::stored(options) value=value on_change=take empty=m::writing::choose()/>
    }
    .into_any()
}

/// Who may read it: everyone, or one group. What the files say otherwise is kept, and cannot be made here.
fn readers(desk: Desk, options: &WritingOptions) -> AnyView {
    let begun = desk.text.with_untracked(|text| text.typed.readers.clone());
    let rule = begun.filter(|audience| !matches!(audience, Audience::Group(_)));
    let mut choices: Vec<Choice> = options.readers.iter().map(group).collect();
    if rule.is_some() {
        choices.push(Choice::new(RULE, m::writing::readers_rule()));
    }
    let rule = StoredValue::new(rule);
    let value = Signal::derive(move || {
        desk.text.with(|text| match &text.typed.readers {
            None => None,
            Some(Audience::Group(id)) => Some(id.to_string()),
            Some(_) => Some(RULE.to_owned()),
        })
    });
    let take = Callback::new(move |id: Option<String>| {
        let readers = match id.as_deref() {
            Some(RULE) => rule.get_value(),
            id => id.and_then(|id| GroupId::new(id).ok()).map(Audience::Group),
        };
        desk.change(|typed| typed.readers = readers);
    });
    let field =
        field(desk, "/content/visible_to", m::writing::readers()).hint(Some(m::writing::readers_hint()));
    view! {
        <Select field=field options=Signal::stored(choices) value=value on_change=take empty=m::writing::everyone()/>
    }
    .into_any()
}

/// The language, which is chosen once: another is another text.
fn language(desk: Desk, languages: Vec<String>) -> AnyView {
    let options: Vec<Choice> =
        languages.iter().map(|code| Choice::new(code.as_str(), language::name_here(code))).collect();
    let fixed = Memo::new(move |_| {
        desk.text.with(|text| text.draft.is_some()) || desk.article.with_value(Option::is_some)
    });
    let show = move || {
        if fixed.get() {
            let name = language::name_here(&desk.language.get());
            return view! { <p class="muted">{m::writing::language_is(&name)}</p> }.into_any();
        }
        let take = Callback::new(move |code: Option<String>| {
            if let Some(code) = code {
                desk.language.set(code);
            }
        });
        let value = Signal::derive(move || Some(desk.language.get()));
        let field = untrack(|| field(desk, "/language", m::writing::language()));
        let options = Signal::stored(options.clone());
        view! { <Select field=field options=options value=value on_change=take/> }.into_any()
    };
    show.into_any()
}

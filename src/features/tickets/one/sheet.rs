//! The form of an action: what it asks depends on the action, that nothing typed is lost does not.

use super::{
    super::words,
    act::{Actor, Outcome, Place},
    choices::{hold_reasons, resolution_codes},
    input::{Field, Typed, input, missing},
    trouble::trouble,
};
use crate::{
    api::Key,
    draft, format,
    i18n::m,
    lookup::Suggestions,
    ui::{
        Button, ButtonKind, Choice, Choices, ErrorSummary, FieldError, FieldText, FocusMap, RadioGroup,
        TextArea,
    },
};
use guichet_contract::types::{ActionInput, Ticket};
use guichet_rules::{
    form::SourceList,
    ticket::{Action, Kind, Role},
};
use leptos::prelude::*;

/// What is typed for one action.
#[derive(Clone, Copy)]
struct Sheet {
    actor: Actor,
    action: Action,
    /// A requester says that it works again; the desk says how it resolved it.
    as_requester: bool,
    typed: RwSignal<Typed>,
    /// How many times it was sent.
    attempt: RwSignal<u32>,
    focus: FocusMap,
}

impl Sheet {
    fn name(self) -> String {
        self.actor.subject.id.with_value(|id| format!("act:{id}:{}", self.action))
    }

    fn missing(self) -> Vec<(Field, String)> {
        let given = self.typed.with(|typed| input(self.action, typed, self.as_requester));
        self.lacks(&given)
    }

    fn lacks(self, given: &ActionInput) -> Vec<(Field, String)> {
        let subject = self.actor.subject;
        let roles = if self.as_requester { vec![Role::Requester] } else { subject.roles() };
        let look = |ticket: &Ticket| missing(&ticket.summary, self.action, given, &roles, format::now());
        subject.see(look).unwrap_or_default()
    }

    /// Whether the text is needed with what is chosen so far.
    fn needs_text(self) -> bool {
        let given = self.typed.with(|typed| {
            let typed = Typed { text: String::new(), ..typed.clone() };
            input(self.action, &typed, self.as_requester)
        });
        self.lacks(&given).iter().any(|(field, _)| *field == Field::Text)
    }

    /// The mistake of one field, once the form was sent.
    fn error(self, field: Field) -> Signal<Option<String>> {
        Signal::derive(move || {
            if self.attempt.get() == 0 {
                return None;
            }
            self.missing().into_iter().find(|(at, _)| *at == field).map(|(_, words)| words)
        })
    }

    fn send(self) {
        self.attempt.update(|n| *n += 1);
        if untrack(|| !self.missing().is_empty()) {
            return;
        }
        let typed = self.typed.get_untracked();
        let (given, name) = (input(self.action, &typed, self.as_requester), self.name());
        let person = untrack(|| self.actor.subject.me());
        self.actor.act(self.action, given, Key::kept(&typed.key), move |outcome| match outcome {
            Outcome::Done => {
                draft::forget(&name, &person);
                self.actor.open.try_set(None);
            }
            Outcome::Refused => {
                self.typed.try_update(|typed| typed.key = Key::fresh().to_string());
            }
            Outcome::Unknown => {}
        });
    }
}

/// The form of `action`.
pub(super) fn sheet(actor: Actor, action: Action, place: Place) -> AnyView {
    let sheet = Sheet {
        actor,
        action,
        as_requester: place == Place::Reply,
        typed: RwSignal::new(Typed::new()),
        attempt: RwSignal::new(0),
        focus: FocusMap::new(),
    };
    restore_and_keep(sheet);
    let kind = actor.subject.glance(|ticket| ticket.summary.kind).unwrap_or(Kind::Unknown);
    let errors = Signal::derive(move || {
        let missing = if sheet.attempt.get() == 0 { Vec::new() } else { sheet.missing() };
        let errors =
            missing.into_iter().map(|(field, message)| FieldError { key: field.key().to_owned(), message });
        errors.collect::<Vec<_>>()
    });
    let busy = Signal::derive(move || actor.busy.get() == Some(action));
    let button = if action == Action::Cancel { ButtonKind::Danger } else { ButtonKind::Primary };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            sheet.send();
        }
    };
    let class = if place == Place::Panel { "decision" } else { "stack" };
    let form = view! {
        <form class=class novalidate="true" on:submit=send>
            <h3 class="side-panel__subtitle">{words::action(action, kind, sheet.as_requester)}</h3>
            <ErrorSummary
                title=m::common::problem_title()
                errors=errors
                attempt=sheet.attempt
                on_follow=Callback::new(move |key: String| {
                    sheet.focus.focus(&key);
                })
            />
            {choice(sheet, kind)}
            {text(sheet)}
            <div class="form__actions">
                <Button kind=button submit=true busy=busy>{words::action(action, kind, sheet.as_requester)}</Button>
                <Button kind=ButtonKind::Quiet on_press=Callback::new(move |()| actor.close())>{m::common::back()}</Button>
            </div>
            {trouble(actor)}
        </form>
    };
    // Created last, so that the fields have made themselves known to the map before.
    Effect::new(move || {
        let _ = sheet.focus.focus(Field::Choice.key()) || sheet.focus.focus(Field::Text.key());
    });
    form.into_any()
}

fn restore_and_keep(sheet: Sheet) {
    let (name, person) = (sheet.name(), untrack(|| sheet.actor.subject.me()));
    if let Some(draft) = draft::kept::<Typed>(&name, &person) {
        sheet.typed.set(draft.content);
    }
    Effect::new(move || {
        sheet.typed.with(|typed| {
            if typed.is_empty() {
                draft::forget(&name, &person);
            } else {
                // A browser that keeps nothing loses it with the page; there is nobody to tell here.
                draft::keep(&name, "", &person, typed);
            }
        });
    });
}

fn choice(sheet: Sheet, kind: Kind) -> Option<AnyView> {
    let field = |label: String| {
        FieldText::new(label).error(sheet.error(Field::Choice)).at(sheet.focus, Field::Choice.key())
    };
    let radio = |label: String, options: Vec<Choice>| {
        let value =
            Signal::derive(move || sheet.typed.with(|t| Some(t.choice.clone()).filter(|c| !c.is_empty())));
        let change = Callback::new(move |chosen: String| sheet.typed.update(|typed| typed.choice = chosen));
        view! { <RadioGroup field=field(label) options=options value=value on_change=change look=Choices::Plain/> }
            .into_any()
    };
    match sheet.action {
        Action::Hold => Some(radio(m::ticket_page::hold_label(), hold_reasons())),
        Action::Resolve if !sheet.as_requester => {
            Some(radio(m::ticket_page::resolve_label(), resolution_codes(kind)))
        }
        Action::Assign => Some(group(sheet, field(m::ticket_page::assign_label()))),
        _ => None,
    }
}

fn group(sheet: Sheet, field: FieldText) -> AnyView {
    let value = Signal::derive(move || {
        sheet.typed.with(|t| (!t.choice.is_empty()).then(|| Choice::new(&t.choice, &t.choice_label)))
    });
    let change = Callback::new(move |chosen: Option<Choice>| {
        let (id, label) = chosen.map(|c| (c.value, c.label)).unwrap_or_default();
        sheet.typed.update(|typed| (typed.choice, typed.choice_label) = (id, label));
    });
    Suggestions::on(SourceList::Groups).field(field, value, change)
}

fn text(sheet: Sheet) -> AnyView {
    use m::ticket_page as t;
    let asks = move || sheet.typed.with(|typed| typed.choice == "requester");
    let label = Signal::derive(move || match sheet.action {
        Action::Hold if asks() => t::hold_question(),
        Action::Resolve if sheet.as_requester => t::works_again_label(),
        Action::Resolve => t::resolve_text(),
        Action::Reopen => t::reopen_text(),
        Action::Cancel => t::cancel_text(),
        Action::FollowUp => t::follow_up_text(),
        _ => t::comment_text(),
    });
    let hint = match sheet.action {
        Action::Cancel => Some(t::cancel_hint()),
        Action::FollowUp => Some(t::follow_up_hint()),
        Action::Reopen | Action::Resolve | Action::Hold | Action::Assign => Some(t::text_is_read()),
        _ => None,
    };
    let optional = Signal::derive(move || (!sheet.needs_text()).then(m::common::optional));
    let field = FieldText::new(label)
        .hint(hint)
        .optional(optional)
        .error(sheet.error(Field::Text))
        .at(sheet.focus, Field::Text.key());
    view! {
        <TextArea
            field=field
            value=Signal::derive(move || sheet.typed.with(|typed| typed.text.clone()))
            on_input=Callback::new(move |text: String| sheet.typed.update(|typed| typed.text = text))
            on_send=Callback::new(move |()| sheet.send())
        />
    }
    .into_any()
}

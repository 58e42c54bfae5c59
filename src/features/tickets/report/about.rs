//! What it is about, and whom it happens to.

use super::{
    content::{Field, Picked},
    form::Form,
};
use crate::{
    api::query,
    i18n::m,
    lookup::{Suggestions, choice},
    session::use_session,
    ui::{Choice, Choices, FieldText, RadioGroup, Select},
};
use guichet_contract::{
    endpoints::{LookupPath, Lookups},
    types::LookupQuery,
};
use guichet_rules::{form::SourceList, ids::PersonId};
use leptos::prelude::*;

/// More devices than anybody has.
const DEVICES: u32 = 50;
/// It happens to whoever reports it.
const ME: &str = "me";
/// It happens to somebody else.
const OTHER: &str = "other";

/// The last part of the form.
pub(super) fn about(form: Form) -> AnyView {
    let optional = m::common::optional();
    let service =
        form.field(Field::Service, m::report::service()).hint(m::report::service_hint()).optional(optional);
    let value = form.part(|report| report.service.as_ref().map(Choice::from));
    let change = Callback::new(move |chosen: Option<Choice>| {
        form.change(Field::Service, |report| report.service = chosen.map(Picked::from));
    });
    view! {
        <fieldset class="form__section" disabled=move || form.draft.locked()>
            <legend class="section__title">{m::report::section_about()}</legend>
            {whom(form)}
            {Suggestions::on(SourceList::Services).field(service, value, change)}
            {device(form)}
        </fieldset>
    }
    .into_any()
}

fn whom(form: Form) -> AnyView {
    let options = vec![Choice::new(ME, m::report::whom_me()), Choice::new(OTHER, m::report::whom_other())];
    let value = form.part(|report| {
        let whom = if report.for_other { OTHER } else { ME };
        Some(whom.to_owned())
    });
    let change = Callback::new(move |value: String| {
        form.change(Field::Person, |report| {
            report.for_other = value == OTHER;
            // The devices are those of whom it happens to.
            report.device = None;
        });
    });
    let other = Memo::new(move |_| form.report.with(|report| report.for_other));
    let person = move || {
        other.get().then(|| {
            let field = form.field(Field::Person, m::report::person()).hint(m::report::person_hint());
            let value = form.part(|report| report.person.as_ref().map(Choice::from));
            let change = Callback::new(move |chosen: Option<Choice>| {
                form.change(Field::Person, |report| {
                    report.person = chosen.map(Picked::from);
                    report.device = None;
                });
            });
            untrack(|| Suggestions::on(SourceList::People).field(field, value, change))
        })
    };
    view! {
        <RadioGroup
            field=FieldText::new(m::report::whom())
            options=options
            value=value
            on_change=change
            look=Choices::Inline
        />
        {person}
    }
    .into_any()
}

/// The devices of whom it happens to; nothing where there are none.
fn device(form: Form) -> AnyView {
    let session = use_session();
    let owner = Memo::new(move |_| {
        let other = form
            .report
            .with(|report| report.person.as_ref().filter(|_| report.for_other).map(|p| p.id.clone()));
        PersonId::new(other.unwrap_or_else(|| session.person())).ok()
    });
    let devices = query::<Lookups>(move || {
        let query =
            LookupQuery { requested_for: Some(owner.get()?), limit: Some(DEVICES), ..Default::default() };
        Some((LookupPath { source: "assets".to_owned() }, query))
    });
    let options = Memo::new(move |_| {
        let label = |device: Choice| match &device.hint {
            Some(hint) => Choice::new(device.value.as_str(), format!("{} · {hint}", device.label)),
            None => device,
        };
        devices.with(|all| {
            all.map(|all| all.iter().map(choice).map(label).collect::<Vec<_>>()).unwrap_or_default()
        })
    });
    let any = Memo::new(move |_| !options.with(Vec::is_empty));
    (move || {
        any.get().then(|| {
            let field = form.field(Field::Device, m::report::device()).optional(m::common::optional());
            view! {
                <Select
                    field=field
                    options=options
                    value=form.part(|report| report.device.clone())
                    on_change=Callback::new(move |id: Option<String>| {
                        form.change(Field::Device, |report| report.device = id);
                    })
                    empty=m::report::no_device()
                />
            }
        })
    })
    .into_any()
}

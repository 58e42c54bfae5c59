//! The field that finds a colleague as one types.

use super::form::Form;
use crate::{
    i18n::m,
    lookup::Suggestions,
    session::use_session,
    ui::{Choice, FieldText},
};
use guichet_rules::form::SourceList;
use leptos::prelude::*;

/// The field. Nobody is offered themselves.
pub(super) fn person_field(form: Form, key: &'static str) -> AnyView {
    use m::approvals as t;
    let session = use_session();
    let value = Signal::derive(move || form.delegate());
    let choose = Callback::new(move |choice: Option<Choice>| {
        form.change(|typed| {
            let choice = choice.unwrap_or_default();
            typed.delegate = choice.value;
            typed.name = choice.label;
        });
    });
    let field =
        FieldText::new(t::delegate()).hint(t::delegate_hint()).error(form.error(key)).at(form.focus, key);
    let others = Suggestions::on(SourceList::People).except(move |id| id == session.person());
    others.field(field, value, choose)
}

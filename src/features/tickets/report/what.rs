//! What does not work.

use super::{super::files::files_field, content::Field, form::Form, suggest::suggest};
use crate::{
    i18n::m,
    ui::{TextArea, TextInput},
};
use leptos::prelude::*;
use web_sys::File;

/// The first part of the form.
pub(super) fn what(form: Form) -> AnyView {
    let optional = m::common::optional();
    let title = form.field(Field::Title, m::report::title()).hint(m::report::title_hint());
    let description = form
        .field(Field::Description, m::report::description())
        .hint(m::report::description_hint())
        .optional(optional.clone());
    let files = form.field(Field::Files, m::ticket_page::files_label()).optional(optional);
    view! {
        <fieldset class="form__section" disabled=move || form.draft.locked()>
            <legend class="section__title">{m::report::section_what()}</legend>
            <TextInput
                field=title
                value=form.part(|report| report.title.clone())
                on_input=Callback::new(move |text: String| form.change(Field::Title, |report| report.title = text))
            />
            {suggest(form)}
            <TextArea
                field=description
                value=form.part(|report| report.description.clone())
                on_input=Callback::new(move |text: String| {
                    form.change(Field::Description, |report| report.description = text);
                })
                on_files=Callback::new(move |files: Vec<File>| form.files.paste(files))
            />
            {files_field(form.files, files)}
        </fieldset>
    }
    .into_any()
}

//! Several lines of text; it grows with what is written.

use super::{Field, FieldText, file_input::pasted_files, typed::typed};
use leptos::{ev, html, prelude::*};
use web_sys::File;

/// A field for several lines.
#[component]
pub fn TextArea(
    /// The words around it.
    #[prop(into)]
    field: FieldText,
    /// What is in it.
    #[prop(into)]
    value: Signal<String>,
    /// Called at each key with all of the text.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called when the field is left.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    /// Called with what is pasted when it is a picture or another file.
    #[prop(optional, into)]
    on_files: Option<Callback<Vec<File>>>,
    /// Called at Ctrl or ⌘ with Enter.
    #[prop(optional, into)]
    on_send: Option<Callback<()>>,
    /// How many characters are left, in words.
    #[prop(optional, into)]
    count: Signal<Option<String>>,
    /// Shown, not changed.
    #[prop(optional, into)]
    read_only: Signal<bool>,
    /// The element.
    #[prop(optional)]
    node_ref: NodeRef<html::Textarea>,
) -> impl IntoView {
    field.reach(node_ref);
    let paste = move |ev: ev::ClipboardEvent| {
        let files = pasted_files(&ev);
        if let (Some(on_files), false) = (on_files, files.is_empty()) {
            ev.prevent_default();
            on_files.run(files);
        }
    };
    let key = move |ev: ev::KeyboardEvent| {
        if let (Some(on_send), "Enter", true) = (on_send, ev.key().as_str(), ev.ctrl_key() || ev.meta_key()) {
            ev.prevent_default();
            on_send.run(());
        }
    };
    let left = move || count.get().map(|t| view! { <p class="field__count" role="status">{t}</p> });
    view! {
        <Field field=field>
            <div class="field__control">
                <textarea
                    node_ref=node_ref
                    class="input"
                    rows="3"
                    readonly=move || read_only.get()
                    {..typed(field, value, on_input, on_leave)}
                    on:paste=paste
                    on:keydown=key
                ></textarea>
            </div>
            {left}
        </Field>
    }
    .into_any()
}

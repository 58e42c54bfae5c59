//! Files: choose, drop, see how far they are, take away.

use super::{Field, FieldText, Icon, IconName};
use leptos::{ev, html, prelude::*};
use web_sys::{File, FileList};

/// A file in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileRow {
    /// Tells it from the others.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its size, or how far it is.
    pub note: String,
    /// Per cent that are sent; `None` when it is there.
    pub progress: Option<u8>,
    /// Why it was not taken.
    pub error: Option<String>,
}

/// A drop zone with a button, and the files chosen so far. Sending them is the caller's.
#[component]
pub fn FileInput(
    /// The words around it.
    #[prop(into)]
    field: FieldText,
    /// The files so far.
    #[prop(into)]
    files: Signal<Vec<FileRow>>,
    /// Called with files that were chosen or dropped.
    #[prop(into)]
    on_files: Callback<Vec<File>>,
    /// Called with the key of the file to take away.
    #[prop(into)]
    on_remove: Callback<String>,
    /// On the button: "Choose files".
    #[prop(into)]
    choose_label: String,
    /// Beside it: "or drop them here".
    #[prop(into)]
    drop_text: Signal<String>,
    /// "Remove", followed by the file's name for screen readers.
    #[prop(into)]
    remove_label: String,
    /// Types, as in the `accept` attribute.
    #[prop(optional, into)]
    accept: Signal<Option<String>>,
    /// Only one file.
    #[prop(optional)]
    single: bool,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    field.reach(node);
    let over = RwSignal::new(false);
    let chosen = move |ev: ev::Targeted<ev::Event, web_sys::HtmlInputElement>| {
        let input = ev.target();
        on_files.run(files_of(input.files()));
        // So that the same file can be chosen again after it was taken away.
        input.set_value("");
    };
    let hover = move |ev: ev::DragEvent| {
        ev.prevent_default();
        over.set(true);
    };
    let dropped = move |ev: ev::DragEvent| {
        ev.prevent_default();
        over.set(false);
        let mut files = files_of(ev.data_transfer().and_then(|data| data.files()));
        if single {
            files.truncate(1);
        }
        if !files.is_empty() {
            on_files.run(files);
        }
    };
    let rows = Memo::new(move |_| files.get());
    let remove = StoredValue::new(remove_label);
    let list = move || {
        let all = rows.get();
        (!all.is_empty()).then(|| {
            let items =
                all.into_iter().map(|row| file_row(row, remove.get_value(), on_remove)).collect_view();
            view! { <ul class="files">{items}</ul> }
        })
    };
    view! {
        <Field field=field>
            <div
                class="drop"
                data-over=move || over.get().then_some("")
                aria-invalid=move || field.invalid()
                on:dragover=hover
                on:dragleave=move |_| over.set(false)
                on:drop=dropped
            >
                <label class="button button--secondary">
                    <input
                        node_ref=node
                        class="visually-hidden"
                        id=field.id()
                        type="file"
                        multiple=!single
                        accept=move || accept.get()
                        aria-describedby=move || field.described_by()
                        on:change:target=chosen
                    />
                    <Icon name=IconName::Paperclip/>
                    {choose_label}
                </label>
                <span>{move || drop_text.get()}</span>
            </div>
            {list}
        </Field>
    }
    .into_any()
}

fn file_row(row: FileRow, remove: String, on_remove: Callback<String>) -> AnyView {
    let progress = row.progress.map(
        |done| view! { <progress class="file__bar" max="100" value=done.to_string() aria-label=row.name.clone()></progress> },
    );
    let error = row.error.map(|t| view! { <span class="file__error" role="alert">{t}</span> });
    view! {
        <li class="file">
            <Icon name=IconName::Paperclip/>
            <span class="file__name">{row.name.clone()} " " <span class="muted">{row.note}</span></span>
            <button class="link-button" type="button" on:click=move |_| on_remove.run(row.key.clone())>
                {remove} " " <span class="visually-hidden">{row.name}</span>
            </button>
            {progress}
            {error}
        </li>
    }
    .into_any()
}

/// The files of a browser's list.
pub(super) fn files_of(list: Option<FileList>) -> Vec<File> {
    list.map(|list| (0..list.length()).filter_map(|i| list.get(i)).collect()).unwrap_or_default()
}

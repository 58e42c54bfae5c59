//! The control for files: ways in, and a row for each.

use super::{item::Item, kinds, row::row, uploads::Uploads};
use crate::{
    format,
    i18n::m,
    ui::{FieldText, FileInput, FileWords},
};
use leptos::{html, prelude::*};
use web_sys::File;

/// The control for `uploads`.
pub fn field(uploads: Uploads, field: FieldText) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    let most = uploads.wanted.with_value(|wanted| wanted.files);
    let single = most == Some(1);
    let words = FileWords {
        choose: most.map_or_else(m::files::choose_any, m::files::choose),
        camera: m::files::photo(),
        ways: m::files::ways(),
        held: m::files::held(),
    };
    let bounds = Memo::new(move |_| uploads.bounds());
    let limit = Signal::derive(move || {
        let bytes = bounds.with(|bounds| bounds.bytes);
        bytes.map(|bytes| m::files::most(&format::size(bytes))).unwrap_or_default()
    });
    let accept = Signal::derive(move || {
        bounds.with(|bounds| (!bounds.types.is_empty()).then(|| kinds::accept(&bounds.types)))
    });
    let camera = Signal::derive(move || bounds.with(|bounds| kinds::pictures(&bounds.types)));
    let any = Memo::new(move |_| uploads.items.with(|items| !items.is_empty()));
    let rows = move || {
        any.get().then(|| {
            view! {
                <ul class="files">
                    <For
                        each=move || uploads.items.get()
                        key=|item: &Item| item.key
                        children=move |item| untrack(|| row(uploads, item, input))
                    />
                </ul>
            }
        })
    };
    view! {
        <FileInput
            field=field
            words=words
            limit=limit
            on_files=Callback::new(move |files: Vec<File>| uploads.add(files))
            on_paste=Callback::new(move |files: Vec<File>| uploads.paste(files))
            accept=accept
            camera=camera
            single=single
            input=input
        >
            {rows}
        </FileInput>
    }
    .into_any()
}

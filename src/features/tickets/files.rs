//! Files that go with what is written: each is sent as soon as it is chosen, so that sending the text need not wait.

use crate::{
    api, format,
    i18n::m,
    session::use_session,
    ui::{FieldText, FileInput, FileRow},
};
use guichet_contract::types::Attachment;
use leptos::{prelude::*, task::spawn_local};
use web_sys::File;

/// The files of one message or report.
#[derive(Clone, Copy)]
pub struct Files {
    /// Those that are with the backend.
    pub sent: RwSignal<Vec<Attachment>>,
    /// Those on their way, and those that were not taken.
    others: RwSignal<Vec<FileRow>>,
    next: StoredValue<u32>,
}

impl Files {
    /// None yet.
    pub fn new() -> Self {
        Self { sent: RwSignal::new(Vec::new()), others: RwSignal::new(Vec::new()), next: StoredValue::new(0) }
    }

    /// Takes what was chosen, dropped or pasted. `most` is the largest size that the backend takes.
    pub fn add(self, files: Vec<File>, most: Option<u64>) {
        for file in files {
            let key = format!("new-{}", self.next.get_value());
            self.next.update_value(|n| *n += 1);
            let mut row = FileRow { key: key.clone(), name: file.name(), ..FileRow::default() };
            // Display and comparison only: no file comes near 2^53 bytes.
            let size = file.size() as u64;
            match most.filter(|most| size > *most) {
                Some(most) => row.error = Some(m::ticket_page::file_too_large(&format::size(most))),
                None => {
                    row.note = m::ticket_page::file_sending();
                    self.send(key, file);
                }
            }
            self.others.update(|others| others.push(row));
        }
    }

    fn send(self, key: String, file: File) {
        spawn_local(async move {
            let outcome = api::upload(&file).await;
            // Taken away meanwhile, or the page is gone: then nobody refers to it.
            let wanted = self.others.try_with_untracked(|others| others.iter().any(|row| row.key == key));
            if wanted != Some(true) {
                return;
            }
            match outcome {
                Ok(attachment) => {
                    self.others.update(|others| others.retain(|row| row.key != key));
                    self.sent.update(|sent| sent.push(attachment));
                }
                Err(error) => self.others.update(|others| {
                    if let Some(row) = others.iter_mut().find(|row| row.key == key) {
                        row.note.clear();
                        row.error = Some(error.words());
                    }
                }),
            }
        });
    }

    /// Takes one away.
    pub fn remove(self, key: &str) {
        self.others.update(|others| others.retain(|row| row.key != key));
        self.sent.update(|sent| sent.retain(|file| file.id.as_str() != key));
    }

    /// Takes all away: they went with a message.
    pub fn clear(self) {
        self.others.set(Vec::new());
        self.sent.set(Vec::new());
    }

    /// Whether one is still on its way. One that was not taken holds nothing up: it says so itself.
    pub fn busy(self) -> bool {
        self.others.with_untracked(|others| others.iter().any(|row| row.error.is_none()))
    }

    fn rows(self) -> Vec<FileRow> {
        let sent = self.sent.with(|sent| sent.iter().map(sent_row).collect::<Vec<_>>());
        self.others.with(|others| sent.into_iter().chain(others.iter().cloned()).collect())
    }
}

fn sent_row(file: &Attachment) -> FileRow {
    FileRow {
        key: file.id.to_string(),
        name: file.name.clone(),
        note: format::size(file.size),
        ..FileRow::default()
    }
}

/// The largest size of a file, and the types that the backend takes, once that is known.
pub fn limits() -> (Option<u64>, String) {
    let limits = untrack(|| use_session().capabilities()).map(|c| c.limits);
    limits.map_or((None, String::new()), |l| (Some(l.attachment_bytes), l.attachment_types.join(",")))
}

/// The control for them.
#[component]
pub fn FilesField(
    /// The files.
    files: Files,
    /// The words around it.
    field: FieldText,
) -> impl IntoView {
    let (most, types) = limits();
    view! {
        <FileInput
            field=field
            files=Signal::derive(move || files.rows())
            on_files=Callback::new(move |chosen: Vec<File>| files.add(chosen, most))
            on_remove=Callback::new(move |key: String| files.remove(&key))
            choose_label=m::ticket_page::files_choose()
            drop_text=m::ticket_page::files_drop()
            remove_label=m::ticket_page::files_remove()
            accept=types
        />
    }
    .into_any()
}

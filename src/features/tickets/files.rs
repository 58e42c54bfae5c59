//! Files that go with what is written: each is sent as soon as it is chosen, so that sending the text need not wait.

use crate::{
    format,
    i18n::m,
    session::{Feature, Session, UploadError, use_session},
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
    session: Session,
}

impl Files {
    /// None yet.
    pub fn new() -> Self {
        Self {
            sent: RwSignal::new(Vec::new()),
            others: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
            session: use_session(),
        }
    }

    /// Takes what was chosen, dropped or pasted.
    pub fn add(self, files: Vec<File>) {
        let offered = untrack(|| self.session.offers(Feature::Attachments));
        for file in files {
            let key = format!("new-{}", self.next.get_value());
            self.next.update_value(|n| *n += 1);
            if !offered {
                let error = Some(m::ticket_page::file_not_offered());
                let row = FileRow { key, name: file.name(), error, ..FileRow::default() };
                self.others.update(|others| others.push(row));
                continue;
            }
            let (name, note) = (file.name(), m::ticket_page::file_sending());
            let row = FileRow { key: key.clone(), name, note, ..FileRow::default() };
            self.others.update(|others| others.push(row));
            self.send(key, file);
        }
    }

    fn send(self, key: String, file: File) {
        spawn_local(async move {
            let outcome = self.session.upload(&file, None).await;
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
                        row.error = Some(words(&error));
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

/// Why a file was not taken, and what to do.
fn words(error: &UploadError) -> String {
    match error {
        UploadError::TooLarge(Some(most)) => m::ticket_page::file_too_large(&format::size(*most)),
        UploadError::TooLarge(None) => m::ticket_page::file_too_large_unknown(),
        UploadError::Call(error) => error.words(),
    }
}

/// The control for them; absent where the backend takes no files.
#[component]
pub fn FilesField(
    /// The files.
    files: Files,
    /// The words around it.
    field: FieldText,
) -> impl IntoView {
    let session = files.session;
    // What was pasted all the same says here that it cannot be sent.
    let shown = Memo::new(move |_| {
        session.offers(Feature::Attachments) || files.others.with(|others| !others.is_empty())
    });
    let types = Signal::derive(move || session.limits().map(|limits| limits.attachment_types.join(",")));
    let input = move || {
        shown.get().then(|| {
            view! {
                <FileInput
                    field=field
                    files=Signal::derive(move || files.rows())
                    on_files=Callback::new(move |chosen: Vec<File>| files.add(chosen))
                    on_remove=Callback::new(move |key: String| files.remove(&key))
                    choose_label=m::ticket_page::files_choose()
                    drop_text=m::ticket_page::files_drop()
                    remove_label=m::ticket_page::files_remove()
                    accept=types
                />
            }
        })
    };
    input.into_any()
}

//! Files: uploaded as soon as they are chosen, so that sending the request waits for nothing.

use super::{asking::Asking, at::At, control::Asked, values};
use crate::{
    api::Key,
    format,
    i18n::m,
    session::{Session, UploadError, use_session},
    ui::{FieldText, FileInput, FileRow, use_announcer},
};
use guichet_contract::types::Attachment;
use guichet_rules::{form::Kind, ids::AttachmentId};
use leptos::{prelude::*, task::spawn_local};
use web_sys::File;

/// The largest file where the form does not say another number: 10 MiB, as the form format has it.
const MAX_BYTES: u64 = 10 * 1024 * 1024;

/// What a question takes. The backend may take less.
#[derive(Debug, Clone)]
struct Limits {
    files: u32,
    bytes: u64,
    types: Vec<String>,
}

/// A question that is answered with files.
pub(super) fn file(asked: Asked<'_>, field: FieldText) -> AnyView {
    let Kind::File { max_files, max_bytes, accept } = &asked.question.kind else { return ().into_any() };
    let limits = Limits {
        files: max_files.unwrap_or(1),
        bytes: max_bytes.unwrap_or(MAX_BYTES),
        types: accept.clone(),
    };
    let (single, count) = (limits.files == 1, limits.files);
    let accept = (!accept.is_empty()).then(|| accept.join(","));
    let uploads = Uploads::new(asked, limits);
    let drop_text = Signal::derive(move || m::requests::file_drop(&format::size(uploads.most())));
    let choose = Callback::new(move |files: Vec<File>| files.into_iter().for_each(|file| uploads.take(file)));
    view! {
        <FileInput
            field=field
            files=Signal::derive(move || uploads.rows())
            on_files=choose
            on_remove=Callback::new(move |key: String| uploads.remove(&key))
            choose_label=m::requests::file_choose(count)
            drop_text=drop_text
            remove_label=m::requests::file_remove()
            accept=Signal::stored(accept)
            single=single
        />
    }
    .into_any()
}

/// The files of one question.
#[derive(Clone, Copy)]
struct Uploads {
    asking: Asking,
    question: StoredValue<guichet_rules::ids::QuestionId>,
    limits: StoredValue<Limits>,
    /// On their way, or refused.
    going: RwSignal<Vec<FileRow>>,
    next: StoredValue<u32>,
    announcer: crate::ui::AnnouncerHandle,
    session: Session,
}

impl Uploads {
    fn new(asked: Asked<'_>, limits: Limits) -> Self {
        Self {
            asking: asked.asking,
            question: StoredValue::new(asked.question.id.clone()),
            limits: StoredValue::new(limits),
            going: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
            announcer: use_announcer(),
            session: use_session(),
        }
    }

    /// The largest file, in bytes, as far as that is known.
    fn most(self) -> u64 {
        let own = self.limits.with_value(|limits| limits.bytes);
        self.session.limits().map_or(own, |theirs| own.min(theirs.attachment_bytes))
    }

    fn there(self) -> Vec<Attachment> {
        let id = self.question.get_value();
        self.asking.kept.with(|k| k.files.get(&id).cloned()).unwrap_or_default()
    }

    fn rows(self) -> Vec<FileRow> {
        let there = self.there().into_iter().map(|file| FileRow {
            key: file.id.to_string(),
            name: file.name,
            note: format::size(file.size),
            ..FileRow::default()
        });
        there.chain(self.going.get()).collect()
    }

    /// Checks a file, then sends it on its way.
    fn take(self, file: File) {
        let name = file.name();
        let (own, most) = (self.limits.with_value(|limits| limits.bytes), untrack(|| self.most()));
        let refusal =
            self.limits.with_value(|limits| refusal(limits, most, &file)).or_else(|| self.too_many());
        let key = format!("going-{}", self.next.get_value());
        self.next.update_value(|n| *n += 1);
        let note = if refusal.is_none() { m::requests::file_uploading() } else { String::new() };
        let row =
            FileRow { key: key.clone(), name: name.clone(), note, progress: None, error: refusal.clone() };
        self.going.update(|rows| {
            // Choosing again answers for what was refused before.
            rows.retain(|r| r.error.is_none());
            rows.push(row);
        });
        if refusal.is_some() {
            return;
        }
        if self.asking.is_trial() {
            self.pretend(&key, &file);
            return;
        }
        self.announcer.say(m::requests::file_uploading_name(&name));
        self.asking.uploading.update(|n| *n += 1);
        spawn_local(async move {
            let outcome = self.session.upload(&file, Some(own)).await;
            self.asking.uploading.try_update(|n| *n = n.saturating_sub(1));
            // The field is gone.
            let row = |rows: &Vec<FileRow>| rows.iter().any(|r| r.key == key);
            let Some(wanted) = self.going.try_with_untracked(row) else { return };
            match outcome {
                // Taken away while it was on its way.
                _ if !wanted => {}
                Ok(attachment) => {
                    self.going.update(|rows| rows.retain(|r| r.key != key));
                    self.announcer.say(m::requests::file_uploaded(&attachment.name));
                    self.keep(|files| files.push(attachment));
                }
                Err(error) => self.going.update(|rows| {
                    for row in rows.iter_mut().filter(|r| r.key == key) {
                        row.note = String::new();
                        row.error = Some(words(&name, &error));
                    }
                }),
            }
        });
    }

    /// Takes a file without sending it anywhere.
    fn pretend(self, key: &str, file: &File) {
        self.going.update(|rows| rows.retain(|r| r.key != key));
        let Ok(id) = AttachmentId::new(Key::fresh().to_string()) else { return };
        // A file's size is a whole number of bytes, in a double.
        let size = file.size() as u64;
        let attachment = Attachment { id, name: file.name(), media_type: file.type_(), size };
        self.keep(|files| files.push(attachment));
    }

    fn too_many(self) -> Option<String> {
        let most = self.limits.with_value(|l| l.files);
        let going = self.going.with_untracked(|rows| rows.iter().filter(|r| r.error.is_none()).count());
        let there = untrack(|| self.there()).len() + going;
        (there >= most as usize).then(|| m::requests::file_too_many(most))
    }

    fn remove(self, key: &str) {
        self.going.update(|rows| rows.retain(|r| r.key != key));
        self.keep(|files| files.retain(|f| f.id.as_str() != key));
    }

    fn keep(self, change: impl FnOnce(&mut Vec<Attachment>)) {
        let id = self.question.get_value();
        self.asking.change(|kept| {
            let files = kept.files.entry(id.clone()).or_default();
            change(files);
            let ids: Vec<String> = files.iter().map(|f| f.id.to_string()).collect();
            if ids.is_empty() {
                kept.files.remove(&id);
            }
            kept.answer(&At::question(&id), values::list(ids));
        });
    }
}

/// Why a file was not taken, and what to do.
fn words(name: &str, error: &UploadError) -> String {
    match error {
        UploadError::TooLarge(Some(most)) => m::requests::file_too_large(name, &format::size(*most)),
        UploadError::TooLarge(None) => m::requests::file_too_large_unknown(name),
        UploadError::Call(error) => m::requests::file_failed(name, &error.words()),
    }
}

/// Why a file is not even sent; the backend looks at its content too.
fn refusal(limits: &Limits, most: u64, file: &File) -> Option<String> {
    let name = file.name();
    // A file's size is a whole number of bytes, in a double.
    if file.size() as u64 > most {
        return Some(words(&name, &UploadError::TooLarge(Some(most))));
    }
    let kind = file.type_();
    // A browser that does not know the type says nothing, and the backend decides.
    let fits = kind.is_empty() || limits.types.is_empty() || limits.types.iter().any(|t| accepts(t, &kind));
    (!fits).then(|| m::requests::file_type(&name))
}

/// Whether `range`, such as `image/*`, holds the media type `kind`.
fn accepts(range: &str, kind: &str) -> bool {
    match range.strip_suffix("/*") {
        Some(family) => kind.split('/').next() == Some(family),
        None => range.eq_ignore_ascii_case(kind),
    }
}

#[cfg(test)]
mod tests {
    use super::accepts;

    #[test]
    fn ranges_hold_their_types() {
        assert!(accepts("image/*", "image/png"));
        assert!(accepts("application/pdf", "application/pdf"));
        assert!(!accepts("image/*", "application/pdf"));
        assert!(!accepts("application/pdf", "application/zip"));
    }
}

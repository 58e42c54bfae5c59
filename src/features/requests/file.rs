//! Files: on their way as soon as they are chosen, whatever page of the form is shown, and part of the answers once they are
//! there.

use super::{asking::Asking, at::At, control::Asked, kept::Kept, values};
use crate::{
    ui::FieldText,
    upload::{self, Uploads, Wanted},
};
use guichet_rules::{
    form::{Form, Kind},
    ids::QuestionId,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The largest file where the form does not say another number: 10 MiB, as the form format has it.
const MAX_BYTES: u64 = 10 * 1024 * 1024;

/// The files of a form, by question.
pub(super) type Files = BTreeMap<QuestionId, Uploads>;

/// How the files of a question hold its answer up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Held {
    /// Some are on their way: what is wrong with the answer will show when they are there.
    Going,
    /// It takes the person to get one there; what to do, in words.
    Stuck(String),
}

/// The files of every question that is answered with some, as they were left; `uploads` makes those of one.
pub(super) fn open(form: &Form, kept: &Kept, uploads: fn(Wanted) -> Uploads) -> Files {
    let files = form.questions().filter_map(|question| {
        let Kind::File { max_files, max_bytes, accept } = &question.kind else { return None };
        let uploads = uploads(Wanted {
            files: Some(max_files.unwrap_or(1)),
            bytes: Some(max_bytes.unwrap_or(MAX_BYTES)),
            types: accept.clone(),
        });
        let there = kept.files.get(&question.id).cloned().unwrap_or_default();
        let begun = kept.begun.get(&question.id).cloned().unwrap_or_default();
        uploads.restore(there, begun);
        Some((question.id.clone(), uploads))
    });
    files.collect()
}

/// A question that is answered with files.
pub(super) fn file(asked: Asked<'_>, field: FieldText) -> AnyView {
    let uploads = asked.asking.files.with_value(|files| files.get(&asked.question.id).copied());
    uploads.map(|uploads| upload::field(uploads, field)).into_any()
}

/// Keeps what becomes of the files among the answers and in the draft.
pub(super) fn follow(asking: Asking) {
    for (id, uploads) in asking.files.get_value() {
        uploads.close_while(move || asking.draft.led_elsewhere());
        Effect::new(move || {
            let (there, begun) = (uploads.there.get(), uploads.begun.get());
            let same = asking.kept.with_untracked(|kept| {
                kept.files.get(&id).map_or(&[][..], Vec::as_slice) == there
                    && kept.begun.get(&id).map_or(&[][..], Vec::as_slice) == begun
            });
            if same {
                return;
            }
            asking.change(|kept| {
                let ids = there.iter().map(|file| file.id.to_string());
                kept.answer(&At::question(&id), values::list(ids));
                put(&mut kept.files, &id, there);
                put(&mut kept.begun, &id, begun);
            });
        });
    }
}

/// Shows the files that came from another tab with the answers.
pub(super) fn show(asking: Asking) {
    for (id, uploads) in asking.files.get_value() {
        let (there, begun) = asking.kept.with_untracked(|kept| {
            (
                kept.files.get(&id).cloned().unwrap_or_default(),
                kept.begun.get(&id).cloned().unwrap_or_default(),
            )
        });
        uploads.show(there, begun);
    }
}

fn put<T>(all: &mut BTreeMap<QuestionId, Vec<T>>, id: &QuestionId, files: Vec<T>) {
    if files.is_empty() {
        all.remove(id);
    } else {
        all.insert(id.clone(), files);
    }
}

/// Which questions their files hold up.
pub(super) fn held(files: &Files) -> BTreeMap<QuestionId, Held> {
    let held = files.iter().filter_map(|(id, uploads)| {
        let going = (uploads.going.get() > 0).then_some(Held::Going);
        Some((id.clone(), uploads.stuck().map(Held::Stuck).or(going)?))
    });
    held.collect()
}

//! Which files are taken, and why others are not.

use super::{
    super::{
        check::{Refusal, Told},
        item::{Item, Phase},
        words,
    },
    Uploads,
};
use crate::{i18n::m, session::Feature};
use leptos::prelude::*;
use std::collections::BTreeSet;
use wasm_bindgen::JsValue;
use web_sys::File;

impl Uploads {
    /// Takes what was chosen, dropped or photographed.
    pub fn add(self, files: Vec<File>) {
        self.take(files, false);
    }

    /// Takes what was pasted.
    pub fn paste(self, files: Vec<File>) {
        self.take(files, true);
    }

    fn take(self, files: Vec<File>, pasted: bool) {
        if self.closed.get_value().is_some_and(|closed| closed.get_untracked()) {
            return;
        }
        // Choosing again answers for what was refused before.
        let keep = |item: &Item| !item.phase.with_untracked(Phase::is_refused);
        self.items.update(|items| items.retain(keep));
        let begun: Vec<Item> = files.into_iter().filter_map(|file| self.admit(file, pasted)).collect();
        match begun.as_slice() {
            // They are there in a moment, and that is said.
            _ if self.stay => {}
            [] => {}
            [one] => self.announcer.say(m::files::begin_one(&one.told.name)),
            all => {
                self.announcer.say(m::files::begin_many(u32::try_from(all.len()).unwrap_or(u32::MAX)));
            }
        }
        begun.iter().for_each(|item| self.start(item));
    }

    /// Puts a file into the list. Gives it where it is to be sent.
    fn admit(self, file: File, pasted: bool) -> Option<Item> {
        let name = if pasted { self.name_of_pasted(&file) } else { file.name() };
        // A file's size is a whole number of bytes, in a double.
        let told = Told { name, size: file.size() as u64, media_type: file.type_() };
        let modified = last_modified(&file);
        let known = self.items.with_untracked(|items| {
            let at = items
                .iter()
                .position(|item| item.is(&told, modified) && item.phase.with_untracked(Phase::counts))?;
            let item = items.get(at)?;
            let stuck = item.phase.with_untracked(Phase::is_stuck);
            Some((at, stuck.then(|| item.upload.get_untracked())))
        });
        let twice = known.is_some();
        let mut item = self.item(told, modified, Phase::Waiting);
        if let Some((at, Some(upload))) = known {
            // The same file once more: it goes on where it stopped, in the same place.
            item.upload.set(upload);
            item.hold(file);
            self.items.update(|items| {
                if let Some(place) = items.get_mut(at) {
                    place.forget_picture();
                    *place = item.clone();
                }
            });
            return Some(item);
        }
        match self.refusal(&item.told, twice) {
            Some(words) => item.phase.set(Phase::Failed { words, again: false }),
            None => item.hold(file),
        }
        let taken = item.file.is_some();
        self.items.update(|items| items.push(item.clone()));
        taken.then_some(item)
    }

    /// Why a file is not even sent, in words.
    fn refusal(self, told: &Told, twice: bool) -> Option<String> {
        let bounds = untrack(|| self.bounds());
        let refusal = if !untrack(|| self.session.offers(Feature::Attachments)) {
            Some(Refusal::NotOffered)
        } else if twice {
            Some(Refusal::Twice)
        } else {
            bounds.refuse(told).or_else(|| bounds.full(self.counted()))
        };
        refusal.map(|refusal| words::refused(&told.name, refusal, &bounds))
    }

    /// How many take a place.
    pub(super) fn counted(self) -> usize {
        let counts = |item: &&Item| item.phase.with_untracked(Phase::counts);
        self.items.with_untracked(|items| items.iter().filter(counts).count())
    }

    /// A browser calls every picture that is pasted `image.png`.
    fn name_of_pasted(self, file: &File) -> String {
        let given = file.name();
        let Some(ending) = given.strip_prefix("image.") else { return given };
        let taken = self
            .items
            .with_untracked(|items| items.iter().map(|item| item.told.name.clone()).collect::<BTreeSet<_>>());
        let mut numbered = (1_u32..).map(|number| m::files::pasted(ending, &number.to_string()));
        numbered.find(|name| !taken.contains(name)).unwrap_or_else(|| given.clone())
    }
}

/// Milliseconds since 1970. Read as a property, because the binding for it would be in every visitor's first download.
fn last_modified(file: &File) -> i64 {
    let value = js_sys::Reflect::get(file, &JsValue::from_str("lastModified")).ok();
    value.and_then(|value| value.as_f64()).map_or(0, |millis| millis as i64)
}

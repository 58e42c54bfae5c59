//! Sending files, and giving them up.

use super::{
    super::{
        check::Told,
        item::{Item, Phase},
        run, turn, words,
    },
    Uploads,
};
use crate::{
    api::{Key, upload},
    i18n::m,
};
use guichet_contract::types::Attachment;
use guichet_rules::ids::AttachmentId;
use leptos::{prelude::*, task::spawn_local};

impl Uploads {
    /// Sends a file, or goes on with it, when its turn comes.
    pub(super) fn start(self, item: &Item) {
        if self.stay {
            self.keep_here(item);
            return;
        }
        let (Some(file), Some(run)) = (item.file.clone(), self.ways.next_run(item.key)) else { return };
        item.phase.set(Phase::Waiting);
        let item = item.clone();
        turn::take(Box::new(move || {
            spawn_local(async move {
                run::run(self, item, file, run).await;
                turn::over();
            });
        }));
    }

    /// Takes a file as if it had been sent.
    fn keep_here(self, item: &Item) {
        let Ok(id) = AttachmentId::new(Key::fresh().to_string()) else { return };
        let Told { name, size, media_type } = item.told.clone();
        self.arrived(item, Attachment { id, name, media_type, size });
    }

    /// Sends one again that failed or was cancelled.
    pub(in crate::upload) fn again(self, item: &Item) {
        let full = (!item.phase.with_untracked(Phase::counts)).then(|| untrack(|| self.bounds())).and_then(
            |bounds| bounds.full(self.counted()).map(|full| words::refused(&item.told.name, full, &bounds)),
        );
        match full {
            Some(words) => item.phase.set(Phase::Failed { words, again: true }),
            None => {
                self.announcer.say(m::files::begin_one(&item.told.name));
                self.start(item);
            }
        }
    }

    /// Stops sending one; it stays in the list.
    pub(in crate::upload) fn cancel(self, item: &Item) {
        self.give_up(item);
        item.phase.set(Phase::Cancelled);
    }

    /// Takes one away.
    pub(in crate::upload) fn remove(self, item: &Item) {
        self.give_up(item);
        item.forget_picture();
        self.ways.close(item.key);
        self.items.update(|items| items.retain(|other| other.key != item.key));
    }

    /// Takes one out of the list that is there and has found its place elsewhere.
    pub fn release(self, id: &AttachmentId) {
        let is_it = |item: &&Item| untrack(|| item.attachment()).is_some_and(|file| file.id == *id);
        let found = self.items.with_untracked(|items| items.iter().find(is_it).cloned());
        if let Some(item) = found {
            self.remove(&item);
        }
    }

    /// Takes all away: they went with a message, or the form is begun anew.
    pub fn clear(self) {
        for item in self.items.get_untracked() {
            self.give_up(&item);
            item.forget_picture();
            self.ways.close(item.key);
        }
        self.items.set(Vec::new());
    }

    /// Nothing more of it is sent, and the backend need not keep what is there.
    fn give_up(self, item: &Item) {
        self.ways.next_run(item.key);
        if let Some(begun) = item.upload.get_untracked() {
            item.upload.set(None);
            self.ways.renew_key(item.key);
            upload::end(begun);
        }
    }

    /// The page goes: what is on its way stops, and can be gone on with.
    pub(super) fn leave(self) {
        for item in self.items.try_get_untracked().unwrap_or_default() {
            self.ways.next_run(item.key);
            item.forget_picture();
        }
    }

    /// One has arrived: says so, or that it is no file for this place, now that the backend has looked into it.
    pub(in crate::upload) fn arrived(self, item: &Item, attachment: Attachment) {
        item.upload.set(None);
        // What is only tried was looked into by nobody.
        let refusal =
            self.wanted.with_value(|wanted| wanted.refuse(&attachment.media_type)).filter(|_| !self.stay);
        if let Some(refusal) = refusal {
            let words = words::refused(&item.told.name, refusal, &untrack(|| self.bounds()));
            item.phase.set(Phase::Failed { words, again: false });
            return;
        }
        self.announcer.say(m::files::there(&item.told.name));
        item.phase.set(Phase::There(attachment));
    }
}

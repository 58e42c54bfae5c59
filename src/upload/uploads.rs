//! The files of one question, report or message.

mod admit;
mod go;
mod picture;

use super::{
    begun::Begun,
    check::{Bounds, Told, Wanted},
    item::{Item, Phase},
    kinds,
    ways::Ways,
};
use crate::{
    api::url_of_attachment,
    i18n::m,
    session::{Session, use_session},
    ui::{AnnouncerHandle, use_announcer},
};
use guichet_contract::types::Attachment;
use leptos::prelude::*;

/// The files of one question, report or message. They are on their way for as long as whoever made this lives.
#[derive(Clone, Copy)]
pub struct Uploads {
    pub(super) items: RwSignal<Vec<Item>>,
    /// Those that are with the backend.
    pub there: Memo<Vec<Attachment>>,
    /// Those that are not, and that can be gone on with after the page was loaded anew.
    pub begun: Memo<Vec<Begun>>,
    /// Whether there is one that is there, or may come to be.
    pub any: Memo<bool>,
    /// How many will be there without anybody doing anything.
    pub going: Memo<u32>,
    pub(super) wanted: StoredValue<Wanted>,
    /// Whether they count as sent as soon as they are taken, and stay on this device.
    stay: bool,
    /// While this holds, no files are taken.
    closed: StoredValue<Option<Signal<bool>>>,
    pub(super) ways: Ways,
    next: StoredValue<u32>,
    pub(super) session: Session,
    announcer: AnnouncerHandle,
}

impl Uploads {
    /// None yet.
    pub fn new(wanted: Wanted) -> Self {
        let items = RwSignal::new(Vec::<Item>::new());
        let count = move || items.with(|all| all.iter().filter(|i| i.phase.with(Phase::is_going)).count());
        let uploads = Self {
            items,
            there: Memo::new(move |_| {
                items.with(|all| all.iter().filter_map(Item::attachment).collect::<Vec<_>>())
            }),
            begun: Memo::new(move |_| {
                items.with(|all| all.iter().filter_map(Item::begun).collect::<Vec<_>>())
            }),
            any: Memo::new(move |_| items.with(|all| all.iter().any(|i| i.phase.with(Phase::counts)))),
            going: Memo::new(move |_| u32::try_from(count()).unwrap_or(u32::MAX)),
            wanted: StoredValue::new(wanted),
            stay: false,
            closed: StoredValue::new(None),
            ways: Ways::new(),
            next: StoredValue::new(0),
            session: use_session(),
            announcer: use_announcer(),
        };
        on_cleanup(move || uploads.leave());
        uploads
    }

    /// None yet, of files that are sent nowhere: for a form that is only tried.
    pub fn nowhere(wanted: Wanted) -> Self {
        Self { stay: true, ..Self::new(wanted) }
    }

    /// With what was kept in a draft.
    pub fn restore(self, there: Vec<Attachment>, begun: Vec<Begun>) {
        let sent = there.into_iter().map(|file| self.sent(file));
        let left = begun.into_iter().map(|begun| {
            let told = Told { name: begun.name, size: begun.size, media_type: String::new() };
            let item = self.item(told, begun.modified, Phase::Left);
            item.upload.set(Some(begun.upload));
            item
        });
        let kept: Vec<Item> = sent.chain(left).collect();
        // Somebody may have been faster than the draft.
        self.items.update(|items| {
            drop(items.splice(0..0, kept));
        });
    }

    /// Shows what another tab has in place of what is here. What is on its way stops, and can be gone on with there.
    pub fn show(self, there: Vec<Attachment>, begun: Vec<Begun>) {
        if self.there.with_untracked(|here| *here == there)
            && self.begun.with_untracked(|here| *here == begun)
        {
            return;
        }
        self.leave();
        self.items.set(Vec::new());
        self.restore(there, begun);
    }

    /// Takes no files while `closed` holds.
    pub fn close_while(self, closed: impl Fn() -> bool + Send + Sync + 'static) {
        self.closed.set_value(Some(Signal::derive(closed)));
    }

    /// Takes back what went with a message that comes back to be changed.
    pub fn give_back(self, there: Vec<Attachment>) {
        let items: Vec<Item> = there.into_iter().map(|file| self.sent(file)).collect();
        self.items.update(|all| all.extend(items));
    }

    /// One that is with the backend already.
    fn sent(self, file: Attachment) -> Item {
        let told = Told { name: file.name.clone(), size: file.size, media_type: file.media_type.clone() };
        let shown = !self.stay && kinds::is_picture(&file.media_type);
        let picture = shown.then(|| url_of_attachment(file.id.as_str()));
        Item { picture, ..self.item(told, 0, Phase::There(file)) }
    }

    /// What holds for each file, as far as it is known.
    pub(super) fn bounds(self) -> Bounds {
        self.wanted.with_value(|wanted| Bounds::new(wanted, self.session.limits().as_ref()))
    }

    /// Whether there is none, whatever became of them.
    pub fn is_empty(self) -> bool {
        self.items.with(Vec::is_empty)
    }

    /// What has to be done before it can be sent, in words; `None` where nothing has to be.
    pub fn stuck(self) -> Option<String> {
        self.items.with(|items| {
            let stuck = items.iter().find(|item| item.phase.with(Phase::is_stuck));
            stuck.map(|item| m::files::unfinished(&item.told.name))
        })
    }

    fn item(self, told: Told, modified: i64, phase: Phase) -> Item {
        let key = self.next.get_value();
        self.next.set_value(key.wrapping_add(1));
        self.ways.open(key);
        Item {
            key,
            told,
            modified,
            picture: None,
            file: None,
            phase: ArcRwSignal::new(phase),
            upload: ArcRwSignal::new(None),
        }
    }
}

//! The files of one question, report or message.

use super::{
    begun::Begun,
    check::{Bounds, Refusal, Told, Wanted},
    item::{Item, Phase},
    kinds, run, turn,
    ways::Ways,
    words,
};
use crate::{
    api::{Key, upload, url_of_attachment},
    i18n::m,
    session::{Feature, Session, use_session},
    ui::{AnnouncerHandle, use_announcer},
};
use guichet_contract::types::Attachment;
use guichet_rules::ids::AttachmentId;
use leptos::{prelude::*, task::spawn_local};
use send_wrapper::SendWrapper;
use std::collections::BTreeSet;
use wasm_bindgen::JsValue;
use web_sys::{File, Url};

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
    fn counted(self) -> usize {
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

    /// Sends a file, or goes on with it, when its turn comes.
    fn start(self, item: &Item) {
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
    pub(super) fn again(self, item: &Item) {
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
    pub(super) fn cancel(self, item: &Item) {
        self.give_up(item);
        item.phase.set(Phase::Cancelled);
    }

    /// Takes one away.
    pub(super) fn remove(self, item: &Item) {
        self.give_up(item);
        item.forget_picture();
        self.ways.close(item.key);
        self.items.update(|items| items.retain(|other| other.key != item.key));
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
    fn leave(self) {
        for item in self.items.try_get_untracked().unwrap_or_default() {
            self.ways.next_run(item.key);
            item.forget_picture();
        }
    }

    /// Says that one has arrived.
    pub(super) fn arrived(self, item: &Item, attachment: Attachment) {
        self.announcer.say(m::files::there(&item.told.name));
        item.upload.set(None);
        item.phase.set(Phase::There(attachment));
    }
}

impl Item {
    /// Takes the file, with a picture of it where it is one.
    fn hold(&mut self, file: File) {
        if kinds::is_picture(&self.told.media_type) {
            self.picture = Url::create_object_url_with_blob(&file).ok();
        }
        self.file = Some(SendWrapper::new(file));
    }

    /// The browser need not keep the picture.
    fn forget_picture(&self) {
        if let Some(url) = self.picture.as_deref().filter(|url| url.starts_with("blob:")) {
            // It fails for what is no URL.
            let _ = Url::revoke_object_url(url);
        }
    }
}

/// Milliseconds since 1970. Read as a property, because the binding for it would be in every visitor's first download.
fn last_modified(file: &File) -> i64 {
    let value = js_sys::Reflect::get(file, &JsValue::from_str("lastModified")).ok();
    value.and_then(|value| value.as_f64()).map_or(0, |millis| millis as i64)
}

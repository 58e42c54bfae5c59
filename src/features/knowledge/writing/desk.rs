//! All that the editor knows, for each of its parts.

use super::{
    begun::{Begun, draft_of, kept_as, published_since},
    kept,
    saving::Saving,
    text::{Cause, Kept, Text, Theirs},
    typed::Typed,
};
use crate::{
    api::{Query, query},
    i18n::m,
    router::{Go, NavigateOptions, use_navigate},
    routes,
    ui::{AnnouncerHandle, FocusMap, use_announcer},
};
use guichet_contract::{
    NoQuery,
    endpoints::{GetProposal, ProposalPath},
    types::{Proposal, WritingOptions},
};
use guichet_rules::ids::{ArticleId, ProposalId};
use leptos::{html, prelude::*};

/// What the editor knows.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    /// The text that is worked on.
    pub text: RwSignal<Text>,
    /// The article that is changed.
    pub article: StoredValue<Option<ArticleId>>,
    /// The language that it is written in.
    pub language: RwSignal<String>,
    /// What there is to choose from.
    pub options: StoredValue<WritingOptions>,
    /// The draft as the backend holds it.
    pub held: Query<Proposal>,
    /// What changed, in the writer's words.
    pub note: RwSignal<String>,
    /// Whether that is anything.
    pub noted: Memo<bool>,
    /// Whether there is another text.
    pub waiting: Memo<bool>,
    /// Saving and proposing.
    pub saving: Saving,
    /// Whether the browser does not keep what is typed.
    pub unkept: RwSignal<bool>,
    /// Whether a phone, which has no room for both, shows the preview in the place of the text.
    pub previews: RwSignal<bool>,
    /// The fields, for the summary of mistakes.
    pub focus: FocusMap,
    /// The field of the text.
    pub area: NodeRef<html::Textarea>,
    /// For those who do not see what changed.
    pub announcer: AnnouncerHandle,
    /// Goes to another address in the place of this one.
    pub go: Go,
    /// Whether the page has another address once a draft holds the text: loaded anew, it would begin from elsewhere.
    pub moves: bool,
    person: StoredValue<String>,
    /// What it is kept as on the device.
    what: StoredValue<String>,
}

impl Desk {
    /// For `person`, who begins from `begun`.
    pub fn new(begun: Begun, options: WritingOptions, person: &str) -> Self {
        let own = StoredValue::new(begun.what.strip_prefix(kept::NEW).map(routes::knowledge_kept));
        let moves = begun.article.is_none() || begun.what.starts_with(kept::AGAIN);
        // What was typed before there was this draft.
        let change = begun.draft.as_ref().and(begun.article.as_ref());
        let change = change.map(|article| kept::change(article.as_str(), &begun.language));
        let kept = kept::read(&kept::name(person, &begun.what))
            .or_else(|| kept::take(&kept::name(person, change.as_deref()?)));
        let note = kept::note(person, &begun.what)
            .or_else(|| kept::take_note(person, change.as_deref()?))
            .unwrap_or_default();
        // That of a new one was chosen.
        let chosen = kept.as_ref().map(|kept| kept.language.clone());
        let chosen = chosen.filter(|it| begun.article.is_none() && options.languages.contains(it));
        let language = chosen.unwrap_or(begun.language);
        let mut text = Text::new(begun.typed, begun.base, begun.draft, kept);
        if text.theirs.is_none()
            && let Some(theirs) = begun.theirs
        {
            text.arrived(theirs);
        }
        let (text, note) = (RwSignal::new(text), RwSignal::new(note));
        let held = query::<GetProposal>(move || {
            let id = text.with(|text| text.draft.as_ref().map(|draft| draft.id.clone()))?;
            Some((ProposalPath { proposal: ProposalId::new(id).ok()? }, NoQuery {}))
        });
        let navigate = use_navigate();
        let go = move |to: &str| navigate(to, NavigateOptions { replace: true, scroll: true });
        let desk = Self {
            text,
            article: StoredValue::new(begun.article),
            language: RwSignal::new(language),
            options: StoredValue::new(options),
            held,
            note,
            noted: Memo::new(move |_| note.with(|note| !note.trim().is_empty())),
            waiting: Memo::new(move |_| text.with(|text| text.theirs.is_some())),
            saving: Saving::new(),
            unkept: RwSignal::new(false),
            previews: RwSignal::new(false),
            focus: FocusMap::new(),
            area: NodeRef::new(),
            announcer: use_announcer(),
            go: StoredValue::new_local(Box::new(go) as Box<dyn Fn(&str)>),
            moves,
            person: StoredValue::new(person.to_owned()),
            what: StoredValue::new(begun.what),
        };
        desk.keep_typed(own);
        Effect::new(move || {
            if let Some(held) = held.get() {
                untrack(|| desk.follow(&held));
            }
        });
        desk
    }

    /// Keeps what is typed on the device. With the first of it a new text gets the address `own`.
    fn keep_typed(self, own: StoredValue<Option<String>>) {
        let stay = use_navigate();
        Effect::new(move || {
            let kept = self.language.with(|language| self.text.with(|text| text.to_keep(language)));
            self.unkept.set(!self.keep(kept.as_ref()));
            let is_held = self.text.with(|text| text.draft.is_some());
            let is_any = kept.is_some() || self.noted.get();
            // Loaded anew, the tab finds its own text again.
            if is_any
                && !is_held
                && let Some(address) = own.try_update_value(Option::take).flatten()
            {
                stay(&address, NavigateOptions { replace: true, scroll: false });
            }
        });
        Effect::new(move || {
            // Apart from the text: another tab with the same one may have said something else.
            if !self.note.with(|note| self.keep_note(note)) {
                self.unkept.set(true);
            }
        });
    }

    /// Keeps the text on the device, or forgets it. False where the browser would not.
    fn keep(self, kept: Option<&Kept>) -> bool {
        let (person, what) = self.place();
        kept::keep(&kept::name(&person, &what), kept)
    }

    /// The same for what changed in it.
    fn keep_note(self, note: &str) -> bool {
        let (person, what) = self.place();
        kept::keep_note(&person, &what, note)
    }

    /// Whose it is, and what it is kept as.
    pub fn place(self) -> (String, String) {
        (self.person.get_value(), self.what.get_value())
    }

    /// Takes what the backend holds by now.
    fn follow(self, held: &Proposal) {
        if self.saving.busy.get_untracked().is_some() {
            // The answer to what is being saved says it better.
            return;
        }
        let (draft, ours) = (draft_of(held), self.text.get_untracked());
        let newer = ours.draft.as_ref().is_some_and(|own| own.id == draft.id && own.version < draft.version);
        let theirs = if newer {
            let typed = Typed::from(&held.content);
            Some(Theirs { cause: Cause::Saved, typed, base: held.base, draft: Some(draft) })
        } else {
            published_since(held, ours.base)
        };
        if let Some(theirs) = theirs.filter(|theirs| ours.theirs.as_ref() != Some(theirs)) {
            self.arrived(theirs);
        }
    }

    /// There is another text.
    pub fn arrived(self, theirs: Theirs) {
        self.text.update(|text| text.arrived(theirs));
        if self.waiting.get_untracked() {
            self.announcer.say(m::writing::between());
        }
    }

    /// Does `next` with the field of the text once it shows, as it does not on a phone beside the preview.
    pub fn to_text(self, next: impl FnOnce() + 'static) {
        self.previews.set(false);
        request_animation_frame(next);
    }

    /// Takes what was typed into one field.
    pub fn change(self, change: impl FnOnce(&mut Typed)) {
        self.text.update(|text| change(&mut text.typed));
    }

    /// What stands in one field.
    pub fn value(self, look: fn(&Typed) -> &String) -> Signal<String> {
        Signal::derive(move || self.text.with(|text| look(&text.typed).clone()))
    }

    /// `sent` was saved, and is held like this.
    pub fn settle(self, sent: Typed, held: Proposal) {
        let draft = draft_of(&held);
        let what = kept_as(&draft);
        if self.what.with_value(|old| *old != what) {
            self.keep(None);
            self.keep_note("");
            self.what.set_value(what);
            self.note.with_untracked(|note| self.keep_note(note));
        }
        self.article.set_value(Some(held.summary.article.clone()));
        self.text.update(|text| text.saved_as(sent, held.base, draft));
        let version = format!("\"{}\"", held.version);
        self.held.set(held, Some(version));
    }
}

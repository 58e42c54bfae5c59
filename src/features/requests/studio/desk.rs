//! All that the page of a form knows, for each of its parts.

use super::{
    saving::Saving,
    sight::Sight,
    text::{self, Arrival, Stored, Text},
    tried::Tried,
};
use crate::{
    api::Query,
    i18n::m,
    ui::{AnnouncerHandle, use_announcer},
};
use guichet_contract::types::{Me, StudioForm};
use guichet_rules::ids::ItemId;
use leptos::{html, prelude::*};

/// What the page knows.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    /// Whose form it is.
    pub item: StoredValue<ItemId>,
    /// The form as it is stored.
    pub form: Query<StudioForm>,
    /// The text that is worked on.
    pub text: RwSignal<Text>,
    /// What stands in the editor.
    pub typed: Memo<String>,
    /// Whether there is anything to save.
    pub changed: Memo<bool>,
    /// Whether something else was stored in between.
    pub waiting: Memo<bool>,
    /// What came of the text.
    pub tried: Tried,
    /// Saving it.
    pub saving: Saving,
    /// How the form is looked at.
    pub sight: Sight,
    /// The editor.
    pub area: NodeRef<html::Textarea>,
    /// For those who do not see what changed.
    pub announcer: AnnouncerHandle,
}

impl Desk {
    /// For `form`, which was `first` when the page opened.
    pub fn new(form: Query<StudioForm>, first: &StudioForm, me: Me) -> Self {
        let draft = text::draft_name(first.item.as_str(), me.person.id.as_str());
        let text = RwSignal::new(Text::new(first.into(), text::kept(&draft)));
        let typed = Memo::new(move |_| text.with(|text| text.typed.clone()));
        let item = StoredValue::new(first.item.clone());
        let (tried, again) = (Tried::new(), RwSignal::new(0));
        tried.follow(item, typed, again);
        Effect::new(move || text.with(|text| text::keep(&draft, text)));
        let desk = Self {
            item,
            form,
            text,
            typed,
            changed: Memo::new(move |_| text.with(Text::is_changed)),
            waiting: Memo::new(move |_| text.with(|text| text.theirs.is_some())),
            tried,
            saving: Saving::new(),
            sight: Sight::new(&first.languages, me),
            area: NodeRef::new(),
            announcer: use_announcer(),
        };
        desk.follow(again);
        desk
    }

    /// Takes what is stored whenever that changes.
    fn follow(self, again: RwSignal<u32>) {
        Effect::new(move |before: Option<Option<StudioForm>>| {
            let now = self.form.get();
            if let Some(now) = &now {
                self.arrived(now.into());
                // Other files may have changed with it.
                if before.flatten().is_some_and(|before| before != *now) {
                    again.update(|n| *n = n.wrapping_add(1));
                }
            }
            now
        });
    }

    /// Takes what is stored by now.
    pub fn arrived(self, stored: Stored) {
        let mut text = self.text.get_untracked();
        let arrival = text.arrived(stored);
        if self.text.with_untracked(|before| *before != text) {
            self.text.set(text);
            match arrival {
                Arrival::Known => {}
                Arrival::Shown => self.announcer.say(m::studio::followed()),
                Arrival::Waiting => self.announcer.say(m::studio::between()),
            }
        }
    }

    /// The version that the text gets when it is saved.
    pub fn next(self) -> String {
        self.form.with(|form| form.map(|form| form.next.to_string())).unwrap_or_default()
    }
}

//! Pictures for the text: chosen, dropped or pasted anywhere on the page, described, and put where the caret is. The words come
//! first: they are what those get who do not see a picture.

use super::{desk::Desk, marks};
use crate::{
    i18n::m,
    session::{Feature, use_session},
    ui::{Button, FieldText, FocusMap, TextInput, insert_text},
    upload::{self, Uploads, Wanted},
};
use guichet_contract::{BASE_PATH, types::Attachment};
use leptos::{ev, prelude::*};

/// What every browser shows in a page.
const TYPES: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/// The field of the words, for the focus.
const WORDS: &str = "words";

/// The field for pictures; nothing where no files are taken.
pub(super) fn pictures(desk: Desk) -> AnyView {
    let session = use_session();
    let offered = Memo::new(move |_| session.offers(Feature::Attachments));
    (move || offered.get().then(|| untrack(|| section(desk)))).into_any()
}

fn section(desk: Desk) -> AnyView {
    let types = TYPES.map(str::to_owned).to_vec();
    let uploads = Uploads::new(Wanted { types, ..Wanted::default() });
    let field = FieldText::new(m::writing::pictures())
        .hint(Some(m::writing::pictures_hint()))
        .optional(Some(m::common::optional()));
    view! {
        {upload::field(uploads, field)}
        <For
            each=move || uploads.there.get()
            key=|file: &Attachment| file.id.to_string()
            children=move |file| untrack(|| described(desk, uploads, file))
        />
    }
    .into_any()
}

/// What is seen on a picture that is there, and the way into the text.
fn described(desk: Desk, uploads: Uploads, file: Attachment) -> AnyView {
    let (words, missing) = (RwSignal::new(String::new()), RwSignal::new(false));
    let focus = FocusMap::new();
    let error = Signal::derive(move || missing.get().then(m::writing::picture_words_needed));
    let field = FieldText::new(m::writing::picture_words(&file.name))
        .hint(Some(m::writing::picture_words_hint()))
        .error(error)
        .at(focus, WORDS);
    let take = Callback::new(move |text: String| {
        missing.set(false);
        words.set(text);
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let seen = words.with_untracked(|words| words.trim().to_owned());
        if seen.is_empty() {
            missing.set(true);
            focus.focus(WORDS);
            return;
        }
        insert(desk, &seen, &format!("{BASE_PATH}/attachments/{}", file.id));
        uploads.release(&file.id);
    };
    view! {
        <form class="stack stack--small" novalidate=true on:submit=submit>
            <TextInput field=field value=words on_input=take/>
            <div class="cluster">
                <Button submit=true small=true>{m::writing::picture_insert()}</Button>
            </div>
        </form>
    }
    .into_any()
}

/// Puts it behind what is marked in the text; at its end, where the browser would not.
fn insert(desk: Desk, words: &str, url: &str) {
    if let Some(area) = desk.area.get_untracked() {
        let at = area.selection_end().ok().flatten().unwrap_or(u32::MAX);
        let edit = desk.text.with_untracked(|text| marks::picture(&text.typed.body, at, words, url));
        // It is on the page, so it takes the focus, and these are places of its text.
        let _ = area.focus();
        let _ = area.set_selection_range(edit.from, edit.to);
        insert_text(&edit.insert);
        let _ = area.set_selection_range(edit.select.0, edit.select.1);
    }
    if !desk.text.with_untracked(|text| text.typed.body.contains(url)) {
        desk.change(|typed| typed.body.push_str(&marks::picture("", 0, words, url).insert));
    }
    desk.announcer.say(m::writing::picture_inserted());
}

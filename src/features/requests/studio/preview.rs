//! The form as people will see it: the same pages and controls, with nothing behind them.

use super::{
    super::{
        anew::anew,
        asking::{Asking, Begin},
        check::check,
        form_page::form_page,
        kept::Kept,
        known::Who,
        notes::Notes,
        page::forget_what_is_right,
        restore::Restored,
        side::side,
        stage::{Stage, Way},
        trial::Trial,
    },
    desk::Desk,
    evaluation::evaluation,
    lookup,
    sight::Sight,
    tongue::Tongue,
};
use crate::{
    draft::Keeper,
    i18n::m,
    router::{NavigateOptions, use_location, use_navigate, use_query_map},
    routes,
    ui::{Notice, Skeleton, Tone},
};
use guichet_contract::types::{LookupQuery, StudioPreview};
use guichet_rules::form::{Compiled, SourceList};
use leptos::{context::Provider, prelude::*};
use std::{collections::BTreeMap, sync::Arc};

/// The form, and beside it what the rules make of it; in place of both, that there is none yet.
pub(super) fn preview(desk: Desk) -> AnyView {
    let sight = desk.sight;
    // Another form, another language or another person is another request: its controls are made anew.
    let key = Memo::new(move |_| {
        let round = desk.tried.good.with(|good| good.round);
        let language = sight.spoken.with(|spoken| spoken.as_ref().map(|(language, _)| language.clone()))?;
        let person = sight.persona.with(|persona| persona.person.id.to_string());
        (round > 0).then(|| (round, language, person, sight.begun.get()))
    });
    anew(
        move || key.get(),
        move |key| match key.and_then(|(_, language, ..)| find(desk, &language)) {
            Some(preview) => tried(desk, preview),
            None => none_yet(desk),
        },
    )
}

/// The form in `language`, or in the first where it is not there any more.
fn find(desk: Desk, language: &str) -> Option<StudioPreview> {
    desk.tried.good.with_untracked(|good| {
        let own = good.previews.iter().find(|preview| preview.language == language);
        own.or(good.previews.first()).cloned()
    })
}

fn none_yet(desk: Desk) -> AnyView {
    let view = move || {
        if desk.tried.mistakes() > 0 {
            view! { <p class="muted">{m::studio::none_yet()}</p> }.into_any()
        } else {
            view! { <Skeleton count=6/> }.into_any()
        }
    };
    view! { <div class="studio__tried">{view}</div> }.into_any()
}

fn tried(desk: Desk, preview: StudioPreview) -> AnyView {
    let sight = desk.sight;
    let (label, done) = (m::studio::tried(), done(sight));
    let (language, schema) = (preview.language.clone(), preview.schema.clone());
    let tongue = sight.spoken.with_untracked(|spoken| spoken.as_ref().map(|(_, tongue)| tongue.clone()));
    // All that is made from here on speaks the language of the form.
    provide_context(tongue.unwrap_or_default());
    let asking = asking(desk, preview);
    let theme = move || Some(sight.theme.get().word()).filter(|word| !word.is_empty());
    let width = move || sight.narrow.get().then_some("phone");
    view! {
        <div class="studio__tried" role="group" aria-label=label lang=language data-theme=theme data-width=width>
            {done}
            <div class="columns">
                <div class="columns__main">{steps(asking)}</div>
                {side(asking)}
            </div>
        </div>
        <Provider value=Tongue::default()>{evaluation(asking, schema, sight.tab)}</Provider>
    }
    .into_any()
}

/// The steps, one of them at a time.
fn steps(asking: Asking) -> AnyView {
    let item = asking.item.with_value(|item| item.summary.id.to_string());
    let pages = asking.form.with_value(|form| form.pages.len());
    let (link, here, path) = (use_query_map(), routes::studio_form(&item, ""), use_location().pathname);
    let stage = Memo::new(move |before: Option<&Stage>| match before {
        // The writer leaves: this page stays as it is until the next one is there.
        Some(before) if path.with(|path| *path != here) => *before,
        _ => link.with(|link| Stage::read(link.get_str("step"), pages)),
    });
    let nothing = Restored { kept: Kept::default(), at: None, changed: false };
    let notes = Notes::new(&nothing);
    anew(
        move || stage.get(),
        move |stage| match stage {
            Stage::Page(page) => form_page(asking, notes, page),
            Stage::Check => check(asking, notes),
        },
    )
}

/// The request that nobody makes. What was answered in an earlier form comes along as far as it fits.
fn asking(desk: Desk, preview: StudioPreview) -> Asking {
    let sight = desk.sight;
    let persona = sight.persona.get_untracked();
    let known =
        Who { groups: persona.groups.into_iter().map(|group| group.id).collect(), facts: persona.facts };
    let kept = match sight.kept.get_value() {
        // What does not fit is seen in the form itself.
        Some(kept) => Kept { left: Vec::new(), ..kept.carried_over(&preview.form) },
        None => Restored::empty(&preview.form),
    };
    let (form, requester) = (Arc::new(preview.form.clone()), persona.person.id.clone());
    let find = move |list: SourceList, query: LookupQuery| lookup::find(&form, &requester, list, query);
    let moved = StoredValue::new(false);
    let navigate = use_navigate();
    let open = Callback::new(move |(url, replace): (String, bool)| {
        moved.set_value(true);
        navigate(&url, NavigateOptions { replace, ..NavigateOptions::default() });
    });
    let way = Way { item: preview.item.summary.id.to_string(), ..Way::default() };
    let words = m::studio::done();
    let finish = Callback::new(move |()| {
        sight.done.set(true);
        desk.announcer.say(words.clone());
    });
    let asking = Asking::new(Begin {
        item: preview.item,
        form: Compiled::new(preview.form),
        me: persona.person,
        who: Signal::stored(known),
        kept,
        link: BTreeMap::new(),
        draft: Keeper::nowhere(),
        way,
        address: |way, step| routes::studio_form(&way.item, step),
        open,
        // There is none but the one in the editor.
        newer_form: Callback::new(|_: Kept| ()),
        trial: Some(Trial { find: Arc::new(find), moved, done: finish }),
    });
    asking.previewed.update(|previewed| previewed.failure = Some(m::studio::side()));
    forget_what_is_right(asking);
    Effect::new(move |before: Option<()>| {
        sight.kept.set_value(Some(asking.kept.get()));
        if before.is_some() {
            sight.done.set(false);
        }
    });
    asking
}

/// Said in place of sending it.
fn done(sight: Sight) -> AnyView {
    let words = m::studio::done();
    (move || sight.done.get().then(|| view! { <Notice title=words.clone() tone=Tone::Ok/> })).into_any()
}

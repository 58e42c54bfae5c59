//! The text, and beside it what its readers will see. On a phone one of them shows at a time.

use super::{
    desk::Desk,
    fields::{BODY, field},
    losses,
    marks::{self, Mark},
    pictures,
};
use crate::{
    i18n::m,
    markdown::markdown,
    ui::{Button, ButtonKind, Field, insert_text},
};
use leptos::{ev, prelude::*};
use std::time::Duration;

/// Long enough that a word is typed to its end, short enough that the preview seems to follow.
const PAUSE: Duration = Duration::from_millis(150);

/// Both sides.
pub(super) fn body(desk: Desk) -> AnyView {
    let shown = settled(desk);
    let tab = move |previews: bool, words: String| {
        let pressed = move || if desk.previews.get() == previews { "true" } else { "false" };
        let press = move |_| desk.previews.set(previews);
        view! {
            <li>
                <button class="chip" type="button" aria-pressed=pressed on:click=press>{words}</button>
            </li>
        }
    };
    let which = move || if desk.previews.get() { "preview" } else { "text" };
    let prose = move || shown.with(|body| markdown(body));
    let empty = move || shown.with(|body| body.trim().is_empty());
    let nothing = move || empty().then(|| view! { <p class="muted">{m::writing::preview_empty()}</p> });
    view! {
        <ul class="chips writing__tabs" aria-label=m::writing::sides()>
            {tab(false, m::writing::body())}
            {tab(true, m::writing::preview())}
        </ul>
        <div class="writing__sides" data-side=which>
            <div class="writing__text stack">
                {editor(desk)}
                {pictures::pictures(desk)}
                {losses::list(desk, shown)}
            </div>
            <section class="writing__preview" aria-label=m::writing::preview()>
                <h2 class="section__title">{m::writing::preview()}</h2>
                {nothing}
                <div class="prose" lang=move || desk.language.get()>{prose}</div>
            </section>
        </div>
    }
    .into_any()
}

/// The text once its writer pauses.
fn settled(desk: Desk) -> Memo<String> {
    let typed = Memo::new(move |_| desk.text.with(|text| text.typed.body.clone()));
    let shown = RwSignal::new(typed.get_untracked());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move || {
        let body = typed.get();
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        let show = move || {
            // The page may be gone.
            shown.try_set(body);
        };
        timer.set_value(set_timeout_with_handle(show, PAUSE).ok());
    });
    Memo::new(move |_| shown.get())
}

fn editor(desk: Desk) -> AnyView {
    let field = field(desk, BODY, m::writing::body()).hint(Some(m::writing::body_hint()));
    field.reach(desk.area);
    let key = move |ev: ev::KeyboardEvent| {
        let command = (ev.ctrl_key() || ev.meta_key()) && !(ev.alt_key() || ev.shift_key());
        let pressed = ev.key().to_lowercase();
        let mark = Mark::ALL.into_iter().find(|mark| command && mark.key() == Some(pressed.as_str()));
        if let Some(mark) = mark {
            ev.prevent_default();
            ev.stop_propagation();
            apply(desk, mark);
        }
    };
    let button = move |mark: Mark| {
        let press = Callback::new(move |()| apply(desk, mark));
        view! { <Button kind=ButtonKind::Quiet small=true on_press=press>{name(mark)}</Button> }.into_any()
    };
    let buttons: Vec<AnyView> = Mark::ALL.into_iter().map(button).collect();
    view! {
        <Field field=field>
            <div class="cluster writing__bar" role="group" aria-label=m::writing::marks()>{buttons}</div>
            <textarea
                node_ref=desk.area
                class="input writing__area"
                id=field.id()
                aria-describedby=move || field.described_by()
                aria-invalid=move || field.invalid()
                lang=move || desk.language.get()
                prop:value=move || desk.text.with(|text| text.typed.body.clone())
                on:input=move |ev| desk.change(|typed| typed.body = event_target_value(&ev))
                on:keydown=key
            ></textarea>
        </Field>
    }
    .into_any()
}

fn name(mark: Mark) -> String {
    match mark {
        Mark::Bold => m::writing::mark_bold(),
        Mark::Heading => m::writing::mark_heading(),
        Mark::List => m::writing::mark_list(),
        Mark::Link => m::writing::mark_link(),
        Mark::Code => m::writing::mark_code(),
        Mark::Note => m::writing::mark_note(),
    }
}

/// Does what a button says with what is marked in the text.
fn apply(desk: Desk, mark: Mark) {
    let Some(area) = desk.area.get_untracked() else { return };
    let start = area.selection_start().ok().flatten().unwrap_or(0);
    let end = area.selection_end().ok().flatten().unwrap_or(start);
    let edit = desk.text.with_untracked(|text| marks::edit(mark, &text.typed.body, start, end));
    // It is on the page, so it takes the focus, and these are places of its text.
    let _ = area.focus();
    let _ = area.set_selection_range(edit.from, edit.to);
    insert_text(&edit.insert);
    let _ = area.set_selection_range(edit.select.0, edit.select.1);
}

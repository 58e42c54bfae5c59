//! Saving the text as the next version of the form: what is new in it, and what came of it.

use super::{
    changes::{self, Changes},
    desk::Desk,
    text::Stored,
};
use crate::{
    api::{ApiError, Key, Query, Topic, act, query, read},
    i18n::{self, m},
    ui::{Button, ButtonKind, Notice, SummaryList, SummaryRow, Tone},
};
use guichet_contract::{
    Code, NoQuery,
    endpoints::{FormPath, GetForm, SaveStudioForm, StudioVersionsPath},
    types::{PublishedForm, StudioForm, StudioInput, StudioSaved},
};
use leptos::{prelude::*, task::spawn_local};

/// What came of saving.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Outcome {
    /// It is stored as this version, and people are asked it if the flag says so.
    Saved(String, bool),
    /// It is not, and why.
    Failed(String),
}

/// Saving, under way or done.
#[derive(Debug, Clone, Copy)]
pub(super) struct Saving {
    under_way: RwSignal<bool>,
    outcome: RwSignal<Option<Outcome>>,
    /// The text that is being saved, what it takes the place of, and the key that keeps it from being saved twice.
    call: StoredValue<Option<(String, u64, Key)>>,
}

impl Saving {
    /// Nothing was saved yet.
    pub fn new() -> Self {
        Self { under_way: RwSignal::new(false), outcome: RwSignal::new(None), call: StoredValue::new(None) }
    }

    /// The key of a call that saves `text` in the place of `version`: the same one until it is answered.
    fn key(self, text: &str, version: u64) -> Key {
        let same = |call: &Option<(String, u64, Key)>| {
            let (of, at, key) = call.as_ref()?;
            (of == text && *at == version).then(|| key.clone())
        };
        self.call.with_value(same).unwrap_or_else(|| {
            let key = Key::fresh();
            self.call.set_value(Some((text.to_owned(), version, key.clone())));
            key
        })
    }
}

/// Why it cannot be saved now.
fn obstacle(desk: Desk) -> Option<String> {
    if desk.waiting.get() {
        return Some(m::studio::decide_first());
    }
    if !desk.changed.get() {
        return Some(m::studio::nothing_new());
    }
    let mistakes = desk.tried.mistakes();
    (mistakes > 0).then(|| m::studio::mend_first(mistakes))
}

/// Saves the text, or says why that is not possible.
pub(super) fn save(desk: Desk) {
    let saving = desk.saving;
    if saving.under_way.get_untracked() {
        return;
    }
    if let Some(obstacle) = untrack(|| obstacle(desk)) {
        desk.announcer.say(obstacle);
        return;
    }
    let (source, version) = desk.text.with_untracked(|text| (text.typed.clone(), text.begun.version));
    let (item, key) = (desk.item.get_value(), saving.key(&source, version));
    saving.outcome.set(None);
    saving.under_way.set(true);
    spawn_local(async move {
        let (path, input) = (StudioVersionsPath { item }, StudioInput { source });
        let version = format!("\"{version}\"");
        let changed = [Topic::Content];
        let outcome = act::<SaveStudioForm>(&path, &input, &version, &key, &changed).await;
        // The page is gone. What was typed is still kept, unless it is what is stored by now.
        if saving.under_way.try_set(false).is_some() {
            return;
        }
        match outcome {
            Ok((saved, etag)) => stored(desk, &input.source, saved, etag),
            Err(error) => refused(desk, &error),
        }
    });
}

fn stored(desk: Desk, sent: &str, saved: StudioSaved, etag: Option<String>) {
    let StudioSaved { form, live } = saved;
    desk.saving.call.set_value(None);
    desk.text.update(|text| text.saved(sent, Stored::from(&form)));
    // The version that it got is the one before the next.
    let version = form.next.saturating_sub(1).to_string();
    desk.announcer.say(m::studio::saved(&version));
    desk.saving.outcome.set(Some(Outcome::Saved(version, live)));
    desk.form.set(form, etag);
}

fn refused(desk: Desk, error: &ApiError) {
    if error.is_answer() {
        desk.saving.call.set_value(None);
    }
    let mut words = error.words();
    if let ApiError::Refused(problem) = error
        && problem.code == Code::Stale
        && let Some(theirs) = read::<StudioForm>(&problem.current.to_string())
    {
        desk.arrived(Stored::from(&theirs));
        words = m::studio::between_text();
    }
    desk.saving.outcome.set(Some(Outcome::Failed(words)));
}

/// What is new, the button, and what came of it.
pub(super) fn panel(desk: Desk) -> AnyView {
    let saving = desk.saving;
    let before = query::<GetForm>(move || {
        let published = desk.form.with(|form| form.and_then(|form| form.published))?;
        let id = desk.tried.good.with(|good| good.previews.first().map(|first| first.form.id.clone()))?;
        Some((FormPath { form: format!("{id}@{published}") }, NoQuery {}))
    });
    let press = Callback::new(move |()| save(desk));
    let outcome = move || {
        saving.outcome.get().map(|outcome| match outcome {
            Outcome::Saved(version, true) => {
                view! { <Notice title=m::studio::saved(&version) tone=Tone::Ok><p>{m::studio::live()}</p></Notice> }
            }
            Outcome::Saved(version, false) => {
                view! { <Notice title=m::studio::saved(&version) tone=Tone::Warn><p>{m::studio::not_live()}</p></Notice> }
            }
            Outcome::Failed(words) => {
                view! { <Notice title=m::studio::not_saved() tone=Tone::Bad><p>{words}</p></Notice> }
            }
        })
    };
    view! {
        <div class="stack stack--small">
            <h2 class="section__title">{m::studio::save()}</h2>
            {move || news(desk, before)}
            <div class="form__actions">
                <Button
                    kind=ButtonKind::Primary
                    busy=saving.under_way
                    disabled_reason=Signal::derive(move || obstacle(desk))
                    on_press=press
                >
                    {move || m::studio::save_as(&desk.next())}
                </Button>
            </div>
            <div role="alert">{outcome}</div>
        </div>
    }
    .into_any()
}

/// What is new against what people are asked now.
fn news(desk: Desk, before: Query<PublishedForm>) -> Option<AnyView> {
    if !desk.changed.get() {
        return None;
    }
    let (came, went) = desk.text.with(|text| changes::lines(&text.begun.source, &text.typed));
    let own = i18n::language();
    // In the language of what it is compared with.
    let changes = before.with(|before| {
        let before = before?;
        desk.tried.good.with(|good| {
            let after = good.previews.iter().find(|after| after.language == own).or(good.previews.first())?;
            Some(Changes::between(&before.form, &after.form))
        })
    });
    let Changes { added, removed, changed } = changes.unwrap_or_default();
    let questions =
        [(m::studio::added(), added), (m::studio::removed(), removed), (m::studio::changed(), changed)];
    let rows = questions.into_iter().filter(|(_, names)| !names.is_empty());
    let mut rows: Vec<SummaryRow> =
        rows.map(|(title, names)| SummaryRow::new(title, names.join(", "))).collect();
    rows.push(SummaryRow::new(m::studio::lines(), m::studio::lines_of(&came.to_string(), &went.to_string())));
    Some(view! { <SummaryList rows=rows compact=true/> }.into_any())
}

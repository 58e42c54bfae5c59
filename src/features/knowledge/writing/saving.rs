//! Saving a draft, and handing it to those who decide on it.

use super::{
    begun::draft_of,
    desk::Desk,
    fields::BODY,
    kept,
    text::{Cause, Draft, Text, Theirs},
    typed::Typed,
};
use crate::{
    api::{self, ApiError, Topic, Unanswered},
    format,
    i18n::m,
    routes,
    ui::{Button, ButtonKind, FieldError, FieldText, Notice, TextInput, Tone},
};
use chrono::{DateTime, Utc};
use guichet_contract::{
    Code, NoPath,
    endpoints::{ActOnProposal, CreateProposal, ProposalActionPath, ProposalChangePath, UpdateProposal},
    types::{Proposal, ProposalActionInput, ProposalInput, ProposalPatch},
};
use guichet_rules::{article::WritingAction, ids::ProposalId};
use leptos::{prelude::*, task::spawn_local};

/// The field of the title, by its pointer in the contract.
pub(super) const TITLE: &str = "/content/title";

/// What is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Save,
    Propose,
}

/// Saving, under way or done.
#[derive(Debug, Clone, Copy)]
pub(super) struct Saving {
    /// What is under way.
    pub busy: RwSignal<Option<What>>,
    /// How often it was tried: the summary of mistakes takes the focus each time.
    pub attempt: RwSignal<u32>,
    problem: RwSignal<Option<String>>,
    saved: RwSignal<Option<DateTime<Utc>>>,
    /// What is wrong, and what was typed then.
    refused: RwSignal<Vec<(FieldError, Typed)>>,
    call: Unanswered,
}

impl Saving {
    /// Nothing was saved yet.
    pub fn new() -> Self {
        Self {
            busy: RwSignal::new(None),
            attempt: RwSignal::new(0),
            problem: RwSignal::new(None),
            saved: RwSignal::new(None),
            refused: RwSignal::new(Vec::new()),
            call: Unanswered::new(),
        }
    }

    /// What is wrong, as long as nothing else was typed there.
    pub fn errors(self, typed: &Typed) -> Vec<FieldError> {
        let still = |(error, then): &(FieldError, Typed)| {
            (part(typed, &error.key) == part(then, &error.key)).then(|| error.clone())
        };
        self.refused.with(|refused| refused.iter().filter_map(still).collect())
    }
}

/// What stands in the field of that pointer.
fn part(typed: &Typed, key: &str) -> String {
    match key {
        TITLE => typed.title.trim().to_owned(),
        "/content/summary" => typed.summary.clone(),
        "/content/keywords" => typed.keywords.clone(),
        "/content/category" => typed.category.clone(),
        "/content/owner" => typed.owner.clone(),
        "/content/review_by" => typed.review_by.clone(),
        BODY => typed.body.clone(),
        _ => String::new(),
    }
}

/// Saves what was typed, and proposes it too if that is what is wanted.
pub(super) fn save(desk: Desk, what: What) {
    let saving = desk.saving;
    if saving.busy.get_untracked().is_some() {
        return;
    }
    saving.problem.set(None);
    saving.refused.set(Vec::new());
    if desk.waiting.get_untracked() {
        saving.problem.set(Some(m::writing::decide_first()));
        return;
    }
    let (typed, base, draft, changed) = desk
        .text
        .with_untracked(|text| (text.typed.clone(), text.base, text.draft.clone(), text.is_changed()));
    if typed.title.trim().is_empty() {
        let error = FieldError { key: TITLE.to_owned(), message: m::writing::need_title() };
        saving.refused.set(vec![(error, typed)]);
        saving.attempt.update(|attempt| *attempt += 1);
        return;
    }
    saving.busy.set(Some(what));
    spawn_local(async move {
        let mut outcome = Ok(());
        if changed {
            outcome = match keep(desk, &typed, base, draft).await {
                Ok(held) => settled(desk, &typed, held),
                Err(error) => Err(error),
            };
        }
        if outcome.is_ok() && what == What::Propose {
            outcome = propose(desk).await;
        }
        // The page may be gone. What was not saved is still kept on the device.
        if saving.busy.try_set(None).is_some() {
            return;
        }
        match outcome {
            Ok(()) if what == What::Propose => proposed(desk),
            Ok(()) => saving.saved.set(Some(format::now())),
            Err(error) => refused(desk, error, typed),
        }
    });
}

/// The draft as it is held once `typed` is in it.
async fn keep(desk: Desk, typed: &Typed, base: u32, draft: Option<Draft>) -> Result<Proposal, ApiError> {
    let content = typed.content();
    let Some(draft) = draft else {
        let (article, language) = (desk.article.get_value(), desk.language.get_untracked());
        let input = ProposalInput { article, language, base, content };
        let key = desk.saving.call.key(format!("{input:?}"));
        return api::create::<CreateProposal>(&NoPath {}, &input, &key, &[]).await;
    };
    let path = ProposalChangePath { proposal: ProposalId::new(draft.id).map_err(|_| ApiError::Nonsense)? };
    let patch = ProposalPatch { base: Some(base), content };
    let key = desk.saving.call.key(format!("{patch:?} {}", draft.version));
    let version = format!("\"{}\"", draft.version);
    let saved = api::act::<UpdateProposal>(&path, &patch, &version, &key, &[]).await;
    saved.map(|(held, _)| held)
}

/// Takes what came of it. A new draft has an address of its own from now on.
fn settled(desk: Desk, typed: &Typed, held: Proposal) -> Result<(), ApiError> {
    if !desk.saving.call.answered() {
        // Nobody is there any more.
        return Ok(());
    }
    let is_new = desk.text.with_untracked(|text| text.draft.is_none());
    let address = routes::knowledge_draft(held.summary.id.as_str());
    desk.settle(typed.clone(), held);
    if is_new && desk.moves {
        desk.go.with_value(|go| go(&address));
    }
    Ok(())
}

async fn propose(desk: Desk) -> Result<(), ApiError> {
    let draft = desk.text.try_with_untracked(|text| text.draft.clone()).flatten();
    let draft = draft.ok_or(ApiError::Nonsense)?;
    let path = ProposalActionPath {
        proposal: ProposalId::new(draft.id).map_err(|_| ApiError::Nonsense)?,
        action: WritingAction::Propose.as_str().to_owned(),
    };
    let note = desk.note.get_untracked();
    let input = ProposalActionInput { comment: Some(note).filter(|note| !note.trim().is_empty()) };
    let key = desk.saving.call.key(format!("{input:?} {}", draft.version));
    let version = format!("\"{}\"", draft.version);
    let changed = [Topic::Content];
    let (person, what) = desk.place();
    api::act::<ActOnProposal>(&path, &input, &version, &key, &changed).await?;
    // It stands beside the proposal now. The page may be gone.
    desk.note.try_set(String::new());
    kept::keep_note(&person, &what, "");
    Ok(())
}

fn proposed(desk: Desk) {
    desk.saving.call.answered();
    desk.announcer.say(m::writing::proposed());
    if let Some(draft) = desk.text.with_untracked(|text| text.draft.clone()) {
        let address = routes::knowledge_proposal(&draft.id);
        desk.go.with_value(|go| go(&address));
    }
}

fn refused(desk: Desk, error: ApiError, typed: Typed) {
    let saving = desk.saving;
    if error.is_answer() {
        saving.call.answered();
    }
    let problem = match error {
        ApiError::Refused(problem) => problem,
        other => return saving.problem.set(Some(other.words())),
    };
    match problem.code {
        Code::Invalid => {
            let errors = problem.errors.iter().map(|error| {
                let error = FieldError { key: error.pointer.clone(), message: error.detail.clone() };
                (error, typed.clone())
            });
            saving.refused.set(errors.collect());
            // The summary takes the focus.
            saving.attempt.update(|attempt| *attempt += 1);
        }
        Code::Stale => overtaken(desk, api::read::<Proposal>(&problem.current.to_string())),
        _ => saving.problem.set(Some(ApiError::Refused(problem).words())),
    }
}

/// Somebody published, or the draft was saved from elsewhere: both texts are there, and the writer decides.
fn overtaken(desk: Desk, current: Option<Proposal>) {
    desk.saving.problem.set(Some(m::writing::between_text()));
    let Some(current) = current else { return };
    let (draft, base) = (draft_of(&current), desk.text.with_untracked(|text| text.base));
    let known = desk.text.with_untracked(|text| text.draft.as_ref() == Some(&draft));
    let theirs = super::begun::published_since(&current, base).filter(|_| known).unwrap_or_else(|| {
        let typed = Typed::from(&current.content);
        Theirs { cause: Cause::Saved, typed, base: current.base, draft: Some(draft) }
    });
    desk.arrived(theirs);
}

/// What to say of it, the buttons, and what came of it.
pub(super) fn panel(desk: Desk) -> AnyView {
    let saving = desk.saving;
    let busy = move |what: What| Signal::derive(move || saving.busy.get() == Some(what));
    let press = move |what: What| Callback::new(move |()| save(desk, what));
    let problem = move || {
        saving.problem.get().map(|words| {
            view! { <Notice title=m::writing::not_saved() tone=Tone::Bad><p>{words}</p></Notice> }
        })
    };
    let saved = move || match (desk.unkept.get(), saving.saved.get()) {
        (true, _) => m::writing::unkept(),
        (false, Some(at)) if !desk.text.with(|text| text.is_changed()) => {
            m::common::saved_at(&format::time(at))
        }
        (false, _) if desk.text.with(Text::is_to_keep) || desk.noted.get() => m::writing::kept_here(),
        _ => String::new(),
    };
    let note = FieldText::new(m::writing::note())
        .hint(Some(m::writing::note_hint()))
        .optional(Some(m::common::optional()));
    view! {
        <TextInput
            field=note
            value=desk.note
            on_input=Callback::new(move |text: String| desk.note.set(text))
        />
        <div role="alert">{problem}</div>
        <div class="form__actions">
            <Button kind=ButtonKind::Primary busy=busy(What::Propose) on_press=press(What::Propose)>
                {m::writing::propose()}
            </Button>
            <Button busy=busy(What::Save) on_press=press(What::Save)>{m::writing::save()}</Button>
            <span class="saved" role="status">{saved}</span>
        </div>
    }
    .into_any()
}

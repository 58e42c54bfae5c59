//! What can be done with a proposal: by its author, and by those who decide on it.

use super::{
    actions::Doing,
    begun::{draft_of, kept_as},
    kept,
};
use crate::{
    api::{self, ApiError, Query, Topic, act},
    draft,
    i18n::m,
    router::{NavigateOptions, use_navigate},
    routes,
    session::{Session, use_session},
    ui::{AnnouncerHandle, Button, ButtonKind, FieldText, TextArea, use_announcer},
};
use guichet_contract::{
    Code,
    endpoints::{ActOnProposal, ProposalActionPath},
    types::{Proposal, ProposalActionInput, WritingPermission},
};
use guichet_rules::article::{ProposalState, WritingAction, WritingRefusal};
use leptos::{html, prelude::*, task::spawn_local};

#[derive(Clone, Copy)]
struct Deciding {
    found: Query<Proposal>,
    /// What the comment is kept as until it is sent.
    name: StoredValue<String>,
    comment: RwSignal<String>,
    missing: RwSignal<bool>,
    doing: Doing,
    area: NodeRef<html::Textarea>,
    heading: NodeRef<html::H2>,
    announcer: AnnouncerHandle,
    leave: StoredValue<Box<dyn Fn()>, LocalStorage>,
    session: Session,
}

/// The panel.
pub(super) fn decide(found: Query<Proposal>) -> AnyView {
    let navigate = use_navigate();
    let leave = move || navigate(&routes::knowledge_work(), NavigateOptions { replace: true, scroll: true });
    let id = found.get_untracked().map(|found| found.summary.id.to_string()).unwrap_or_default();
    let deciding = Deciding {
        found,
        name: StoredValue::new(format!("proposal:{id}")),
        comment: RwSignal::new(String::new()),
        missing: RwSignal::new(false),
        doing: Doing::new(),
        area: NodeRef::new(),
        heading: NodeRef::new(),
        announcer: use_announcer(),
        leave: StoredValue::new_local(Box::new(leave) as Box<dyn Fn()>),
        session: use_session(),
    };
    // What is typed outlives the page.
    draft::keep_typed(deciding.name.get_value(), move || deciding.session.person(), deciding.comment);
    let actions =
        Memo::new(move |_| found.with(|found| found.map(|it| it.actions.clone()).unwrap_or_default()));
    let state = Memo::new(move |_| found.with(|found| found.map(|found| found.summary.state)));
    let reviews =
        Memo::new(move |_| actions.with(|all| WritingPermission::allows(all, WritingAction::Publish)));
    let content = move || {
        if reviews.get() {
            return untrack(|| review(deciding));
        }
        let (Some(state), actions) = (state.get(), actions.get()) else { return ().into_any() };
        untrack(|| own(deciding, state, &actions))
    };
    view! {
        <div class="side-panel">
            <h2 node_ref=deciding.heading class="side-panel__title" tabindex="-1">{m::writing::decision()}</h2>
            {content}
            {deciding.doing.failure()}
        </div>
    }
    .into_any()
}

/// For those who decide.
fn review(deciding: Deciding) -> AnyView {
    let error = Signal::derive(move || deciding.missing.get().then(m::writing::need_comment));
    let field = FieldText::new(m::writing::comment()).hint(Some(m::writing::comment_hint())).error(error);
    let button = move |kind: ButtonKind, action: WritingAction, words: String| {
        let press = Callback::new(move |()| send(deciding, action));
        let busy = deciding.doing.is_busy(action.as_str());
        // Nobody puts a text in the place of one that its author has not seen.
        let why_not = Signal::derive(move || {
            let is_behind = deciding.found.with(|found| found.is_some_and(Proposal::is_behind));
            (action == WritingAction::Publish && is_behind).then(m::writing::behind)
        });
        view! { <Button kind=kind busy=busy disabled_reason=why_not on_press=press>{words}</Button> }
            .into_any()
    };
    view! {
        <div class="decision">
            <TextArea
                field=field
                value=deciding.comment
                on_input=Callback::new(move |text: String| {
                    deciding.missing.set(false);
                    deciding.comment.set(text);
                })
                node_ref=deciding.area
            />
            <div class="decision__actions">
                {button(ButtonKind::Primary, WritingAction::Publish, m::writing::publish())}
                {button(ButtonKind::Secondary, WritingAction::AskChanges, m::writing::ask_changes())}
                {button(ButtonKind::Danger, WritingAction::Reject, m::writing::reject())}
            </div>
        </div>
    }
    .into_any()
}

/// For its author, and for whoever only looks.
fn own(deciding: Deciding, state: ProposalState, actions: &[WritingPermission]) -> AnyView {
    let allows = |action| WritingPermission::allows(actions, action);
    let refused = actions.iter().find(|permission| permission.action == WritingAction::Publish);
    let why = match (state, refused.and_then(|permission| permission.reason)) {
        (ProposalState::Proposed, Some(WritingRefusal::OwnProposal)) => m::writing::own_proposal(),
        (ProposalState::Proposed, _) => m::writing::waits(),
        (ProposalState::Returned, _) => m::writing::is_returned(),
        (ProposalState::Published, _) => m::writing::is_published(),
        (ProposalState::Rejected, _) => m::writing::is_rejected(),
        _ => m::writing::is_draft(),
    };
    let summary = deciding.found.get_untracked().map(|found| found.summary);
    let session = use_session();
    let author = summary.as_ref().map(|summary| summary.author.id.to_string()).unwrap_or_default();
    let is_own = Memo::new(move |_| session.person() == author);
    let is_rejected = state == ProposalState::Rejected;
    let (draft, article) = summary
        .map(|summary| {
            (
                routes::knowledge_draft(summary.id.as_str()),
                routes::answer_in(summary.article.as_str(), &summary.language),
            )
        })
        .unwrap_or_default();
    let rejected = draft.clone();
    let go_on = allows(WritingAction::Save).then(|| {
        view! { <Button kind=ButtonKind::Primary href=draft>{m::writing::go_on()}</Button> }
    });
    let begin = move || {
        (is_rejected && is_own.get()).then(|| {
            let to = rejected.clone();
            let way = view! { <Button kind=ButtonKind::Primary href=to>{m::writing::again()}</Button> };
            view! { <div class="side-panel__actions">{way}</div> }
        })
    };
    let read = (state == ProposalState::Published)
        .then(|| view! { <Button href=article>{m::writing::read_article()}</Button> });
    let button = move |action: WritingAction, words: String| {
        let press = Callback::new(move |()| send(deciding, action));
        let busy = deciding.doing.is_busy(action.as_str());
        view! { <Button busy=busy on_press=press>{words}</Button> }.into_any()
    };
    let withdraw =
        allows(WritingAction::Withdraw).then(|| button(WritingAction::Withdraw, m::writing::withdraw()));
    let discard =
        allows(WritingAction::Discard).then(|| button(WritingAction::Discard, m::writing::discard()));
    let any = go_on.is_some() || read.is_some() || withdraw.is_some() || discard.is_some();
    let ways = any.then(|| {
        view! { <div class="side-panel__actions">{go_on} {read} {withdraw} {discard}</div> }
    });
    view! { <p>{why}</p> {ways} {begin} }.into_any()
}

fn send(deciding: Deciding, action: WritingAction) {
    let comment = deciding.comment.get_untracked().trim().to_owned();
    if action.needs_comment() && comment.is_empty() {
        deciding.missing.set(true);
        if let Some(area) = deciding.area.get_untracked() {
            // It is on the page, so it takes the focus.
            let _ = area.focus();
        }
        return;
    }
    let Some(found) = deciding.found.get_untracked() else { return };
    let said = format!("{} {comment}", found.version);
    let Some(key) = deciding.doing.begin(action.as_str(), &said) else { return };
    let (name, person) = (deciding.name.get_value(), untrack(|| deciding.session.person()));
    let (author, what) = (found.summary.author.id.to_string(), kept_as(&draft_of(&found)));
    spawn_local(async move {
        let path = ProposalActionPath { proposal: found.summary.id, action: action.as_str().to_owned() };
        let input = ProposalActionInput { comment: Some(comment).filter(|comment| !comment.is_empty()) };
        let version = format!("\"{}\"", found.version);
        let outcome = act::<ActOnProposal>(&path, &input, &version, &key, &[]).await;
        if outcome.is_ok() {
            draft::forget(&name, &person);
            // Only its author throws it away.
            if action == WritingAction::Discard {
                kept::forget(&author, &what);
            }
        }
        if !deciding.doing.end(outcome.as_ref().err()) {
            return;
        }
        match outcome {
            Ok((held, etag)) => done(deciding, action, held, etag),
            Err(error) => overtaken(deciding, error),
        }
    });
}

fn done(deciding: Deciding, action: WritingAction, held: Proposal, etag: Option<String>) {
    deciding.comment.set(String::new());
    let words = match action {
        WritingAction::Publish => m::writing::done_published(),
        WritingAction::AskChanges => m::writing::done_returned(),
        WritingAction::Reject => m::writing::done_rejected(),
        WritingAction::Withdraw => m::writing::done_withdrawn(),
        _ => m::writing::done_discarded(),
    };
    deciding.announcer.say(words);
    if action == WritingAction::Discard {
        return deciding.leave.with_value(|leave| leave());
    }
    deciding.found.set(held, etag);
    api::refresh(&[Topic::Content]);
    if let Some(heading) = deciding.heading.get_untracked() {
        // The buttons are gone; a heading that is gone by now needs no focus.
        let _ = heading.focus();
    }
}

/// Somebody was faster: what is there now shows, and the comment stays.
fn overtaken(deciding: Deciding, error: ApiError) {
    let ApiError::Refused(problem) = error else { return };
    match problem.code {
        Code::Stale => {
            deciding.doing.problem.set(Some(m::writing::overtaken()));
            if let Some(now) = api::read::<Proposal>(&problem.current.to_string()) {
                let version = format!("\"{}\"", now.version);
                deciding.found.set(now, Some(version));
            }
        }
        // What is missing is named field by field; here is no field to go to.
        Code::Invalid => {
            let words: Vec<&str> = problem.errors.iter().map(|error| error.detail.as_str()).collect();
            deciding.doing.problem.set(Some(words.join(" ")));
        }
        _ => {}
    }
}

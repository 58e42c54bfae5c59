//! What those who keep an article right do with it as a whole: say that it is still right, and retire it.

use super::actions::{Doing, act_on_article};
use crate::{
    api::{Query, query},
    draft,
    i18n::m,
    lookup::{Suggestions, look_up_article},
    router::{Go, NavigateOptions, use_navigate},
    routes,
    session::{Session, use_session},
    ui::{Button, ButtonKind, Choice, FieldText, TextArea},
};
use guichet_contract::{
    NoQuery,
    endpoints::{ArticleStandingPath, GetArticleStanding},
    types::{ArticleActionInput, ArticleStanding, WritingPermission},
};
use guichet_rules::{article::WritingAction, ids::ArticleId};
use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

/// What was typed to retire the article, as it is kept on the device.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    comment: String,
    /// The id and the title of what to read instead.
    instead: Option<(String, String)>,
}

#[derive(Clone, Copy)]
struct Upkeep {
    id: StoredValue<ArticleId>,
    standing: Query<ArticleStanding>,
    comment: RwSignal<String>,
    instead: RwSignal<Option<Choice>>,
    /// Whether somebody was about to retire it when they left the page.
    begun: RwSignal<bool>,
    done: RwSignal<Option<String>>,
    doing: Doing,
    go: Go,
    session: Session,
}

/// The section; nothing for everybody else.
pub(super) fn upkeep(id: ArticleId) -> AnyView {
    let article = id.clone();
    let standing = query::<GetArticleStanding>(move || {
        Some((ArticleStandingPath { article: article.clone() }, NoQuery {}))
    });
    let navigate = use_navigate();
    let go = move |to: &str| navigate(to, NavigateOptions::default());
    let upkeep = Upkeep {
        id: StoredValue::new(id),
        standing,
        comment: RwSignal::new(String::new()),
        instead: RwSignal::new(None),
        begun: RwSignal::new(false),
        done: RwSignal::new(None),
        doing: Doing::new(),
        go: StoredValue::new_local(Box::new(go) as Box<dyn Fn(&str)>),
        session: use_session(),
    };
    keep(upkeep);
    let allowed = Memo::new(move |_| {
        standing.with(|standing| {
            standing
                .is_some_and(|standing| WritingPermission::allows(&standing.actions, WritingAction::Retire))
        })
    });
    (move || allowed.get().then(|| untrack(|| section(upkeep)))).into_any()
}

impl Upkeep {
    /// What the reason is kept as until it is sent.
    fn name(self) -> String {
        self.id.with_value(|id| format!("retire:{id}"))
    }
}

/// What is typed outlives the page.
fn keep(upkeep: Upkeep) {
    let restore = move |kept: Kept| {
        upkeep.comment.set(kept.comment);
        upkeep.instead.set(kept.instead.map(|(id, title)| Choice::new(id, title)));
        upkeep.begun.set(true);
    };
    let typed = move || {
        let instead = upkeep.instead.get().map(|choice| (choice.value, choice.label));
        let kept = Kept { comment: upkeep.comment.get(), instead };
        let is_any = !kept.comment.trim().is_empty() || kept.instead.is_some();
        is_any.then_some(kept)
    };
    draft::keep_all(upkeep.name(), move || upkeep.session.person(), restore, typed);
}

fn section(upkeep: Upkeep) -> AnyView {
    let confirm = Callback::new(move |()| send(upkeep, WritingAction::Confirm));
    let retire = Callback::new(move |()| send(upkeep, WritingAction::Retire));
    let why = FieldText::new(m::writing::retire_why())
        .hint(Some(m::writing::retire_why_hint()))
        .optional(Some(m::common::optional()));
    let done = move || upkeep.done.get();
    view! {
        <section class="section">
            <h2 class="section__title">{m::writing::upkeep()}</h2>
            <div class="stack">
                <p>{m::writing::confirm_text()}</p>
                <div class="cluster">
                    <Button busy=upkeep.doing.is_busy("confirm") on_press=confirm>{m::writing::confirm()}</Button>
                    <span role="status">{done}</span>
                </div>
                {upkeep.doing.failure()}
                <details open=move || upkeep.begun.get()>
                    <summary class="link">{m::writing::retire_open()}</summary>
                    <div class="stack form">
                        <p>{m::writing::retire_text()}</p>
                        <TextArea
                            field=why
                            value=upkeep.comment
                            on_input=Callback::new(move |text: String| upkeep.comment.set(text))
                        />
                        {instead(upkeep)}
                        <div class="form__actions">
                            <Button kind=ButtonKind::Danger busy=upkeep.doing.is_busy("retire") on_press=retire>
                                {m::writing::retire()}
                            </Button>
                        </div>
                    </div>
                </details>
            </div>
        </section>
    }
    .into_any()
}

/// Which article replaces it: found by words.
fn instead(upkeep: Upkeep) -> AnyView {
    let field = FieldText::new(m::writing::instead())
        .hint(Some(m::writing::instead_hint()))
        .optional(Some(m::common::optional()));
    let take = Callback::new(move |chosen: Option<Choice>| upkeep.instead.set(chosen));
    let is_own = move |id: &str| upkeep.id.with_value(|own| own.as_str() == id);
    let others = Suggestions::new(look_up_article).except(is_own);
    others.field(field, upkeep.instead.into(), take)
}

fn send(upkeep: Upkeep, action: WritingAction) {
    let Some(standing) = upkeep.standing.get_untracked() else { return };
    let retires = action == WritingAction::Retire;
    let comment = upkeep.comment.get_untracked().trim().to_owned();
    let instead = upkeep.instead.get_untracked().and_then(|choice| ArticleId::new(choice.value).ok());
    let input = ArticleActionInput {
        comment: Some(comment).filter(|comment| retires && !comment.is_empty()),
        replaced_by: instead.filter(|_| retires),
    };
    let said = format!("{} {input:?}", standing.version);
    let Some(key) = upkeep.doing.begin(action.as_str(), &said) else { return };
    upkeep.done.set(None);
    let (name, person) = (upkeep.name(), untrack(|| upkeep.session.person()));
    spawn_local(async move {
        let article = (upkeep.id.get_value(), standing.version);
        let outcome = act_on_article(article, action, &input, &key).await;
        if retires && outcome.is_ok() {
            draft::forget(&name, &person);
        }
        if !upkeep.doing.end(outcome.as_ref().err()) {
            return;
        }
        match outcome {
            Ok((_, _)) if retires => upkeep.go.with_value(|go| go(&routes::knowledge_work())),
            Ok((standing, etag)) => {
                upkeep.standing.set(standing, etag);
                upkeep.done.set(Some(m::writing::confirmed()));
            }
            // It is not as it was shown; what was typed stays.
            Err(_) => upkeep.standing.retry(),
        }
    });
}

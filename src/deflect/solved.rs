//! "This solved it": the form is emptied or left at once, and back with one button. It counts once it can no longer be meant
//! otherwise.

use super::{Ending, Form};
use crate::{
    i18n::m,
    learning::queue::{self, Waiting},
    routes,
    session::{Session, use_session},
    ui::{AnnouncerHandle, Notice, Tone, use_announcer},
};
use guichet_rules::ids::ArticleId;
use leptos::{html, prelude::*, task::spawn_local};
use std::time::Duration;

/// Closes a form that is not needed any more.
#[derive(Clone, Copy)]
pub(super) struct Solving {
    form: Form,
    /// What is to be counted, while the form is closed.
    closed: RwSignal<Option<Waiting>>,
    session: Session,
    announcer: AnnouncerHandle,
}

impl Solving {
    pub fn new(form: Form) -> Self {
        let solving =
            Self { form, closed: RwSignal::new(None), session: use_session(), announcer: use_announcer() };
        // Whoever types again has something else, which is not to be lost to the way back.
        Effect::new(move || {
            let typed = form.words.with(|words| !words.trim().is_empty());
            let closed = solving.closed.get_untracked();
            if let Some(waiting) = closed.filter(|_| typed) {
                solving.closed.set(None);
                solving.send(waiting);
            }
        });
        solving
    }

    /// Whether the form was closed.
    pub fn is_closed(self) -> bool {
        self.closed.with(Option::is_some)
    }

    /// An article has helped.
    pub fn press(self, article: &ArticleId) {
        if self.closed.with_untracked(Option::is_some) {
            return;
        }
        let waiting = Waiting::new(article, &self.form.name.get_value());
        let (session, person) = (self.session, untrack(|| self.session.person()));
        queue::add(&person, &waiting);
        let counted = waiting.clone();
        let later = move || {
            // Wherever they are by now; not if it was taken back meanwhile, and not as somebody else.
            if untrack(|| session.person()) == person && queue::waits(&person, &counted) {
                spawn_local(async move { queue::send(&person, &counted).await });
            }
        };
        set_timeout(later, Duration::from_millis(queue::UNDO_MS.unsigned_abs()));
        match self.form.ending {
            Ending::Emptied { close, .. } => {
                close.run(());
                self.announcer.say(m::learning::closed());
                self.closed.set(Some(waiting));
            }
            Ending::Left(leave) => {
                self.closed.set(Some(waiting.clone()));
                leave.run(waiting);
            }
        }
    }

    fn send(self, waiting: Waiting) {
        let person = untrack(|| self.session.person());
        spawn_local(async move { queue::send(&person, &waiting).await });
    }

    fn undo(self) {
        let (Some(waiting), Ending::Emptied { reopen, .. }) = (self.closed.get_untracked(), self.form.ending)
        else {
            return;
        };
        queue::remove(&untrack(|| self.session.person()), &waiting);
        // First, or what comes back would pass for something that was typed.
        self.closed.set(None);
        reopen.run(());
        self.announcer.say(m::learning::reopened());
    }

    /// What happened, and the way back; nothing where another page says so.
    pub fn view(self) -> AnyView {
        let stays = matches!(self.form.ending, Ending::Emptied { .. });
        let over = Memo::new(move |_| stays && self.is_closed());
        let notice = move || {
            over.get().then(|| {
                let told = NodeRef::<html::P>::new();
                told.on_load(|told| {
                    // The button that was pressed is gone; this is on the page.
                    let _ = told.focus();
                });
                view! {
                    <Notice title=m::learning::thanks() tone=Tone::Ok>
                        <p node_ref=told tabindex="-1">{m::learning::closed()}</p>
                        <div class="cluster">
                            <button class="link-button" type="button" on:click=move |_| self.undo()>
                                {m::learning::undo()}
                            </button>
                            <a class="link" href=routes::home()>{m::common::not_found_action()}</a>
                        </div>
                    </Notice>
                }
            })
        };
        notice.into_any()
    }
}

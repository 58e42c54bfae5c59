//! Sending something whose files are still on their way, or putting it into the cart: it goes when they are there.

use super::uploads::Uploads;
use crate::{
    i18n::m,
    ui::{AnnouncerHandle, Button, use_announcer},
};
use leptos::prelude::*;

/// Whether somebody has said to send, and files hold it up.
#[derive(Clone, Copy)]
pub struct Hold {
    wanted: RwSignal<bool>,
    going: Memo<u32>,
    /// What happens once so many are there, in words.
    later: fn(u32) -> String,
    /// What stops it.
    not_yet: fn() -> String,
    announcer: AnnouncerHandle,
}

impl Hold {
    /// One that waits for as long as `going` files are on their way.
    pub fn new(going: Memo<u32>) -> Self {
        Self {
            wanted: RwSignal::new(false),
            going,
            later: m::files::later,
            not_yet: m::files::not_yet,
            announcer: use_announcer(),
        }
    }

    /// The same for something else than sending, in these words.
    pub fn saying(self, later: fn(u32) -> String, not_yet: fn() -> String) -> Self {
        Self { later, not_yet, ..self }
    }

    /// One that waits for these.
    pub fn of(uploads: Uploads) -> Self {
        Self::new(uploads.going)
    }

    /// Calls `send` once all is there that was waited for.
    pub fn follow(self, send: impl Fn() + Send + Sync + 'static) {
        Effect::new(move || {
            if self.wanted.get() && self.going.get() == 0 {
                self.wanted.set(false);
                untrack(&send);
            }
        });
    }

    /// Whether it has to wait. If so it goes by itself, later.
    pub fn waits(self) -> bool {
        let going = self.going.get_untracked();
        if going > 0 {
            self.wanted.set(true);
            self.announcer.say((self.later)(going));
        }
        going > 0
    }

    /// Nobody waits any more.
    pub fn stop(self) {
        self.wanted.set(false);
    }

    /// What it waits for, and how not to; nothing where nobody waits.
    pub fn view(self) -> AnyView {
        let stop = Callback::new(move |()| self.stop());
        let held = move || {
            self.wanted.get().then(|| {
                view! {
                    <p class="cluster">
                        <span>{move || (self.later)(self.going.get())}</span>
                        <Button small=true on_press=stop>{(self.not_yet)()}</Button>
                    </p>
                }
            })
        };
        held.into_any()
    }
}

//! What a form says of its draft: that another tab has it, what came of it there, that the browser keeps nothing.

use super::{ending::End, keeper::Keeper, lead::Role};
use crate::{
    i18n::m,
    routes,
    ui::{Button, Notice, Tone, use_announcer},
};
use leptos::{html, prelude::*};

/// How it stands between the tabs.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Standing {
    /// This tab writes, as it did from the start.
    Alone,
    /// Another tab writes.
    Elsewhere,
    /// This tab writes since the person said so.
    TakenOver,
    /// This came of it, in another tab.
    Over(End),
}

/// The notices; nothing where there is nothing to say.
pub fn notices(keeper: Keeper) -> AnyView {
    let taken = RwSignal::new(false);
    let place = NodeRef::<html::Div>::new();
    let announcer = use_announcer();
    let standing = Memo::new(move |_| match (keeper.role.get(), keeper.end.get()) {
        (Role::Ended, Some(end)) => Standing::Over(end),
        (Role::Follows | Role::Asks, _) => Standing::Elsewhere,
        (Role::Leads, _) if taken.get() => Standing::TakenOver,
        _ => Standing::Alone,
    });
    Effect::new(move |before: Option<Role>| {
        let role = keeper.role.get();
        if role == Role::Leads && before == Some(Role::Follows) {
            announcer.say(m::drafts::alone());
        }
        if role == Role::Leads && before == Some(Role::Asks) {
            taken.set(true);
            // The button that had the focus is gone.
            if let Some(place) = place.get_untracked() {
                let _ = place.focus();
            }
        } else if role == Role::Follows {
            taken.set(false);
        }
        role
    });
    let between = move || match standing.get() {
        Standing::Alone => ().into_any(),
        Standing::Elsewhere => elsewhere(keeper),
        Standing::TakenOver => view! { <Notice title=m::drafts::taken_over() tone=Tone::Ok/> }.into_any(),
        Standing::Over(end) => over(&end),
    };
    let unkept = move || {
        keeper.unkept.get().then(|| {
            view! {
                <Notice title=m::drafts::unkept_title() tone=Tone::Warn>
                    <p>{m::drafts::unkept_text()}</p>
                </Notice>
            }
        })
    };
    let shared = move || {
        keeper.shared.get().then(|| {
            view! {
                <Notice title=m::drafts::shared_title() tone=Tone::Warn>
                    <p>{m::drafts::shared_text()}</p>
                </Notice>
            }
        })
    };
    view! {
        <div class="form__notes" role="status" tabindex="-1" node_ref=place>
            {between}
            {unkept}
            {shared}
        </div>
    }
    .into_any()
}

fn elsewhere(keeper: Keeper) -> AnyView {
    let asks = Signal::derive(move || keeper.role.get() == Role::Asks);
    let press = Callback::new(move |()| keeper.take_over());
    view! {
        <Notice title=m::drafts::elsewhere_title() tone=Tone::Info>
            <p>{m::drafts::elsewhere_text()}</p>
            <div class="cluster">
                <Button small=true busy=asks on_press=press>{m::drafts::here()}</Button>
            </div>
        </Notice>
    }
    .into_any()
}

fn over(end: &End) -> AnyView {
    let link = match end {
        End::Sent(ticket) if ticket.is_empty() => None,
        End::Sent(ticket) => Some((routes::ticket(ticket), m::drafts::sent_link(ticket))),
        End::InCart => Some((routes::cart(), m::drafts::in_cart_link())),
    };
    let link = link.map(|(href, words)| view! { <p><a class="link" href=href>{words}</a></p> });
    view! { <Notice title=title(end) tone=Tone::Ok>{link}</Notice> }.into_any()
}

fn title(end: &End) -> String {
    match end {
        End::Sent(_) => m::drafts::sent_title(),
        End::InCart => m::drafts::in_cart_title(),
    }
}

impl Keeper {
    /// Why the form cannot be sent from this tab, for its button; `None` where it can.
    pub fn reason(self) -> Signal<Option<String>> {
        Signal::derive(move || match self.role.get() {
            Role::Follows | Role::Asks => Some(m::drafts::locked()),
            Role::Ended => self.end.with(|end| end.as_ref().map(title)),
            _ => None,
        })
    }
}

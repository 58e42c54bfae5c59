//! The command palette: search and places to go to, from anywhere, by `/` or `Ctrl K`.

use super::{SearchCombo, combo::Command};
use crate::{
    i18n::m,
    routes,
    session::{Feature, Session, use_session},
    ui::{Dialog, IconName},
};
use leptos::{html, prelude::*};

/// Opens the palette; every page through [`use_palette`].
#[derive(Clone, Copy)]
pub struct PaletteHandle(RwSignal<bool>);

impl PaletteHandle {
    /// Makes it known to everything below.
    pub fn provide() -> Self {
        let handle = Self(RwSignal::new(false));
        provide_context(handle);
        handle
    }

    /// Opens it.
    pub fn open(self) {
        self.0.set(true);
    }
}

/// The palette.
pub fn use_palette() -> PaletteHandle {
    expect_context::<PaletteHandle>()
}

fn commands(session: Session) -> Vec<Command> {
    let answers = (m::shell::answers(), IconName::Book, routes::answers("", ""));
    let answers = session.offers(Feature::Knowledge).then_some(answers);
    let mut commands = vec![
        (m::shell::home(), IconName::Home, routes::home()),
        (m::shell::services(), IconName::Grid, routes::services("", "", "")),
        (m::shell::tickets(), IconName::Ticket, routes::tickets("", "", "")),
        (m::shell::report(), IconName::Alert, routes::report("")),
    ];
    commands.extend(answers);
    commands.push((m::shell::approvals(), IconName::Check, routes::approvals()));
    commands
}

/// The dialog; closed at first.
#[component]
pub fn Palette() -> impl IntoView {
    let (open, session) = (use_palette().0, use_session());
    let input = NodeRef::<html::Input>::new();
    let close = move || open.set(false);
    view! {
        <Dialog open=open title=m::search::title() class="dialog--palette" close_label=m::shell::close()>
            <SearchCombo input=input in_palette=true commands=Signal::derive(move || commands(session)) on_done=Callback::new(move |()| close())/>
            <div class="palette__foot" aria-hidden="true">
                <span><kbd class={"kbd"}>"↑"</kbd><kbd class={"kbd"}>"↓"</kbd>" " {m::search::choose()}</span>
                <span><kbd class={"kbd"}>"Esc"</kbd>" " {m::search::close()}</span>
            </div>
        </Dialog>
    }
    .into_any()
}

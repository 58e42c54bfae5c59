//! The keyboard help, by `?`, fetched when it is first asked for.

use super::chunk;
use crate::{i18n::m, lazy::Lazy, ui::Dialog};
use leptos::prelude::*;

/// Opens the help.
#[derive(Clone, Copy)]
pub struct HelpHandle {
    open: RwSignal<bool>,
    help: Lazy,
}

impl HelpHandle {
    /// Makes it known to everything below.
    pub fn provide() -> Self {
        let handle = Self { open: RwSignal::new(false), help: Lazy::new(chunk::the_help) };
        provide_context(handle);
        handle
    }

    /// Opens it.
    pub fn open(self) {
        self.help.want();
        self.open.set(true);
    }

    /// The dialog, closed at first.
    pub fn view(self) -> AnyView {
        (move || self.help.view()).into_any()
    }
}

/// The dialog.
pub(super) fn help() -> AnyView {
    let open = expect_context::<HelpHandle>().open;
    let line = |keys: &'static [&'static str], what: String| {
        let keys = keys.iter().map(|k| view! { <kbd class={"kbd"}>{*k}</kbd>" " }).collect_view();
        view! { <div><dt>{keys}</dt><dd>{what}</dd></div> }
    };
    view! {
        <Dialog open=open title=m::shell::help() close_label=m::shell::close()>
            <dl class="shortcuts">
                {line(&["/"], m::shell::help_search())}
                {line(&["Ctrl", "K"], m::shell::help_palette())}
                {line(&["?"], m::shell::help_help())}
                {line(&["Esc"], m::shell::help_close())}
            </dl>
        </Dialog>
    }
    .into_any()
}

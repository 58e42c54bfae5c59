//! The keyboard help, by `?`.

use crate::{i18n::m, ui::Dialog};
use leptos::prelude::*;

/// The dialog.
#[component]
pub fn Help(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
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

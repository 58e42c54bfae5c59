//! The keyboard help, by `?`, fetched when it is first asked for.

use super::chunk;
use crate::{i18n::m, lazy::Overlay, ui::Dialog};
use leptos::prelude::*;

/// The help, for its dialog.
#[derive(Clone, Copy)]
struct Help(Overlay);

/// Makes the help known to its dialog.
pub fn provide_help() -> Overlay {
    let help = Overlay::new(chunk::the_help);
    provide_context(Help(help));
    help
}

/// The dialog.
pub(super) fn help() -> AnyView {
    let open = expect_context::<Help>().0.is_open;
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
